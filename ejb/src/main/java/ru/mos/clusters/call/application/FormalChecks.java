package ru.mos.clusters.call.application;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.application.ApplicationStore.Kept;
import ru.mos.clusters.call.application.CheckView.Ground;
import ru.mos.clusters.call.application.CheckView.Remark;
import ru.mos.clusters.call.calendar.ProductionCalendar;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;
import ru.mos.clusters.platform.Text;

/** The formal check of what was received: sent back for correction, admitted, or ended on a ground that is cited. */
@Stateless
@DenyAll
public class FormalChecks {

    @Inject
    private ApplicationStore store;

    @Inject
    private ApplicationChecks checks;

    @EJB
    private ProductionCalendar calendar;

    @EJB
    private Tasks tasks;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    /**
     * How the project stands today by the rules of the call.
     *
     * @throws Problem {@code call-application-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR})
    public ProjectStanding standing(UUID id) {
        return checks.standing(checks.find(id));
    }

    /** How often it may still be returned. @throws Problem {@code call-application-unknown} */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR})
    public int returnsLeft(UUID id) {
        var kept = checks.find(id);
        return Math.max(0, most(kept) - store.returned(id));
    }

    private int most(Kept kept) {
        return Objects.requireNonNullElse(checks.terms(kept).returns(), 0);
    }

    /**
     * Returns it for correction within the call's term, in working days from tomorrow.
     *
     * @param remarks what is to be mended, by section
     * @throws Problem {@code call-application-unknown}, {@code changed-meanwhile}, {@code transition-not-allowed},
     *     {@code second-person-required}, {@code call-application-checked-by-adviser}, {@code
     *     call-application-remarks-missing}, {@code call-application-returns-used}, {@code call-calendar-missing}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public ApplicationView returnForCorrection(UUID id, @Nullable Long version, List<Remark> remarks) {
        var kept = checks.lock(id, version);
        var step = require(kept, ApplicationAction.RETURN);
        var said = said(remarks);
        if (said.isEmpty()) {
            throw new Problem(ApplicationProblem.CALL_APPLICATION_REMARKS_MISSING).at("/remarks");
        }
        if (store.returned(id) >= most(kept)) {
            throw new Problem(ApplicationProblem.CALL_APPLICATION_RETURNS_USED, most(kept));
        }
        var days = Objects.requireNonNull(checks.terms(kept).returnDays());
        var correctTo = calendar.after(checks.today(), days);
        var check = new CheckView(
                kept.round(),
                CheckOutcome.RETURNED,
                said,
                null,
                correctTo,
                checks.standing(kept),
                null,
                caller.login(),
                null);
        finish(kept, step.to(), check, "RETURNED");
        if (kept.signedBy() != null) {
            tasks.open(
                    Submissions.CORRECT,
                    Doer.person(kept.signedBy()),
                    ApplicationMoves.SUBJECT,
                    id.toString(),
                    Map.of(
                            "application",
                            kept.code(),
                            "title",
                            String.valueOf(kept.title()),
                            "call",
                            "C-" + kept.callNumber()),
                    correctTo);
        }
        return view(id);
    }

    private static List<Remark> said(List<Remark> remarks) {
        return remarks.stream()
                .map(remark -> new Remark(remark.section(), Text.required(remark.text(), "/remarks")))
                .toList();
    }

    /**
     * Admits it to assessment. The project is checked anew: who took part when it was sent may have left since.
     *
     * @param conclusion why what no source decides counts as met; null where nothing is left to judge
     * @throws Problem {@code call-application-unknown}, {@code changed-meanwhile}, {@code transition-not-allowed},
     *     {@code second-person-required}, {@code call-application-checked-by-adviser}, {@code
     *     call-application-not-eligible}, {@code call-application-standing-open}, {@code
     *     call-application-request-open}, {@code call-application-answer-adverse}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public ApplicationView admit(UUID id, @Nullable Long version, @Nullable String conclusion) {
        var kept = checks.lock(id, version);
        var step = require(kept, ApplicationAction.ADMIT);
        var standing = checks.requireSupportable(kept);
        store.requireAnswers(id);
        var judgement = Text.optional(conclusion, "/conclusion");
        if (standing.judged() && judgement == null) {
            throw new Problem(
                            ApplicationProblem.CALL_APPLICATION_CONCLUSION_MISSING,
                            String.join("; ", standing.reasons()))
                    .at("/conclusion");
        }
        finish(
                kept,
                step.to(),
                new CheckView(
                        kept.round(),
                        CheckOutcome.ADMITTED,
                        List.of(),
                        null,
                        null,
                        standing,
                        judgement,
                        caller.login(),
                        null),
                "ADMITTED");
        return view(id);
    }

    /**
     * Ends it on a ground of an act of the call. A returned one is ended only when its term is over.
     *
     * @throws Problem {@code call-application-unknown}, {@code changed-meanwhile}, {@code transition-not-allowed},
     *     {@code second-person-required}, {@code call-application-checked-by-adviser}, {@code
     *     call-application-ground-unknown}, {@code call-application-term-runs}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public ApplicationView reject(UUID id, @Nullable Long version, Ground ground, List<Remark> remarks) {
        var kept = checks.lock(id, version);
        var step = require(kept, ApplicationAction.REJECT);
        var cited = new Ground(
                ground.act(),
                ground.edition(),
                Text.required(ground.paragraph(), "/paragraph"),
                Text.required(ground.reason(), "/reason"));
        boolean ofCall = checks.terms(kept).acts().stream()
                .anyMatch(
                        act -> cited.act().equals(act.act()) && cited.edition().equals(act.edition()));
        if (!ofCall) {
            throw new Problem(ApplicationProblem.CALL_APPLICATION_GROUND_UNKNOWN, cited.act()).at("/act");
        }
        if (kept.state() != ApplicationState.SUBMITTED
                && kept.correctTo() != null
                && !checks.today().isAfter(kept.correctTo())) {
            throw new Problem(ApplicationProblem.CALL_APPLICATION_TERM_RUNS, kept.correctTo());
        }
        finish(
                kept,
                step.to(),
                new CheckView(
                        kept.round(),
                        CheckOutcome.INADMISSIBLE,
                        said(remarks),
                        cited,
                        null,
                        checks.standing(kept),
                        null,
                        caller.login(),
                        null),
                "REJECTED");
        return view(id);
    }

    /** Who took a paper over, or advised whoever takes part, does not check it too. */
    private ru.mos.clusters.platform.Transitions.Step<
                    ApplicationState, ApplicationAction, ApplicationGuard, ApplicationEffect>
            require(Kept kept, ApplicationAction action) {
        var step = checks.require(kept, action);
        boolean sent = store.rounds(kept.id()).stream()
                .anyMatch(round -> round.submittedBy().equals(caller.login())
                        || round.certifiedBy().equals(caller.login()));
        if (sent) {
            throw new Problem(PlatformProblem.SECOND_PERSON_REQUIRED);
        }
        if (store.advised(kept.id(), caller.login())) {
            throw new Problem(ApplicationProblem.CALL_APPLICATION_CHECKED_BY_ADVISER);
        }
        return step;
    }

    private void finish(Kept kept, ApplicationState to, CheckView check, String done) {
        var after = new HashMap<String, Object>(Map.of("state", to, "round", kept.round()));
        if (check.ground() != null) {
            after.put("ground", check.ground());
        }
        if (!check.remarks().isEmpty()) {
            after.put("remarks", check.remarks());
        }
        if (check.correctTo() != null) {
            after.put("correctTo", check.correctTo());
        }
        long change = changes.record(
                "CALL_APPLICATION_" + done,
                ApplicationMoves.SUBJECT,
                kept.id().toString(),
                Map.of("state", kept.state()),
                after);
        store.check(kept.id(), to, check, change);
        List.of(Submissions.CHECK, Submissions.CORRECT, Submissions.CERTIFY)
                .forEach(task ->
                        tasks.done(task, ApplicationMoves.SUBJECT, kept.id().toString()));
    }

    private ApplicationView view(UUID id) {
        return checks.find(id).view(caller::hasRole);
    }
}
