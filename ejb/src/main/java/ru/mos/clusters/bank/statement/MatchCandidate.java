package ru.mos.clusters.bank.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** A waiting instruction over the same sum, and in what else it agrees with the document. */
public record MatchCandidate(
        UUID instruction,
        int number,
        LocalDate day,
        String payee,
        String inn,
        BigDecimal amount,
        String purpose,
        boolean sameNumber,
        boolean sameInn,
        boolean sameAccount) {}
