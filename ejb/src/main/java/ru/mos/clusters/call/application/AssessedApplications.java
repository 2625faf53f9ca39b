package ru.mos.clusters.call.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;

/**
 * The end of an assessment. What brings it about is the last score of the last expert, who may do nothing else to an
 * application, so that it is not asked here who it was: whoever counts the scores has done that.
 */
@ApplicationScoped
public class AssessedApplications {

    @Inject
    private ApplicationStore store;

    @Inject
    private Changes changes;

    @Inject
    private Sql sql;

    /** @throws Problem {@code transition-not-allowed} unless it was admitted */
    public void assessed(UUID application) {
        move(application, ApplicationAction.ASSESS, "CALL_APPLICATION_ASSESSED");
    }

    /** Scores that counted do so no longer, and others are asked for. @throws Problem {@code transition-not-allowed} */
    public void reassess(UUID application) {
        move(application, ApplicationAction.REASSESS, "CALL_APPLICATION_REASSESSED");
    }

    private void move(UUID application, ApplicationAction action, String done) {
        var state = ApplicationState.valueOf(sql.with(
                handle -> handle.createQuery("select state from call.application where id = :id for no key update")
                        .bind("id", application)
                        .mapTo(String.class)
                        .one()));
        var step = ApplicationLifecycle.TABLE
                .find(state, action)
                .orElseThrow(() -> new Problem(PlatformProblem.TRANSITION_NOT_ALLOWED, state.name(), action.name()));
        long change = changes.record(
                done,
                ApplicationMoves.SUBJECT,
                application.toString(),
                Map.of("state", state),
                Map.of("state", step.to()));
        store.move(application, step.to(), null, change);
    }
}
