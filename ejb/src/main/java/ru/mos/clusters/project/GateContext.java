package ru.mos.clusters.project;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * What the gate must know besides what a project says.
 *
 * @param lead who leads it and applies
 * @param clusters those named that exist today, by id
 * @param indicators of the catalogue, by code
 * @param approved texts of other directions that the department has approved
 * @param files stored for the project
 * @param consents digests of the parts that were consented to, by who consented
 */
record GateContext(
        ProjectKind kind,
        Inn lead,
        Map<UUID, Cluster> clusters,
        Map<String, IndicatorView> indicators,
        Set<String> approved,
        Set<UUID> files,
        Set<Given> consents,
        FundingLimits limits) {

    /**
     * A cluster today.
     *
     * @param organisation that unites it; null where nobody does
     * @param agglomeration in which it stands; null: in none
     * @param participants members and partners
     */
    record Cluster(
            String code,
            @Nullable Inn organisation,
            @Nullable String agglomeration,
            Set<Inn> participants) {}

    /** That somebody consented to a part, as participant or as organisation of a cluster. */
    record Given(String inn, @Nullable UUID cluster, String digest) {}
}
