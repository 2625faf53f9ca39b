package ru.mos.clusters.ledger.year;

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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ledger.Account;
import ru.mos.clusters.ledger.CarriedOver;
import ru.mos.clusters.ledger.KbkLayout;
import ru.mos.clusters.ledger.Ledger;
import ru.mos.clusters.ledger.LedgerProblem;
import ru.mos.clusters.ledger.NewEntry;
import ru.mos.clusters.ledger.Operation;
import ru.mos.clusters.ledger.Stage;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.platform.Transitions.Step;

/**
 * Ends budget years. All that is left of a year lapses on 31 December; what is named is registered again under the limits of the
 * next year, in the stage it had reached: reserved, or committed. A commitment that was due has to fall due again.
 *
 * <p>Source: Budget Code, article 242 (limits end on 31 December) and article 219 (commitments within the limits of their year).
 */
@Stateless
@DenyAll
public class YearEnd {

    private static final String SUBJECT = "YEAR_END";
    private static final String TASK = "YEAR_END_TO_CARRY_OUT";
    private static final int FIRST_YEAR = 2005;
    private static final int LAST_YEAR = 2099;
    private static final int MOST_LINES = 5000;

    @Inject
    private YearEndStore store;

    @EJB
    private Ledger ledger;

    @EJB
    private Tasks tasks;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    @Inject
    private Event<CarriedOver> carriedOver;

    /** What is left of a year now, by code and subject: what would lapse, and what could be registered again. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public Slice<YearRemainder> remainders(int year, PageRequest page) {
        return Slice.of(
                store.remainders(year, page.after(), page.fetch()),
                page,
                row -> List.of(row.kbk(), row.subject() == null ? "" : row.subject()));
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public long countRemainders(int year) {
        return store.countRemainders(year);
    }

    /** The latest first. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public Slice<YearEndView> list(PageRequest page) {
        var before = page.after().isEmpty() ? null : Long.valueOf(page.after().get(0));
        return Slice.of(store.list(before, page.fetch()), page, one -> List.of(Long.toString(one.number())));
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public long count() {
        return store.count();
    }

    /** @throws Problem {@code year-end-unknown} */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public YearEndView view(UUID id) {
        return whole(store.find(id).orElseThrow(() -> new Problem(YearEndProblem.YEAR_END_UNKNOWN)));
    }

    private YearEndView whole(YearEndView found) {
        return found.with(
                store.lines(found.id()),
                YearEndLifecycle.TABLE.open(found.state(), caller::hasRole).stream()
                        .filter(action -> action != YearEndAction.CARRY_OUT
                                || !caller.login().equals(found.preparedBy()))
                        .toList());
    }

    /** The table of what may be done to a year end. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public List<Step<YearEndState, YearEndAction, YearEndGuard, YearEndEffect>> transitions() {
        return YearEndLifecycle.TABLE.steps();
    }

    /**
     * Prepares the end of a year; nothing is posted yet.
     *
     * @throws Problem {@code year-end-early} before the year is over, {@code year-end-made}, {@code account-year-impossible},
     *     {@code carry-lines-too-many}; at their lines {@code carry-stage-impossible}, {@code carry-sum-impossible}, {@code
     *     account-kbk-not-of-year}, {@code carry-twice}, {@code carry-exceeded}; of several {@code year-end-refused} with all of them
     */
    @RolesAllowed(ACCOUNTANT)
    public YearEndView prepare(PrepareYearEnd command) {
        requireSound(command);
        var id = UUID.randomUUID();
        long change = changes.record("YEAR_END_PREPARED", SUBJECT, id.toString(), null, command);
        store.insert(id, command, caller.login(), change);
        tasks.open(
                TASK,
                Tasks.Doer.second(CHIEF, caller.login()),
                SUBJECT,
                id.toString(),
                Map.of("year", Integer.toString(command.year())),
                null);
        return view(id);
    }

    private void requireSound(PrepareYearEnd command) {
        if (command.year() < FIRST_YEAR || command.year() > LAST_YEAR) {
            throw new Problem(LedgerProblem.ACCOUNT_YEAR_IMPOSSIBLE).at("/year");
        }
        requireOver(command.year(), "/year");
        if (command.lines().size() > MOST_LINES) {
            throw new Problem(YearEndProblem.CARRY_LINES_TOO_MANY, MOST_LINES).at("/lines");
        }
        var faults = faults(command);
        if (faults.size() > 1) {
            throw new Problem(YearEndProblem.YEAR_END_REFUSED, faults.size()).because(faults);
        } else if (!faults.isEmpty()) {
            throw faults.get(0);
        }
    }

