package ru.mos.clusters.web.recovery;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.PaymentState;
import ru.mos.clusters.agreement.PaymentView;
import ru.mos.clusters.agreement.Payments;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.recovery.RecoveryAction;
import ru.mos.clusters.recovery.RecoveryOrderView;
import ru.mos.clusters.recovery.RecoveryOrders;
import ru.mos.clusters.recovery.RecoveryProblem;
import ru.mos.clusters.recovery.RecoveryState;
import ru.mos.clusters.recovery.RecoveryTerm;
import ru.mos.clusters.web.agreement.AgreementRights;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;
import ru.mos.clusters.web.shell.Texts;

/** A demand: what is to come back by when, what came, and what may be done to it now. */
@Named
@ViewScoped
public class RecoveryPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST_PAYMENTS = 200;
    private static final int MOST_TERMS = 60;

    @EJB
    private RecoveryOrders orders;

    @EJB
    private Payments payments;

    @Inject
    private ListQuery query;

    @Inject
    private AgreementRights rights;

    @Inject
    private Texts texts;

    private RecoveryOrderView order;
    private final List<Term> terms = new ArrayList<>();
    private @Nullable String reason;
    private @Nullable String document;
    private @Nullable String payment;
    private @Nullable BigDecimal amount;

    /** A term as typed. */
    public static final class Term implements Serializable {
        private static final long serialVersionUID = 1L;

        private @Nullable LocalDate dueOn;
        private @Nullable BigDecimal amount;

        public @Nullable LocalDate getDueOn() {
            return dueOn;
        }

        public void setDueOn(@Nullable LocalDate dueOn) {
            this.dueOn = dueOn;
        }

        public @Nullable BigDecimal getAmount() {
            return amount;
        }

        public void setAmount(@Nullable BigDecimal amount) {
            this.amount = amount;
        }
    }

    @PostConstruct
    void open() {
        var repayment = query.value("repayment");
        order = repayment.isEmpty()
                ? orders.view(Ids.of(query.value("id"), RecoveryProblem.RECOVERY_ORDER_UNKNOWN))
                : orders.ofRepayment(Ids.of(repayment, RecoveryProblem.RECOVERY_ORDER_UNKNOWN));
        addTerm();
        addTerm();
    }

    public RecoveryOrderView getOrder() {
        return order;
    }

    public boolean may(String action) {
        return order.actions().contains(RecoveryAction.valueOf(action));
    }

    /** Whether it waits to be issued by somebody else because the person drew it up. */
    public boolean isOwn() {
        return order.state() == RecoveryState.DRAFT && rights.isChief() && rights.me(order.drawnBy());
    }

    /** Whether there is a payment that it can be set off against. */
    public boolean isKeepable() {
        return may("SET_OFF") && !getPrepared().isEmpty();
    }

    /** Payments of the agreement that are prepared, as choices. */
    public List<Map.Entry<String, String>> getPrepared() {
        return payments
                .list(PaymentState.PREPARED, order.agreement(), PageRequest.first(MOST_PAYMENTS))
                .items()
                .stream()
                .filter(one -> one.payee().equals(order.payer()))
                .map(one -> Map.entry(one.id().toString(), text(one)))
                .toList();
    }

    private String text(PaymentView one) {
        return texts.with("recovery.paymentChoice", Long.toString(one.number()), Functions.money(one.amount()));
    }

    public String issue() {
        orders.issue(order.id(), order.version());
        return after("recovery.issued");
    }

    public String withdraw() {
        orders.withdraw(order.id(), order.version(), String.valueOf(reason));
        return after("recovery.withdrawn");
    }

    public String writeOff() {
        orders.writeOff(order.id(), order.version(), String.valueOf(reason), String.valueOf(document));
        return after("recovery.writtenOff");
    }

    /** Lets it be paid back by instalments. */
    public String defer() {
        orders.defer(
                order.id(),
                order.version(),
                String.valueOf(document),
                terms.stream()
                        .map(term -> new RecoveryTerm(
                                Objects.requireNonNull(term.getDueOn()), Objects.requireNonNull(term.getAmount())))
                        .toList());
        return after("recovery.deferred");
    }

    /** Keeps it back from the payment that was chosen. */
    public String setOff() {
        orders.setOff(
                order.id(),
                order.version(),
                Ids.of(String.valueOf(payment), RecoveryProblem.SET_OFF_OF_OTHER_PAYEE),
                amount);
        return after("recovery.heldBack");
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to("/recovery/order.xhtml", "id", order.id());
    }

    /** Makes room for another term. */
    public @Nullable String addTerm() {
        if (terms.size() < MOST_TERMS) {
            terms.add(new Term());
        }
        return null;
    }

    /** Takes the last away. */
    public @Nullable String takeTerm() {
        terms.remove(terms.size() - 1);
        return null;
    }

    public List<Term> getTerms() {
        return terms;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getDocument() {
        return document;
    }

    public void setDocument(@Nullable String document) {
        this.document = document;
    }

    public @Nullable String getPayment() {
        return payment;
    }

    public void setPayment(@Nullable String payment) {
        this.payment = payment;
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(@Nullable BigDecimal amount) {
        this.amount = amount;
    }
}
