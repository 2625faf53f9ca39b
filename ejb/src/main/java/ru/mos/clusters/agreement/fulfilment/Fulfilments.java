package ru.mos.clusters.agreement.fulfilment;

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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementProblem;
import ru.mos.clusters.agreement.AgreementTerms.Target;
import ru.mos.clusters.agreement.AgreementView;
import ru.mos.clusters.agreement.Agreements;
import ru.mos.clusters.agreement.SeenAgreements;
import ru.mos.clusters.agreement.SuccessionCapacity;
import ru.mos.clusters.agreement.SuccessionView;
import ru.mos.clusters.agreement.Successions;
import ru.mos.clusters.agreement.fulfilment.FulfilmentStore.Entered;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.project.FrozenProjects;
import ru.mos.clusters.project.IndicatorSense;
import ru.mos.clusters.project.IndicatorView;
import ru.mos.clusters.project.ProjectContent.Initiator;
import ru.mos.clusters.project.ProjectIndicators;
import ru.mos.clusters.project.ProjectParticipant;

/**
 * What came of what agreements promise: results reached, and what the large enterprise that began the project ordered or paid.
 * The recipient or the department enters a fact by its document, another person accepts it.
 */
@Stateless
@DenyAll
public class Fulfilments {

    static final String SUBJECT = "FULFILMENT";
    private static final String TASK = "FULFILMENT_TO_DECIDE";
    private static final int MOST_DECIMALS = 6;
    private static final BigDecimal MOST_VALUE = new BigDecimal("1E15");
    private static final BigDecimal MOST_ROUBLES = new BigDecimal("1E13");

    @Inject
    private SeenAgreements seen;

    @Inject
    private FulfilmentStore store;

    @Inject
    private FrozenProjects projects;

    @EJB
    private Successions successions;

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

    /** All of an agreement, in the order they were entered. @throws Problem {@code subsidy-agreement-unknown} */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public List<FulfilmentView> of(UUID agreement) {
        agreements.view(agreement);
        return store.of(agreement);
    }

    /** @throws Problem {@code fulfilment-unknown}, also for what the caller does not see */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public FulfilmentView view(UUID id) {
        return store.find(id).orElseThrow(() -> new Problem(FulfilmentProblem.FULFILMENT_UNKNOWN));
    }

    /**
     * What was promised beside what came of it.
     *
     * @param day as of which facts count; null: today
     * @throws Problem {@code subsidy-agreement-unknown}
     */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public PlanAndFact planAndFact(UUID id, @Nullable LocalDate day) {
        var agreement = agreements.view(id);
        var on = day == null ? time.today() : day;
        var facts = store.of(id);
        var senses = indicators.list().stream().collect(Collectors.toMap(IndicatorView::code, IndicatorView::sense));
        var initiator = initiator(agreement);
        return new PlanAndFact(
                on,
                targets(agreement).stream()
                        .map(target ->
                                ResultLine.of(target, senses.get(target.code()) == IndicatorSense.LESS, facts, on))
                        .toList(),
                initiator == null ? null : inn(initiator),
                initiator == null ? List.of() : ContributionLine.of(initiator.evidence(), facts, on));
    }

    /**
     * With whom the initiator of the project may have concluded by today: its participants but the initiator, or whoever stands in
     * their place; nobody without one.
     *
     * @throws Problem {@code subsidy-agreement-unknown}
     */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public List<ProjectParticipant> otherSides(UUID id) {
        return otherSides(agreements.view(id), time.today());
    }

    private List<ProjectParticipant> otherSides(AgreementView agreement, LocalDate day) {
        var steps = successions.of(agreement.id()).stream()
                .filter(step -> step.capacity() == SuccessionCapacity.PARTICIPANT
                        && step.isInForce()
                        && !step.from().isAfter(day))
                .toList();
        var initiator = initiator(agreement);
        return initiator == null
                ? List.of()
                : projects.participants(agreement.project(), agreement.projectEdition()).stream()
                        .map(one -> holder(one, steps))
                        .filter(one -> !one.inn().equals(inn(initiator)))
                        .toList();
    }

