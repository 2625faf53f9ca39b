package ru.mos.clusters.bank.file;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A movement that a statement shows.
 *
 * @param line of the file on which it begins, from 1
 * @param incoming whether money came in
 * @param number of the document; empty where the bank gives none
 * @param day of the document; null where the bank gives none
 * @param bookedOn day on which the bank moved the money
 * @param amount roubles, more than zero
 * @param reference that the payer gave the payment, as ISO 20022 carries it; empty in 1C text
 */
public record StatementDocument(
        int line,
        boolean incoming,
        String number,
        @Nullable LocalDate day,
        LocalDate bookedOn,
        BigDecimal amount,
        Side other,
        String purpose,
        String reference) {}
