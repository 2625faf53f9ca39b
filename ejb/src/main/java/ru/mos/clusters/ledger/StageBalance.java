package ru.mos.clusters.ledger;

import java.math.BigDecimal;

/** What all accounts of a stage hold together; balance is debit less credit. */
public record StageBalance(
        Stage stage,
        String nameRu,
        String nameEn,
        long accounts,
        BigDecimal debit,
        BigDecimal credit,
        BigDecimal balance) {}
