package ru.mos.clusters.web.recipient;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.recipient.AnswerView;
import ru.mos.clusters.recipient.Answers;
import ru.mos.clusters.recipient.BatchAction;
import ru.mos.clusters.recipient.BatchState;
import ru.mos.clusters.recipient.BatchView;
import ru.mos.clusters.recipient.Batches;
import ru.mos.clusters.recipient.HeldView;
import ru.mos.clusters.recipient.ItemView;
import ru.mos.clusters.recipient.RecipientProblem;
import ru.mos.clusters.web.shell.ChosenFile;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** A file for the tax service: what it holds beside what was held back, the answers, and what may be done. */
@Named
@RequestScoped
public class BatchPage {

    private static final String PAGE = "/recipient/batch.xhtml";
    private static final Set<String> TABS = Set.of("file", "held", "answers");
    private static final int BESIDE = 20;

    @EJB
    private Batches batches;

    @EJB
    private Answers answers;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    private BatchView batch;
    private LazyTable<ItemView> items;
    private LazyTable<HeldView> held;
    private @Nullable String reason;
    private @Nullable Long version;
    private @Nullable Part file;

    @PostConstruct
    void open() {
        batch = batches.view(Ids.of(query.value("id"), RecipientProblem.BATCH_UNKNOWN));
        version = batch.version();
        items = query.table(page -> batches.items(batch.id(), page), () -> batch.documents());
        held = query.table(page -> batches.held(batch.id(), page), () -> batch.held());
    }

    public BatchView getBatch() {
        return batch;
    }

    public String getTab() {
        return query.text("tab").filter(TABS::contains).orElse("file");
    }

    public LazyTable<ItemView> getItems() {
        return items;
    }

    public LazyTable<HeldView> getHeld() {
        return held;
    }

    /** The first of those held back, to stand beside the file. */
    public List<HeldView> getHeldBeside() {
        return batches.held(batch.id(), PageRequest.first(BESIDE)).items();
    }

    public boolean isMoreHeld() {
        return batch.held() > BESIDE;
    }

    public List<AnswerView> getAnswers() {
        return answers.of(batch.id());
    }

    public boolean isReleasable() {
        return batch.actions().contains(BatchAction.RELEASE);
    }

    public boolean isCancellable() {
        return batch.actions().contains(BatchAction.CANCEL);
    }

    public boolean isAnswerable() {
        return batch.actions().contains(BatchAction.ANSWER);
    }

    public boolean isOffered() {
        return batch.releasedOn() != null;
    }

    /** Whether the person made it up and so has to leave it to another. */
    public boolean isOwn() {
        return batch.state() == BatchState.PREPARED && caller.login().equals(batch.preparedBy());
    }

    /** Answers with the file where the address asks for it. */
    public void download() throws IOException {
        if (query.value("download").equals("xml")) {
            var path = batches.file(batch.id());
            Faces.sendFile(batch.fileName(), true, out -> Files.copy(path, out));
        }
    }

    public String release() {
        batches.release(batch.id(), version);
        return after("recipient.released");
    }

    public String cancel() {
        batches.cancel(batch.id(), version, String.valueOf(reason));
        return after("recipient.cancelled");
    }

    /** Takes an answer of the tax service. */
    public String take() throws IOException {
        var chosen = Objects.requireNonNull(file);
        try (var bytes = chosen.getInputStream()) {
            answers.take(batch.id(), bytes, ChosenFile.name(chosen, "answer.xml"));
        }
        return after("recipient.answerTaken");
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to(PAGE, "id", batch.id());
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable Long getVersion() {
        return version;
    }

    public void setVersion(@Nullable Long version) {
        this.version = version;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
