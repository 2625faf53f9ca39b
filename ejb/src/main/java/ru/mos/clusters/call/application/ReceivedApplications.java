package ru.mos.clusters.call.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import ru.mos.clusters.platform.Problem;

/**
 * What was received, for the packages that judge it, which say themselves who may read what: an expert reads an application
 * because it is assigned, and of assignments nothing is known here.
 */
@ApplicationScoped
public class ReceivedApplications {

    @Inject
    private ApplicationStore store;

    /** @throws Problem {@code call-application-unknown} */
    public ApplicationView view(UUID id) {
        return store.any(id)
                .orElseThrow(() -> new Problem(ApplicationProblem.CALL_APPLICATION_UNKNOWN))
                .view(action -> false);
    }

    /** The latest round; empty before the first. */
    public Optional<SubmissionView> latest(UUID id) {
        return store.rounds(id).stream().reduce((earlier, later) -> later);
    }
}
