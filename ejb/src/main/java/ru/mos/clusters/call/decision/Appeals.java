package ru.mos.clusters.call.decision;

import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.application.ApplicationAction;
import ru.mos.clusters.call.application.ApplicationMoves;
import ru.mos.clusters.call.calendar.ProductionCalendar;
import ru.mos.clusters.call.decision.DecisionStore.Refused;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.platform.Transitions.Step;

/**
 * Appeals against refusals. An upheld one puts the application back: it is ranked and heard anew, gets what money is left, and
 * the reserve where none is. The old decision and its protocol stay.
 */
@Stateless
@DenyAll
public class Appeals {

    private static final String SUBJECT = "APPEAL";
    private static final String DECIDE = "APPEAL_TO_DECIDE";
    private static final int LONGEST = 20_000;

    @Inject
    private DecisionStore store;

    @EJB
    private ApplicationMoves moves;

    @EJB
    private ProductionCalendar calendar;

    @EJB
    private Tasks tasks;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    /** The latest first; applicants see their own. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR, APPLICANT, SERVICE})
    public Slice<AppealView> list(@Nullable AppealState state, PageRequest page) {
        var before = page.after().isEmpty() ? null : Long.valueOf(page.after().get(0));
        return Slice.of(
                store.appeals(state, before, page.fetch()), page, appeal -> List.of(Long.toString(appeal.number())));
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR, APPLICANT, SERVICE})
    public long count(@Nullable AppealState state) {
        return store.countAppeals(state);
    }

    /** All about one application that the caller sees, the latest first. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR, APPLICANT, SERVICE})
    public List<AppealView> of(UUID application) {
        return store.appealsOf(application);
    }

    /** Until which day the refusal of an application can be appealed against; empty where it cannot, or cannot any more. */
    @RolesAllowed({APPLICANT, SERVICE})
    public Optional<LocalDate> term(UUID application) {
        return store.refused(application)
                .filter(refused -> byCommission(refused) || byCheck(refused))
                .filter(refused -> store.appealsOf(application).stream().noneMatch(appeal -> isAbout(appeal, refused)))
                .flatMap(this::lastDay)
                .filter(until -> !time.today().isAfter(until));
    }

    private static boolean byCommission(Refused refused) {
        return refused.state().equals("REFUSED") && refused.decision() != null;
    }

    private static boolean byCheck(Refused refused) {
        return refused.state().equals("INADMISSIBLE") && refused.checkedOn() != null;
    }

    private static boolean isAbout(AppealView appeal, Refused refused) {
        return Objects.equals(appeal.decision(), refused.decision()) && appeal.state() != AppealState.WITHDRAWN;
    }

