package ru.mos.clusters.web.agreement;

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
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementAction;
import ru.mos.clusters.agreement.AgreementProblem;
import ru.mos.clusters.agreement.AgreementTerms;
import ru.mos.clusters.agreement.AgreementView;
import ru.mos.clusters.agreement.Agreements;
import ru.mos.clusters.agreement.SupportArticle;
import ru.mos.clusters.call.FundingMode;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.shell.Faults;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** The form of the terms that are not signed yet, with as many instalments and targets as there are. */
@Named
@ViewScoped
public class AgreementEdit implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private Agreements agreements;

    @Inject
    private ListQuery query;

    @Inject
    private AgreementRights rights;

    private AgreementView agreement;
    private @Nullable String article;
    private boolean treasurySupport;
    private boolean vatEligible;
    private final List<InstalmentLine> instalments = new ArrayList<>();
    private final List<BudgetLine> budget = new ArrayList<>();
    private final List<TargetLine> targets = new ArrayList<>();

    /** An instalment as typed. */
    public static final class InstalmentLine implements Serializable {
        private static final long serialVersionUID = 1L;

        private @Nullable Integer stage;
        private @Nullable LocalDate dueOn;
        private @Nullable BigDecimal amount;
        private @Nullable BigDecimal own;

        private static InstalmentLine of(AgreementTerms.Instalment given) {
            var line = new InstalmentLine();
            line.stage = given.stage();
            line.dueOn = given.dueOn();
            line.amount = given.amount();
            line.own = given.own();
            return line;
        }

        private AgreementTerms.Instalment instalment() {
            return new AgreementTerms.Instalment(
                    Objects.requireNonNull(stage),
                    Objects.requireNonNull(dueOn),
                    Objects.requireNonNull(amount),
                    Objects.requireNonNull(own));
        }

        public @Nullable Integer getStage() {
            return stage;
        }

        public void setStage(@Nullable Integer stage) {
            this.stage = stage;
        }

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

        public @Nullable BigDecimal getOwn() {
            return own;
        }

        public void setOwn(@Nullable BigDecimal own) {
            this.own = own;
        }
    }

    /** An item of the budget as typed. */
    public static final class BudgetLine implements Serializable {
        private static final long serialVersionUID = 1L;

        private @Nullable String name;
        private @Nullable BigDecimal amount;

        private static BudgetLine of(AgreementTerms.BudgetItem given) {
            var line = new BudgetLine();
            line.name = given.name();
            line.amount = given.amount();
            return line;
        }

        private AgreementTerms.BudgetItem item() {
            return new AgreementTerms.BudgetItem(Objects.requireNonNull(name), Objects.requireNonNull(amount));
        }

        public @Nullable String getName() {
            return name;
        }

        public void setName(@Nullable String name) {
            this.name = name;
        }

        public @Nullable BigDecimal getAmount() {
            return amount;
        }

        public void setAmount(@Nullable BigDecimal amount) {
            this.amount = amount;
        }
    }

    /** A target as typed. */
    public static final class TargetLine implements Serializable {
        private static final long serialVersionUID = 1L;

        private @Nullable String code;
        private @Nullable BigDecimal baseline;
        private @Nullable BigDecimal plan;
        private @Nullable LocalDate by;

        private static TargetLine of(AgreementTerms.Target given) {
            var line = new TargetLine();
            line.code = given.code();
            line.baseline = given.baseline();
            line.plan = given.plan();
            line.by = given.by();
            return line;
        }

        private AgreementTerms.Target target() {
            return new AgreementTerms.Target(
                    Objects.requireNonNull(code), baseline, Objects.requireNonNull(plan), Objects.requireNonNull(by));
        }

        public @Nullable String getCode() {
            return code;
        }

        public void setCode(@Nullable String code) {
            this.code = code;
        }

        public @Nullable BigDecimal getBaseline() {
            return baseline;
        }

        public void setBaseline(@Nullable BigDecimal baseline) {
            this.baseline = baseline;
        }

        public @Nullable BigDecimal getPlan() {
            return plan;
        }

        public void setPlan(@Nullable BigDecimal plan) {
            this.plan = plan;
        }

        public @Nullable LocalDate getBy() {
            return by;
        }

        public void setBy(@Nullable LocalDate by) {
            this.by = by;
        }
    }

    @PostConstruct
    void open() {
        agreement = agreements.view(Ids.of(query.value("id"), AgreementProblem.SUBSIDY_AGREEMENT_UNKNOWN));
        if (!rights.isWriting()) {
            throw new Problem(PlatformProblem.FORBIDDEN_ROLE);
        }
        if (!agreement.actions().contains(AgreementAction.EDIT)) {
            throw new Problem(AgreementProblem.AGREEMENT_SIGNED);
        }
        var terms = Objects.requireNonNull(agreement.pending()).terms();
        article = terms.article().name();
        treasurySupport = terms.treasurySupport();
        vatEligible = terms.vatEligible();
        terms.instalments().forEach(one -> instalments.add(InstalmentLine.of(one)));
        terms.budget().forEach(one -> budget.add(BudgetLine.of(one)));
        terms.targets().forEach(one -> targets.add(TargetLine.of(one)));
    }

    /** Makes room for another instalment, of the stage of the last. */
    public @Nullable String addInstalment() {
        var line = new InstalmentLine();
        line.setStage(
                instalments.isEmpty()
                        ? 1
                        : instalments.get(instalments.size() - 1).getStage());
        line.setOwn(BigDecimal.ZERO.setScale(2));
        instalments.add(line);
        return null;
    }

    /** Takes the last away. */
    public @Nullable String takeInstalment() {
        instalments.remove(instalments.size() - 1);
        return null;
    }

    /** Makes room for another item of the budget. */
    public @Nullable String addBudgetItem() {
        budget.add(new BudgetLine());
        return null;
    }

    /** Takes the last away. */
    public @Nullable String takeBudgetItem() {
        budget.remove(budget.size() - 1);
        return null;
    }

    /** Makes room for another target. */
    public @Nullable String addTarget() {
        targets.add(new TargetLine());
        return null;
    }

    /** Takes the last away. */
    public @Nullable String takeTarget() {
        targets.remove(targets.size() - 1);
        return null;
    }

    /** Writes the terms, or shows at every field what is wrong with them. */
    public @Nullable String save() {
        var terms = new AgreementTerms(
                SupportArticle.valueOf(String.valueOf(article)),
                treasurySupport,
                vatEligible,
                instalments.stream().map(InstalmentLine::instalment).toList(),
                budget.stream().map(BudgetLine::item).toList(),
                targets.stream().map(TargetLine::target).toList());
        var faults = agreements.faults(agreement.id(), terms);
        if (!faults.isEmpty()) {
            faults.forEach(Faults::show);
            return null;
        }
        agreements.edit(agreement.id(), agreement.version(), terms);
        Messages.info("grant.saved");
        return Redirect.to("/agreement/card.xhtml", "id", agreement.id());
    }

    public AgreementView getAgreement() {
        return agreement;
    }

    public List<InstalmentLine> getInstalments() {
        return instalments;
    }

    /** Whether the subsidy is spent by a budget: where costs are reimbursed, the claim lists them. */
    public boolean isBudgetable() {
        return agreement.mode() == FundingMode.ADVANCE;
    }

    public List<BudgetLine> getBudget() {
        return budget;
    }

    public List<TargetLine> getTargets() {
        return targets;
    }

    public @Nullable String getArticle() {
        return article;
    }

    public void setArticle(@Nullable String article) {
        this.article = article;
    }

    public boolean isTreasurySupport() {
        return treasurySupport;
    }

    public void setTreasurySupport(boolean treasurySupport) {
        this.treasurySupport = treasurySupport;
    }

    public boolean isVatEligible() {
        return vatEligible;
    }

    public void setVatEligible(boolean vatEligible) {
        this.vatEligible = vatEligible;
    }
}
