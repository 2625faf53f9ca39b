package ru.mos.clusters.ledger;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.platform.Transitions.Step;

/**
 * Notices of the finance body on appropriations and limits: entered by one person, posted by another, reversed where wrong. A
 * decrease or a movement between codes is a notice with negative sums.
 *
 * <p>Source: Budget Code, articles 217 (appropriations and limits by the consolidated list) and 219.
 */
@Stateless
@DenyAll
public class Notices {

    private static final String SUBJECT = "NOTICE";
    private static final String TASK = "NOTICE_TO_POST";
    private static final int MOST_LINES = 200;

    @Inject
    private NoticeStore store;

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

    /** The latest first. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public Slice<NoticeView> list(@Nullable NoticeState state, PageRequest page) {
        var before = page.after().isEmpty() ? null : Long.valueOf(page.after().get(0));
        return Slice.of(
                store.list(state, before, page.fetch()), page, notice -> List.of(Long.toString(notice.number())));
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public long count(@Nullable NoticeState state) {
        return store.count(state);
    }

    /** @throws Problem {@code notice-unknown} */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public NoticeView view(UUID id) {
        return whole(store.find(id).orElseThrow(() -> new Problem(LedgerProblem.NOTICE_UNKNOWN)));
    }

    private NoticeView whole(NoticeView notice) {
        return notice.with(
                store.lines(notice.id()),
                store.entries(notice.id()),
                NoticeLifecycle.TABLE.open(notice.state(), caller::hasRole).stream()
                        .filter(action ->
                                action != NoticeAction.POST || !caller.login().equals(notice.enteredBy()))
                        .toList());
    }

    /** The table of what may be done to a notice. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public List<Step<NoticeState, NoticeAction, NoticeGuard, NoticeEffect>> transitions() {
        return NoticeLifecycle.TABLE.steps();
    }

    /**
     * Enters a notice; nothing is posted yet.
     *
     * @throws Problem {@code notice-lines-missing}, {@code notice-lines-too-many}, {@code notice-line-twice}, {@code
     *     posting-sum-impossible}, {@code account-kbk-not-of-year}, {@code entry-in-future}; of several {@code notice-refused} with all
     */
    @RolesAllowed({ACCOUNTANT, CHIEF})
    public NoticeView enter(EnterNotice notice) {
        requireSound(notice);
        var id = UUID.randomUUID();
        long change = changes.record("NOTICE_ENTERED", SUBJECT, id.toString(), null, notice);
        store.insert(id, notice, caller.login(), change);
        var entered = view(id);
        tasks.open(
                TASK,
                Tasks.Doer.second(CHIEF, caller.login()),
                SUBJECT,
                id.toString(),
                Map.of("number", entered.number(), "document", notice.document().title()),
                null);
        return entered;
    }

    private void requireSound(EnterNotice notice) {
        if (notice.lines().size() > MOST_LINES) {
            throw new Problem(LedgerProblem.NOTICE_LINES_TOO_MANY, MOST_LINES).at("/lines");
        }
        var faults = faults(notice);
        if (faults.size() > 1) {
            throw new Problem(LedgerProblem.NOTICE_REFUSED, faults.size()).because(faults);
        } else if (!faults.isEmpty()) {
            throw faults.get(0);
        }
    }

    private List<Problem> faults(EnterNotice notice) {
        var faults = new ArrayList<Problem>();
        if (notice.effectiveOn().isAfter(time.today())) {
            faults.add(new Problem(LedgerProblem.ENTRY_IN_FUTURE).at("/effectiveOn"));
        }
        if (notice.lines().isEmpty()) {
            faults.add(new Problem(LedgerProblem.NOTICE_LINES_MISSING).at("/lines"));
        }
        var layouts = ledger.layouts();
        var seen = new HashSet<List<Object>>();
        for (int at = 0; at < notice.lines().size(); at++) {
            var line = notice.lines().get(at);
            var pointer = "/lines/" + at;
            var year = Integer.toString(line.year());
            if (KbkLayout.of(layouts, line.year())
                    .filter(layout -> layout.fits(line.kbk()))
                    .isEmpty()) {
                faults.add(new Problem(LedgerProblem.ACCOUNT_KBK_NOT_OF_YEAR, line.kbk(), year).at(pointer + "/kbk"));
            } else if (!seen.add(List.of(line.year(), line.kbk()))) {
                faults.add(new Problem(LedgerProblem.NOTICE_LINE_TWICE, line.kbk(), year).at(pointer + "/kbk"));
            }
            if (!Sums.possible(line.amount())) {
                faults.add(new Problem(LedgerProblem.POSTING_SUM_IMPOSSIBLE).at(pointer + "/amount"));
            }
        }
        return faults;
    }