    /** @throws Problem {@code appeal-unknown} also for one that the caller does not see */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR, APPLICANT, SERVICE})
    public AppealView view(UUID id) {
        var appeal = store.appeal(id).orElseThrow(() -> new Problem(DecisionProblem.APPEAL_UNKNOWN));
        if (!store.isStaff()) {
            return appeal;
        }
        int year = time.today().getYear();
        return with(
                appeal,
                store.money(appeal.call()).stream()
                        .filter(line -> line.year() >= year)
                        .toList());
    }

    private static AppealView with(AppealView appeal, List<AppealView.MoneyLeft> money) {
        return new AppealView(
                appeal.id(),
                appeal.number(),
                appeal.application(),
                appeal.applicationNumber(),
                appeal.call(),
                appeal.callCode(),
                appeal.applicant(),
                appeal.applicantName(),
                appeal.decision(),
                appeal.state(),
                appeal.text(),
                appeal.lodgedOn(),
                appeal.until(),
                appeal.reason(),
                appeal.decidedBy(),
                appeal.asked(),
                money,
                appeal.actions(),
                appeal.version());
    }

    /** The table of what may be done to an appeal. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR, APPLICANT, SERVICE})
    public List<Step<AppealState, AppealAction, AppealGuard, AppealEffect>> transitions() {
        return AppealLifecycle.TABLE.steps();
    }

    /**
     * Lodges an appeal against the refusal of an application, by the commission or by the formal check.
     *
     * @throws Problem {@code appeal-unknown} for an application of others, {@code appeal-without-refusal}, {@code
     *     appeal-late}, {@code appeal-twice}, {@code field-required}, {@code text-too-long}
     */
    @RolesAllowed({APPLICANT, SERVICE})
    public AppealView lodge(UUID application, String text) {
        var refused = store.refused(application)
                .orElseThrow(() -> new Problem(DecisionProblem.APPEAL_UNKNOWN).at("/application"));
        if (!byCommission(refused) && !byCheck(refused)) {
            throw new Problem(DecisionProblem.APPEAL_WITHOUT_REFUSAL).at("/application");
        }
        var said = stated(text);
        var today = time.today();
        var until = until(refused);
        if (today.isAfter(until)) {
            throw new Problem(DecisionProblem.APPEAL_LATE, until);
        }
        var id = UUID.randomUUID();
        long change = changes.record(
                "APPEAL_LODGED", SUBJECT, id.toString(), null, Map.of("application", application, "text", said));
        store.lodge(id, refused, said, today, until, change);
        var appeal = view(id);
        tasks.open(
                DECIDE,
                Doer.role(CHIEF),
                SUBJECT,
                id.toString(),
                Map.of("application", appeal.applicationNumber()),
                null);
        return appeal;
    }

    private static String stated(String text) {
        if (text.isBlank()) {
            throw new Problem(PlatformProblem.FIELD_REQUIRED, "/text").at("/text");
        }
        var stripped = text.strip();
        if (stripped.length() > LONGEST) {
            throw new Problem(PlatformProblem.TEXT_TOO_LONG, "/text", LONGEST).at("/text");
        }
        return stripped;
    }

    private LocalDate until(Refused refused) {
        return lastDay(refused)
                .orElseThrow(() ->
                        new Problem(DecisionProblem.APPEAL_TERM_UNKNOWN, Objects.requireNonNull(refused.checkedOn())));
    }

    /** Empty where no regulations say how long it is, or the calendar of its last day is not known yet. */
    private Optional<LocalDate> lastDay(Refused refused) {
        if (refused.until() != null) {
            return Optional.of(refused.until());
        }
        var from = Objects.requireNonNull(refused.checkedOn());
        return store.appealDays(null, from)
                .flatMap(days -> calendar.workingDays().after(from, days));
    }

    /**
     * Lets the refusal fall; the application goes back to where it was refused.
     *
     * @throws Problem {@code appeal-unknown}, {@code transition-not-allowed}, {@code field-required}, {@code
     *     appeal-decided-by-part}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public AppealView uphold(UUID id, String reason) {
        var appeal = decided(id, AppealAction.UPHOLD, "APPEAL_UPHELD", reason);
        moves.move(appeal.application(), ApplicationAction.REINSTATE, appeal.reason());
        return view(id);
    }

    /**
     * Lets the refusal stand.
     *
     * @throws Problem {@code appeal-unknown}, {@code transition-not-allowed}, {@code field-required}, {@code
     *     appeal-decided-by-part}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public AppealView dismiss(UUID id, String reason) {
        return decided(id, AppealAction.DISMISS, "APPEAL_DISMISSED", reason);
    }

    /**
     * Takes an own appeal back.
     *
     * @throws Problem {@code appeal-unknown}, {@code transition-not-allowed}
     */
    @RolesAllowed(APPLICANT)
    public AppealView withdraw(UUID id) {
        return moved(id, AppealAction.WITHDRAW, "APPEAL_WITHDRAWN", null, null);
    }

    private AppealView decided(UUID id, AppealAction action, String done, String reason) {
        return moved(id, action, done, Text.required(reason, "/reason"), caller.login());
    }

    private AppealView moved(UUID id, AppealAction action, String done, @Nullable String reason, @Nullable String by) {
        var appeal = store.lockAppeal(id).orElseThrow(() -> new Problem(DecisionProblem.APPEAL_UNKNOWN));
        var step = AppealLifecycle.TABLE.require(appeal.state(), action, caller::hasRole);
        var after = new HashMap<String, Object>(Map.of("state", step.to()));
        if (reason != null) {
            after.put("reason", reason);
        }
        long change = changes.record(done, SUBJECT, id.toString(), Map.of("state", appeal.state()), after);
        store.settle(id, step.to(), reason, by, change);
        tasks.done(DECIDE, SUBJECT, id.toString());
        return view(id);
    }
}
