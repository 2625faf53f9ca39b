package ru.mos.clusters.structure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.rule.Eligibility;

/**
 * The structure of the programme on a date.
 *
 * @param outcomesShown whether the asker may see how clusters stand
 * @param sectors those in force on the date and those that have clusters, in the order in which people read them
 * @param curators by name, with how many clusters each looks after
 * @param agglomerations those that exist on the date, by number
 */
public record StructureView(
        LocalDate asOf,
        boolean outcomesShown,
        Bodies bodies,
        Infrastructure infrastructure,
        List<Sector> sectors,
        List<Curator> curators,
        List<Agglomeration> agglomerations) {

    /**
     * How many people act for each body today.
     *
     * @param department ДМСП
     * @param council ОЭС
     * @param developmentCentre МЦРП with its district centres
     * @param clusterDevelopmentCentre ГЦКР
     */
    public record Bodies(long department, long council, long developmentCentre, long clusterDevelopmentCentre) {}

    /**
     * The support infrastructure.
     *
     * @param developmentCentres МЦРП
     * @param districtCentres below them
     * @param organisations all others
     * @param accredited of those others, whose accreditation is in force
     */
    public record Infrastructure(
            List<Place> developmentCentres, List<Place> districtCentres, long organisations, long accredited) {}

    /** An organisation by code and name. */
    public record Place(String code, String name) {}

    /** A sector and its clusters, by number. */
    public record Sector(String code, String nameRu, String nameEn, List<Cluster> clusters) {}

    /**
     * A cluster that exists on the date.
     *
     * @param members of its organisation
     * @param partners outside of it
     * @param outcome how it stood; null where it was not judged, or the asker may not see it
     * @param curator login; null where nobody looks after it
     * @param agglomeration code of the one it is in; null for none
     */
    public record Cluster(
            UUID id,
            String code,
            String name,
            long members,
            long partners,
            @Nullable Eligibility outcome,
            @Nullable String curator,
            @Nullable String agglomeration) {}

    /** Who at ГЦКР looks after clusters. */
    public record Curator(String login, String name, long clusters) {}

    /** An agglomeration and how many clusters are in it. */
    public record Agglomeration(String code, String name, long clusters) {}
}
