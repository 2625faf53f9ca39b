package ru.mos.clusters.remote;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.SERVICE;
import static ru.mos.clusters.remote.RemoteAnswers.answered;
import static ru.mos.clusters.remote.RemoteAnswers.language;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementFilter;
import ru.mos.clusters.agreement.AgreementView;
import ru.mos.clusters.agreement.Agreements;
import ru.mos.clusters.agreement.PathStep;
import ru.mos.clusters.agreement.PaymentView;
import ru.mos.clusters.agreement.Payments;
import ru.mos.clusters.call.CallFilter;
import ru.mos.clusters.call.CallPhase;
import ru.mos.clusters.call.CallTerms;
import ru.mos.clusters.call.CallView;
import ru.mos.clusters.call.Calls;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;

/** The remote door to calls, agreements and payments, over the same services as the others. */
@Stateless(name = "Grants")
@DenyAll
public class GrantsBean implements Grants {

    private static final int MOST = 500;

    @Inject
    private Calls calls;

    @Inject
    private Agreements agreements;

    @Inject
    private Payments payments;

    @Override
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public List<CallAnswer> openCalls(String language) throws RemoteProblem {
        var locale = language(language);
        return answered(
                locale,
                () -> calls.list(new CallFilter(null, null, CallPhase.INTAKE), PageRequest.first(MOST)).items().stream()
                        .map(call -> answer(call, locale))
                        .toList());
    }

    @Override
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public CallAnswer call(String call, String language) throws RemoteProblem {
        var locale = language(language);
        return answered(locale, () -> answer(calls.view(calls.resolve(call)), locale));
    }

    @Override
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public AgreementsAnswer agreements(int limit, @Nullable String after) throws RemoteProblem {
        return answered(ProblemTexts.RUSSIAN, () -> {
            if (after != null && !after.matches("\\d{1,18}")) {
                throw new Problem(PlatformProblem.CURSOR_INVALID);
            }
            var page = new PageRequest(limit, after == null ? List.of() : List.of(after));
            var slice = agreements.list(AgreementFilter.ALL, page);
            return new AgreementsAnswer(
                    slice.items().stream().map(one -> answer(one, List.of())).toList(),
                    slice.next() == null ? null : slice.next().get(0));
        });
    }

    @Override
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public AgreementAnswer agreement(UUID id) throws RemoteProblem {
        return answered(ProblemTexts.RUSSIAN, () -> {
            var agreement = agreements.view(id);
            return answer(
                    agreement,
                    agreement.path().stream().map(GrantsBean::instalment).toList());
        });
    }

    @Override
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public List<PaymentAnswer> payments(UUID agreement) throws RemoteProblem {
        return answered(ProblemTexts.RUSSIAN, () -> {
            agreements.view(agreement);
            return payments.list(null, agreement, PageRequest.first(MOST)).items().stream()
                    .map(GrantsBean::answer)
                    .toList();
        });
    }

    private static CallAnswer answer(CallView call, Locale locale) {
        var terms = call.terms();
        return new CallAnswer(
                call.id(),
                call.code(),
                call.programme(),
                locale.equals(ProblemTexts.RUSSIAN) ? terms.titleRu() : terms.titleEn(),
                call.state().name(),
                call.phase() == null ? null : call.phase().name(),
                terms.announcedOn(),
                terms.intakeFrom(),
                terms.intakeUntil(),
                terms.money().stream()
                        .map(CallTerms.Confirmed::amount)
                        .filter(Objects::nonNull)
                        .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add));
    }

    private static AgreementAnswer answer(AgreementView agreement, List<AgreementAnswer.Instalment> instalments) {
        return new AgreementAnswer(
                agreement.id(),
                agreement.number(),
                agreement.callCode(),
                agreement.party().digits(),
                agreement.title(),
                agreement.state().name(),
                agreement.amount().setScale(2),
                agreement.paid().setScale(2),
                agreement.accepted().setScale(2),
                agreement.returned().setScale(2),
                instalments);
    }

    private static AgreementAnswer.Instalment instalment(PathStep step) {
        return new AgreementAnswer.Instalment(
                step.position(), step.stage(), step.dueOn(), step.amount(), step.ordered(), step.paid());
    }

    private static PaymentAnswer answer(PaymentView payment) {
        return new PaymentAnswer(
                payment.id(),
                payment.number(),
                payment.position(),
                payment.payee().digits(),
                payment.state().name(),
                payment.amount(),
                payment.heldBack(),
                payment.returned(),
                payment.orderedOn(),
                payment.executedOn());
    }
}
