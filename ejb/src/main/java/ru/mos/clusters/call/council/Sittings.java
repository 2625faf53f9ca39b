package ru.mos.clusters.call.council;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.EXPERT;
import static ru.mos.clusters.platform.Role.GCKR;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.Calls;
import ru.mos.clusters.call.assessment.Ranked;
import ru.mos.clusters.call.assessment.Ranking;
import ru.mos.clusters.call.council.SittingStore.Attending;
import ru.mos.clusters.call.council.SittingStore.Kept;
import ru.mos.clusters.call.council.SittingView.Outcome;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.platform.Transitions.Step;

/**
 * Sittings of the council and of the commission. Staff put the agenda together, note who is there and make the motions;
 * members vote for themselves, and for who has no log-in the staff note the vote. A vote is refused without quorum, to who is
 * recused, and in the commission to who checked or assessed the application before, whatever role they do it in.
 */
@Stateless
@DenyAll
public class Sittings {

    static final String SUBJECT = "SITTING";

    private static final int SHOWN_DECIMALS = 2;

    @Inject
    private SittingStore store;

    @Inject
    private BodyStore bodies;

    @Inject
    private SittingReading reading;

    @EJB
    private Calls calls;

    @EJB
    private Ranking ranking;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    /** The latest first; experts see those of bodies in which they sit or sat. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, EXPERT, COMMISSION, AUDITOR})
    public Slice<SittingLine> list(SittingFilter filter, PageRequest page) {
        var before = page.after().isEmpty() ? null : Long.valueOf(page.after().get(0));
        return Slice.of(store.list(filter, before, page.fetch()), page, line -> List.of(Long.toString(line.number())));
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, EXPERT, COMMISSION, AUDITOR})
    public long count(SittingFilter filter) {
        return store.count(filter);
    }

    /** @throws Problem {@code sitting-unknown} also for one that the caller does not see */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, EXPERT, COMMISSION, AUDITOR})
    public SittingView view(UUID id) {
        return reading.view(find(id));
    }

    /** The table of what may be done to a sitting. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, EXPERT, COMMISSION, AUDITOR})
    public List<Step<SittingState, SittingAction, SittingGuard, SittingEffect>> transitions() {
        return SittingLifecycle.TABLE.steps();
    }

    /**
     * Plans a sitting.
     *
     * @throws Problem {@code council-body-unknown}, {@code call-unknown}, {@code regulations-missing}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public SittingView plan(PlanSitting plan) {
        var body = bodies.find(plan.body())
                .orElseThrow(() -> new Problem(CouncilProblem.COUNCIL_BODY_UNKNOWN, plan.body()).at("/body"));
        calls.view(plan.call());
        regulations(body.code(), plan.heldOn());
        var place = Text.required(plan.place(), "/place");
        var id = UUID.randomUUID();
        long change = changes.record("SITTING_PLANNED", SUBJECT, id.toString(), null, plan);
        store.insert(id, plan, place, change);
        return view(id);
    }

    /**
     * Moves a planned sitting to another day or place.
     *
     * @param version of the sitting that the caller saw
     * @throws Problem {@code sitting-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}, {@code
     *     regulations-missing}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public SittingView edit(UUID id, long version, LocalDate heldOn, String place) {
        var sitting = require(id, SittingAction.EDIT);
        if (sitting.version() != version) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        regulations(sitting.line().body(), heldOn);
        var where = Text.required(place, "/place");
        long change = changes.record(
                "SITTING_MOVED",
                SUBJECT,
                id.toString(),
                Map.of("date", sitting.line().heldOn(), "place", sitting.line().place()),
                Map.of("date", heldOn, "place", where));
        store.update(id, sitting.line().state(), heldOn, where, null, change);
        return view(id);
    }

    /**
     * Puts applications on the agenda.
     *
     * @param applications empty: all that wait to be heard, by their place in the ranking, those without one after them as
     *     they came
     * @throws Problem {@code sitting-unknown}, {@code transition-not-allowed}, {@code item-application-unfit}, {@code
     *     item-twice}; {@code own-scores-first} for who still has to score in that call
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public SittingView addItems(UUID id, List<UUID> applications) {
        var sitting = require(id, SittingAction.EDIT);
        var states = heard(sitting.line().kind());
        var places = places(sitting.line().call());
        var chosen = applications.isEmpty()
                ? waiting(sitting, places).stream()
                        .map(WaitingApplication::application)
                        .toList()
                : applications;
        long change = changes.record("AGENDA_SET", SUBJECT, id.toString(), null, Map.of("applications", chosen));
        var candidates = store.candidates(chosen).stream()
                .collect(Collectors.toMap(SittingStore.Candidate::application, Function.identity()));
        for (var application : chosen) {
            var candidate = candidates.get(application);
            if (candidate == null
                    || !candidate.call().equals(sitting.line().call())
                    || !states.contains(candidate.state())) {
                throw new Problem(
                                CouncilProblem.ITEM_APPLICATION_UNFIT,
                                candidate == null ? application.toString() : candidate.number())
                        .at("/applications");
            }
            var place = places.get(application);
            store.add(id, candidate, rank(place), score(place), change);
        }
        touch(sitting, change);
        return view(id);
    }

    /**
     * Applications that the body may hear and that are not on the agenda yet, by their place in the ranking, those without
     * one after them as they came.
     *
     * @throws Problem {@code sitting-unknown}; {@code own-scores-first} for who still has to score in that call
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public List<WaitingApplication> waiting(UUID id) {
        var sitting = find(id);
        return waiting(sitting, places(sitting.line().call()));
    }

    private List<WaitingApplication> waiting(Kept sitting, Map<UUID, Ranked> places) {
        return store
                .waiting(
                        sitting.id(),
                        sitting.line().call(),
                        heard(sitting.line().kind()))
                .stream()
                .map(one -> {
                    var place = places.get(one.application());
                    return new WaitingApplication(
                            one.application(),
                            one.number(),
                            one.applicantName(),
                            one.title(),
                            rank(place),
                            score(place));
                })
                .sorted(Comparator.comparing(
                        WaitingApplication::rank, Comparator.nullsLast(Comparator.<Integer>naturalOrder())))
                .toList();
    }

    /** Who is placed where in the call, by application. */
    private Map<UUID, Ranked> places(UUID call) {
        return ranking.of(call).ranked().stream().collect(Collectors.toMap(Ranked::application, Function.identity()));
    }

    private static @Nullable Integer rank(@Nullable Ranked place) {
        return place == null ? null : place.place();
    }

    /** As it stands on paper; the places are found by the exact one. */
    private static @Nullable String score(@Nullable Ranked place) {
        var exact = place == null || place.place() == null ? null : place.score();
        return exact == null
                ? null
                : new BigDecimal(exact.numerator())
                        .divide(new BigDecimal(exact.denominator()), SHOWN_DECIMALS, RoundingMode.HALF_UP)
                        .toPlainString()
                        .replace('.', ',');
    }

    /** The council advises on what is admitted; the commission decides on what is assessed, and on the reserve. */
    private static Set<String> heard(BodyKind kind) {
        return kind == BodyKind.EXPERT_COUNCIL ? Set.of("ADMITTED", "ASSESSED") : Set.of("ASSESSED", "RESERVED");
    }

    /**
     * Opens the sitting. Whose organisation applies, begins a project or takes part in it is recused then and
     * there.
     *
     * @throws Problem {@code sitting-unknown}, {@code transition-not-allowed}, {@code sitting-agenda-empty}, {@code
     *     sitting-before-ranking} where the commission would decide while others may still come or are still assessed
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public SittingView open(UUID id) {
        var sitting = require(id, SittingAction.OPEN);
        if (sitting.line().items() == 0) {
            throw new Problem(CouncilProblem.SITTING_AGENDA_EMPTY);
        }
        requireRanked(sitting.line());
        long change = moved("SITTING_OPENED", sitting, SittingState.OPEN, null);
        for (var interest : store.interested(id)) {
            store.recuse(interest.item(), interest.seat(), true, interest.reason(), change);
        }
        if (sitting.line().form() == SittingForm.IN_ABSENTIA) {
            store.attending(id).forEach(member -> store.attend(id, member.seat().id(), Presence.IN_WRITING, change));
        }
        return view(id);
    }

    /** Money goes by the ranking: the commission decides when nobody can come before those it hears. */
    private void requireRanked(SittingLine line) {
        if (line.kind() == BodyKind.COMMISSION) {
            var until = calls.view(line.call()).terms().intakeUntil();
            long waiting = store.waiting(line.call());
            if (waiting > 0 || (until != null && time.now().isBefore(until))) {
                throw new Problem(CouncilProblem.SITTING_BEFORE_RANKING, waiting);
            }
        }
    }

    /**
     * Notes how a member takes part.
     *
     * @throws Problem {@code sitting-unknown}, {@code transition-not-allowed}, {@code seat-unknown}, {@code
     *     vote-in-writing-not-allowed}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public SittingView attend(UUID id, UUID seat, Presence presence) {
        return attend(id, Map.of(seat, presence));
    }

    /**
     * Notes how several members take part.
     *
     * @throws Problem {@code sitting-unknown}, {@code transition-not-allowed}, {@code seat-unknown}, {@code
     *     vote-in-writing-not-allowed}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public SittingView attend(UUID id, Map<UUID, Presence> presences) {
        var sitting = require(id, SittingAction.ATTEND);
        var line = sitting.line();
        boolean writing = line.form() == SittingForm.MEETING && presences.containsValue(Presence.IN_WRITING);
        if (writing && !regulations(line.body(), line.heldOn()).inAbsentia()) {
            throw new Problem(CouncilProblem.VOTE_IN_WRITING_NOT_ALLOWED).at("/presence");
        }
        var members = store.attending(id).stream()
                .collect(Collectors.toMap(member -> member.seat().id(), member -> member.seat()));
        long last = 0;
        for (var noted : presences.entrySet()) {
            var seat = members.get(noted.getKey());
            if (seat == null) {
                throw new Problem(CouncilProblem.SEAT_UNKNOWN).at("/seat");
            }
            var after = Map.of("member", seat.name(), "presence", noted.getValue());
            last = changes.record("ATTENDANCE_NOTED", SUBJECT, id.toString(), null, after);
            store.attend(id, seat.id(), noted.getValue(), last);
        }
        if (!presences.isEmpty()) {
            touch(sitting, last);
        }
        return view(id);
    }

    /**
     * Records that a member may not vote on an application: declared by the member, or found by the staff.
     *
     * @throws Problem {@code sitting-unknown}, {@code transition-not-allowed}, {@code sitting-item-unknown}, {@code
     *     seat-unknown}, {@code recusal-twice}, {@code recusal-after-vote}, {@code vote-of-another}, {@code field-required}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, EXPERT, COMMISSION})
    public SittingView recuse(UUID id, UUID item, UUID seat, String reason) {
        var sitting = require(id, SittingAction.RECUSE);
        requireItem(id, item);
        var member = member(id, seat);
        boolean own = caller.login().equals(member.seat().login());
        if (!own && !caller.hasRole(DEPARTMENT) && !caller.hasRole(GCKR)) {
            throw new Problem(CouncilProblem.VOTE_OF_ANOTHER);
        }
        var why = Text.required(reason, "/reason");
        long change = changes.record(
                own ? "RECUSAL_DECLARED" : "RECUSAL_FOUND",
                SUBJECT,
                id.toString(),
                null,
                Map.of("member", member.seat().name(), "item", item, "reason", why));
        store.recuse(item, seat, !own, why, change);
        touch(sitting, change);
        return view(id);
    }

    /**
     * Makes a motion about an application.
     *
     * @throws Problem {@code sitting-unknown}, {@code transition-not-allowed}, {@code sitting-item-unknown}, {@code
     *     motion-of-other-body}, {@code motion-before-last-decided}, {@code motion-beyond-money} and what {@link
     *     Motions} finds
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public SittingView move(UUID id, UUID item, MakeMotion motion) {
        var sitting = require(id, SittingAction.MOVE);
        var heard = requireItem(id, item);
        var stated = Motions.stated(motion, sitting.line().kind(), heard);
        if (stated.motion() == Motion.AWARD
                && !store.hasMoney(sitting.line().call(), orZero(stated.year()), String.valueOf(stated.kbk()))) {
            throw new Problem(
                            CouncilProblem.MOTION_MONEY_UNKNOWN,
                            String.valueOf(stated.year()),
                            String.valueOf(stated.kbk()))
                    .at("/kbk");
        }
        if (stated.motion() == Motion.AWARD) {
            requireMoney(sitting.line().call(), item, stated);
        }
        if (stated.act() != null && (stated.actEdition() == null || !store.hasAct(stated.act(), stated.actEdition()))) {
            throw new Problem(CouncilProblem.MOTION_ACT_UNKNOWN).at("/act");
        }
        reading.settleDecided(sitting, item);
        boolean pending = store.motions(id).stream()
                .anyMatch(moved -> moved.item().equals(item) && moved.outcome() != Outcome.REJECTED);
        if (pending) {
            throw new Problem(CouncilProblem.MOTION_BEFORE_LAST_DECIDED);
        }
        long change =
                changes.record("MOTION_MADE", SUBJECT, id.toString(), null, Map.of("item", item, "motion", stated));
        store.move(item, stated, change);
        touch(sitting, change);
        return view(id);
    }

    /** What is proposed and adopted together is no more than the call has, so that all of it can be carried out. */
    private void requireMoney(UUID call, UUID item, MakeMotion stated) {
        var left = store.moneyLeft(call, item, orZero(stated.year()), String.valueOf(stated.kbk()));
        if (stated.amount() != null && stated.amount().compareTo(left) > 0) {
            throw new Problem(CouncilProblem.MOTION_BEYOND_MONEY, left, String.valueOf(stated.year())).at("/amount");
        }
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    /**
     * Gives a vote: a member's own, or noted by the staff for a member without a log-in.
     *
     * @param opinion a special opinion, kept in the protocol; null where there is none
     * @throws Problem {@code sitting-unknown}, {@code transition-not-allowed}, {@code motion-unknown}, {@code seat-unknown},
     *     {@code vote-of-another}, {@code vote-without-quorum}, {@code vote-of-recused}, {@code vote-of-absent}, {@code
     *     vote-of-outsider}, {@code vote-after-part-taken}, {@code vote-twice}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, EXPERT, COMMISSION})
    public SittingView vote(UUID id, UUID motion, UUID seat, Choice choice, @Nullable String opinion) {
        var sitting = require(id, SittingAction.VOTE);
        var moved = store.motions(id).stream()
                .filter(one -> one.id().equals(motion) && one.outcome() == null)
                .findFirst()
                .orElseThrow(() -> new Problem(CouncilProblem.MOTION_UNKNOWN).at("/motion"));
        var member = member(id, seat);
        requireVoice(member);
        if (sitting.line().form() == SittingForm.MEETING) {
            var quorum = reading.quorum(sitting, moved.item());
            if (!quorum.met()) {
                throw new Problem(CouncilProblem.VOTE_WITHOUT_QUORUM, quorum.there(), quorum.base());
            }
        }
        var said = Text.optional(opinion, "/opinion");
        var after = new HashMap<String, Object>(
                Map.of("motion", motion, "member", member.seat().name(), "vote", choice));
        if (said != null) {
            after.put("opinion", said);
        }
        long change = changes.record("VOTE_GIVEN", SUBJECT, id.toString(), null, after);
        store.vote(motion, seat, choice, said, caller.login(), change);
        return view(id);
    }

    private void requireVoice(Attending member) {
        var login = member.seat().login();
        boolean noted = login == null && (caller.hasRole(DEPARTMENT) || caller.hasRole(GCKR));
        if (!noted && !caller.login().equals(login)) {
            throw new Problem(CouncilProblem.VOTE_OF_ANOTHER);
        }
    }

    /**
     * Ends the voting and counts.
     *
     * @throws Problem {@code sitting-unknown}, {@code transition-not-allowed}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public SittingView close(UUID id) {
        var sitting = require(id, SittingAction.CLOSE);
        reading.settle(sitting);
        moved("SITTING_CLOSED", sitting, SittingState.CLOSED, null);
        return view(id);
    }

    /**
     * Opens a closed sitting again, until its protocol bears a number.
     *
     * @throws Problem {@code sitting-unknown}, {@code transition-not-allowed}, {@code sitting-numbered}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public SittingView reopen(UUID id) {
        var sitting = require(id, SittingAction.REOPEN);
        long change = moved("SITTING_REOPENED", sitting, SittingState.OPEN, null);
        store.dropProtocol(id, change); // waits for who numbers it just then
        if (store.isNumbered(id)) {
            throw new Problem(CouncilProblem.SITTING_NUMBERED);
        }
        store.motions(id).stream()
                .filter(moved -> moved.outcome() != Outcome.REJECTED || isLast(moved))
                .forEach(moved -> store.settle(moved.id(), null, null));
        return view(id);
    }

    /** A motion that was lost and followed by another stays lost. */
    private boolean isLast(SittingStore.Moved moved) {
        return store.isLast(moved.item(), moved.number());
    }

    /**
     * Calls a sitting off.
     *
     * @throws Problem {@code sitting-unknown}, {@code transition-not-allowed}, {@code field-required}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public SittingView cancel(UUID id, String reason) {
        var sitting = require(id, SittingAction.CANCEL);
        moved("SITTING_CANCELLED", sitting, SittingState.CANCELLED, Text.required(reason, "/reason"));
        return view(id);
    }

    private long moved(String action, Kept sitting, SittingState to, @Nullable String because) {
        var after = new HashMap<String, Object>(Map.of("state", to));
        if (because != null) {
            after.put("reason", because);
        }
        long change = changes.record(
                action,
                SUBJECT,
                sitting.id().toString(),
                Map.of("state", sitting.line().state()),
                after);
        store.update(sitting.id(), to, sitting.line().heldOn(), sitting.line().place(), because, change);
        return change;
    }

    /** So that who works on it at the same time notices. */
    private void touch(Kept sitting, long change) {
        var line = sitting.line();
        store.update(sitting.id(), line.state(), line.heldOn(), line.place(), sitting.because(), change);
    }

    private Kept find(UUID id) {
        return store.find(id).orElseThrow(() -> new Problem(CouncilProblem.SITTING_UNKNOWN));
    }

    private Kept require(UUID id, SittingAction action) {
        var sitting = store.lock(id).orElseThrow(() -> new Problem(CouncilProblem.SITTING_UNKNOWN));
        SittingLifecycle.TABLE.require(sitting.line().state(), action, caller::hasRole);
        return sitting;
    }

    private SittingStore.Item requireItem(UUID sitting, UUID item) {
        return store.items(sitting).stream()
                .filter(one -> one.id().equals(item))
                .findFirst()
                .orElseThrow(() -> new Problem(CouncilProblem.SITTING_ITEM_UNKNOWN).at("/item"));
    }

    private Attending member(UUID sitting, UUID seat) {
        return store.attending(sitting).stream()
                .filter(one -> one.seat().id().equals(seat))
                .findFirst()
                .orElseThrow(() -> new Problem(CouncilProblem.SEAT_UNKNOWN).at("/seat"));
    }

    private Regulations regulations(String body, LocalDate on) {
        return bodies.regulations(body, on)
                .orElseThrow(() -> new Problem(CouncilProblem.REGULATIONS_MISSING, on).at("/heldOn"));
    }
}
