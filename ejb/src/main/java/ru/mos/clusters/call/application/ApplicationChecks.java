package ru.mos.clusters.call.application;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallState;
import ru.mos.clusters.call.CallTerms;
import ru.mos.clusters.call.CallView;
import ru.mos.clusters.call.Calls;
import ru.mos.clusters.call.application.ApplicationStore.Kept;
import ru.mos.clusters.call.programme.Programmes;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.platform.Transitions.Step;

/** What must be true of an application and its call before something is done to it. */
@ApplicationScoped
class ApplicationChecks {

    @Inject
    private ApplicationStore store;

    @Inject
    private AppliedProjects projects;

    @EJB
    private Calls calls;

    @EJB
    private Programmes programmes;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    /** @throws Problem {@code call-application-unknown} also for one that the caller does not see */
    Kept find(UUID id) {
        return store.find(id).orElseThrow(() -> new Problem(ApplicationProblem.CALL_APPLICATION_UNKNOWN));
    }

    /**
     * Nobody else changes it before the transaction ends.
     *
     * @param version that the caller saw; null: whichever
     * @throws Problem {@code call-application-unknown}, {@code changed-meanwhile}
     */
    Kept lock(UUID id, @Nullable Long version) {
        var kept = store.lock(id).orElseThrow(() -> new Problem(ApplicationProblem.CALL_APPLICATION_UNKNOWN));
        if (version != null && version != kept.version()) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        return kept;
    }

    Step<ApplicationState, ApplicationAction, ApplicationGuard, ApplicationEffect> require(
            Kept kept, ApplicationAction action) {
        return ApplicationLifecycle.require(kept.state(), kept.channel(), action, caller::hasRole);
    }

    Instant now() {
        return time.now();
    }

    LocalDate today() {
        return time.today();
    }

    /** What the call says now. */
    CallTerms terms(Kept kept) {
        return calls.view(kept.call()).terms();
    }

    CallView call(UUID id) {
        return calls.view(id);
    }

    /**
     * Whether something may be written for a call: it holds, and its intake is not over; what came on paper in time is taken
     * over also later.
     *
     * @throws Problem {@code call-unknown}, {@code call-application-closed}, {@code call-application-late}
     */
    void requireWritable(UUID id, ApplicationChannel channel) {
        var call = calls.view(id);
        if (call.edition() == 0 || call.state() == CallState.COMPLETED || call.state() == CallState.CANCELLED) {
            throw new Problem(ApplicationProblem.CALL_APPLICATION_CLOSED);
        }
        var until = call.terms().intakeUntil();
        if (channel != ApplicationChannel.PAPER && until != null && !time.now().isBefore(until)) {
            throw new Problem(ApplicationProblem.CALL_APPLICATION_LATE);
        }
    }

    /** The same of an application; a correction has its own term. */
    void requireWritable(Kept kept) {
        require(kept, ApplicationAction.EDIT);
        if (kept.state() == ApplicationState.DRAFT) {
            requireWritable(kept.call(), kept.channel());
        } else {
            requireCorrectable(kept);
        }
    }

    /** @throws Problem {@code call-application-correction-late} */
    void requireCorrectable(Kept kept) {
        if (kept.correctTo() != null && today().isAfter(kept.correctTo())) {
            throw new Problem(ApplicationProblem.CALL_APPLICATION_CORRECTION_LATE);
        }
    }

    /**
     * Whether intake is open at an instant.
     *
     * @throws Problem {@code call-application-early}, {@code call-application-late}
     */
    void requireIntake(Kept kept, Instant at) {
        var terms = terms(kept);
        if (at.isBefore(Objects.requireNonNull(terms.intakeFrom()))) {
            throw new Problem(ApplicationProblem.CALL_APPLICATION_EARLY);
        }
        if (!at.isBefore(Objects.requireNonNull(terms.intakeUntil()))) {
            throw new Problem(ApplicationProblem.CALL_APPLICATION_LATE);
        }
    }

    /** What is being written for who writes it, what was received last for all others. */
    ApplicationAnswers shown(Kept kept) {
        if (kept.round() == 0 || ApplicationLifecycle.sends(kept.channel(), caller::hasRole)) {
            return kept.answers();
        }
        return store.rounds(kept.id()).get(kept.round() - 1).answers();
    }

    /**
     * Whether the project may be supported as it stands today: what was so when it was sent may have changed since.
     *
     * @throws Problem {@code call-application-not-eligible}, {@code call-application-standing-open}
     */
    ProjectStanding requireSupportable(Kept kept) {
        var standing = standing(kept);
        if (standing.barred()) {
            throw new Problem(ApplicationProblem.CALL_APPLICATION_NOT_ELIGIBLE, String.join("; ", standing.reasons()));
        }
        if (standing.open()) {
            throw new Problem(ApplicationProblem.CALL_APPLICATION_STANDING_OPEN, String.join("; ", standing.reasons()));
        }
        return standing;
    }

    /** How the project stands today by the rules of the call. */
    ProjectStanding standing(Kept kept) {
        return projects.standing(kept.project(), kept.projectEdition(), today(), terms(kept));
    }

    /** What keeps it from being sent today. */
    List<Problem> faults(Kept kept) {
        var call = calls.view(kept.call());
        int year = time.today().getYear();
        boolean planned = programmes.programme(call.programme()).measures().stream()
                .filter(measure -> measure.code().equals(call.measure()))
                .flatMap(measure -> measure.plan().stream())
                .anyMatch(line -> line.year() == year);
        var content = projects.content(kept.project(), kept.projectEdition());
        return ApplicationGate.faults(new ApplicationFacts(
                call.terms(),
                kept.answers(),
                AppliedProjects.kind(content),
                AppliedProjects.asksMoney(content),
                year,
                planned,
                projects.faults(kept.project(), kept.projectEdition(), call.terms()),
                standing(kept)));
    }
}
