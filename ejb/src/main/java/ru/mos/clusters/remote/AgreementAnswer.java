package ru.mos.clusters.remote;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agreement on an award. Sums in roubles.
 *
 * @param number by which people call it: СГ-7
 * @param call code of its call
 * @param party INN of who is given the money and answers for it today
 * @param state {@code DRAFT}, {@code SIGNED}, {@code IN_FORCE} …, as the REST API names it
 * @param amount of the edition in force, or of what is being written where none is
 * @param paid executed by the bank
 * @param accepted accounted for
 * @param returned what of it came back
 * @param instalments of the edition in force, in their order; empty in lists and before one is
 */
public record AgreementAnswer(
        UUID id,
        long number,
        String call,
        String party,
        @Nullable String project,
        String state,
        BigDecimal amount,
        BigDecimal paid,
        BigDecimal accepted,
        BigDecimal returned,
        List<Instalment> instalments)
        implements Serializable {

    /**
     * An instalment.
     *
     * @param position from 1 on
     * @param stage of the project
     * @param dueOn first day on which it may be paid
     * @param ordered instructed to be paid, executed or not
     * @param paid executed by the bank
     */
    public record Instalment(
            int position, int stage, LocalDate dueOn, BigDecimal amount, BigDecimal ordered, BigDecimal paid)
            implements Serializable {}
}
