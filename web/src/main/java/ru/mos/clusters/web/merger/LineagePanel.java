package ru.mos.clusters.web.merger;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.merger.LineageView;
import ru.mos.clusters.cluster.merger.Mergers;
import ru.mos.clusters.web.cluster.AskedCluster;

/** What the cluster of the page came from and what it became. */
@Named("lineage")
@RequestScoped
public class LineagePanel {

    @EJB
    private Mergers mergers;

    @Inject
    private AskedCluster asked;

    private @Nullable LineageView lineage;

    private LineageView lineage() {
        if (lineage == null) {
            lineage = mergers.lineage(asked.id());
        }
        return lineage;
    }

    public LineageView.@Nullable Kin getBecame() {
        return lineage().became();
    }

    public List<LineageView.Kin> getCameFrom() {
        return lineage().cameFrom();
    }
}
