package ru.mos.clusters.cluster;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.registry.LegalForm;

/**
 * A cluster as it stands on a date.
 *
 * @param organisation who unites it on the date; null where nobody does
 * @param curator who looks after it on the date; null where nobody does
 * @param to first day on which it exists no more; null while it does
 * @param memberCount members of the organisation on the date
 * @param partnerCount participants outside of it on the date
 * @param version of the cluster with all that hangs on it
 */
public record ClusterView(
        UUID id,
        String code,
        String sector,
        String name,
        ClusterStatus status,
        @Nullable OrganisationView organisation,
        @Nullable CuratorView curator,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable String closingReason,
        long memberCount,
        long partnerCount,
        long version) {

    /** Who unites a cluster, in a period with its end exclusive. The name is the entered one, else the registry's. */
    public record OrganisationView(
            Inn inn,
            @Nullable String name,
            @Nullable LegalForm legalForm,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** Who at ГЦКР looks after a cluster, in a period with its end exclusive. */
    public record CuratorView(
            String login,
            String name,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** A row of {@code Clusters.sql}. */
    record Row(
            UUID id,
            String code,
            String sector,
            int number,
            String name,
            String sortName,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable String closingReason,
            ClusterStatus status,
            @Nullable Inn organisationInn,
            @Nullable String organisationName,
            @Nullable LegalForm organisationForm,
            @Nullable LocalDate organisationFrom,
            @Nullable LocalDate organisationUntil,
            @Nullable String curatorLogin,
            @Nullable String curatorName,
            @Nullable LocalDate curatorFrom,
            @Nullable LocalDate curatorUntil,
            long members,
            long partners,
            long version,
            long matching) {

        ClusterView view() {
            return new ClusterView(
                    id,
                    code,
                    sector,
                    name,
                    status,
                    organisation(),
                    curator(),
                    validFrom,
                    validUntil,
                    closingReason,
                    members,
                    partners,
                    version);
        }

        private @Nullable OrganisationView organisation() {
            return organisationInn == null || organisationFrom == null
                    ? null
                    : new OrganisationView(
                            organisationInn, organisationName, organisationForm, organisationFrom, organisationUntil);
        }

        private @Nullable CuratorView curator() {
            return curatorLogin == null || curatorName == null || curatorFrom == null
                    ? null
                    : new CuratorView(curatorLogin, curatorName, curatorFrom, curatorUntil);
        }
    }
}