    private void requireOver(int year, @Nullable String pointer) {
        if (time.today().getYear() <= year) {
            var early = new Problem(YearEndProblem.YEAR_END_EARLY, Integer.toString(year));
            throw pointer == null ? early : early.at(pointer);
        }
    }

    private List<Problem> faults(PrepareYearEnd command) {
        var faults = new ArrayList<Problem>();
        var layout = KbkLayout.of(ledger.layouts(), command.year() + 1);
        var available = available(store.left(command.year()));
        var seen = new HashSet<Carried>();
        for (int at = 0; at < command.lines().size(); at++) {
            var line = command.lines().get(at);
            var pointer = "/lines/" + at;
            var carried = Carried.of(line);
            if (line.stage() != Stage.RESERVED && line.stage() != Stage.COMMITTED) {
                faults.add(new Problem(YearEndProblem.CARRY_STAGE_IMPOSSIBLE).at(pointer + "/stage"));
            } else if (!seen.add(carried)) {
                faults.add(
                        new Problem(YearEndProblem.CARRY_TWICE, line.subject(), line.kbk()).at(pointer + "/subject"));
            } else if (line.amount().signum() <= 0
                    || line.amount().stripTrailingZeros().scale() > 2) {
                faults.add(new Problem(YearEndProblem.CARRY_SUM_IMPOSSIBLE).at(pointer + "/amount"));
            } else {
                exceeding(line, available).ifPresent(fault -> faults.add(fault.at(pointer + "/amount")));
            }
            if (layout.filter(of -> of.fits(line.toKbk())).isEmpty()) {
                faults.add(new Problem(
                                LedgerProblem.ACCOUNT_KBK_NOT_OF_YEAR,
                                line.toKbk(),
                                Integer.toString(command.year() + 1))
                        .at(pointer + "/toKbk"));
            }
        }
        return faults;
    }

    /** What a line takes from: the commitments of a subject under a code, those that are due among them, or what is reserved. */
    private record Carried(Stage stage, String kbk, String subject) {
        static Carried of(PrepareYearEnd.Line line) {
            return new Carried(line.stage(), line.kbk(), line.subject());
        }
    }

    private static Map<Carried, BigDecimal> available(List<YearEndStore.Left> left) {
        var available = new HashMap<Carried, BigDecimal>();
        for (var one : left) {
            var account = one.account();
            if (account.subject() != null) {
                var stage = account.stage() == Stage.DUE ? Stage.COMMITTED : account.stage();
                available.merge(new Carried(stage, account.kbk(), account.subject()), one.balance(), BigDecimal::add);
            }
        }
        return available;
    }

    private static Optional<Problem> exceeding(PrepareYearEnd.Line line, Map<Carried, BigDecimal> available) {
        var most = available.getOrDefault(Carried.of(line), BigDecimal.ZERO.setScale(2));
        return line.amount().compareTo(most) <= 0
                ? Optional.empty()
                : Optional.of(
                        new Problem(YearEndProblem.CARRY_EXCEEDED, line.subject(), line.kbk(), most, line.amount()));
    }

