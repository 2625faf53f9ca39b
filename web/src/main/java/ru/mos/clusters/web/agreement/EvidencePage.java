package ru.mos.clusters.web.agreement;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementProblem;
import ru.mos.clusters.agreement.EvidenceState;
import ru.mos.clusters.agreement.EvidenceView;
import ru.mos.clusters.agreement.OwnMoney;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** A document that shows own money, for who decides whether it does. */
@Named
@RequestScoped
public class EvidencePage {

    @EJB
    private OwnMoney ownMoney;

    @Inject
    private ListQuery query;

    @Inject
    private AgreementRights rights;

    private EvidenceView evidence;
    private @Nullable Long version;
    private @Nullable String reason;

    @PostConstruct
    void open() {
        evidence = ownMoney.view(Ids.of(query.value("id"), AgreementProblem.OWN_MONEY_UNKNOWN));
        version = evidence.version();
    }

    public EvidenceView getEvidence() {
        return evidence;
    }

    /** Whether the person entered it and so has to leave the decision to somebody else. */
    public boolean isOwn() {
        return evidence.state() == EvidenceState.ENTERED && rights.isDeciding() && rights.me(evidence.enteredBy());
    }

    public String accept() {
        ownMoney.accept(evidence.id(), version);
        return after("grant.evidenceAccepted");
    }

    public String reject() {
        ownMoney.reject(evidence.id(), version, String.valueOf(reason));
        return after("grant.evidenceRejected");
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to("/agreement/card.xhtml", "id", evidence.agreement());
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
