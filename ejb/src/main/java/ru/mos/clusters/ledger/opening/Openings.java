package ru.mos.clusters.ledger.opening;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ledger.Account;
import ru.mos.clusters.ledger.Ledger;
import ru.mos.clusters.ledger.LedgerProblem;
import ru.mos.clusters.ledger.NewEntry;
import ru.mos.clusters.ledger.Operation;
import ru.mos.clusters.ledger.Stage;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Documents;
import ru.mos.clusters.platform.FileType;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.platform.Transitions.Step;
import ru.mos.clusters.platform.workbook.Rejections;
import ru.mos.clusters.platform.workbook.Spooled;
import ru.mos.clusters.platform.workbook.Workbook;

/**
 * Takes on what stood in the department's books before the ledger was kept: reserved, committed, due, paid and accepted of each
 * running agreement, free limits and appropriations of each budget line. One workbook is one document, posted as a whole, an entry
 * for each of its rows.
 */
@Stateless
@DenyAll
public class Openings {

    private static final String SUBJECT = "OPENING";
    private static final String TASK = "OPENING_TO_POST";

    @Inject
    private OpeningStore store;

    @EJB
    private Ledger ledger;

    @EJB
    private Tasks tasks;

    @Inject
    private Documents documents;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    /** What the record of changes keeps of opening balances that were prepared; the workbook by its SHA-256. */
    record Prepared(LocalDate effectiveOn, int rows, String workbook) {}

    /** What the record of changes keeps of a step. */
    record Moved(OpeningState state, @Nullable String reason) {}

    /** An empty workbook to be filled in, with an explanation of its columns. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public void template(Locale locale, OutputStream to) {
        OpeningTemplate.write(locale, to);
    }

    /** The latest first. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public Slice<OpeningView> list(PageRequest page) {
        var before = page.after().isEmpty() ? null : Long.valueOf(page.after().get(0));
        return Slice.of(store.list(before, page.fetch()), page, one -> List.of(Long.toString(one.number())));
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public long count() {
        return store.count();
    }

    /** @throws Problem {@code opening-unknown} */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public OpeningView view(UUID id) {
        return whole(found(id));
    }

    private OpeningView found(UUID id) {
        return store.find(id).orElseThrow(() -> new Problem(OpeningProblem.OPENING_UNKNOWN));
    }

    private OpeningView whole(OpeningView found) {
        return found.with(OpeningLifecycle.TABLE.open(found.state(), caller::hasRole).stream()
                .filter(action ->
                        action != OpeningAction.POST || !caller.login().equals(found.preparedBy()))
                .toList());
    }

    /** Their rows in the order of the workbook. @throws Problem {@code opening-unknown} */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public Slice<OpeningRow> rows(UUID id, PageRequest page) {
        found(id);
        int after = page.after().isEmpty() ? 0 : Integer.parseInt(page.after().get(0));
        return Slice.of(store.rows(id, after, page.fetch()), page, row -> List.of(Integer.toString(row.position())));
    }

