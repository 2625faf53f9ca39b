package ru.mos.clusters.call.assessment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;

/** What experts and those who organise have to do; each task ends with what it asks for. */
@ApplicationScoped
class AssessmentTasks {

    static final String ASSIGNMENT = "ASSIGNMENT";

    private static final String INVITATION = "EXPERT_INVITED_TO_ANSWER";
    private static final String SCORES = "EXPERT_TO_SCORE";
    private static final String DISCUSS = "EXPERT_TO_DISCUSS";
    private static final String REPLACE = "EXPERT_TO_REPLACE";
    private static final String CLOSE = "DISCUSSION_TO_CLOSE";

    @EJB
    private Tasks tasks;

    void invited(UUID assignment, String expert, String code, LocalDate due) {
        own(INVITATION, assignment, expert, code, due);
    }

    void scoresAsked(UUID assignment, String expert, String code, LocalDate due) {
        tasks.done(INVITATION, ASSIGNMENT, assignment.toString());
        own(SCORES, assignment, expert, code, due);
    }

    private void own(String kind, UUID assignment, String expert, String code, LocalDate due) {
        tasks.open(kind, Doer.person(expert), ASSIGNMENT, assignment.toString(), Map.of("code", code), due);
    }

    /** Nothing more is asked of the expert. */
    void over(UUID assignment) {
        for (var kind : List.of(INVITATION, SCORES, DISCUSS)) {
            tasks.done(kind, ASSIGNMENT, assignment.toString());
        }
    }

    void anotherAsked(UUID application, String code, String expert, LocalDate due) {
        tasks.open(
                REPLACE,
                Doer.role(Role.GCKR),
                "CALL_APPLICATION",
                application.toString(),
                Map.of("code", code, "expert", expert),
                due);
    }

    void anotherFound(UUID application) {
        tasks.done(REPLACE, "CALL_APPLICATION", application.toString());
    }

    void discussionAsked(Subject subject, List<Counted> experts) {
        experts.forEach(one -> own(DISCUSS, one.assignment(), one.expert(), subject.number(), subject.due()));
        tasks.open(
                CLOSE,
                Doer.role(Role.GCKR),
                "CALL_APPLICATION",
                subject.id().toString(),
                Map.of("code", subject.number()),
                subject.due());
    }

    void discussed(UUID application, List<Counted> experts) {
        experts.forEach(one -> tasks.done(DISCUSS, ASSIGNMENT, one.assignment().toString()));
        tasks.done(CLOSE, "CALL_APPLICATION", application.toString());
    }

    /** Somebody whose scores count. */
    record Counted(UUID assignment, String expert) {}
}
