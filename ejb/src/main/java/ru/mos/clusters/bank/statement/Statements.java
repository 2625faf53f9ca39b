package ru.mos.clusters.bank.statement;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.bank.BankProblem;
import ru.mos.clusters.bank.InstructionExecuted;
import ru.mos.clusters.bank.file.StatementFile;
import ru.mos.clusters.bank.file.StatementRemark;
import ru.mos.clusters.bank.file.StatementSummary;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Transitions.Step;
import ru.mos.clusters.platform.intake.IntakeProblem;

/**
 * Statements: taken in as one transaction, so that of a file that cannot be used nothing stays. One in which nothing is odd is
 * accepted at once, and what it shows executes instructions; any other waits for a second person.
 */
@Stateless
@DenyAll
public class Statements {

    private static final String SUBJECT = "STATEMENT";
    private static final String TASK = "STATEMENT_TO_EXAMINE";

    @Inject
    private StatementStore store;

    @Inject
    private DocumentStore documents;

    @Inject
    private ru.mos.clusters.platform.Documents files;

    @EJB
    private Tasks tasks;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Event<InstructionExecuted> executed;

    /**
     * Takes a statement in. Fires {@link InstructionExecuted} for each instruction that it shows executed beyond doubt.
     *
     * @param most the largest size taken, in bytes
     * @throws Problem {@code upload-empty}, {@code body-too-large}, {@code statement-taken-before}, and all that says why a file cannot
     *     be used: {@link StatementFile#read}
     */
    @RolesAllowed(ACCOUNTANT)
    public StatementView submit(String fileName, InputStream bytes, long most) {
        var id = UUID.randomUUID();
        var read = new AtomicReference<@Nullable StatementSummary>();
        var sha256 = stored(
                fileName,
                bytes,
                most,
                path -> read.set(store.staging(staging -> {
                    var summary = StatementFile.read(path, fileName, staging);
                    staging.keep(id);
                    return summary;
                })));
        if (store.isKnown(sha256)) {
            throw new Problem(BankProblem.STATEMENT_TAKEN_BEFORE);
        }
        taken(id, sha256, fileName, Objects.requireNonNull(read.get()));
        return view(id);
    }

    private String stored(String fileName, InputStream bytes, long most, Consumer<Path> inspection) {
        try {
            return files.store(bytes, most, inspection).sha256();
        } catch (Problem refused) {
            throw refused.code() == PlatformProblem.DOCUMENT_EMPTY
                    ? new Problem(IntakeProblem.UPLOAD_EMPTY, fileName)
                    : refused;
        }
    }

    private void taken(UUID id, String sha256, String fileName, StatementSummary summary) {
        var account = store.lockAccount(summary.account(), summary.until()).orElse(null);
        var remarks = remarks(summary, account);
        boolean flagged = remarks.stream().anyMatch(StatementRemark::flagging);
        var state = flagged ? StatementState.FLAGGED : StatementState.ACCEPTED;
        long change = changes.record(
                "STATEMENT_TAKEN",
                SUBJECT,
                id.toString(),
                null,
                new Taken(fileName, summary.account(), summary.documents(), state));
        store.insert(id, sha256, fileName, summary, account, state, caller.login(), change);
        store.insert(id, remarks);
        if (account == null || flagged) {
            tasks.open(
                    TASK,
                    Tasks.Doer.second(ACCOUNTANT, caller.login()),
                    SUBJECT,
                    id.toString(),
                    Map.of("file", fileName, "account", summary.account()),
                    null);
        } else {
            match(id, account, change);
        }
    }

    /** What the statement says of itself, and how it agrees with those beside it. */
    private List<StatementRemark> remarks(StatementSummary summary, @Nullable UUID account) {
        var remarks = new ArrayList<>(summary.remarks());
        if (account == null) {
            remarks.add(StatementRemark.flag(BankProblem.ACCOUNT_UNKNOWN, summary.account()));
            return remarks;
        }
        store.before(account, summary.from())
                .filter(before -> before.day().plusDays(1).equals(summary.from()))
                .filter(before -> differ(before.balance(), summary.opening()))
                .ifPresent(before -> remarks.add(StatementRemark.flag(
                        BankProblem.STATEMENT_OPENING_DIFFERS,
                        String.valueOf(summary.opening()),
                        before.day().toString(),
                        String.valueOf(before.balance()))));
        store.after(account, summary.until())
                .filter(after -> after.day().minusDays(1).equals(summary.until()))
                .filter(after -> differ(after.balance(), summary.closing()))
                .ifPresent(after -> remarks.add(StatementRemark.flag(
                        BankProblem.STATEMENT_CLOSING_DIFFERS,
                        String.valueOf(summary.closing()),
                        after.day().toString(),
                        String.valueOf(after.balance()))));
        return remarks;
    }

