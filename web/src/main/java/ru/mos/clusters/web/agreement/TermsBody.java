package ru.mos.clusters.web.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementTerms;
import ru.mos.clusters.agreement.AgreementTerms.BudgetItem;
import ru.mos.clusters.agreement.AgreementTerms.Instalment;
import ru.mos.clusters.agreement.AgreementTerms.Target;
import ru.mos.clusters.agreement.SupportArticle;
import ru.mos.clusters.web.rest.Required;

/** Terms of an agreement, as requests hold them; {@code budget} missing: none. */
public record TermsBody(
        @Nullable SupportArticle article,
        @Nullable Boolean treasurySupport,
        @Nullable Boolean vatEligible,
        @Nullable List<@Nullable InstalmentBody> instalments,
        @Nullable List<@Nullable BudgetItemBody> budget,
        @Nullable List<@Nullable TargetBody> targets) {

    /** Money for a stage against the recipient's own. */
    public record InstalmentBody(
            @Nullable Integer stage,
            @Nullable LocalDate dueOn,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal own) {

        private Instalment required(String pointer) {
            return new Instalment(
                    Required.field(stage, pointer + "/stage"),
                    Required.field(dueOn, pointer + "/dueOn"),
                    Required.field(amount, pointer + "/amount"),
                    Required.field(own, pointer + "/own"));
        }
    }

    /** What the subsidy may be spent on. */
    public record BudgetItemBody(
            @Nullable String name, @Nullable BigDecimal amount) {

        private BudgetItem required(String pointer) {
            return new BudgetItem(Required.field(name, pointer + "/name"), Required.field(amount, pointer + "/amount"));
        }
    }

    /** Where an indicator is to stand. */
    public record TargetBody(
            @Nullable String code,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal plan,
            @Nullable LocalDate by) {

        private Target required(String pointer) {
            return new Target(
                    Required.field(code, pointer + "/code"),
                    baseline,
                    Required.field(plan, pointer + "/plan"),
                    Required.field(by, pointer + "/by"));
        }
    }

    /** @throws ru.mos.clusters.platform.Problem {@code body-required}, {@code field-required} */
    static AgreementTerms required(@Nullable TermsBody body) {
        var given = Required.body(body);
        var instalments = new ArrayList<Instalment>();
        for (var one : Required.field(given.instalments(), "/instalments")) {
            var pointer = "/instalments/" + instalments.size();
            instalments.add(Required.field(one, pointer).required(pointer));
        }
        var budget = new ArrayList<BudgetItem>();
        for (var one : Objects.requireNonNullElse(given.budget(), List.<@Nullable BudgetItemBody>of())) {
            var pointer = "/budget/" + budget.size();
            budget.add(Required.field(one, pointer).required(pointer));
        }
        var targets = new ArrayList<Target>();
        for (var one : Required.field(given.targets(), "/targets")) {
            var pointer = "/targets/" + targets.size();
            targets.add(Required.field(one, pointer).required(pointer));
        }
        return new AgreementTerms(
                Required.field(given.article(), "/article"),
                Required.field(given.treasurySupport(), "/treasurySupport"),
                Required.field(given.vatEligible(), "/vatEligible"),
                instalments,
                budget,
                targets);
    }
}
