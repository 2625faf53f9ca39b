package ru.mos.clusters.call.assessment;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ru.mos.clusters.call.assessment.ConflictSearch.Found;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;

/**
 * Looks for conflicts of interest, keeps what it finds with its proof, and stops the assignment that does not stand against it;
 * also where whoever asked is refused because of it.
 */
@Stateless
@PermitAll
public class ConflictChecks {

    @Inject
    private Sql sql;

    @Inject
    private SubjectRows subjects;

    @Inject
    private ExpertRows experts;

    @Inject
    private ConflictSearch search;

    @Inject
    private AssignmentRows assignments;

    @Inject
    private AssessmentTasks tasks;

    @Inject
    private Completion completion;

    @Inject
    private Changes changes;

    /**
     * Whether anything speaks against the expert today.
     *
     * @throws Problem {@code call-application-unknown}, {@code expert-unknown}
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean isConflicted(UUID application, String expert) {
        var subject = subjects.lock(application);
        var person = experts.find(expert).orElseThrow(() -> new Problem(AssessmentProblem.EXPERT_UNKNOWN, expert));
        var found = search.look(subject, person);
        if (!isKnown(application, expert, found)) {
            search.keep(application, expert, "FOUND", found);
        }
        if (found.isConflicted()) {
            stop(subject, expert, found.findings());
        }
        return found.isConflicted() || isDeclared(application, expert);
    }

    private boolean isKnown(UUID application, String expert, Found found) {
        return sql.with(handle -> handle.createQuery("""
                        select exists (select from call.conflict_check k
                                        where k.application_id = :application and k.expert = :expert and k.origin = 'FOUND'
                                          and k.superseded_by is null and k.findings = cast(:findings as jsonb)
                                          and k.missing = cast(:missing as jsonb))""")
                .bind("application", application)
                .bind("expert", expert)
                .bind("findings", Json.write(found.findings()))
                .bind("missing", Json.write(found.missing()))
                .mapTo(Boolean.class)
                .one());
    }

    private boolean isDeclared(UUID application, String expert) {
        return sql.with(handle -> handle.createQuery(
                        "select exists (select from call.conflicted where application_id = :application and expert = :expert)")
                .bind("application", application)
                .bind("expert", expert)
                .mapTo(Boolean.class)
                .one());
    }

    private void stop(Subject subject, String expert, List<ConflictFinding> findings) {
        var live = sql.with(handle -> handle.createQuery("""
                        select id from call.assignment
                         where application_id = :application and expert = :expert and state in ('INVITED', 'ACCEPTED', 'SCORED')
                           for no key update""")
                .bind("application", subject.id())
                .bind("expert", expert)
                .mapTo(UUID.class)
                .findOne());
        live.ifPresent(id -> {
            var because = findings.get(0).kind().name();
            long change = changes.record(
                    "ASSIGNMENT_STOPPED", AssessmentTasks.ASSIGNMENT, id.toString(), null, Map.of("conflict", because));
            assignments.move(id, AssignmentState.STOPPED, because, change);
            tasks.over(id);
            tasks.anotherAsked(subject.id(), subject.number(), expert, subject.due());
            completion.settle(subject.id());
        });
    }
}
