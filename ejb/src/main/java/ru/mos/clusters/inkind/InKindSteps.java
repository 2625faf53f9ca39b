package ru.mos.clusters.inkind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;

/** What every step of a request has in common: it is locked and open to the caller, goes on record, and whoever is next is told. */
@ApplicationScoped
class InKindSteps {

    @Inject
    private InKindStore store;

    @Inject
    private InKindTasks due;

    @Inject
    private Changes changes;

    @Inject
    private SeenRequests seen;

    /** @throws Problem {@code in-kind-unknown} */
    InKindRequestView locked(UUID id) {
        return store.lock(id).orElseThrow(() -> new Problem(InKindProblem.IN_KIND_UNKNOWN));
    }

    /** @throws Problem {@code in-kind-unknown}, {@code transition-not-allowed}, {@code forbidden-role}, {@code changed-meanwhile} */
    InKindRequestView ready(UUID id, InKindAction action, @Nullable Long version) {
        return open(locked(id), action, version);
    }

    /** @throws Problem {@code transition-not-allowed}, {@code forbidden-role}, {@code in-kind-same-person}, {@code changed-meanwhile} */
    InKindRequestView open(InKindRequestView request, InKindAction action, @Nullable Long version) {
        InKindLifecycle.require(request.state(), action, request.form().code(), seen.party(request));
        if (version != null && version != request.version()) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        return request;
    }

    long recorded(String action, InKindRequestView request, Object after) {
        return changes.record(
                action, InKindTasks.SUBJECT, request.id().toString(), Map.of("state", request.state()), after);
    }

    /** As it stands after the step. */
    InKindRequestView followed(UUID id) {
        var request = store.find(id).orElseThrow(() -> new Problem(InKindProblem.IN_KIND_UNKNOWN));
        due.follow(request);
        return request;
    }
}
