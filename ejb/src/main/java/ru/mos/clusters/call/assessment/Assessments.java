package ru.mos.clusters.call.assessment;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.EXPERT;
import static ru.mos.clusters.platform.Role.GCKR;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.application.ApplicationState;
import ru.mos.clusters.call.assessment.AssignmentRows.Kept;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.project.FrozenProjects;

/** Scores of experts, and what they come to where they differ much. */
@Stateless
@DenyAll
public class Assessments {

    @Inject
    private AssessmentRows rows;

    @Inject
    private AssignmentRows assignments;

    @Inject
    private SubjectRows subjects;

    @Inject
    private Completion completion;

    @Inject
    private AssessmentTasks tasks;

    @Inject
    private FrozenProjects projects;

    @Inject
    private ScoresExport export;

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    /**
     * What was given for an application, as far as the caller may see it: whoever still has to score it sees only their own.
     *
     * @throws Problem {@code call-application-unknown}, also for one that the expert does not assess
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR, EXPERT})
    public List<AssessmentView> of(UUID application) {
        requireSight(application);
        return rows.of(application);
    }

    /**
     * The latest discussion of an application; experts who have not scored yet see none: it tells what others gave.
     *
     * @throws Problem {@code call-application-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR, EXPERT})
    public Optional<DiscussionView> discussion(UUID application) {
        requireSight(application);
        return AssignmentRows.STAFF.stream().anyMatch(caller::hasRole) || isAssessing(application, "SCORED")
                ? rows.discussion(application)
                : Optional.empty();
    }

    private void requireSight(UUID application) {
        subjects.require(application);
        boolean sees = AssignmentRows.STAFF.stream().anyMatch(caller::hasRole) || isAssessing(application);
        if (!sees) {
            throw new Problem(ru.mos.clusters.call.application.ApplicationProblem.CALL_APPLICATION_UNKNOWN);
        }
    }

    private boolean isAssessing(UUID application) {
        return isAssessing(application, "ACCEPTED") || isAssessing(application, "SCORED");
    }

    private boolean isAssessing(UUID application, String state) {
        return sql.with(handle -> handle.createQuery("""
                        select exists (select from call.assignment g
                                        where g.application_id = :id and g.expert = :me and g.state = :state
                                          and not exists (select from call.conflicted k
                                                           where (k.application_id, k.expert) = (g.application_id, g.expert)))""")
                .bind("id", application)
                .bind("me", caller.login())
                .bind("state", state)
                .mapTo(Boolean.class)
                .one());
    }

    /**
     * Whether somebody has assessed an application, or was to: such a person does not decide on it.
     *
     * @throws Problem {@code call-application-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR, ru.mos.clusters.platform.Role.COMMISSION})
    public boolean isAssessor(UUID application, String login) {
        subjects.require(application);
        return sql.with(handle -> handle.createQuery("""
                        select exists (select from call.assignment g
                                        where g.application_id = :id and g.expert = :login
                                          and (g.state in ('ACCEPTED', 'SCORED')
                                               or exists (select from call.assessment e where e.assignment_id = g.id)))""")
                .bind("id", application)
                .bind("login", login)
                .mapTo(Boolean.class)
                .one());
    }

    /**
     * What the caller works on. Before accepting, one sees who takes part, to tell of conflicts of interest, and no more.
     *
     * @throws Problem {@code expert-assignment-unknown} also when the assignment has ended, or something speaks against the caller;
     *     {@code assignment-of-call}
     */
    @RolesAllowed(EXPERT)
    public AssessmentSheet sheet(UUID assignment) {
        var own = own(assignment);
        var application = own.application();
        if (application == null) {
            throw new Problem(AssessmentProblem.ASSIGNMENT_OF_CALL);
        }
        boolean accepted = isAssessing(application);
        if (!accepted && (own.state() != AssignmentState.INVITED || isConflicted(application))) {
            throw new Problem(AssessmentProblem.EXPERT_ASSIGNMENT_UNKNOWN);
        }
        var subject = subjects.require(application);
        var given = accepted ? rows.of(application) : List.<AssessmentView>of();
        return new AssessmentSheet(
                own.view(caller),
                subject.terms().criteria(),
                projects.participants(subject.project(), subject.projectEdition()),
                accepted
                        ? projects.edition(subject.project(), subject.projectEdition())
                                .content()
                        : null,
                accepted ? answers(application) : Map.of(),
                given.stream()
                        .filter(one -> one.assignment().equals(assignment) && one.holds())
                        .findFirst()
                        .orElse(null),
                given.stream()
                        .filter(one -> !one.expert().equals(own.expert()) && one.counts())
                        .toList(),
                rows.discussion(application)
                        .filter(one -> own.state() == AssignmentState.SCORED)
                        .map(DiscussionView::deviations)
                        .orElse(List.of()),
                accepted && subject.state() == ApplicationState.ADMITTED);
    }

