package ru.mos.clusters.call.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import ru.mos.clusters.call.application.ApplicationState;
import ru.mos.clusters.call.application.AssessedApplications;
import ru.mos.clusters.call.assessment.AssessmentTasks.Counted;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.Sql;

/**
 * Tells when an application is assessed: when enough experts have scored it and nobody is still to. Where they differ much by a
 * criterion they discuss it first, once.
 */
@ApplicationScoped
class Completion {

    @Inject
    private Sql sql;

    @Inject
    private SubjectRows subjects;

    @Inject
    private AssessedApplications applications;

    @Inject
    private AssessmentTasks tasks;

    @Inject
    private Changes changes;

    private record Progress(int scored, int waiting, boolean discussing, boolean discussed) {}

    /**
     * Brings about what follows when somebody has scored, or is no longer waited for. Where too few scores are left of what was
     * assessed, because a conflict of interest became known, it is assessed anew by others.
     */
    void settle(UUID application) {
        var subject = subjects.lock(application);
        var progress = progress(application);
        int needed = Objects.requireNonNull(subject.terms().experts());
        if (subject.state() == ApplicationState.ASSESSED && progress.scored() < needed) {
            applications.reassess(application);
            return;
        }
        if (subject.state() != ApplicationState.ADMITTED
                || progress.waiting() > 0
                || progress.scored() < needed
                || progress.discussing()) {
            return;
        }
        var deviations = progress.discussed()
                ? List.<Deviation>of()
                : Deviation.of(subject.terms().criteria(), points(application), share());
        if (deviations.isEmpty()) {
            applications.assessed(application);
        } else {
            discuss(subject, deviations);
        }
    }

    private Progress progress(UUID application) {
        return sql.with(handle -> handle.createQuery("""
                        select count(*) filter (where g.state = 'SCORED') as scored,
                               count(*) filter (where g.state in ('INVITED', 'ACCEPTED')) as waiting,
                               exists (select from call.discussion d
                                        where d.application_id = :id and d.result is null) as discussing,
                               exists (select from call.discussion d
                                        where d.application_id = :id and d.result is not null) as discussed
                          from call.assignment g
                         where g.application_id = :id""")
                .bind("id", application)
                .mapTo(Progress.class)
                .one());
    }

    private List<Deviation.Points> points(UUID application) {
        return sql.with(handle -> handle.createQuery("""
                        select r.criterion, r.points
                          from call.assignment g
                          join call.assessment e on e.assignment_id = g.id and e.superseded_by is null
                          join call.score r on (r.assignment_id, r.number) = (e.assignment_id, e.number)
                         where g.application_id = :id and g.state = 'SCORED'""")
                .bind("id", application)
                .mapTo(Deviation.Points.class)
                .list());
    }

    List<Counted> counted(UUID application) {
        return sql.with(handle -> handle.createQuery("""
                        select g.id as assignment, g.expert from call.assignment g
                         where g.application_id = :id and g.state = 'SCORED' order by g.expert""")
                .bind("id", application)
                .mapTo(Counted.class)
                .list());
    }

    private Fraction share() {
        var value = sql.with(handle -> parameter(handle, "DEVIATION")).split("/");
        return new Fraction(new BigInteger(value[0]), new BigInteger(value[1]));
    }

    /** What holds today. */
    static String parameter(org.jdbi.v3.core.Handle handle, String code) {
        return handle.createQuery("""
                        select value from call.assessment_parameter
                         where code = :code and superseded_by is null and valid_from <= platform.today()
                         order by valid_from desc
                         limit 1""").bind("code", code).mapTo(String.class).one();
    }

    private void discuss(Subject subject, List<Deviation> deviations) {
        long change = changes.record(
                "DISCUSSION_OPENED", "CALL_APPLICATION", subject.id().toString(), null, deviations);
        sql.with(handle -> handle.createUpdate("""
                        insert into call.discussion (application_id, deviations, recorded_by)
                        values (:id, cast(:deviations as jsonb), :change)""")
                .bind("id", subject.id())
                .bind("deviations", Json.write(deviations))
                .bind("change", change)
                .execute());
        tasks.discussionAsked(subject, counted(subject.id()));
    }

    /** The experts have discussed: what they have now given holds, once enough of them have given it. */
    void discussed(UUID application) {
        tasks.discussed(application, counted(application));
        settle(application);
    }
}
