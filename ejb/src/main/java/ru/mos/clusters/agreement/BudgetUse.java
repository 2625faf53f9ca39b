package ru.mos.clusters.agreement;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * An item of an agreement's budget, and what a report does to it. All sums in roubles.
 *
 * @param budget what the edition in force gives it
 * @param before what accepted reports on earlier instalments spent on it
 * @param here what this report spends on it; of an accepted one, what counts
 * @param remaining what is left; below zero where more is spent than there is
 */
public record BudgetUse(String name, BigDecimal budget, BigDecimal before, BigDecimal here, BigDecimal remaining)
        implements Serializable {}