    private boolean isConflicted(UUID application) {
        return sql.with(handle -> handle.createQuery(
                        "select exists (select from call.conflicted where application_id = :id and expert = :me)")
                .bind("id", application)
                .bind("me", caller.login())
                .mapTo(Boolean.class)
                .one());
    }

    private Map<String, Object> answers(UUID application) {
        return Json.map(sql.with(handle -> handle.createQuery("""
                        select s.answers::text
                          from call.application a
                          join call.submission s on (s.application_id, s.round) = (a.id, a.round)
                         where a.id = :id""")
                .bind("id", application)
                .mapTo(String.class)
                .one()));
    }

    /**
     * Gives all scores. The last of enough ends the assessment, or opens a discussion where experts differ much.
     *
     * @throws Problem {@code expert-assignment-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}, {@code
     *     assessment-over}, {@code expert-conflicted}; {@code scores-refused} with all faults
     */
    @RolesAllowed(EXPERT)
    public AssignmentView give(GiveScores command) {
        var assignment = put(command, AssignmentAction.SCORE, "SCORES_GIVEN", null);
        tasks.over(assignment.id());
        completion.settle(Objects.requireNonNull(assignment.application()));
        return assignments.find(assignment.id()).orElseThrow().view(caller);
    }

    /**
     * Says scores anew, while the application is still assessed; what was said before stays on record.
     *
     * @throws Problem as {@link #give}; {@code assignment-reason-required}
     */
    @RolesAllowed(EXPERT)
    public AssignmentView correct(GiveScores command) {
        var because = Text.optional(command.because(), "/because");
        if (because == null) {
            throw new Problem(AssessmentProblem.ASSIGNMENT_REASON_REQUIRED).at("/because");
        }
        var assignment = put(command, AssignmentAction.CORRECT, "SCORES_CORRECTED", because);
        return assignments.find(assignment.id()).orElseThrow().view(caller);
    }

    private Kept put(GiveScores command, AssignmentAction action, String done, @Nullable String because) {
        var seen = own(command.assignment());
        var application = seen.application();
        if (application == null) {
            throw new Problem(AssessmentProblem.ASSIGNMENT_OF_CALL);
        }
        var subject = subjects.lock(application);
        var assignment = assignments
                .lock(command.assignment())
                .orElseThrow(() -> new Problem(AssessmentProblem.EXPERT_ASSIGNMENT_UNKNOWN));
        var step = AssignmentLifecycle.TABLE.require(assignment.state(), action, caller::hasRole);
        if (assignment.version() != command.version()) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        if (subject.state() != ApplicationState.ADMITTED) {
            throw new Problem(AssessmentProblem.ASSESSMENT_OVER);
        }
        var faults = ScoreRules.faults(subject.terms().criteria(), command.scores());
        if (!faults.isEmpty()) {
            throw new Problem(AssessmentProblem.SCORES_REFUSED, faults.size()).because(faults);
        }
        var after = new HashMap<String, Object>(Map.of("scores", command.scores()));
        if (because != null) {
            after.put("reason", because);
        }
        long change =
                changes.record(done, AssessmentTasks.ASSIGNMENT, assignment.id().toString(), null, after);
        rows.insert(command, because, change);
        assignments.move(assignment.id(), step.to(), null, change);
        return assignment;
    }

    /**
     * Ends the discussion with what the experts came to; the application is assessed.
     *
     * @throws Problem {@code call-application-unknown}, {@code discussion-unknown}, {@code assignment-reason-required}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public DiscussionView close(UUID application, String result) {
        subjects.lock(application);
        var said = Text.optional(result, "/result");
        if (said == null) {
            throw new Problem(AssessmentProblem.ASSIGNMENT_REASON_REQUIRED).at("/result");
        }
        requireUnconcerned(application);
        long change = changes.record(
                "DISCUSSION_CLOSED", "CALL_APPLICATION", application.toString(), null, Map.of("result", said));
        int closed = sql.with(handle -> handle.createUpdate("""
                        update call.discussion set result = :result, closed_by = :change
                         where application_id = :id and closed_by is null""")
                .bind("result", said)
                .bind("change", change)
                .bind("id", application)
                .execute());
        if (closed == 0) {
            throw new Problem(AssessmentProblem.DISCUSSION_UNKNOWN);
        }
        completion.discussed(application);
        return rows.discussion(application).orElseThrow();
    }

    private void requireUnconcerned(UUID application) {
        if (isAssessing(application)) {
            throw new Problem(PlatformProblem.SECOND_PERSON_REQUIRED);
        }
    }

    /**
     * All scores of a call as a workbook, row by row.
     *
     * @throws Problem {@code call-unknown}; {@code own-scores-first} for who still has to score in that call
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR})
    public void export(UUID call, Locale locale, OutputStream to) {
        export.write(subjects.call(call).id(), caller.login(), locale, to);
    }

    private Kept own(UUID id) {
        return assignments
                .find(id)
                .filter(assignment -> assignment.expert().equals(caller.login()))
                .orElseThrow(() -> new Problem(AssessmentProblem.EXPERT_ASSIGNMENT_UNKNOWN));
    }
}
