package ru.mos.clusters.web.recovery;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementProblem;
import ru.mos.clusters.agreement.AgreementView;
import ru.mos.clusters.agreement.Agreements;
import ru.mos.clusters.agreement.fulfilment.FulfilmentView;
import ru.mos.clusters.agreement.fulfilment.Fulfilments;
import ru.mos.clusters.agreement.fulfilment.ResultLine;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.recovery.BreachKind;
import ru.mos.clusters.recovery.Breaches;
import ru.mos.clusters.recovery.EnterBreach;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;

/** The form of a breach that a check found. */
@Named
@ViewScoped
public class BreachEntry implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private Agreements agreements;

    @EJB
    private Fulfilments fulfilments;

    @EJB
    private Breaches breaches;

    @Inject
    private ListQuery query;

    @Inject
    private RecoveryWords words;

    private AgreementView agreement;
    private @Nullable String kind;
    private @Nullable Integer position;
    private @Nullable String description;
    private final PaperEntry paper = new PaperEntry();
    private final List<Result> results = new ArrayList<>();

    /**
     * A result of the agreement, with what was reached: at first the latest accepted by its day, then what is typed in its place;
     * null: not measured.
     */
    public static final class Result implements Serializable {
        private static final long serialVersionUID = 1L;

        private final String code;
        private final BigDecimal plan;
        private final @Nullable FulfilmentView accepted;
        private @Nullable BigDecimal fact;

        private Result(ResultLine line) {
            code = line.code();
            plan = line.plan();
            accepted = line.plan().signum() > 0 ? line.inTime() : null; // of nothing there is no share to be missed
            fact = accepted == null ? null : accepted.value();
        }

        public String getCode() {
            return code;
        }

        public BigDecimal getPlan() {
            return plan;
        }

        /** Where the proposed value comes from; null: nothing is proposed. */
        public @Nullable FulfilmentView getAccepted() {
            return accepted;
        }

        public @Nullable BigDecimal getFact() {
            return fact;
        }

        public void setFact(@Nullable BigDecimal fact) {
            this.fact = fact;
        }
    }

    @PostConstruct
    void open() {
        if (!words.isWriting()) {
            throw new Problem(PlatformProblem.FORBIDDEN_ROLE);
        }
        agreement = agreements.view(Ids.of(query.value("id"), AgreementProblem.SUBSIDY_AGREEMENT_UNKNOWN));
        fulfilments.planAndFact(agreement.id(), null).results().forEach(line -> results.add(new Result(line)));
    }

    /** Enters it for a chief to confirm. */
    public String enter() {
        var chosen = BreachKind.valueOf(String.valueOf(kind));
        var reached = new ArrayList<EnterBreach.Reached>();
        for (var result : results) {
            var fact = result.getFact();
            if (fact != null && chosen == BreachKind.RESULT_MISSED) {
                reached.add(new EnterBreach.Reached(result.getCode(), fact));
            }
        }
        var breach = breaches.enter(new EnterBreach(
                agreement.id(), chosen, position, Objects.requireNonNull(description), paper.paper(), reached));
        Messages.info("recovery.breachEntered");
        return Redirect.to("/recovery/breach.xhtml", "id", breach.id());
    }

    public AgreementView getAgreement() {
        return agreement;
    }

    public List<Result> getResults() {
        return results;
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public @Nullable Integer getPosition() {
        return position;
    }

    public void setPosition(@Nullable Integer position) {
        this.position = position;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = description;
    }

    public PaperEntry getPaper() {
        return paper;
    }
}