    /** The table of what may be done to opening balances. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public List<Step<OpeningState, OpeningAction, OpeningGuard, OpeningEffect>> transitions() {
        return OpeningLifecycle.TABLE.steps();
    }

    /**
     * Prepares all that a workbook holds, or nothing; nothing is posted yet.
     *
     * @param fileName as the workbook was called
     * @param day on which the ledger takes the balances on
     * @throws Problem {@code entry-in-future}, {@code entry-in-closed-month}, {@code account-year-impossible}; of the workbook as a whole {@code workbook-unreadable},
     *     {@code workbook-too-large}, {@code workbook-too-many-rows}, {@code body-too-large}, {@code opening-empty}; {@code opening-taken}
     *     where somebody else was faster with the same row
     */
    @RolesAllowed(ACCOUNTANT)
    public OpeningReport prepare(InputStream workbook, String fileName, LocalDate day) {
        requireOpen(day);
        try (var spooled = Spooled.of(workbook)) {
            return prepare(spooled.file(), fileName, day);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void requireOpen(LocalDate day) {
        if (day.getYear() < OpeningReader.FIRST_YEAR) {
            throw new Problem(LedgerProblem.ACCOUNT_YEAR_IMPOSSIBLE).at("/effectiveOn");
        } else if (day.isAfter(time.today())) {
            throw new Problem(LedgerProblem.ENTRY_IN_FUTURE).at("/effectiveOn");
        }
        store.closedThrough().filter(closed -> !day.isAfter(closed)).ifPresent(closed -> {
            throw new Problem(LedgerProblem.ENTRY_IN_CLOSED_MONTH, closed).at("/effectiveOn");
        });
    }

    private OpeningReport prepare(Path workbook, String fileName, LocalDate day) throws IOException {
        var rejections = new Rejections();
        var reader = new OpeningReader(new OpeningReader.Known(day, ledger.layouts(), store.endedYears()), rejections);
        reader.read(Workbook.read(workbook));
        if (rejections.isEmpty() && reader.drafts.isEmpty()) {
            throw new Problem(OpeningProblem.OPENING_EMPTY);
        }
        for (var taken : store.taken(reader.drafts)) {
            var draft = reader.drafts.get(taken.at() - 1);
            draft.row().refuse(draft.naming(), OpeningProblem.OPENING_TAKEN_BEFORE, taken.opening());
        }
        return rejections.isEmpty()
                ? new OpeningReport(insert(reader.drafts, workbook, fileName, day), List.of(), 0)
                : new OpeningReport(null, rejections.shown(), rejections.count());
    }

    private OpeningView insert(List<OpeningDraft> drafts, Path workbook, String fileName, LocalDate day)
            throws IOException {
        var id = UUID.randomUUID();
        try (var bytes = Files.newInputStream(workbook)) {
            var stored = documents.store(bytes, Spooled.LARGEST);
            long change = changes.record(
                    "OPENING_PREPARED",
                    SUBJECT,
                    id.toString(),
                    null,
                    new Prepared(day, drafts.size(), stored.sha256()));
            var document = documents.register(stored, FileType.XLSX, fileName, change);
            store.insert(id, day, document, caller.login(), change);
        }
        store.insertRows(id, drafts);
        var prepared = view(id);
        tasks.open(
                TASK,
                Tasks.Doer.second(CHIEF, caller.login()),
                SUBJECT,
                id.toString(),
                Map.of("number", prepared.number()),
                null);
        return prepared;
    }

    /**
     * Posts all of it, or nothing: an entry for each row.
     *
     * @param version of the opening balances that the caller saw; null: whichever
     * @throws Problem {@code opening-unknown}, {@code transition-not-allowed} also the second time, {@code second-person-required},
     *     {@code changed-meanwhile}, {@code entry-in-closed-month} where the month was closed since, {@code account-of-ended-year} where
     *     a year was ended since
     */
    @RolesAllowed(CHIEF)
    public OpeningView post(UUID id, @Nullable Long version) {
        var prepared = ready(id, OpeningAction.POST, version);
        if (caller.login().equals(prepared.preparedBy())) {
            throw new Problem(PlatformProblem.SECOND_PERSON_REQUIRED);
        }
        ledger.post(
                prepared.effectiveOn(),
                store.rows(id, 0, prepared.rows()).stream()
                        .map(row -> entry(id, row))
                        .toList());
        long change = changes.record(
                "OPENING_POSTED", SUBJECT, id.toString(), prepared.state(), new Moved(OpeningState.POSTED, null));
        store.posted(id, caller.login(), change);
        tasks.done(TASK, SUBJECT, id.toString());
        return view(id);
    }

    private static NewEntry entry(UUID id, OpeningRow row) {
        var legs = new ArrayList<NewEntry.Leg>();
        legs.add(new NewEntry.Leg(
                Account.of(Stage.BUDGET, row.year(), row.kbk()), row.total().negate()));
        row.sums().byStage().forEach((stage, sum) -> leg(row, stage, sum, legs));
        return new NewEntry(
                "opening/" + id + "/" + row.position(),
                Operation.OPENED,
                memo(row),
                new NewEntry.Source(SUBJECT, id.toString()),
                legs);
    }

    private static void leg(OpeningRow row, Stage stage, BigDecimal sum, List<NewEntry.Leg> legs) {
        if (sum.signum() != 0) {
            legs.add(new NewEntry.Leg(new Account(stage, row.year(), row.kbk(), row.subject()), sum));
        }
    }

    private static String memo(OpeningRow row) {
        return row.number() == null
                ? ProblemTexts.text(OpeningProblem.class, "memo.budgetLine", ProblemTexts.RUSSIAN)
                : ProblemTexts.text(
                        OpeningProblem.class,
                        "memo.agreement",
                        ProblemTexts.RUSSIAN,
                        row.number(),
                        Objects.requireNonNull(row.signedOn()),
                        Objects.requireNonNull(row.inn()).digits());
    }

    /**
     * Puts opening balances away that were entered wrongly; their rows may be entered anew.
     *
     * @throws Problem {@code opening-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}, {@code field-required}
     */
    @RolesAllowed({ACCOUNTANT, CHIEF})
    public OpeningView cancel(UUID id, @Nullable Long version, String reason) {
        var prepared = ready(id, OpeningAction.CANCEL, version);
        var why = Text.required(reason, "/reason");
        long change = changes.record(
                "OPENING_CANCELLED", SUBJECT, id.toString(), prepared.state(), new Moved(OpeningState.CANCELLED, why));
        store.cancelled(id, why, change);
        tasks.done(TASK, SUBJECT, id.toString());
        return view(id);
    }

    private OpeningView ready(UUID id, OpeningAction action, @Nullable Long version) {
        var prepared = store.lock(id).orElseThrow(() -> new Problem(OpeningProblem.OPENING_UNKNOWN));
        OpeningLifecycle.TABLE.require(prepared.state(), action, caller::hasRole);
        if (version != null && version != prepared.version()) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        return prepared;
    }
}
