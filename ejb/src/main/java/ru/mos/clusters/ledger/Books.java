package ru.mos.clusters.ledger;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Time;

/**
 * Reads the ledger: what accounts hold on a day and as it was known at an instant, what led to it, the journal as text for
 * other programs, and whether the books are still what was written.
 */
@Stateless
@DenyAll
public class Books {

    @Inject
    private BookQueries queries;

    @Inject
    private ExecutionQueries execution;

    @Inject
    private JournalWriter journal;

    @Inject
    private JournalTable table;

    @Inject
    private Time time;

    /**
     * Every account by code.
     *
     * @param on null: today
     * @param knownOn null: now
     */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public TrialBalance trialBalance(@Nullable LocalDate on, @Nullable Instant knownOn) {
        return TrialBalance.of(on == null ? time.today() : on, queries.byCode(AccountFilter.at(on, knownOn)));
    }

    /** What the stages hold altogether, in the order of the way money takes. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public List<StageBalance> stages(AccountFilter filter) {
        return queries.stages(filter);
    }

    /** Accounts in the order of the way money takes: by stage, year, code and subject. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public Slice<AccountBalance> accounts(AccountFilter filter, PageRequest page) {
        var after = page.after().isEmpty() ? "" : page.after().get(0);
        return Slice.of(queries.accounts(filter, after, page.fetch()), page, account -> List.of(account.code()));
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public long count(AccountFilter filter) {
        return queries.count(filter);
    }

    /** What an account holds today. @throws Problem {@code ledger-account-unknown} */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public AccountBalance account(String code) {
        return queries.account(code).orElseThrow(() -> new Problem(LedgerProblem.LEDGER_ACCOUNT_UNKNOWN, code));
    }

    /** Its statement, the latest line first. @throws Problem {@code ledger-account-unknown} */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public Slice<AccountLine> statement(String code, PageRequest page) {
        account(code);
        var before = page.after().isEmpty() ? null : Long.valueOf(page.after().get(0));
        return Slice.of(queries.lines(code, before, page.fetch()), page, line -> List.of(Long.toString(line.line())));
    }

    /** How many lines its statement has. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public long countLines(String code) {
        return queries.countLines(code);
    }

    /** The journal, the latest entry first. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public Slice<EntryView> entries(EntryFilter filter, PageRequest page) {
        var before = page.after().isEmpty() ? null : Long.valueOf(page.after().get(0));
        return Slice.of(
                queries.entries(filter, before, page.fetch()), page, entry -> List.of(Long.toString(entry.id())));
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public long countEntries(EntryFilter filter) {
        return queries.countEntries(filter);
    }

    /** One entry with its legs. @throws Problem {@code entry-unknown} */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public EntryView entry(long id) {
        return queries.entry(id).orElseThrow(() -> new Problem(LedgerProblem.ENTRY_UNKNOWN));
    }

    /** The execution of a budget year: each budget code, and under it each subject. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public Slice<ExecutionLine> execution(ExecutionFilter filter, PageRequest page) {
        return Slice.of(
                execution.lines(filter, page.after(), page.fetch()),
                page,
                line -> List.of(line.kbk(), line.subject() == null ? "" : line.subject()));
    }

    /** How many lines there are. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public long countExecution(ExecutionFilter filter) {
        return execution.count(filter);
    }

    /** This instant, once everybody has committed who began to post before it: what is known on it stays what it is. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public Instant settled() {
        return queries.settled();
    }

    /** Whether the books are still what was written: empty, or each place where they are not, a hundred at most. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public List<LedgerFault> faults() {
        return queries.faults(100);
    }

    /** The whole journal as plain text of another program, written as it is read. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public void journal(JournalFormat format, Locale locale, OutputStream to) {
        journal.write(format, locale, to);
    }

    /**
     * The journal as a table of text for the department's accounting program, one line for each pair of budget accounts, written as
     * it is read.
     *
     * @param from first day on which entries take effect; null: from the beginning
     * @param to last such day; null: to the end
     */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public void table(@Nullable LocalDate from, @Nullable LocalDate to, Locale locale, OutputStream out) {
        table.write(from, to, locale, out);
    }
}
