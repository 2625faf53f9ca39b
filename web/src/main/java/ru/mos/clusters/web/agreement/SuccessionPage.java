package ru.mos.clusters.web.agreement;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementProblem;
import ru.mos.clusters.agreement.SuccessionAction;
import ru.mos.clusters.agreement.SuccessionView;
import ru.mos.clusters.agreement.Successions;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** A succession under an agreement, for who decides whether it is right. */
@Named
@RequestScoped
public class SuccessionPage {

    @EJB
    private Successions successions;

    @Inject
    private ListQuery query;

    @Inject
    private AgreementRights rights;

    private SuccessionView succession;
    private @Nullable Long version;
    private @Nullable String reason;

    @PostConstruct
    void open() {
        succession = successions.view(Ids.of(query.value("id"), AgreementProblem.SUCCESSION_UNKNOWN));
        version = succession.version();
    }

    public SuccessionView getSuccession() {
        return succession;
    }

    public boolean may(String action) {
        return succession.actions().contains(SuccessionAction.valueOf(action));
    }

    /** Whether a chief has said it and so has to leave the decision to another. */
    public boolean isOwn() {
        return rights.isChief()
                && switch (succession.state()) {
                    case ENTERED -> rights.me(succession.enteredBy());
                    case REVERSING -> rights.me(String.valueOf(succession.reversingBy()));
                    case CONFIRMED, REJECTED, REVERSED -> false;
                };
    }

    public String confirm() {
        successions.confirm(succession.id(), version);
        return after("grant.successionConfirmed");
    }

    public String reject() {
        successions.reject(succession.id(), version, String.valueOf(reason));
        return after("grant.successionRejected");
    }

    public String reverse() {
        successions.reverse(succession.id(), version, String.valueOf(reason));
        return after("grant.successionDoubted");
    }

    public String confirmReversal() {
        successions.confirmReversal(succession.id(), version);
        return after("grant.successionReversed");
    }

    public String keep() {
        successions.keep(succession.id(), version);
        return after("grant.successionKept");
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to("/agreement/card.xhtml", "id", succession.agreement());
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
