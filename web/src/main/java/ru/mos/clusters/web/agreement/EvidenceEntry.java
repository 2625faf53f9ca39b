package ru.mos.clusters.web.agreement;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementProblem;
import ru.mos.clusters.agreement.AgreementView;
import ru.mos.clusters.agreement.Agreements;
import ru.mos.clusters.agreement.EnterEvidence;
import ru.mos.clusters.agreement.EvidenceSource;
import ru.mos.clusters.agreement.OwnMoney;
import ru.mos.clusters.agreement.Successions;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;

/** The form of a document that shows own money. */
@Named
@RequestScoped
public class EvidenceEntry {

    @EJB
    private Agreements agreements;

    @EJB
    private OwnMoney ownMoney;

    @EJB
    private Successions successions;

    @Inject
    private ListQuery query;

    private AgreementView agreement;
    private @Nullable Integer stage;
    private @Nullable String source;
    private @Nullable BigDecimal amount;
    private @Nullable Inn issuer;
    private final PaperEntry paper = new PaperEntry();

    @PostConstruct
    void open() {
        agreement = agreements.view(Ids.of(query.value("id"), AgreementProblem.SUBSIDY_AGREEMENT_UNKNOWN));
        if (!successions.isActing(agreement.id())) {
            throw new Problem(AgreementProblem.AGREEMENT_OF_SUCCESSOR);
        }
    }

    public AgreementView getAgreement() {
        return agreement;
    }

    /** Enters it for a second person to accept. */
    public String enter() {
        ownMoney.enter(new EnterEvidence(
                agreement.id(),
                Objects.requireNonNull(stage),
                EvidenceSource.valueOf(String.valueOf(source)),
                Objects.requireNonNull(amount),
                Objects.requireNonNull(issuer),
                paper.paper()));
        Messages.info("grant.evidenceEntered");
        return Redirect.to("/agreement/card.xhtml", "id", agreement.id());
    }

    public @Nullable Integer getStage() {
        return stage;
    }

    public void setStage(@Nullable Integer stage) {
        this.stage = stage;
    }

    public @Nullable String getSource() {
        return source;
    }

    public void setSource(@Nullable String source) {
        this.source = source;
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(@Nullable BigDecimal amount) {
        this.amount = amount;
    }

    public @Nullable Inn getIssuer() {
        return issuer;
    }

    public void setIssuer(@Nullable Inn issuer) {
        this.issuer = issuer;
    }

    public PaperEntry getPaper() {
        return paper;
    }
}
