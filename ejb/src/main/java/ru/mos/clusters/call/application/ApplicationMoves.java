package ru.mos.clusters.call.application;

import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;

/** What assessment, council, commission and appeal do to an application. */
@Stateless
@DenyAll
public class ApplicationMoves {

    static final String SUBJECT = "CALL_APPLICATION";

    private static final Set<ApplicationAction> DECISIONS = EnumSet.of(
            ApplicationAction.ASSESS,
            ApplicationAction.AWARD,
            ApplicationAction.RESERVE,
            ApplicationAction.REFUSE,
            ApplicationAction.REINSTATE);

    @Inject
    private ApplicationStore store;

    @Inject
    private ApplicationChecks checks;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    /**
     * Brings an application to its next state, as the table of its life says; whoever decides records the decision.
     *
     * @param reason why; needed where the table asks for it
     * @throws Problem {@code call-application-unknown}, {@code transition-not-allowed}, {@code forbidden-role}, {@code
     *     call-application-reason-required}, {@code call-application-not-eligible}, {@code call-application-standing-open}
     * @throws IllegalArgumentException for what applicants and the formal check do, which have services of their own
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION})
    public ApplicationView move(UUID application, ApplicationAction action, @Nullable String reason) {
        if (!DECISIONS.contains(action)) {
            throw new IllegalArgumentException(action + " is not decided after the formal check");
        }
        var kept = store.lock(application).orElseThrow(() -> new Problem(ApplicationProblem.CALL_APPLICATION_UNKNOWN));
        var step = ApplicationLifecycle.TABLE.require(kept.state(), action, caller::hasRole);
        var because = Text.optional(reason, "/reason");
        if (step.guard() == ApplicationGuard.REASON_GIVEN && because == null) {
            throw new Problem(ApplicationProblem.CALL_APPLICATION_REASON_REQUIRED).at("/reason");
        }
        if (step.guard() == ApplicationGuard.PROJECT_CHECK_PASSED) {
            checks.requireSupportable(kept);
        }
        var after = new HashMap<String, Object>(Map.of("state", step.to()));
        if (because != null) {
            after.put("reason", because);
        }
        long change = changes.record(
                "CALL_APPLICATION_" + done(action),
                SUBJECT,
                application.toString(),
                Map.of("state", kept.state()),
                after);
        store.move(application, step.to(), because, change);
        return store.find(application)
                .orElseThrow(() -> new Problem(ApplicationProblem.CALL_APPLICATION_UNKNOWN))
                .view(caller::hasRole);
    }

    private static String done(ApplicationAction action) {
        return switch (action) {
            case ASSESS -> "ASSESSED";
            case AWARD -> "AWARDED";
            case RESERVE -> "RESERVED";
            case REFUSE -> "REFUSED";
            case REINSTATE -> "REINSTATED";
            default -> throw new IllegalArgumentException(action.name());
        };
    }
}
