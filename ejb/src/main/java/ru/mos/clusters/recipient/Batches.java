package ru.mos.clusters.recipient;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Documents;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.platform.Transitions.Step;
import ru.mos.clusters.support.GatherSupport;

/**
 * Files for the register of recipients: everything that was not sent as it stands goes into the next one or is held back with its reason.
 * Whoever makes a file up does not let it go.
 */
@Stateless
@DenyAll
public class Batches {

    static final String SUBJECT = "RECIPIENT_BATCH";
    static final String REFUSED = "RECIPIENTS_REFUSED";
    private static final String TO_RELEASE = "RECIPIENTS_TO_RELEASE";
    private static final String HELD = "RECIPIENTS_HELD";
    private static final long LARGEST = 4L * 1024 * 1024 * 1024;

    @Inject
    private BatchStore store;

    @EJB
    private SendingTerms terms;

    @Inject
    private Event<GatherSupport> gather;

    @Inject
    private Documents documents;

    @EJB
    private Tasks tasks;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    /** What the record of changes keeps of a file; the file by its SHA-256. */
    record Prepared(
            String fileName,
            int documents,
            int held,
            @Nullable String sha256) {}

    /** What the record of changes keeps of a step. */
    record Moved(BatchState state, @Nullable String reason) {}

    /** The latest first. */
    @RolesAllowed({DEPARTMENT, CHIEF, AUDITOR})
    public Slice<BatchView> list(PageRequest page) {
        var before = page.after().isEmpty() ? null : Long.valueOf(page.after().get(0));
        return Slice.of(store.list(before, page.fetch()), page, one -> List.of(Long.toString(one.number())));
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, CHIEF, AUDITOR})
    public long count() {
        return store.count();
    }

    /** Months of which records wait to be sent, the earliest first. */
    @RolesAllowed({DEPARTMENT, CHIEF, AUDITOR})
    public List<WaitingMonth> waiting() {
        return terms.waiting();
    }

    /** @throws Problem {@code batch-unknown} */
    @RolesAllowed({DEPARTMENT, CHIEF, AUDITOR})
    public BatchView view(UUID id) {
        return whole(store.find(id).orElseThrow(() -> new Problem(RecipientProblem.BATCH_UNKNOWN)));
    }

    private BatchView whole(BatchView batch) {
        return batch.with(BatchLifecycle.TABLE.open(batch.state(), caller::hasRole).stream()
                .filter(action ->
                        action != BatchAction.RELEASE || !caller.login().equals(batch.preparedBy()))
                .toList());
    }

    /** The table of what may be done to a file. */
    @RolesAllowed({DEPARTMENT, CHIEF, AUDITOR})
    public List<Step<BatchState, BatchAction, BatchGuard, BatchEffect>> transitions() {
        return BatchLifecycle.TABLE.steps();
    }

    /** Documents of a file in its order. @throws Problem {@code batch-unknown} */
    @RolesAllowed({DEPARTMENT, CHIEF, AUDITOR})
    public Slice<ItemView> items(UUID id, PageRequest page) {
        view(id);
        return Slice.of(
                store.items(id, after(page), page.fetch()), page, one -> List.of(Integer.toString(one.position())));
    }

    /** What was held back, by recipient. @throws Problem {@code batch-unknown} */
    @RolesAllowed({DEPARTMENT, CHIEF, AUDITOR})
    public Slice<HeldView> held(UUID id, PageRequest page) {
        view(id);
        return Slice.of(
                store.held(id, after(page), page.fetch()), page, one -> List.of(Integer.toString(one.position())));
    }

    private static int after(PageRequest page) {
        return page.after().isEmpty() ? 0 : Integer.parseInt(page.after().get(0));
    }

    /**
     * Makes a file up of all that was not sent as it stands, and holds it to its schema; another person lets it go. With nothing that may
     * be sent it only says what is held back.
     *
     * @throws Problem {@code batch-prepared-twice}, {@code batch-without-records}, {@code batch-file-unsound}, {@code
     *     support-provider-unknown}
     */
    @RolesAllowed(DEPARTMENT)
    public BatchView prepare() {
        store.lock();
        if (store.isPrepared()) {
            throw new Problem(RecipientProblem.BATCH_PREPARED_TWICE);
        }
        var today = time.today();
        gather.fire(new GatherSupport(today));
        if (store.isNothingUnsent()) {
            throw new Problem(RecipientProblem.BATCH_WITHOUT_RECORDS);
        }
        var due = terms.waiting().stream()
                .findFirst()
                .map(WaitingMonth::due)
                .orElse(null); // from now on it is the chief's
        var id = UUID.randomUUID();
        var fileName = "VO_SVMSP_" + DateTimeFormatter.BASIC_ISO_DATE.format(today) + "_" + id + ".xml";
        long change = changes.record("RECIPIENTS_PREPARED", SUBJECT, id.toString(), null, Map.of("fileName", fileName));
        store.insert(id, today, store.formatVersion(today), fileName, caller.login(), change);
        var composed = store.compose(id);
        if (composed.documents() + composed.held() == 0) {
            throw new Problem(RecipientProblem.BATCH_WITHOUT_RECORDS);
        }
        store.composed(id, composed, composed.documents() == 0 ? null : file(id, composed.documents()));
        var prepared = view(id);
        if (composed.mendable() > 0) {
            tasks.open(
                    HELD,
                    Doer.role(DEPARTMENT),
                    SUBJECT,
                    id.toString(),
                    Map.of("number", prepared.number(), "held", composed.mendable()),
                    null);
        }
        if (prepared.state() == BatchState.HELD_ONLY) {
            settled(id);
        } else {
            tasks.open(TO_RELEASE, Doer.second(CHIEF, caller.login()), SUBJECT, id.toString(), facts(prepared), due);
        }
        return prepared;
    }

    /** What earlier files held back is in this one, sent or held back again; until it stands that is theirs. */
    private void settled(UUID id) {
        store.withTask(HELD).stream()
                .filter(earlier -> !earlier.equals(id))
                .forEach(earlier -> tasks.done(HELD, SUBJECT, earlier.toString()));
        terms.refresh();
    }

    private Documents.StoredFile file(UUID id, int count) {
        var batch = store.find(id).orElseThrow();
        try {
            var written = Files.createTempFile("recipients-", ".xml");
            try {
                try (var out = new BufferedOutputStream(Files.newOutputStream(written))) {
                    write(out, batch, count);
                }
                BatchFile.requireSound(written);
                try (var bytes = Files.newInputStream(written)) {
                    return documents.store(bytes, LARGEST);
                }
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void write(OutputStream out, BatchView batch, int count) {
        var name = batch.fileName().substring(0, batch.fileName().lastIndexOf('.'));
        try (var file = new BatchFile(out, name, batch.formatVersion(), batch.composedOn(), count)) {
            store.sent(batch.id(), sent -> {
                try {
                    file.write(sent);
                } catch (XMLStreamException failure) {
                    throw new IllegalStateException(failure);
                }
            });
        } catch (XMLStreamException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /**
     * Lets a file go: it may be downloaded and sent.
     *
     * @throws Problem {@code batch-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}, {@code second-person-required},
     *     {@code batch-outdated}
     */
    @RolesAllowed(CHIEF)
    public BatchView release(UUID id, @Nullable Long version) {
        var batch = ready(id, BatchAction.RELEASE, version);
        if (caller.login().equals(batch.preparedBy())) {
            throw new Problem(PlatformProblem.SECOND_PERSON_REQUIRED);
        }
        if (!store.isUpToDate(id)) {
            throw new Problem(RecipientProblem.BATCH_OUTDATED);
        }
        store.released(
                id, caller.login(), time.today(), recorded("RECIPIENTS_RELEASED", batch, BatchState.RELEASED, null));
        tasks.done(TO_RELEASE, SUBJECT, id.toString());
        settled(id);
        return view(id);
    }

    /**
     * Puts away a file that was not let go; what it held goes into the next one.
     *
     * @throws Problem {@code batch-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}, {@code field-required}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public BatchView cancel(UUID id, @Nullable Long version, String reason) {
        var batch = ready(id, BatchAction.CANCEL, version);
        var why = Text.required(reason, "/reason");
        store.cancelled(id, why, recorded("RECIPIENTS_CANCELLED", batch, BatchState.CANCELLED, why));
        tasks.done(TO_RELEASE, SUBJECT, id.toString());
        tasks.done(HELD, SUBJECT, id.toString());
        terms.refresh();
        return view(id);
    }

    private BatchView ready(UUID id, BatchAction action, @Nullable Long version) {
        var batch = store.lock(id).orElseThrow(() -> new Problem(RecipientProblem.BATCH_UNKNOWN));
        BatchLifecycle.TABLE.require(batch.state(), action, caller::hasRole);
        if (version != null && version != batch.version()) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        return batch;
    }

    private long recorded(String action, BatchView batch, BatchState to, @Nullable String reason) {
        return changes.record(
                action, SUBJECT, batch.id().toString(), new Moved(batch.state(), null), new Moved(to, reason));
    }

    private static Map<String, Object> facts(BatchView batch) {
        return Map.of("number", batch.number(), "documents", batch.documents());
    }

    /**
     * Where the file lies, once it may be sent.
     *
     * @throws Problem {@code batch-unknown}, {@code batch-not-released}
     */
    @RolesAllowed({DEPARTMENT, CHIEF, AUDITOR})
    public Path file(UUID id) {
        var batch = view(id);
        if (batch.releasedOn() == null) {
            throw new Problem(RecipientProblem.BATCH_NOT_RELEASED);
        }
        return documents.path(Objects.requireNonNull(batch.sha256()));
    }
}
