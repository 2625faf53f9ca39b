package ru.mos.clusters.web.cluster;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import ru.mos.clusters.cluster.ClusterDocuments;
import ru.mos.clusters.cluster.ClusterProblem;
import ru.mos.clusters.cluster.DocumentView;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.shell.ListQuery;

/** Papers of the cluster, those in force on the date first told from the rest; gives out their files. */
@Named("papers")
@RequestScoped
public class DocumentsTab {

    @EJB
    private ClusterDocuments documents;

    @Inject
    private AskedCluster asked;

    @Inject
    private ClusterPage card;

    @Inject
    private ListQuery query;

    private @Nullable List<DocumentView> all;

    /** All papers ever in force, by date. */
    public List<DocumentView> getAll() {
        if (all == null) {
            all = documents.list(asked.id(), null, asked.knownOn());
        }
        return all;
    }

    /** Whether the paper is in force on the date of the page. */
    public boolean inForce(DocumentView document) {
        return card.getCard().documents().stream().anyMatch(paper -> paper.id().equals(document.id()));
    }

    /** Size in kilobytes, never nought. */
    public long kilobytes(long bytes) {
        return Math.max(1, Math.round(bytes / 1024.0));
    }

    /** Answers with the file of the paper that the address names, to be saved and not shown. */
    public void download() throws IOException {
        if (query.text("file").isEmpty()) {
            return;
        }
        var file = documents.file(asked.id(), paper(query.value("file")));
        Faces.getExternalContext().setResponseHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        Faces.sendFile(file.name(), true, out -> Files.copy(file.path(), out));
    }

    private static UUID paper(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            throw new Problem(ClusterProblem.CLUSTER_DOCUMENT_UNKNOWN);
        }
    }
}
