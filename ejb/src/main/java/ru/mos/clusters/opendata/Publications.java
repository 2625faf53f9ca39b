package ru.mos.clusters.opendata;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Documents;
import ru.mos.clusters.platform.LongTransaction;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.platform.Transitions.Step;

/** Publications of open data: one person has them prepared, another publishes them. */
@Stateless
@DenyAll
public class Publications {

    private static final String SUBJECT = "OPEN_DATA";
    private static final String TASK = "OPEN_DATA_TO_PUBLISH";
    private static final int LONGEST_TITLE = 300;

    @Inject
    private PublicationStore store;

    @Inject
    private Preparation preparation;

    @Inject
    private LongTransaction longTransaction;

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

    /** What the record of changes keeps of a preparation; each file by its SHA-256. */
    record Recorded(LocalDate asOf, long faults, long persons, Map<String, String> files) {}

    /** What the record of changes keeps of a step. */
    record Moved(PublicationState state, @Nullable String reason) {}

    /** A file of a publication and where its bytes lie. */
    public record Bytes(FileView file, Path path) {}

    /** The latest first. */
    @RolesAllowed({DEPARTMENT, CHIEF, AUDITOR})
    public Slice<PublicationView> list(PageRequest page) {
        var before = page.after().isEmpty() ? null : Long.valueOf(page.after().get(0));
        return Slice.of(store.list(before, page.fetch()), page, one -> List.of(Long.toString(one.number())));
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, CHIEF, AUDITOR})
    public long count() {
        return store.count();
    }

    /** @throws Problem {@code publication-unknown} */
    @RolesAllowed({DEPARTMENT, CHIEF, AUDITOR})
    public PublicationView view(UUID id) {
        return whole(store.find(id).orElseThrow(() -> new Problem(OpenDataProblem.PUBLICATION_UNKNOWN)));
    }

    private PublicationView whole(PublicationView found) {
        return found.with(
                store.files(found.id()),
                PublicationLifecycle.TABLE.open(found.state(), caller::hasRole).stream()
                        .filter(action -> action != PublicationAction.PUBLISH
                                || !caller.login().equals(found.preparedBy()))
                        .toList());
    }

    /** Where its files break the public schemas, and where they look like a person. @throws Problem {@code publication-unknown} */
    @RolesAllowed({DEPARTMENT, CHIEF, AUDITOR})
    public Slice<FindingView> findings(UUID id, PageRequest page) {
        view(id);
        int after = page.after().isEmpty() ? 0 : Integer.parseInt(page.after().get(0));
        return Slice.of(
                store.findings(id, after, page.fetch()), page, one -> List.of(Integer.toString(one.position())));
    }

    /** How many of these are kept. */
    @RolesAllowed({DEPARTMENT, CHIEF, AUDITOR})
    public long countFindings(UUID id) {
        return store.countFindings(id);
    }

    /**
     * A file to be looked at before or after it is published.
     *
     * @throws Problem {@code publication-unknown}, {@code publication-file-unknown}
     */
    @RolesAllowed({DEPARTMENT, CHIEF, AUDITOR})
    public Bytes file(UUID id, String name) {
        return view(id).files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .map(file -> new Bytes(file, documents.path(file.sha256())))
                .orElseThrow(() -> new Problem(OpenDataProblem.PUBLICATION_FILE_UNKNOWN, name));
    }

    /** The table of what may be done to a publication. */
    @RolesAllowed({DEPARTMENT, CHIEF, AUDITOR})
    public List<Step<PublicationState, PublicationAction, PublicationGuard, PublicationEffect>> transitions() {
        return PublicationLifecycle.TABLE.steps();
    }

    /**
     * Writes what may be public as it stands today into files and examines them. With a fault in them the publication can only be
     * given up; without, it waits for a chief.
     *
     * @param asOf the day the caller means, for it can only be today; null: today
     * @throws Problem {@code publication-not-today}; {@code selection-too-large} where too much is to be told of owners
     */
    @RolesAllowed(DEPARTMENT)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PublicationView prepare(@Nullable LocalDate asOf) {
        var today = time.today();
        if (asOf != null && !asOf.equals(today)) {
            throw new Problem(OpenDataProblem.PUBLICATION_NOT_TODAY, asOf, today).at("/asOf");
        }
        var id = UUID.randomUUID();
        Path folder = null;
        try {
            folder = Files.createTempDirectory("open-data-");
            var place = folder;
            // apart from what is recorded: the change that is stamped last must see the one before it
            var prepared = longTransaction.inOne(handle -> generate(handle, today, place));
            longTransaction.inOne(handle -> record(handle, id, today, prepared));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            remove(folder);
        }
        return view(id);
    }

    private Preparation.Prepared generate(Handle handle, LocalDate day, Path folder) {
        handle.execute("set transaction isolation level repeatable read, read only"); // the files tell of one moment
        try {
            var first = store.first(handle);
            return preparation.prepare(handle, day, first == null ? day : first, time.now(), folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private boolean record(Handle handle, UUID id, LocalDate day, Preparation.Prepared prepared) {
        try {
            var files = new ArrayList<FileView>();
            for (var file : prepared.files()) {
                try (var bytes = Files.newInputStream(file.path())) {
                    var stored = documents.store(bytes, Long.MAX_VALUE);
                    files.add(new FileView(
                            file.name(), file.mediaType(), stored.sha256(), stored.size(), file.records()));
                }
            }
            var findings = prepared.findings();
            var digests = new java.util.TreeMap<String, String>();
            files.forEach(file -> digests.put(file.name(), file.sha256()));
            long change = changes.record(
                    "OPEN_DATA_PREPARED",
                    SUBJECT,
                    id.toString(),
                    null,
                    new Recorded(day, findings.faults(), findings.persons(), digests));
            var state = findings.faults() == 0 ? PublicationState.PREPARED : PublicationState.FAULTY;
            long number = store.insert(handle, id, day, state, caller.login(), prepared, change);
            store.insertFiles(handle, id, files);
            store.insertFindings(handle, id, findings.kept);
            if (state == PublicationState.PREPARED) {
                tasks.open(
                        TASK,
                        Tasks.Doer.second(CHIEF, caller.login()),
                        SUBJECT,
                        id.toString(),
                        Map.of("number", number),
                        null);
            }
            return true;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void remove(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Opens the files of a publication that somebody else had prepared to everybody.
     *
     * @param acknowledgement why each place that looks like a person may be told; needed where there is one
     * @param version of the publication that the caller saw; null: whichever
     * @throws Problem {@code publication-unknown}, {@code transition-not-allowed}, {@code second-person-required},
     *     {@code changed-meanwhile}, {@code publication-overtaken}, {@code publication-persons-unanswered}
     */
    @RolesAllowed(CHIEF)
    public PublicationView publish(UUID id, @Nullable String acknowledgement, @Nullable Long version) {
        var prepared = ready(id, PublicationAction.PUBLISH, version);
        if (caller.login().equals(prepared.preparedBy())) {
            throw new Problem(PlatformProblem.SECOND_PERSON_REQUIRED);
        }
        store.laterPublished(prepared.number()).ifPresent(later -> {
            throw new Problem(OpenDataProblem.PUBLICATION_OVERTAKEN, later);
        });
        var answer = Text.optional(acknowledgement, "/acknowledgement");
        if (prepared.persons() > 0 && answer == null) {
            throw new Problem(OpenDataProblem.PUBLICATION_PERSONS_UNANSWERED, prepared.persons())
                    .at("/acknowledgement");
        }
        var answered = prepared.persons() > 0 ? answer : null;
        long change = changes.record(
                "OPEN_DATA_PUBLISHED",
                SUBJECT,
                id.toString(),
                prepared.state(),
                new Moved(PublicationState.PUBLISHED, answered));
        store.published(id, caller.login(), answered, change);
        tasks.done(TASK, SUBJECT, id.toString());
        return view(id);
    }

    /**
     * Gives up a publication before it is published.
     *
     * @throws Problem {@code publication-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}, {@code field-required}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public PublicationView discard(UUID id, String reason, @Nullable Long version) {
        return end(id, PublicationAction.DISCARD, PublicationState.DISCARDED, reason, version);
    }

    /**
     * Takes back what was published: nobody can have its files any more, and the one before is the latest.
     *
     * @throws Problem {@code publication-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}, {@code field-required}
     */
    @RolesAllowed(CHIEF)
    public PublicationView withdraw(UUID id, String reason, @Nullable Long version) {
        return end(id, PublicationAction.WITHDRAW, PublicationState.WITHDRAWN, reason, version);
    }

    private PublicationView end(
            UUID id, PublicationAction action, PublicationState state, String reason, @Nullable Long version) {
        var before = ready(id, action, version);
        var why = Text.required(reason, "/reason");
        long change = changes.record(
                "OPEN_DATA_" + state.name(), SUBJECT, id.toString(), before.state(), new Moved(state, why));
        store.ended(id, state, why, change);
        tasks.done(TASK, SUBJECT, id.toString());
        return view(id);
    }

    private PublicationView ready(UUID id, PublicationAction action, @Nullable Long version) {
        var found = store.lock(id).orElseThrow(() -> new Problem(OpenDataProblem.PUBLICATION_UNKNOWN));
        PublicationLifecycle.TABLE.require(found.state(), action, caller::hasRole);
        if (version != null && version != found.version()) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        return found;
    }

    /**
     * What the project of an agreement is called in public from the next preparation on.
     *
     * @throws Problem {@code public-title-agreement-unknown}, {@code field-required}, {@code public-title-long},
     *     {@code public-title-names-person}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public String title(UUID agreement, @Nullable String title) {
        store.lockAgreement(agreement);
        var before = store.agreement(agreement)
                .orElseThrow(() -> new Problem(OpenDataProblem.PUBLIC_TITLE_AGREEMENT_UNKNOWN));
        var given = Text.required(title, "/title");
        if (given.length() > LONGEST_TITLE) {
            throw new Problem(OpenDataProblem.PUBLIC_TITLE_LONG, LONGEST_TITLE).at("/title");
        }
        if (!PersonTrace.in(given).isEmpty()) {
            throw new Problem(OpenDataProblem.PUBLIC_TITLE_NAMES_PERSON).at("/title");
        }
        long change = changes.record("PUBLIC_TITLE_GIVEN", "AGREEMENT", agreement.toString(), before, given);
        store.title(agreement, given, caller.login(), change);
        return Objects.requireNonNull(given);
    }
}
