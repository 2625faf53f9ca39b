package ru.mos.clusters.call.application;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import ru.mos.clusters.call.CallCancelled;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Tasks;

/** Applications end with a call that is called off, in the same transaction; what was decided stays. */
@ApplicationScoped
class CancelledApplications {

    @Inject
    private ApplicationStore store;

    @EJB
    private Tasks tasks;

    @Inject
    private Changes changes;

    void cancelled(@Observes CallCancelled call) {
        for (var kept : store.ofCall(call.call())) {
            ApplicationLifecycle.TABLE
                    .find(kept.state(), ApplicationAction.CANCEL)
                    .ifPresent(step -> {
                        var id = kept.id().toString();
                        long change = changes.record(
                                "CALL_APPLICATION_CANCELLED",
                                ApplicationMoves.SUBJECT,
                                id,
                                Map.of("state", kept.state()),
                                Map.of("state", step.to(), "reason", call.reason()));
                        store.move(kept.id(), step.to(), call.reason(), change);
                        List.of(Submissions.CERTIFY, Submissions.CHECK, Submissions.CORRECT)
                                .forEach(task -> tasks.done(task, ApplicationMoves.SUBJECT, id));
                    });
        }
    }
}
