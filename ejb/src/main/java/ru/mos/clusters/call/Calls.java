package ru.mos.clusters.call;

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
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallStore.Kept;
import ru.mos.clusters.call.GateContext.Edition;
import ru.mos.clusters.call.GateContext.Rules;
import ru.mos.clusters.call.calendar.ProductionCalendar;
import ru.mos.clusters.call.calendar.WorkingDays;
import ru.mos.clusters.call.programme.Measure;
import ru.mos.clusters.call.programme.PlanLine;
import ru.mos.clusters.call.programme.ProgrammeLock;
import ru.mos.clusters.call.programme.ProgrammeView;
import ru.mos.clusters.call.programme.Programmes;
import ru.mos.clusters.eligibility.draft.RuleVersionView;
import ru.mos.clusters.eligibility.draft.RuleVersions;
import ru.mos.clusters.ledger.KbkLayout;
import ru.mos.clusters.ledger.Ledger;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.platform.Transitions.Step;

/** Calls for applications, from the first line of a draft to the last amendment. */
@Stateless
@DenyAll
public class Calls {

    private static final String SUBJECT = "CALL";
    private static final String PUBLISH = "CALL_TO_PUBLISH";
    private static final int LONGEST = 200_000;

    /** Who sees what is not published. */
    private static final List<String> INSIDE = List.of(DEPARTMENT, CHIEF, GCKR, ACCOUNTANT, AUDITOR);

    @EJB
    private Ledger ledger;

    @Inject
    private CallStore store;

    @Inject
    private ProgrammeLock plans;

    @EJB
    private Programmes programmes;

    @EJB
    private ProductionCalendar calendar;

    @EJB
    private RuleVersions versions;

    @EJB
    private Tasks tasks;