    /** Each step has its day after those that lead to it. */
    private static ProjectParticipant holder(ProjectParticipant first, List<SuccessionView> inOrderOfDays) {
        var holder = first;
        for (var step : inOrderOfDays) {
            if (step.predecessor().equals(holder.inn())) {
                holder = new ProjectParticipant(
                        step.successor(), step.successorName(), first.cluster(), first.roles(), first.receives());
            }
        }
        return holder;
    }

    private static List<Target> targets(AgreementView agreement) {
        var edition = agreement.inForce();
        return edition == null ? List.of() : edition.terms().targets();
    }

    private @Nullable Initiator initiator(AgreementView agreement) {
        var initiator = projects.edition(agreement.project(), agreement.projectEdition())
                .content()
                .initiator();
        return initiator == null || initiator.inn() == null ? null : initiator;
    }

    private static Inn inn(Initiator initiator) {
        return new Inn(String.valueOf(initiator.inn()));
    }

    /**
     * Enters where an indicator stands; it counts when another person has accepted it.
     *
     * @throws Problem {@code subsidy-agreement-unknown}, {@code agreement-of-successor}, {@code fulfilment-early}, {@code fulfilment-not-promised}, {@code
     *     fulfilment-in-future}, {@code fulfilment-value-impossible}, {@code fulfilment-accepted-twice}
     */
    @RolesAllowed({DEPARTMENT, APPLICANT, SERVICE})
    public FulfilmentView enter(EnterResult result) {
        var agreement = inForce(result.agreement(), result.on());
        if (targets(agreement).stream().noneMatch(target -> target.code().equals(result.code()))) {
            throw new Problem(FulfilmentProblem.FULFILMENT_NOT_PROMISED, result.code()).at("/code");
        }
        if (result.value().signum() < 0
                || result.value().stripTrailingZeros().scale() > MOST_DECIMALS
                || result.value().compareTo(MOST_VALUE) >= 0) {
            throw new Problem(FulfilmentProblem.FULFILMENT_VALUE_IMPOSSIBLE).at("/value");
        }
        if (store.of(agreement.id()).stream()
                .anyMatch(one -> result.code().equals(one.code())
                        && one.on().equals(result.on())
                        && one.state() == FulfilmentState.ACCEPTED)) {
            throw new Problem(FulfilmentProblem.FULFILMENT_ACCEPTED_TWICE).at("/on");
        }
        return entered(
                agreement,
                new Entered(
                        agreement.id(),
                        FulfilmentKind.RESULT,
                        result.code(),
                        plain(result.value()),
                        result.on(),
                        null,
                        null,
                        result.document()),
                result);
    }

    /**
     * Enters what the initiator of the project ordered or paid; it counts when another person has accepted it.
     *
     * @throws Problem {@code subsidy-agreement-unknown}, {@code agreement-of-successor}, {@code fulfilment-early}, {@code fulfilment-without-initiator}, {@code
     *     fulfilment-with-outsider}, {@code fulfilment-in-future}, {@code agreement-sum-impossible}, {@code
     *     evidence-number-missing}, {@code fulfilment-used-twice}
     */
    @RolesAllowed({DEPARTMENT, APPLICANT, SERVICE})
    public FulfilmentView enter(EnterContribution contribution) {
        var agreement = inForce(contribution.agreement(), contribution.on());
        var initiator = initiator(agreement);
        if (initiator == null) {
            throw new Problem(FulfilmentProblem.FULFILMENT_WITHOUT_INITIATOR);
        }
        if (otherSides(agreement, contribution.on()).stream()
                .noneMatch(one -> one.inn().equals(contribution.otherSide()))) {
            throw new Problem(
                            FulfilmentProblem.FULFILMENT_WITH_OUTSIDER,
                            contribution.otherSide().digits())
                    .at("/otherSide");
        }
        if (contribution.amount().signum() <= 0
                || contribution.amount().stripTrailingZeros().scale() > 2
                || contribution.amount().compareTo(MOST_ROUBLES) >= 0) {
            throw new Problem(AgreementProblem.AGREEMENT_SUM_IMPOSSIBLE).at("/amount");
        }
        requireNumber(contribution.document());
        return entered(
                agreement,
                new Entered(
                        agreement.id(),
                        FulfilmentKind.of(contribution.kind()),
                        null,
                        contribution.amount().setScale(2, RoundingMode.UNNECESSARY),
                        contribution.on(),
                        inn(initiator),
                        contribution.otherSide(),
                        contribution.document()),
                contribution);
    }

