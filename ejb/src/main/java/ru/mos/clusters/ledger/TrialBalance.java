package ru.mos.clusters.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Оборотно-сальдовая ведомость: every account that was ever posted to up to a day, by code.
 *
 * @param debit of all accounts together; always equal to {@code credit}
 */
public record TrialBalance(LocalDate on, List<AccountBalance> accounts, BigDecimal debit, BigDecimal credit) {

    static TrialBalance of(LocalDate on, List<AccountBalance> accounts) {
        return new TrialBalance(
                on,
                accounts,
                accounts.stream().map(AccountBalance::debit).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add),
                accounts.stream().map(AccountBalance::credit).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add));
    }
}