    /**
     * Posts it: what it gives may be used from now on.
     *
     * @param version of the notice that the caller saw; null: whichever
     * @throws Problem {@code notice-unknown}, {@code transition-not-allowed}, {@code second-person-required}, {@code
     *     changed-meanwhile}, {@code appropriation-exceeded} where a limit exceeds its appropriation, {@code limit-exceeded} where a
     *     decrease takes what is used already, {@code entry-in-closed-month}
     */
    @RolesAllowed({ACCOUNTANT, CHIEF})
    public NoticeView post(UUID id, @Nullable Long version) {
        var notice = ready(id, NoticeAction.POST, version);
        if (caller.login().equals(notice.enteredBy())) {
            throw new Problem(PlatformProblem.SECOND_PERSON_REQUIRED);
        }
        ledger.post(notice.effectiveOn(), entries(notice));
        return moved(notice, NoticeAction.POST, NoticeState.POSTED, caller.login(), null);
    }

    /** Decreases come first, so that a movement finds what it moves. */
    private List<NewEntry> entries(NoticeView notice) {
        var source = new NewEntry.Source(SUBJECT, notice.id().toString());
        boolean limits = notice.kind() == NoticeKind.LIMIT;
        var memo = notice.document().title()
                + (notice.document().number() == null
                        ? ""
                        : " № " + notice.document().number());
        var entries = new ArrayList<NewEntry>();
        for (var line : notice.lines().stream()
                .sorted(Comparator.comparing(EnterNotice.Line::amount))
                .toList()) {
            entries.add(NewEntry.move(
                    "notice/" + notice.id() + "/" + line.year() + "/" + line.kbk(),
                    limits ? Operation.LIMITED : Operation.APPROPRIATED,
                    memo,
                    source,
                    Account.of(limits ? Stage.APPROPRIATION : Stage.BUDGET, line.year(), line.kbk()),
                    Account.of(limits ? Stage.LIMIT : Stage.APPROPRIATION, line.year(), line.kbk()),
                    line.amount()));
        }
        return entries;
    }

    /**
     * Puts a notice away that was entered wrongly.
     *
     * @throws Problem {@code notice-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}, {@code field-required}
     */
    @RolesAllowed({ACCOUNTANT, CHIEF})
    public NoticeView discard(UUID id, @Nullable Long version, String reason) {
        var notice = ready(id, NoticeAction.DISCARD, version);
        return moved(notice, NoticeAction.DISCARD, NoticeState.DISCARDED, null, Text.required(reason, "/reason"));
    }

    /**
     * Takes back what was posted by entries of today.
     *
     * @throws Problem {@code notice-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}, {@code field-required}, {@code
     *     limit-exceeded}, {@code appropriation-exceeded} where what it gave is used already
     */
    @RolesAllowed(CHIEF)
    public NoticeView reverse(UUID id, @Nullable Long version, String reason) {
        var notice = ready(id, NoticeAction.REVERSE, version);
        var why = Text.required(reason, "/reason");
        var today = time.today();
        for (long entry : ledger.of(new NewEntry.Source(SUBJECT, id.toString()))) {
            ledger.reverse(entry, today, "notice/" + id + "/reversed/" + entry, why);
        }
        return moved(notice, NoticeAction.REVERSE, NoticeState.REVERSED, notice.postedBy(), why);
    }

    private NoticeView ready(UUID id, NoticeAction action, @Nullable Long version) {
        var notice = store.lock(id).orElseThrow(() -> new Problem(LedgerProblem.NOTICE_UNKNOWN));
        NoticeLifecycle.TABLE.require(notice.state(), action, caller::hasRole);
        if (version != null && version != notice.version()) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        return whole(notice);
    }

    private NoticeView moved(
            NoticeView before,
            NoticeAction action,
            NoticeState to,
            @Nullable String postedBy,
            @Nullable String reason) {
        var id = before.id();
        var recorded =
                switch (action) {
                    case POST -> "NOTICE_POSTED";
                    case DISCARD -> "NOTICE_DISCARDED";
                    case REVERSE -> "NOTICE_REVERSED";
                };
        long change = changes.record(recorded, SUBJECT, id.toString(), before.state(), new Moved(to, reason));
        store.update(id, to, postedBy, reason, change);
        tasks.done(TASK, SUBJECT, id.toString());
        return view(id);
    }

    /** What the record of changes keeps of a step. */
    record Moved(NoticeState state, @Nullable String reason) {}
}
