package ru.mos.clusters.web.fulfilment;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.fulfilment.FulfilmentProblem;
import ru.mos.clusters.agreement.fulfilment.FulfilmentState;
import ru.mos.clusters.agreement.fulfilment.FulfilmentView;
import ru.mos.clusters.agreement.fulfilment.Fulfilments;
import ru.mos.clusters.web.agreement.AgreementRights;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** A fact of what an agreement promises, for who decides whether its document shows it. */
@Named
@RequestScoped
public class FulfilmentPage {

    @EJB
    private Fulfilments fulfilments;

    @Inject
    private ListQuery query;

    @Inject
    private AgreementRights rights;

    private FulfilmentView fact;
    private @Nullable Long version;
    private @Nullable String reason;

    @PostConstruct
    void open() {
        fact = fulfilments.view(Ids.of(query.value("id"), FulfilmentProblem.FULFILMENT_UNKNOWN));
        version = fact.version();
    }

    public FulfilmentView getFact() {
        return fact;
    }

    /** Whether the person entered it and so has to leave the decision to somebody else. */
    public boolean isOwn() {
        return fact.state() == FulfilmentState.ENTERED && rights.isDeciding() && rights.me(fact.enteredBy());
    }

    public String accept() {
        fulfilments.accept(fact.id(), version);
        return after("fulfilment.accepted");
    }

    public String reject() {
        fulfilments.reject(fact.id(), version, String.valueOf(reason));
        return after("fulfilment.rejected");
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to("/agreement/card.xhtml", "id", fact.agreement());
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
