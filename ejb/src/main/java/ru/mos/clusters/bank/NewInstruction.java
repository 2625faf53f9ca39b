package ru.mos.clusters.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An instruction to pay that was approved and is to leave.
 *
 * @param id chosen by the one who asks: asked for again with the same content, it is issued once
 * @param day date of the payment order; decides which of our accounts pays
 * @param amount roubles, whole kopecks, more than zero, less than 10 trillion
 * @param purpose as it stands on the payment order, up to 210 characters
 * @param year of the budget
 * @param kbk 20 characters
 */
public record NewInstruction(
        UUID id, LocalDate day, Payee payee, BigDecimal amount, String purpose, int year, String kbk, Source source) {}
