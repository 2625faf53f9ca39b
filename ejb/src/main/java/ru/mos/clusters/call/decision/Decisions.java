package ru.mos.clusters.call.decision;

import static java.util.Objects.requireNonNull;
import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.EXPERT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.Calls;
import ru.mos.clusters.call.application.ApplicationAction;
import ru.mos.clusters.call.application.ApplicationMoves;
import ru.mos.clusters.call.calendar.ProductionCalendar;
import ru.mos.clusters.call.council.Motion;
import ru.mos.clusters.call.decision.DecisionStore.Voted;
import ru.mos.clusters.ledger.Account;
import ru.mos.clusters.ledger.Ledger;
import ru.mos.clusters.ledger.NewEntry;
import ru.mos.clusters.ledger.Operation;
import ru.mos.clusters.ledger.Stage;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.platform.paper.PdfSheet;

/**
 * Decisions of the commission, carried out: each in one transaction takes the money, reserves it in the ledger, moves the application and fixes the last
 * day for an appeal. What the money no longer suffices for is refused, whoever else decides at the same time.
 */
@Stateless
@DenyAll
public class Decisions {

    private static final String SUBJECT = "DECISION";

    @Inject
    private DecisionStore store;

    @EJB
    private ApplicationMoves moves;

    @EJB
    private ProductionCalendar calendar;

    @EJB
    private Calls calls;

    @EJB
    private Ledger ledger;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    /** The latest first; applicants see those on their own applications. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, COMMISSION, AUDITOR, APPLICANT, SERVICE})
    public Slice<DecisionView> list(@Nullable UUID call, PageRequest page) {
        var before = page.after().isEmpty() ? null : Long.valueOf(page.after().get(0));
        return Slice.of(
                store.list(call, before, page.fetch()), page, decision -> List.of(Long.toString(decision.number())));
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, COMMISSION, AUDITOR, APPLICANT, SERVICE})
    public long count(@Nullable UUID call) {
        return store.count(call);
    }

    /** All on one application that the caller sees, the latest first. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, COMMISSION, AUDITOR, APPLICANT, SERVICE})
    public List<DecisionView> of(UUID application) {
        return store.of(application);
    }

    /** How much of a signed protocol waits to be carried out. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR})
    public int waiting(UUID protocol) {
        return store.toDo(protocol).size();
    }

    /** @throws Problem {@code decision-unknown} also for one that the caller does not see */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, COMMISSION, AUDITOR, APPLICANT, SERVICE})
    public DecisionView view(UUID id) {
        return store.find(id).orElseThrow(() -> new Problem(DecisionProblem.DECISION_UNKNOWN));
    }

    /** What is published of the decisions of a call. @throws Problem {@code call-unknown} */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, APPLICANT, SERVICE
    })
    public List<CallResult> results(UUID call) {
        calls.view(call);
        return store.results(call);
    }

    /** What a call has left, by year and budget code. @throws Problem {@code call-unknown} */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, COMMISSION, AUDITOR})
    public List<AppealView.MoneyLeft> money(UUID call) {
        calls.view(call);
        return store.money(call);
    }

    /**
     * Carries out what the commission adopted about one application.
     *
     * @throws Problem {@code decision-not-voted}, {@code decision-made-twice}, {@code call-money-exceeded}, {@code limit-exceeded}, {@code
     *     award-before-first-day}, {@code award-of-ended-call}, {@code award-of-past-year}, {@code award-of-project-twice}, {@code
     *     transition-not-allowed}, {@code appeal-term-unknown}, {@code call-application-not-eligible}, {@code
     *     call-application-standing-open}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public DecisionView carryOut(UUID motion) {
        var voted = store.voted(motion)
                .filter(found -> "ADOPTED".equals(found.outcome()) && "SIGNED".equals(found.protocolState()))
                .orElseThrow(() -> new Problem(DecisionProblem.DECISION_NOT_VOTED).at("/motion"));
        if (voted.done()) {
            throw new Problem(DecisionProblem.DECISION_MADE_TWICE);
        }
        var today = time.today();
        if (voted.year() != null && voted.year() < today.getYear()) {
            throw new Problem(DecisionProblem.AWARD_OF_PAST_YEAR, Integer.toString(voted.year()));
        }
        moves.move(voted.application(), action(voted.kind()), voted.reason());
        var id = UUID.randomUUID();
        long change = changes.record("DECISION_CARRIED_OUT", SUBJECT, id.toString(), null, facts(voted));
        var award = voted.kind() == Motion.AWARD ? award(id, voted, today, change) : null;
        store.insert(id, voted, award, today, lastDay(voted.body(), today), caller.login(), change);
        return view(id);
    }

    /** Gives the money: within what the call confirmed, and out of free limits, which the sum leaves for a reservation. */
    private UUID award(UUID decision, Voted voted, LocalDate today, long change) {
        var award = store.award(voted, today, change);
        int year = requireNonNull(voted.year());
        var kbk = requireNonNull(voted.kbk());
        ledger.post(
                today,
                List.of(NewEntry.move(
                        "award/" + award,
                        Operation.RESERVED,
                        "Решение о поддержке по заявке З-" + voted.applicationNumber(),
                        new NewEntry.Source(SUBJECT, decision.toString()),
                        Account.of(Stage.LIMIT, year, kbk),
                        new Account(Stage.RESERVED, year, kbk, "A-" + voted.applicationNumber()),
                        requireNonNull(voted.amount()))));
        return award;
    }

    /**
     * Carries out all that is left to do of a signed protocol, in the order of its agenda; either all or nothing.
     *
     * @return what was decided
     * @throws Problem as for one
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public List<DecisionView> carryOutAll(UUID protocol) {
        return store.toDo(protocol).stream().map(this::carryOut).toList();
    }

    private static Map<String, Object> facts(Voted voted) {
        var facts = new HashMap<String, Object>();
        facts.put("application", voted.application());
        facts.put("motion", voted.kind());
        if (voted.amount() != null) {
            facts.put("amount", voted.amount());
        }
        if (voted.reason() != null) {
            facts.put("reason", voted.reason());
        }
        return facts;
    }

    private static ApplicationAction action(Motion motion) {
        return switch (motion) {
            case AWARD -> ApplicationAction.AWARD;
            case RESERVE -> ApplicationAction.RESERVE;
            case REFUSE -> ApplicationAction.REFUSE;
            default -> throw new IllegalArgumentException(motion.name());
        };
    }

    private LocalDate lastDay(String body, LocalDate on) {
        int days = store.appealDays(body, on).orElseThrow(() -> new Problem(DecisionProblem.APPEAL_TERM_UNKNOWN, on));
        return calendar.after(on, days);
    }

    /** The letter that tells the applicant, as PDF. @throws Problem {@code decision-unknown} */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, COMMISSION, AUDITOR, APPLICANT, SERVICE})
    public byte[] letter(UUID id) {
        var writer = new LetterWriter(view(id));
        var out = new ByteArrayOutputStream();
        try (var sheet = new PdfSheet(out, writer.title(), writer.title())) {
            writer.write(sheet);
        }
        return out.toByteArray();
    }
}
