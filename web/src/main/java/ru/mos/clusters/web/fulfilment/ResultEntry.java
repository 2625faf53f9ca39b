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
import ru.mos.clusters.agreement.fulfilment.EnterResult;
import ru.mos.clusters.agreement.fulfilment.FulfilmentProblem;
import ru.mos.clusters.agreement.fulfilment.Fulfilments;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.agreement.AgreementRights;
import ru.mos.clusters.web.agreement.AgreementWords;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;

/** The form of where an indicator of an agreement stands. */
@Named
@RequestScoped
public class ResultEntry {

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

    @Inject
    private AgreementWords words;

    private AgreementView agreement;
    private @Nullable String code;
    private @Nullable BigDecimal value;
    private @Nullable LocalDate on;
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
    }

    public AgreementView getAgreement() {
        return agreement;
    }

    /** What the agreement promises, to choose from. */
    public List<Map.Entry<String, String>> getTargets() {
        return Objects.requireNonNull(agreement.inForce()).terms().targets().stream()
                .map(target -> Map.entry(target.code(), words.target(target)))
                .toList();
    }

    /** Enters it for a second person to accept. */
    public String enter() {
        fulfilments.enter(new EnterResult(
                agreement.id(),
                Objects.requireNonNull(code),
                Objects.requireNonNull(value),
                Objects.requireNonNull(on),
                paper.paper()));
        Messages.info("fulfilment.entered");
        return Redirect.to("/agreement/card.xhtml", "id", agreement.id());
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable BigDecimal getValue() {
        return value;
    }

    public void setValue(@Nullable BigDecimal value) {
        this.value = value;
    }

    public @Nullable LocalDate getOn() {
        return on;
    }

    public void setOn(@Nullable LocalDate on) {
        this.on = on;
    }

    public PaperEntry getPaper() {
        return paper;
    }
}