    private static boolean differ(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one != null && other != null && one.compareTo(other) != 0;
    }

    private void match(UUID id, UUID account, long change) {
        documents.enter(id, account);
        for (var execution : documents.matchExact(id, caller.login(), change)) {
            executed.fire(execution);
        }
    }

    /**
     * Accepts a flagged statement that somebody else uploaded; what it shows executes instructions as of any other.
     *
     * @param version of the statement that the caller saw; null: whichever
     * @throws Problem {@code statement-unknown}, {@code transition-not-allowed}, {@code second-person-required}, {@code
     *     changed-meanwhile}, {@code field-required}, {@code account-unknown} as long as the account is none of ours
     */
    @RolesAllowed({ACCOUNTANT, CHIEF})
    public StatementView accept(UUID id, @Nullable Long version, String reason) {
        var statement = ready(id, StatementAction.ACCEPT, version);
        if (caller.login().equals(statement.uploadedBy())) {
            throw new Problem(PlatformProblem.SECOND_PERSON_REQUIRED);
        }
        var why = Text.required(reason, "/reason");
        var account = store.lockAccount(statement.accountNumber(), statement.until())
                .orElseThrow(() -> new Problem(BankProblem.ACCOUNT_UNKNOWN, statement.accountNumber()));
        long change = concluded(statement, StatementState.ACCEPTED, account, "STATEMENT_ACCEPTED", why);
        match(id, account, change);
        return view(id);
    }

    /**
     * Puts a flagged statement away: nothing is made of it.
     *
     * @throws Problem {@code statement-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}, {@code field-required}
     */
    @RolesAllowed({ACCOUNTANT, CHIEF})
    public StatementView discard(UUID id, @Nullable Long version, String reason) {
        var statement = ready(id, StatementAction.DISCARD, version);
        concluded(statement, StatementState.DISCARDED, null, "STATEMENT_DISCARDED", Text.required(reason, "/reason"));
        return view(id);
    }

    private StatementView ready(UUID id, StatementAction action, @Nullable Long version) {
        var statement = store.lock(id).orElseThrow(() -> new Problem(BankProblem.STATEMENT_UNKNOWN));
        StatementLifecycle.TABLE.require(statement.state(), action, caller::hasRole);
        if (version != null && version != statement.version()) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        return statement;
    }

    private long concluded(
            StatementView before, StatementState to, @Nullable UUID account, String action, String reason) {
        var id = before.id();
        long change = changes.record(action, SUBJECT, id.toString(), before.state(), new Concluded(to, reason));
        store.conclude(id, to, account, caller.login(), reason, change);
        tasks.done(TASK, SUBJECT, id.toString());
        return change;
    }

    /** @throws Problem {@code statement-unknown} */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public StatementView view(UUID id) {
        var statement = store.find(id).orElseThrow(() -> new Problem(BankProblem.STATEMENT_UNKNOWN));
        return statement.with(
                store.problems(id),
                StatementLifecycle.TABLE.open(statement.state(), caller::hasRole).stream()
                        .filter(action -> action != StatementAction.ACCEPT
                                || !caller.login().equals(statement.uploadedBy()))
                        .toList());
    }

    /** The latest first, of one state and one number of an account where these are given. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public Slice<StatementView> list(@Nullable StatementState state, @Nullable String account, PageRequest page) {
        var before = page.after().isEmpty() ? null : Long.valueOf(page.after().get(0));
        return Slice.of(
                store.list(state, account, before, page.fetch()), page, one -> List.of(Long.toString(one.number())));
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public long count(@Nullable StatementState state, @Nullable String account) {
        return store.count(state, account);
    }

    /** Its documents in the order of the file. @throws Problem {@code statement-unknown} */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public Slice<StatementLine> lines(UUID id, PageRequest page) {
        view(id);
        int after = page.after().isEmpty() ? 0 : Integer.parseInt(page.after().get(0));
        return Slice.of(
                documents.lines(id, after, page.fetch()), page, line -> List.of(Integer.toString(line.position())));
    }

    /** The table of what may be done to a statement. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public List<Step<StatementState, StatementAction, StatementGuard, StatementEffect>> transitions() {
        return StatementLifecycle.TABLE.steps();
    }

    /** What the record of changes keeps of the beginning. */
    record Taken(String fileName, String account, int documents, StatementState state) {}

    /** What it keeps of the end. */
    record Concluded(StatementState state, String reason) {}
}
