package ru.mos.clusters.agreement;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an agreement says beside its parties.
 *
 * @param treasurySupport whether the money goes through an account that the treasury keeps for the recipient
 * @param vatEligible whether value added tax counts as spending
 * @param instalments in the order they are paid
 * @param budget what the subsidy may be spent on, in order; empty: on anything
 * @param targets what the money is to bring about
 */
public record AgreementTerms(
        SupportArticle article,
        boolean treasurySupport,
        boolean vatEligible,
        List<Instalment> instalments,
        List<BudgetItem> budget,
        List<Target> targets)
        implements Serializable {

    public AgreementTerms {
        instalments = List.copyOf(instalments);
        budget = List.copyOf(budget);
        targets = List.copyOf(targets);
    }

    /**
     * Money of the budget for a stage of the project, in roubles.
     *
     * @param dueOn first day on which it may be paid
     * @param own money beside the budget's that must be evidenced for it, in roubles
     */
    public record Instalment(int stage, LocalDate dueOn, BigDecimal amount, BigDecimal own) implements Serializable {}

    /**
     * An item of spending with what of the subsidy it may take.
     *
     * @param name differs within a budget, whatever the case of its letters and its spaces
     * @param amount roubles of the budget's money
     */
    public record BudgetItem(String name, BigDecimal amount) implements Serializable {

        public BudgetItem {
            name = name.strip();
        }

        /** By which it is the same item; as {@code agreement.item_key} in the database has it. */
        public String key() {
            return keyOf(name);
        }

        static String keyOf(String name) {
            return name.replaceAll("(?U)[\\s\\u00a0\\u202f]", "").toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Where an indicator of the project is to stand.
     *
     * @param code in the catalogue of the direction
     */
    public record Target(String code, @Nullable BigDecimal baseline, BigDecimal plan, LocalDate by)
            implements Serializable {}

    /** All instalments together, in roubles. */
    public BigDecimal amount() {
        return instalments.stream().map(Instalment::amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }
}
