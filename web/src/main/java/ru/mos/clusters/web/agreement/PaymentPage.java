package ru.mos.clusters.web.agreement;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementProblem;
import ru.mos.clusters.agreement.PaymentAction;
import ru.mos.clusters.agreement.PaymentState;
import ru.mos.clusters.agreement.PaymentView;
import ru.mos.clusters.agreement.Payments;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** A payment: to whom, by whom, and what may be done to it now. */
@Named
@RequestScoped
public class PaymentPage {

    private static final List<PaymentAction> APPROVALS =
            List.of(PaymentAction.APPROVE, PaymentAction.APPROVE_FIRST, PaymentAction.APPROVE_SECOND);
    private static final List<PaymentState> TO_APPROVE = List.of(PaymentState.PREPARED, PaymentState.APPROVED);

    @EJB
    private Payments payments;

    @Inject
    private ListQuery query;

    @Inject
    private AgreementRights rights;

    private PaymentView payment;
    private @Nullable List<String> obstacles;
    private @Nullable Long version;
    private @Nullable String reason;

    @PostConstruct
    void open() {
        payment = payments.view(Ids.of(query.value("id"), AgreementProblem.PAYMENT_UNKNOWN));
        version = payment.version();
    }

    public PaymentView getPayment() {
        return payment;
    }

    public boolean isApprovable() {
        return payment.actions().stream().anyMatch(APPROVALS::contains);
    }

    public boolean may(String action) {
        return payment.actions().contains(PaymentAction.valueOf(action));
    }

    /** Whether it waits to be approved by others because the person had a hand in it. */
    public boolean isOwn() {
        return TO_APPROVE.contains(payment.state())
                && rights.isChief()
                && (rights.me(payment.preparedBy()) || rights.me(String.valueOf(payment.approvedBy())));
    }

    /** What stands against paying today, in words; only while it is not ordered. */
    public List<String> getObstacles() {
        if (obstacles == null) {
            obstacles = TO_APPROVE.contains(payment.state())
                    ? payments.obstacles(payment.id()).stream()
                            .map(problem -> ProblemTexts.text(problem, Language.current()))
                            .toList()
                    : List.of();
        }
        return obstacles;
    }

    public String approve() {
        var approved = payments.approve(payment.id(), version);
        return after(approved.state() == PaymentState.ORDERED ? "grant.ordered" : "grant.approved");
    }

    public String cancel() {
        payments.cancel(payment.id(), version, String.valueOf(reason));
        return after("grant.paymentCancelled");
    }

    public String withdraw() {
        payments.withdraw(payment.id(), version, String.valueOf(reason));
        return after("grant.paymentWithdrawn");
    }

    public String repeat() {
        payments.repeat(payment.id(), version);
        return after("grant.paymentRepeated");
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to("/agreement/payment.xhtml", "id", payment.id());
    }

    public @Nullable Long getVersion() {
        return version;
    }

    public void setVersion(@Nullable Long version) {
        this.version = version;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
