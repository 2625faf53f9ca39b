package ru.mos.clusters.bank;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An account of ours to be entered.
 *
 * @param account whose it is and where it is kept
 * @param oktmo 8 or 11 digits; null where unknown
 * @param pays whether instructions leave from it; one account does on any day
 * @param from first day
 */
public record OpenAccount(Payee account, @Nullable String oktmo, boolean pays, LocalDate from) {}
