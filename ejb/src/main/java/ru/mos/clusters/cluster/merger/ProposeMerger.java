package ru.mos.clusters.cluster.merger;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.UnitingEntity;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;

/**
 * Proposes that clusters become one.
 *
 * @param clusters those that exist no more from the day on
 * @param successor the cluster that the others join; null where a new one is opened
 * @param name of the new cluster; null where there is none
 * @param organisation who unites the new cluster; null where there is none
 * @param curator login of who looks after the new cluster; null: nobody yet
 * @param day first day on which only the successor exists
 */
public record ProposeMerger(
        Set<UUID> clusters,
        @Nullable UUID successor,
        @Nullable String name,
        @Nullable UnitingEntity organisation,
        @Nullable String curator,
        LocalDate day,
        Paper document) {

    /** @throws Problem {@code merger-too-few}, {@code merger-with-itself}, {@code merger-successor-ambiguous} */
    public ProposeMerger {
        clusters = Set.copyOf(clusters);
        name = Text.optional(name, "/name");
        boolean opens = name != null && organisation != null;
        boolean joins = name == null && organisation == null && successor != null;
        if (opens == joins || (opens && successor != null)) {
            throw new Problem(MergerProblem.MERGER_SUCCESSOR_AMBIGUOUS).at("/successor");
        }
        if (clusters.size() < (opens ? 2 : 1)) {
            throw new Problem(MergerProblem.MERGER_TOO_FEW).at("/clusters");
        }
        if (successor != null && clusters.contains(successor)) {
            throw new Problem(MergerProblem.MERGER_WITH_ITSELF).at("/successor");
        }
    }
}
