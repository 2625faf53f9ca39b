package ru.mos.clusters.web.recovery;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.recovery.BreachKind;
import ru.mos.clusters.recovery.BreachView;
import ru.mos.clusters.recovery.Breaches;
import ru.mos.clusters.recovery.PenaltyForm;
import ru.mos.clusters.recovery.RecoveryFilter;
import ru.mos.clusters.recovery.RecoveryOrderView;
import ru.mos.clusters.recovery.RecoveryOrders;
import ru.mos.clusters.recovery.RecoveryProblem;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** A breach: what was found, who decided, and what is demanded on it. */
@Named
@RequestScoped
public class BreachPage {

    private static final int MOST = 500;

    @EJB
    private Breaches breaches;

    @EJB
    private RecoveryOrders orders;

    @Inject
    private ListQuery query;

    private BreachView breach;
    private @Nullable Long version;
    private @Nullable String reason;
    private @Nullable Inn payer;
    private @Nullable BigDecimal amount;
    private @Nullable String form;

    @PostConstruct
    void open() {
        breach = breaches.view(Ids.of(query.value("id"), RecoveryProblem.BREACH_UNKNOWN));
        version = breach.version();
    }

    public BreachView getBreach() {
        return breach;
    }

    public boolean isReturnable() {
        return breach.mayDemand() && breach.kind() != BreachKind.RESULT_MISSED;
    }

    public boolean isPenalised() {
        return breach.mayDemand() && breach.kind() == BreachKind.RESULT_MISSED;
    }

    /** Demands drawn up on it. */
    public List<RecoveryOrderView> getOrders() {
        return orders
                .list(new RecoveryFilter(null, breach.agreement(), false), PageRequest.first(MOST))
                .items()
                .stream()
                .filter(order -> order.breach().equals(breach.id()))
                .toList();
    }

    public String confirm() {
        breaches.confirm(breach.id(), version);
        return after("recovery.breachConfirmed");
    }

    public String dismiss() {
        breaches.dismiss(breach.id(), version, String.valueOf(reason));
        return after("recovery.breachDismissed");
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to("/recovery/breach.xhtml", "id", breach.id());
    }

    /** Draws up the demand to return and opens it. */
    public String demandReturn() {
        return drawn(orders.demandReturn(breach.id(), payer, amount));
    }

    /** Draws up the penalty and opens it. */
    public String demandPenalty() {
        return drawn(orders.demandPenalty(breach.id(), PenaltyForm.valueOf(String.valueOf(form))));
    }

    private static String drawn(RecoveryOrderView order) {
        Messages.info("recovery.drawnUp", Long.toString(order.number()));
        return Redirect.to("/recovery/order.xhtml", "id", order.id());
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

    public @Nullable Inn getPayer() {
        return payer;
    }

    public void setPayer(@Nullable Inn payer) {
        this.payer = payer;
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(@Nullable BigDecimal amount) {
        this.amount = amount;
    }

    public @Nullable String getForm() {
        return form;
    }

    public void setForm(@Nullable String form) {
        this.form = form;
    }
}
