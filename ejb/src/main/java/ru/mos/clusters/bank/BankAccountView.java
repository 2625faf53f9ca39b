package ru.mos.clusters.bank;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account of ours.
 *
 * @param account whose it is and where it is kept
 * @param until day from which it is closed; null while it is open
 */
public record BankAccountView(
        UUID id,
        Payee account,
        @Nullable String oktmo,
        boolean pays,
        LocalDate from,
        @Nullable LocalDate until,
        long version) {}
