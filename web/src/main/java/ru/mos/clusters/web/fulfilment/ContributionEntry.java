package ru.mos.clusters.web.fulfilment;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementProblem;
import ru.mos.clusters.agreement.AgreementView;
import ru.mos.clusters.agreement.Agreements;
import ru.mos.clusters.agreement.Successions;
import ru.mos.clusters.agreement.fulfilment.EnterContribution;
import ru.mos.clusters.agreement.fulfilment.FulfilmentProblem;
import ru.mos.clusters.agreement.fulfilment.Fulfilments;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.project.InitiatorEvidence;
import ru.mos.clusters.project.ProjectParticipant;
import ru.mos.clusters.web.agreement.AgreementRights;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;

/** The form of what the initiator of an agreement's project ordered or paid. */
@Named
@RequestScoped
public class ContributionEntry {

    @EJB
    private Successions successions;

    @EJB
    private Agreements agreements;

    @EJB
    private Fulfilments fulfilments;

    @Inject
    private ListQuery query;

    @Inject
    private AgreementRights rights;

    private AgreementView agreement;
    private @Nullable String kind;
    private @Nullable BigDecimal amount;
    private @Nullable LocalDate on;
    private @Nullable String otherSide;
    private final PaperEntry paper = new PaperEntry();

    @PostConstruct
    void open() {
        if (!rights.isReporting()) {
            throw new Problem(PlatformProblem.FORBIDDEN_ROLE);
        }
        agreement = agreements.view(Ids.of(query.value("id"), AgreementProblem.SUBSIDY_AGREEMENT_UNKNOWN));
        if (!successions.isActing(agreement.id())) {
            throw new Problem(AgreementProblem.AGREEMENT_OF_SUCCESSOR);
        }
        if (agreement.edition() == 0) {
            throw new Problem(FulfilmentProblem.FULFILMENT_EARLY);
        }
        if (fulfilments.planAndFact(agreement.id(), null).initiator() == null) {
            throw new Problem(FulfilmentProblem.FULFILMENT_WITHOUT_INITIATOR);
        }
    }

    public AgreementView getAgreement() {
        return agreement;
    }

    /** With whom the initiator may have concluded, to choose from. */
    public List<Map.Entry<String, String>> getOtherSides() {
        return fulfilments.otherSides(agreement.id()).stream()
                .map(one -> Map.entry(one.inn().digits(), named(one)))
                .toList();
    }

    private static String named(ProjectParticipant one) {
        var name = Functions.brief(one.name());
        return name == null ? one.inn().digits() : name + ", " + one.inn().digits();
    }

    /** Enters it for a second person to accept. */
    public String enter() {
        fulfilments.enter(new EnterContribution(
                agreement.id(),
                InitiatorEvidence.valueOf(String.valueOf(kind)),
                Objects.requireNonNull(amount),
                Objects.requireNonNull(on),
                new Inn(String.valueOf(otherSide)),
                paper.paper()));
        Messages.info("fulfilment.entered");
        return Redirect.to("/agreement/card.xhtml", "id", agreement.id());
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(@Nullable BigDecimal amount) {
        this.amount = amount;
    }

    public @Nullable LocalDate getOn() {
        return on;
    }

    public void setOn(@Nullable LocalDate on) {
        this.on = on;
    }

    public @Nullable String getOtherSide() {
        return otherSide;
    }

    public void setOtherSide(@Nullable String otherSide) {
        this.otherSide = otherSide;
    }

    public PaperEntry getPaper() {
        return paper;
    }
}