    @Inject
    private Event<CallCancelled> cancelled;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    /** Calls, the latest first; those who do not write them see what was published. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, APPLICANT, SERVICE
    })
    public Slice<CallView> list(CallFilter filter, PageRequest page) {
        var before = page.after().isEmpty() ? null : Long.valueOf(page.after().get(0));
        var slice = Slice.of(
                store.calls(filter, isInside(), before, page.fetch()),
                page,
                call -> List.of(Long.toString(call.recordedBy())));
        var days = calendar.workingDays();
        var now = time.now();
        return new Slice<>(
                slice.items().stream().map(call -> view(call, days, now)).toList(), slice.next());
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, APPLICANT, SERVICE
    })
    public long count(CallFilter filter) {
        return store.count(filter, isInside());
    }

    /**
     * The call that is meant by an id or by a code such as {@code C-7}.
     *
     * @throws Problem {@code call-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, APPLICANT, SERVICE
    })
    public UUID resolve(String idOrCode) {
        return store.resolve(idOrCode).orElseThrow(() -> new Problem(CallProblem.CALL_UNKNOWN, idOrCode));
    }

    /** @throws Problem {@code call-unknown} also for one that the caller does not see */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, APPLICANT, SERVICE
    })
    public CallView view(UUID id) {
        return view(find(id), calendar.workingDays(), time.now());
    }

    /**
     * The call as applicants see it; for those who write it also before it is published, or as an amendment would have it.
     *
     * @throws Problem {@code call-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, APPLICANT, SERVICE
    })
    public CallAnnouncement announcement(UUID id) {
        var call = find(id);
        var days = calendar.workingDays();
        boolean written = isInside() && call.draft() != null;
        var terms = written ? call.written() : call.holding();
        var schedule = written ? CallSchedule.of(terms, days).orElse(null) : call.schedule(days);
        var phase = written ? null : phase(call, days, time.now());
        var programme = programmes.programme(call.programme());
        var measure = measure(programme, call.measure());
        var rules = store.ruleNames(String.valueOf(terms.rules()));
        return new CallAnnouncement(
                id,
                call.code(),
                !written,
                call.edition(),
                programme.nameRu(),
                programme.nameEn(),
                measure.nameRu(),
                measure.nameEn(),
                terms,
                schedule,
                phase,
                phase == CallPhase.INTAKE && schedule != null ? left(schedule, days) : null,
                terms.money().stream()
                        .map(CallTerms.Confirmed::amount)
                        .filter(Objects::nonNull)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                money(terms),
                acts(terms),
                rules.map(CallStore.RuleNames::nameRu).orElse(null),
                rules.map(CallStore.RuleNames::nameEn).orElse(null));
    }

    private List<CallAnnouncement.Act> acts(CallTerms terms) {
        var titles = store.titles(terms.acts().stream()
                .map(CallTerms.ActEdition::act)
                .filter(Objects::nonNull)
                .toList());
        return terms.acts().stream()
                .map(act -> new CallAnnouncement.Act(
                        titles.getOrDefault(String.valueOf(act.act()), String.valueOf(act.act())), act.edition()))
                .toList();
    }

    private List<CallAnnouncement.Money> money(CallTerms terms) {
        var layouts = ledger.layouts();
        return terms.money().stream()
                .map(line ->
                        new CallAnnouncement.Money(line.year(), apart(layouts, line.year(), line.kbk()), line.amount()))
                .toList();
    }

    private static @Nullable String apart(List<KbkLayout> layouts, @Nullable Integer year, @Nullable String kbk) {
        return year == null || kbk == null
                ? kbk
                : KbkLayout.of(layouts, year).map(layout -> layout.apart(kbk)).orElse(kbk);
    }

    private @Nullable Integer left(CallSchedule schedule, WorkingDays days) {
        var today = time.today();
        var last = CallSchedule.lastDay(schedule.intakeUntil());
        if (!days.isKnown(today) || !days.isKnown(last)) {
            return null;
        }
        return (int) today.plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(days::isWorking)
                .count();
    }

    /**
     * The published editions in their order, each with what it made otherwise.
     *
     * @throws Problem {@code call-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, APPLICANT, SERVICE
    })
    public List<CallEdition> editions(UUID id) {
        return store.editions(find(id).id());
    }

    /**
     * What the amendment that is being written would make otherwise; empty where none is.
     *
     * @throws Problem {@code call-unknown}
     */
    @RolesAllowed({DEPARTMENT, CHIEF, GCKR, ACCOUNTANT, AUDITOR})
    public List<TermsChange> difference(UUID id) {
        var call = find(id);
        return call.published() == null || call.draft() == null
                ? List.of()
                : TermsChange.between(call.published(), call.draft());
    }

    /** The table of what may be done to a call, for the drawing and for other programs. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, APPLICANT, SERVICE
    })
    public List<Step<CallState, CallAction, CallGuard, CallEffect>> transitions() {
        return CallLifecycle.TABLE.steps();
    }

    /**
     * Begins a call under a measure.
     *
     * @throws Problem {@code programme-unknown}, {@code measure-unknown}, {@code call-too-large}
     */
    @RolesAllowed(DEPARTMENT)
    public CallView create(String programme, String measure, CallTerms terms) {
        measure(programmes.programme(programme), measure);
        requireShort(terms);
        var id = UUID.randomUUID();
        long change = changes.record("CALL_DRAFTED", SUBJECT, id.toString(), null, terms);
        store.insert(id, programme, measure, terms, caller.login(), change);
        return view(id);
    }

    /**
     * Begins a call that says what another says, but for its dates.
     *
     * @param measure of the same programme; null: the same measure
     * @throws Problem {@code call-unknown}, {@code measure-unknown}
     */
    @RolesAllowed(DEPARTMENT)
    public CallView copy(UUID id, @Nullable String measure) {
        var call = find(id);
        return create(call.programme(), measure == null ? call.measure() : measure, undated(call.latest()));
    }

    private static CallTerms undated(CallTerms terms) {
        return new CallTerms(
                terms.titleRu(),
                terms.titleEn(),
                terms.pilot(),
                terms.acts(),
                terms.rules(),
                terms.eligibility(),
                terms.applicants(),
                terms.forms(),
                terms.money(),
                terms.projectLeast(),
                terms.projectMost(),
                terms.shares(),
                terms.target(),
                terms.documents(),
                terms.method(),
                terms.criteria(),
                terms.weightTotal(),
                terms.minimumScore(),
                terms.experts(),
                terms.tieBreak(),
                terms.tieCriterion(),
                terms.returns(),
                terms.returnDays(),
                null,
                null,
                null,
                terms.assessmentDays(),
                terms.decisionDays(),
                terms.flow());
    }

    /**
     * Replaces what is being written. What was checked is being written again.
     *
     * @param version of the call that the caller saw
     * @throws Problem {@code call-unknown}, {@code changed-meanwhile}, {@code transition-not-allowed}, {@code
     *     call-too-large}
     */
    @RolesAllowed(DEPARTMENT)
    public CallView edit(UUID id, long version, CallTerms terms) {
        var call = lock(id);
        if (call.version() != version) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        var step = require(call, CallAction.EDIT);
        requireShort(terms);
        return move("CALL_EDITED", call, step, terms, call.because(), caller.login(), call.latest(), terms);
    }

    private static void requireShort(CallTerms terms) {
        if (String.valueOf(Json.write(terms)).length() > LONGEST) {
            throw new Problem(CallProblem.CALL_TOO_LARGE, LONGEST);
        }
    }

    /**
     * What keeps what is being written from being published, all at once; each fault names its place. Empty where nothing is
     * being written.
     *
     * @throws Problem {@code call-unknown}
     */
    @RolesAllowed({DEPARTMENT, CHIEF, GCKR, ACCOUNTANT, AUDITOR})
    public List<Problem> faults(UUID id) {
        var call = find(id);
        return call.draft() == null || call.state() == CallState.DISCARDED
                ? List.of()
                : CallGate.faults(call.draft(), context(call));
    }

    /**
     * Passes what was written on to a second person if the gate finds nothing.
     *
     * @throws Problem {@code call-unknown}, {@code transition-not-allowed}; {@code call-refused} with all faults
     */
    @RolesAllowed(DEPARTMENT)
    public CallView check(UUID id) {
        var call = lock(id);
        var step = require(call, CallAction.CHECK);
        requireFaultless(call);
        return move("CALL_CHECKED", call, step, call.draft(), call.because(), call.editedBy(), null, null);
    }

    /**
     * Makes what was written hold: a new call, or an amendment of one; whoever wrote it last may not.
     *
     * @throws Problem {@code call-unknown}, {@code transition-not-allowed}, {@code second-person-required}, {@code
     *     call-money-exceeded} when awards are beyond what it confirms; {@code call-refused} with all faults
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public CallView publish(UUID id) {
        var call = lock(id);
        var step = require(call, CallAction.PUBLISH);
        plans.hold(call.programme()); // two calls of one measure must not both fit into its plan
        requireFaultless(call);
        if (call.editedBy().equals(caller.login())) {
            throw new Problem(PlatformProblem.SECOND_PERSON_REQUIRED);
        }
        var schedule = CallSchedule.of(call.written(), calendar.workingDays())
                .orElseThrow(() -> new IllegalStateException("counted by the gate"));
        long change = changes.record(
                call.edition() == 0 ? "CALL_PUBLISHED" : "CALL_AMENDED",
                SUBJECT,
                id.toString(),
                call.published(),
                call.written());
        store.publish(call, schedule, caller.login(), change);
        store.update(id, step.to(), null, null, call.editedBy(), call.edition() + 1, change);
        store.settle();
        tasks.done(PUBLISH, SUBJECT, id.toString());
        return view(id);
    }

    /**
     * Gives up what is being written: a call that was never published ends, a published one goes on as it holds.
     *
     * @throws Problem {@code call-unknown}, {@code transition-not-allowed}, {@code call-reason-required}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public CallView discard(UUID id, String reason) {
        var call = lock(id);
        var step = require(call, CallAction.DISCARD);
        boolean amendment = call.published() != null;
        return move(
                "CALL_DISCARDED",
                call,
                step,
                amendment ? null : call.draft(),
                because(reason),
                call.editedBy(),
                null,
                null);
    }

    /**
     * Begins an amendment of a published call; until it is published, the call goes on as it holds.
     *
     * @throws Problem {@code call-unknown}, {@code transition-not-allowed}, {@code call-reason-required}
     */
    @RolesAllowed(DEPARTMENT)
    public CallView amend(UUID id, String reason) {
        var call = lock(id);
        var step = require(call, CallAction.AMEND);
        return move("CALL_AMENDMENT_DRAFTED", call, step, call.holding(), because(reason), caller.login(), null, null);
    }

    /**
     * Calls a published call off, unless somebody was given money by it.
     *
     * @throws Problem {@code call-unknown}, {@code transition-not-allowed}, {@code call-reason-required}, {@code call-awarded}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public CallView cancel(UUID id, String reason) {
        var call = lock(id);
        var step = require(call, CallAction.CANCEL);
        var why = because(reason);
        if (store.isAwarded(id)) {
            throw new Problem(CallProblem.CALL_AWARDED);
        }
        var view = move("CALL_CANCELLED", call, step, null, why, call.editedBy(), null, null);
        cancelled.fire(new CallCancelled(id, why));
        return view;
    }

    /**
     * Completes a call when its last day of decisions is over.
     *
     * @throws Problem {@code call-unknown}, {@code transition-not-allowed}, {@code call-not-over}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public CallView complete(UUID id) {
        var call = lock(id);
        var step = require(call, CallAction.COMPLETE);
        var decisionTo = Objects.requireNonNull(call.decisionTo());
        if (!time.today().isAfter(decisionTo)) {
            throw new Problem(CallProblem.CALL_NOT_OVER, decisionTo);
        }
        if (store.isUndecided(id, time.today())) {
            throw new Problem(CallProblem.CALL_DECISIONS_OPEN);
        }
        return move("CALL_COMPLETED", call, step, null, null, call.editedBy(), null, null);
    }

    private boolean isInside() {
        return INSIDE.stream().anyMatch(caller::hasRole);
    }

    private Kept find(UUID id) {
        return store.find(id)
                .filter(call -> call.edition() > 0 || isInside())
                .orElseThrow(() -> new Problem(CallProblem.CALL_UNKNOWN, id));
    }

    private Kept lock(UUID id) {
        return store.lock(id).orElseThrow(() -> new Problem(CallProblem.CALL_UNKNOWN, id));
    }

    private Step<CallState, CallAction, CallGuard, CallEffect> require(Kept call, CallAction action) {
        return CallLifecycle.TABLE.require(call.state(), action, caller::hasRole);
    }

    private static String because(String reason) {
        if (reason.isBlank()) {
            throw new Problem(CallProblem.CALL_REASON_REQUIRED).at("/reason");
        }
        return String.valueOf(Text.optional(reason, "/reason"));
    }

    private void requireFaultless(Kept call) {
        var faults = CallGate.faults(call.written(), context(call));
        if (!faults.isEmpty()) {
            throw new Problem(CallProblem.CALL_REFUSED, faults.size()).because(faults);
        }
    }

    private CallView move(
            String action,
            Kept call,
            Step<CallState, CallAction, CallGuard, CallEffect> step,
            @Nullable CallTerms draft,
            @Nullable String because,
            String editedBy,
            @Nullable Object before,
            @Nullable Object after) {
        var id = call.id();
        long change = changes.record(
                action,
                SUBJECT,
                id.toString(),
                before == null ? Map.of("state", call.state()) : before,
                after == null ? moved(step.to(), because) : after);
        store.update(id, step.to(), draft, because, editedBy, call.edition(), change);
        switch (step.effect()) {
            case SECOND_PERSON_ASKED ->
                tasks.open(
                        PUBLISH,
                        Doer.second(CHIEF, editedBy),
                        SUBJECT,
                        id.toString(),
                        Map.of(
                                "call",
                                call.code(),
                                "name",
                                String.valueOf(call.latest().titleRu())),
                        call.written().announcedOn());
            case SECOND_PERSON_NOT_NEEDED, DRAFT_DROPPED -> tasks.done(PUBLISH, SUBJECT, id.toString());
            default -> {}
        }
        return view(id);
    }

    private static Map<String, Object> moved(CallState state, @Nullable String because) {
        var after = new HashMap<String, Object>();
        after.put("state", state);
        if (because != null) {
            after.put("reason", because);
        }
        return after;
    }

    private GateContext context(Kept call) {
        var terms = call.written();
        var day = terms.announcedOn() == null ? time.today() : terms.announcedOn();
        var programme = programmes.programme(call.programme());
        var plan = new HashMap<Integer, BigDecimal>();
        programme.measures().stream()
                .filter(measure -> measure.code().equals(call.measure()))
                .flatMap(measure -> measure.plan().stream())
                .forEach((PlanLine line) -> plan.put(line.year(), line.amount()));
        return new GateContext(
                versions.editions(day).stream()
                        .map(edition -> new Edition(edition.act(), edition.edition(), edition.status()))
                        .toList(),
                versions.list().stream().map(Calls::rules).toList(),
                plan,
                store.taken(call),
                programme.firstAwardOn(),
                calendar.workingDays(),
                ledger.layouts(),
                call.published());
    }

    private static Rules rules(RuleVersionView version) {
        return new Rules(
                version.ruleSet() + ":" + version.version(), version.content().from());
    }

    private static Measure measure(ProgrammeView programme, String code) {
        return programme.measures().stream()
                .filter(measure -> measure.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Problem(CallProblem.MEASURE_UNKNOWN, programme.code(), code).at("/measure"));
    }

    private static @Nullable CallPhase phase(Kept call, WorkingDays days, Instant now) {
        var schedule = call.schedule(days);
        return call.edition() == 0 || schedule == null || CallLifecycle.TABLE.isEnd(call.state())
                ? null
                : CallPhase.at(now, schedule.announcedOn(), schedule);
    }

    private CallView view(Kept call, WorkingDays days, Instant now) {
        boolean inside = isInside();
        boolean amending = call.published() != null && call.draft() != null;
        return new CallView(
                call.id(),
                call.code(),
                call.programme(),
                call.measure(),
                amending && !inside ? CallState.PUBLISHED : call.state(),
                phase(call, days, now),
                call.edition(),
                call.holding(),
                amending && inside ? call.draft() : null,
                call.schedule(days),
                amending && !inside ? null : call.because(),
                inside ? call.editedBy() : null,
                inside ? call.editedAt() : null,
                new ArrayList<>(CallLifecycle.TABLE.open(call.state(), caller::hasRole)),
                call.version());
    }
}
