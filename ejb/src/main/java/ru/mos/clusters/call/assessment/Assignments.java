package ru.mos.clusters.call.assessment;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.EXPERT;
import static ru.mos.clusters.platform.Role.GCKR;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.application.ApplicationState;
import ru.mos.clusters.call.assessment.AssignmentRows.Kept;
import ru.mos.clusters.call.assessment.ConflictSearch.Found;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.platform.Transitions.Step;

/** Who is asked to assess what, and what they answer. */
@Stateless
@DenyAll
public class Assignments {

    private static final Set<String> CLOSED = Set.of("COMPLETED", "CANCELLED", "DISCARDED");

    @Inject
    private AssignmentRows rows;

    @Inject
    private SubjectRows subjects;

    @Inject
    private ExpertRows experts;

    @Inject
    private ConflictSearch conflicts;

    @Inject
    private Completion completion;

    @Inject
    private AssessmentTasks tasks;

    @EJB
    private ConflictChecks checks;

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    /** The latest first; an expert sees their own. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR, EXPERT})
    public Slice<AssignmentView> list(AssignmentFilter filter, PageRequest page) {
        var before = page.after().isEmpty() ? null : Long.valueOf(page.after().get(0));
        var slice = Slice.of(
                rows.list(filter, before, page.fetch()), page, one -> List.of(Long.toString(one.recordedBy())));
        return new Slice<>(slice.items().stream().map(one -> one.view(caller)).toList(), slice.next());
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR, EXPERT})
    public long count(AssignmentFilter filter) {
        return rows.count(filter);
    }

    /** @throws Problem {@code expert-assignment-unknown}, also for one of another expert */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR, EXPERT})
    public AssignmentView assignment(UUID id) {
        return rows.find(id)
                .orElseThrow(() -> new Problem(AssessmentProblem.EXPERT_ASSIGNMENT_UNKNOWN))
                .view(caller);
    }

    /** The table of what may be done to an assignment, for the drawing and for other programs. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR, EXPERT})
    public List<Step<AssignmentState, AssignmentAction, AssignmentGuard, AssignmentEffect>> transitions() {
        return AssignmentLifecycle.TABLE.steps();
    }

    /**
     * Invites an expert to assess what will be sent to a call. Whoever accepts is assigned without being asked again.
     *
     * @throws Problem {@code call-unknown}, {@code expert-unknown}, {@code expert-not-in-pool}, {@code
     *     assignment-call-closed}, {@code call-invitation-twice}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public AssignmentView invite(UUID call, String expert) {
        var called = subjects.call(call);
        requireInPool(expert);
        if (CLOSED.contains(called.state())) {
            throw new Problem(AssessmentProblem.ASSIGNMENT_CALL_CLOSED, called.code());
        }
        var id = UUID.randomUUID();
        long change = record("ASSIGNMENT_INVITED", id, null, Map.of("call", called.code(), "expert", expert));
        rows.insert(id, call, null, expert, AssignmentState.INVITED, called.due(), change);
        tasks.invited(id, expert, called.code(), called.due());
        return assignment(id);
    }

    /**
     * Asks an expert to assess an application, after looking for what speaks against it.
     *
     * @throws Problem {@code call-application-unknown}, {@code expert-unknown}, {@code expert-not-in-pool}, {@code
     *     assignment-application-not-admitted}, {@code expert-conflicted}, {@code assignment-twice}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public AssignmentView assign(UUID application, String expert) {
        var subject = subjects.require(application);
        requireInPool(expert);
        if (subject.state() != ApplicationState.ADMITTED) {
            throw new Problem(AssessmentProblem.ASSIGNMENT_APPLICATION_NOT_ADMITTED, subject.number());
        }
        if (checks.isConflicted(application, expert)) {
            throw new Problem(AssessmentProblem.EXPERT_CONFLICTED).at("/expert");
        }
        boolean ready = isReady(subject.call(), expert);
        var id = UUID.randomUUID();
        long change = record("ASSIGNMENT_MADE", id, null, Map.of("application", subject.number(), "expert", expert));
        rows.insert(
                id,
                subject.call(),
                application,
                expert,
                ready ? AssignmentState.ACCEPTED : AssignmentState.INVITED,
                subject.due(),
                change);
        if (ready) {
            tasks.scoresAsked(id, expert, subject.number(), subject.due());
        } else {
            tasks.invited(id, expert, subject.number(), subject.due());
        }
        tasks.anotherFound(application);
        return assignment(id);
    }

    /** Whether the expert has accepted the invitation to the call. */
    private boolean isReady(UUID call, String expert) {
        return sql.with(handle -> handle.createQuery("""
                        select exists (select from call.assignment
                                        where call_id = :call and application_id is null and expert = :expert and state = 'ACCEPTED')""")
                .bind("call", call)
                .bind("expert", expert)
                .mapTo(Boolean.class)
                .one());
    }

    private void requireInPool(String expert) {
        var found = experts.find(expert).orElseThrow(() -> new Problem(AssessmentProblem.EXPERT_UNKNOWN, expert));
        if (!found.inPool()) {
            throw new Problem(AssessmentProblem.EXPERT_NOT_IN_POOL, found.name()).at("/expert");
        }
    }

    /**
     * The expert will assess.
     *
     * @throws Problem {@code expert-assignment-unknown}, {@code transition-not-allowed}, {@code expert-conflicted}
     */
    @RolesAllowed(EXPERT)
    public AssignmentView accept(UUID id) {
        var asked = own(id);
        require(asked, AssignmentAction.ACCEPT);
        if (asked.application() != null && checks.isConflicted(asked.application(), asked.expert())) {
            throw new Problem(AssessmentProblem.EXPERT_CONFLICTED);
        }
        var assignment = lock(id);
        var step = require(assignment, AssignmentAction.ACCEPT);
        move(assignment, "ASSIGNMENT_ACCEPTED", step, null);
        if (assignment.application() == null) {
            tasks.over(id);
        } else {
            tasks.scoresAsked(id, assignment.expert(), assignment.code(), assignment.due());
        }
        return assignment(id);
    }

    /**
     * The expert will not, or cannot go on.
     *
     * @throws Problem {@code expert-assignment-unknown}, {@code transition-not-allowed}, {@code assignment-reason-required}
     */
    @RolesAllowed(EXPERT)
    public AssignmentView decline(UUID id, String reason) {
        return end(own(id), AssignmentAction.DECLINE, "ASSIGNMENT_DECLINED", because(reason));
    }

    /**
     * The expert tells of a conflict of interest: the assignment ends, and there is none to that application any more.
     *
     * @throws Problem {@code expert-assignment-unknown}, {@code transition-not-allowed}, {@code assignment-of-call}, {@code
     *     assignment-reason-required}
     */
    @RolesAllowed(EXPERT)
    public AssignmentView declare(UUID id, String statement) {
        var assignment = own(id);
        var because = because(statement);
        var application = assignment.application();
        if (application == null) {
            throw new Problem(AssessmentProblem.ASSIGNMENT_OF_CALL);
        }
        subjects.lock(application);
        require(assignment, AssignmentAction.DECLARE);
        conflicts.keep(
                application,
                assignment.expert(),
                "DECLARED",
                new Found(
                        List.of(new ConflictFinding(
                                ConflictKind.DECLARED, null, null, null, null, null, null, List.of(), because)),
                        List.of(),
                        time.today()));
        return end(assignment, AssignmentAction.DECLARE, "ASSIGNMENT_STOPPED", because);
    }

    /**
     * Stops the assignment of an expert against whom something was found.
     *
     * @throws Problem {@code expert-assignment-unknown}, {@code transition-not-allowed}, {@code assignment-of-call}, {@code
     *     conflict-not-found} where nothing speaks against the expert
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public AssignmentView stop(UUID id) {
        var assignment = find(id);
        require(assignment, AssignmentAction.STOP);
        var application = assignment.application();
        if (application == null) {
            throw new Problem(AssessmentProblem.ASSIGNMENT_OF_CALL);
        }
        if (!checks.isConflicted(application, assignment.expert())) {
            throw new Problem(AssessmentProblem.CONFLICT_NOT_FOUND);
        }
        return assignment(id);
    }

    /**
     * An expert drops out midway: what was scored stays on record and does not count.
     *
     * @throws Problem {@code expert-assignment-unknown}, {@code transition-not-allowed}, {@code assignment-reason-required}, {@code
     *     assessment-over}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public AssignmentView replace(UUID id, String reason) {
        var assignment = find(id);
        var application = assignment.application();
        if (application != null && subjects.lock(application).state() != ApplicationState.ADMITTED) {
            throw new Problem(AssessmentProblem.ASSESSMENT_OVER);
        }
        return end(assignment, AssignmentAction.REPLACE, "ASSIGNMENT_REPLACED", because(reason));
    }

    /**
     * Takes an invitation back before it is answered.
     *
     * @throws Problem {@code expert-assignment-unknown}, {@code transition-not-allowed}, {@code assignment-reason-required}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public AssignmentView withdraw(UUID id, String reason) {
        return end(find(id), AssignmentAction.WITHDRAW, "ASSIGNMENT_WITHDRAWN", because(reason));
    }

    private AssignmentView end(Kept seen, AssignmentAction action, String done, String because) {
        if (seen.application() != null) {
            subjects.lock(seen.application());
        }
        var assignment = lock(seen.id());
        var step = require(assignment, action);
        move(assignment, done, step, because);
        tasks.over(assignment.id());
        var application = assignment.application();
        if (application != null) {
            if (step.effect() == AssignmentEffect.ANOTHER_ASKED) {
                tasks.anotherAsked(application, assignment.code(), assignment.expertName(), assignment.due());
            }
            completion.settle(application);
        }
        return assignment(assignment.id());
    }

    private Kept find(UUID id) {
        return rows.find(id).orElseThrow(() -> new Problem(AssessmentProblem.EXPERT_ASSIGNMENT_UNKNOWN));
    }

    private Kept lock(UUID id) {
        return rows.lock(id).orElseThrow(() -> new Problem(AssessmentProblem.EXPERT_ASSIGNMENT_UNKNOWN));
    }

    /** An expert acts on nobody else's, whatever other roles the person has. */
    private Kept own(UUID id) {
        return rows.find(id)
                .filter(assignment -> assignment.expert().equals(caller.login()))
                .orElseThrow(() -> new Problem(AssessmentProblem.EXPERT_ASSIGNMENT_UNKNOWN));
    }

    private Step<AssignmentState, AssignmentAction, AssignmentGuard, AssignmentEffect> require(
            Kept assignment, AssignmentAction action) {
        return AssignmentLifecycle.TABLE.require(assignment.state(), action, caller::hasRole);
    }

    private static String because(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Problem(AssessmentProblem.ASSIGNMENT_REASON_REQUIRED).at("/reason");
        }
        return Objects.requireNonNull(Text.optional(reason, "/reason"));
    }

    private void move(
            Kept assignment,
            String done,
            Step<AssignmentState, AssignmentAction, AssignmentGuard, AssignmentEffect> step,
            @Nullable String because) {
        long change = record(
                done,
                assignment.id(),
                Map.of("state", assignment.state()),
                because == null ? Map.of("state", step.to()) : Map.of("state", step.to(), "reason", because));
        rows.move(assignment.id(), step.to(), because, change);
    }

    private long record(String done, UUID id, @Nullable Object before, Object after) {
        return changes.record(done, AssessmentTasks.ASSIGNMENT, id.toString(), before, after);
    }
}