    private AgreementView inForce(UUID id, LocalDate on) {
        var agreement = agreements.view(id);
        seen.requireActing(id);
        if (agreement.edition() == 0) {
            throw new Problem(FulfilmentProblem.FULFILMENT_EARLY);
        }
        if (on.isAfter(time.today())) {
            throw new Problem(FulfilmentProblem.FULFILMENT_IN_FUTURE).at("/on");
        }
        return agreement;
    }

    private static void requireNumber(Paper document) {
        if (document.number() == null || !document.number().matches(".*[0-9A-Za-zА-Яа-яЁё].*")) {
            throw new Problem(AgreementProblem.EVIDENCE_NUMBER_MISSING).at("/document/number");
        }
    }

    /** So that 5 and 5.0 are one number. */
    private static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    private FulfilmentView entered(AgreementView agreement, Entered fact, Object command) {
        var id = UUID.randomUUID();
        long change = changes.record("FULFILMENT_ENTERED", SUBJECT, id.toString(), null, command);
        store.insert(id, fact, change);
        tasks.open(
                TASK,
                Doer.second(DEPARTMENT, caller.login()),
                SUBJECT,
                id.toString(),
                Map.of(
                        "agreement",
                        "СГ-" + agreement.number(),
                        "document",
                        fact.document().title()),
                null);
        return view(id);
    }

    /**
     * Accepts a fact; from then on it counts.
     *
     * @throws Problem {@code fulfilment-unknown}, {@code second-person-required}, {@code changed-meanwhile}, {@code
     *     transition-not-allowed}, {@code fulfilment-accepted-twice}, {@code fulfilment-not-promised} where an amendment dropped
     *     the indicator meanwhile
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public FulfilmentView accept(UUID id, @Nullable Long version) {
        return decide(id, version, FulfilmentState.ACCEPTED, null);
    }

    /**
     * Rejects a fact; it may be entered anew.
     *
     * @throws Problem {@code fulfilment-unknown}, {@code second-person-required}, {@code changed-meanwhile}, {@code
     *     transition-not-allowed}, {@code field-required}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public FulfilmentView reject(UUID id, @Nullable Long version, String reason) {
        return decide(id, version, FulfilmentState.REJECTED, Text.required(reason, "/reason"));
    }

    private FulfilmentView decide(UUID id, @Nullable Long version, FulfilmentState to, @Nullable String reason) {
        var fact = store.lock(id).orElseThrow(() -> new Problem(FulfilmentProblem.FULFILMENT_UNKNOWN));
        if (fact.state() != FulfilmentState.ENTERED) {
            throw new Problem(
                    PlatformProblem.TRANSITION_NOT_ALLOWED, fact.state().name(), to.name());
        }
        if (fact.enteredBy().equals(caller.login())) {
            throw new Problem(PlatformProblem.SECOND_PERSON_REQUIRED);
        }
        if (version != null && version != fact.version()) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        long change = changes.record(
                "FULFILMENT_" + to.name(),
                SUBJECT,
                id.toString(),
                Map.of("state", fact.state()),
                reason == null ? Map.of("state", to) : Map.of("state", to, "reason", reason));
        store.decide(id, to, reason, change);
        tasks.done(TASK, SUBJECT, id.toString());
        return view(id);
    }
}
