package ru.mos.clusters.web.cluster;

import static java.util.Objects.requireNonNull;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.AddDocument;
import ru.mos.clusters.cluster.ClusterDocuments;
import ru.mos.clusters.cluster.ClusterProblem;
import ru.mos.clusters.cluster.DocumentKind;
import ru.mos.clusters.cluster.DocumentView;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;

/** Files a paper with the cluster, with its file or by reference alone; says that one holds no more. */
@Named
@RequestScoped
public class DocumentForm {

    @EJB
    private ClusterDocuments documents;

    @Inject
    private AskedCluster asked;

    @Inject
    private ListQuery query;

    private @Nullable DocumentView document;
    private @Nullable DocumentKind kind;
    private final PaperEntry paper = new PaperEntry();
    private @Nullable LocalDate from;
    private @Nullable LocalDate through;
    private @Nullable Part file;

    /** Null while a new one is to be filed. */
    public @Nullable DocumentView getDocument() {
        if (document == null && query.text("document").isPresent()) {
            document = documents.list(asked.id(), null, null).stream()
                    .filter(filed -> filed.id().toString().equals(query.value("document")))
                    .findFirst()
                    .orElseThrow(() -> new Problem(ClusterProblem.CLUSTER_DOCUMENT_UNKNOWN));
        }
        return document;
    }

    public List<DocumentKind> getKinds() {
        return List.of(DocumentKind.values());
    }

    public String add() throws IOException {
        var typed = paper.paper();
        var command = new AddDocument(
                asked.id(),
                requireNonNull(kind),
                typed.title(),
                typed.number(),
                typed.date(),
                from == null ? typed.date() : from,
                through == null ? null : through.plusDays(1));
        if (file == null) {
            documents.add(command, null, "");
        } else {
            try (var bytes = file.getInputStream()) {
                documents.add(command, bytes, file.getSubmittedFileName());
            }
        }
        Messages.info("documents.filed", typed.title());
        return asked.outcome("documents");
    }

    public String end() {
        var filed = requireNonNull(getDocument());
        documents.withdraw(asked.id(), filed.id(), requireNonNull(through).plusDays(1));
        Messages.info("documents.ended", filed.title(), through);
        return asked.outcome("documents");
    }

    public @Nullable DocumentKind getKind() {
        return kind;
    }

    public void setKind(@Nullable DocumentKind kind) {
        this.kind = kind;
    }

    public PaperEntry getPaper() {
        return paper;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getThrough() {
        return through;
    }

    public void setThrough(@Nullable LocalDate through) {
        this.through = through;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