    /**
     * Carries it out, all or nothing: what is left lapses on 31 December of its year; what is named is registered again on the first
     * day from which the limits of the next year suffice.
     *
     * @param version of the year end that the caller saw; null: whichever
     * @throws Problem {@code year-end-unknown}, {@code transition-not-allowed} also the second time, {@code second-person-required},
     *     {@code changed-meanwhile}, {@code year-end-early}, {@code carry-exceeded} where less is left than when it was prepared,
     *     {@code limit-exceeded} where the limits of the next year do not suffice, {@code entry-in-closed-month} where December of the
     *     year is closed
     */
    @RolesAllowed(CHIEF)
    public YearEndView carryOut(UUID id, @Nullable Long version) {
        var prepared = ready(id, YearEndAction.CARRY_OUT, version);
        if (caller.login().equals(prepared.preparedBy())) {
            throw new Problem(PlatformProblem.SECOND_PERSON_REQUIRED);
        }
        requireOver(prepared.year(), null);
        store.holdAlone();
        var left = store.left(prepared.year());
        var available = available(left);
        for (var line : prepared.lines()) {
            exceeding(line, available).ifPresent(fault -> {
                throw fault;
            });
        }
        if (!left.isEmpty()) {
            ledger.post(
                    LocalDate.of(prepared.year(), 12, 31),
                    left.stream().map(one -> lapse(prepared, one)).toList());
        }
        var day = register(prepared);
        long change = changes.record(
                "YEAR_END_CARRIED_OUT",
                SUBJECT,
                id.toString(),
                prepared.state(),
                new Moved(YearEndState.CARRIED_OUT, null));
        store.carriedOut(id, caller.login(), day, change);
        tasks.done(TASK, SUBJECT, id.toString());
        for (var line : prepared.lines()) {
            carriedOver.fire(new CarriedOver(
                    line.subject(), prepared.year(), line.kbk(), prepared.year() + 1, line.toKbk(), line.amount()));
        }
        return view(id);
    }

    private static NewEntry lapse(YearEndView prepared, YearEndStore.Left left) {
        return NewEntry.move(
                key(prepared, "lapsed", left.code()),
                Operation.LAPSED,
                memo(prepared, "memo.lapsed"),
                source(prepared),
                left.account(),
                Account.of(Stage.LAPSED, prepared.year(), left.account().kbk()),
                left.balance());
    }

    private @Nullable LocalDate register(YearEndView prepared) {
        if (prepared.lines().isEmpty()) {
            return null;
        }
        var entries = new ArrayList<NewEntry>();
        for (var line : prepared.lines()) {
            entries.add(step(prepared, line, Operation.RESERVED, Stage.LIMIT, Stage.RESERVED));
            if (line.stage() == Stage.COMMITTED) {
                entries.add(step(prepared, line, Operation.COMMITTED, Stage.RESERVED, Stage.COMMITTED));
            }
        }
        // where limits do not suffice on any day, the ledger says of which account and by how much
        var day = store.firstDay(prepared.year(), prepared.lines()).orElseGet(time::today);
        ledger.post(day, entries);
        return day;
    }

    private static NewEntry step(
            YearEndView prepared, PrepareYearEnd.Line line, Operation operation, Stage from, Stage to) {
        int year = prepared.year() + 1;
        return NewEntry.move(
                key(prepared, operation.name(), line.stage() + "/" + line.kbk() + "/" + line.subject()),
                operation,
                memo(prepared, "memo.registered"),
                source(prepared),
                new Account(from, year, line.toKbk(), from == Stage.LIMIT ? null : line.subject()),
                new Account(to, year, line.toKbk(), line.subject()),
                line.amount());
    }

    private static String key(YearEndView prepared, String what, String of) {
        return "year-end/" + prepared.year() + "/" + what + "/" + of;
    }

    private static String memo(YearEndView prepared, String key) {
        return ProblemTexts.text(YearEndProblem.class, key, ProblemTexts.RUSSIAN, Integer.toString(prepared.year()));
    }

    private static NewEntry.Source source(YearEndView prepared) {
        return new NewEntry.Source(SUBJECT, prepared.id().toString());
    }

    /**
     * Puts a year end away that was prepared wrongly.
     *
     * @throws Problem {@code year-end-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}, {@code field-required}
     */
    @RolesAllowed({ACCOUNTANT, CHIEF})
    public YearEndView discard(UUID id, @Nullable Long version, String reason) {
        var prepared = ready(id, YearEndAction.DISCARD, version);
        var why = Text.required(reason, "/reason");
        long change = changes.record(
                "YEAR_END_DISCARDED", SUBJECT, id.toString(), prepared.state(), new Moved(YearEndState.DISCARDED, why));
        store.discarded(id, why, change);
        tasks.done(TASK, SUBJECT, id.toString());
        return view(id);
    }

    private YearEndView ready(UUID id, YearEndAction action, @Nullable Long version) {
        var prepared = store.lock(id).orElseThrow(() -> new Problem(YearEndProblem.YEAR_END_UNKNOWN));
        YearEndLifecycle.TABLE.require(prepared.state(), action, caller::hasRole);
        if (version != null && version != prepared.version()) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        return whole(prepared);
    }

    /** What the record of changes keeps of a step. */
    record Moved(YearEndState state, @Nullable String reason) {}
}
