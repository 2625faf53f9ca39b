package ru.mos.clusters.recovery;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementTerms.Target;
import ru.mos.clusters.agreement.AgreementView;
import ru.mos.clusters.agreement.Agreements;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.project.IndicatorSense;
import ru.mos.clusters.project.IndicatorView;
import ru.mos.clusters.project.ProjectIndicators;

/**
 * Breaches of agreements: found by one person in a document of a check, confirmed by a chief who did not find it. Only on a
 * confirmed breach money is demanded.
 */
@Stateless
@DenyAll
public class Breaches {

    static final String SUBJECT = "BREACH";
    private static final String TASK = "BREACH_TO_CONFIRM";

    @Inject
    private BreachStore store;

    @EJB
    private Agreements agreements;

    @EJB
    private ProjectIndicators indicators;

    @EJB
    private Tasks tasks;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    /**
     * Of an agreement, the latest first, without results; applicants see what was confirmed.
     *
     * @throws Problem {@code subsidy-agreement-unknown}
     */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public List<BreachView> of(UUID agreement) {
        agreements.view(agreement);
        return store.of(agreement);
    }

    /** @throws Problem {@code breach-unknown}, also for one that the caller does not see */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public BreachView view(UUID id) {
        return store.find(id).orElseThrow(() -> new Problem(RecoveryProblem.BREACH_UNKNOWN));
    }

    /**
     * Enters a breach; a chief confirms or dismisses it.
     *
     * @throws Problem {@code subsidy-agreement-unknown}, {@code breach-instalment-unknown}, {@code results-missing}, {@code
     *     result-not-promised}, {@code result-twice}, {@code result-fact-negative}, {@code result-plan-zero}, {@code no-result-missed}
     */
    @RolesAllowed(DEPARTMENT)
    public BreachView enter(EnterBreach breach) {
        var agreement = agreements.view(breach.agreement());
        var position = breach.position();
        if (position != null && agreement.path().stream().noneMatch(step -> step.position() == position)) {
            throw new Problem(RecoveryProblem.BREACH_INSTALMENT_UNKNOWN, position).at("/position");
        }
        var sound = new EnterBreach(
                breach.agreement(),
                breach.kind(),
                position,
                Text.required(breach.description(), "/description"),
                breach.document(),
                breach.results());
        var results = breach.kind() == BreachKind.RESULT_MISSED
                ? results(agreement, breach.results())
                : List.<MissedResult>of();
        var id = UUID.randomUUID();
        long change = changes.record("BREACH_FOUND", SUBJECT, id.toString(), null, sound);
        store.insert(id, sound, results, time.today(), change);
        tasks.open(
                TASK,
                Doer.second(CHIEF, caller.login()),
                SUBJECT,
                id.toString(),
                Map.of("agreement", "СГ-" + agreement.number(), "breach", sound.description()),
                null);
        return view(id);
    }

    private List<MissedResult> results(AgreementView agreement, List<EnterBreach.Reached> reached) {
        if (reached.isEmpty()) {
            throw new Problem(RecoveryProblem.RESULTS_MISSING).at("/results");
        }
        var edition = agreement.inForce();
        Map<String, Target> promised = edition == null
                ? Map.of()
                : edition.terms().targets().stream().collect(Collectors.toMap(Target::code, target -> target));
        var senses = indicators.list().stream().collect(Collectors.toMap(IndicatorView::code, IndicatorView::sense));
        var results = new ArrayList<MissedResult>();
        var seen = new HashSet<String>();
        for (int at = 0; at < reached.size(); at++) {
            var one = reached.get(at);
            var target = promised.get(one.code());
            if (target == null) {
                throw new Problem(RecoveryProblem.RESULT_NOT_PROMISED, one.code()).at("/results/" + at + "/code");
            }
            if (!seen.add(one.code())) {
                throw new Problem(RecoveryProblem.RESULT_TWICE, one.code()).at("/results/" + at + "/code");
            }
            if (one.fact().signum() < 0) {
                throw new Problem(RecoveryProblem.RESULT_FACT_NEGATIVE, one.code()).at("/results/" + at + "/fact");
            }
            results.add(new MissedResult(
                    one.code(), target.plan(), one.fact(), senses.get(one.code()) == IndicatorSense.LESS));
        }
        if (results.stream().filter(Penalty::isMissed).toList().isEmpty()) {
            throw new Problem(RecoveryProblem.NO_RESULT_MISSED).at("/results");
        }
        return results;
    }

    /**
     * Confirms a breach.
     *
     * @throws Problem {@code breach-unknown}, {@code breach-decided}, {@code second-person-required}, {@code changed-meanwhile}
     */
    @RolesAllowed(CHIEF)
    public BreachView confirm(UUID id, @Nullable Long version) {
        return decide(id, version, BreachState.CONFIRMED, null);
    }

    /**
     * Finds that there is none.
     *
     * @throws Problem {@code breach-unknown}, {@code breach-decided}, {@code second-person-required}, {@code changed-meanwhile}, {@code
     *     field-required}
     */
    @RolesAllowed(CHIEF)
    public BreachView dismiss(UUID id, @Nullable Long version, String reason) {
        return decide(id, version, BreachState.DISMISSED, Text.required(reason, "/reason"));
    }

    private BreachView decide(UUID id, @Nullable Long version, BreachState to, @Nullable String reason) {
        var breach = store.lock(id).orElseThrow(() -> new Problem(RecoveryProblem.BREACH_UNKNOWN));
        if (breach.state() != BreachState.FOUND) {
            throw new Problem(RecoveryProblem.BREACH_DECIDED);
        }
        if (breach.foundBy().equals(caller.login())) {
            throw new Problem(PlatformProblem.SECOND_PERSON_REQUIRED);
        }
        if (version != null && version != breach.version()) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        long change = changes.record(
                "BREACH_" + to.name(),
                SUBJECT,
                id.toString(),
                Map.of("state", breach.state()),
                reason == null ? Map.of("state", to) : Map.of("state", to, "reason", reason));
        store.decide(id, to, time.today(), reason, change);
        tasks.done(TASK, SUBJECT, id.toString());
        return view(id);
    }
}
