package ru.mos.clusters.web.merger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.UnitingEntity;
import ru.mos.clusters.cluster.merger.MergerState;
import ru.mos.clusters.cluster.merger.MergerView;
import ru.mos.clusters.cluster.merger.MergerView.ClusterRef;
import ru.mos.clusters.eligibility.MergedClusters;

/** A merger as the question what the clusters would come to as one. */
final class Effects {

    private Effects() {}

    static List<UUID> ending(MergerView merger) {
        return merger.clusters().stream().map(ClusterRef::id).toList();
    }

    /** The existing cluster that the others join; a new one, even if it is there by now, is asked about as new. */
    static @Nullable UUID successor(MergerView merger) {
        var successor = merger.successor();
        return successor == null || merger.newCluster() != null ? null : successor.id();
    }

    static MergedClusters.@Nullable Opened opened(MergerView merger) {
        var opened = merger.newCluster();
        return opened == null
                ? null
                : new MergedClusters.Opened(
                        opened.name(),
                        new UnitingEntity(opened.organisation(), opened.organisationName(), opened.legalForm()));
    }

    /** The day asked about: that of the merger; the day before once it is in effect, when all were still there. */
    static LocalDate day(MergerView merger) {
        return merger.state() == MergerState.CONFIRMED ? merger.day().minusDays(1) : merger.day();
    }
}
