package ru.mos.clusters.ownership;

import java.time.LocalDate;
import ru.mos.clusters.platform.Fraction;

/**
 * What an owner holds of a subject on a day, by what is certain.
 *
 * @param direct its own share
 * @param effective its own and through others: products along chains, added over chains; rings by the linear system (Tax
 *     Code, art. 105.2, letter 03-01-18/23476)
 * @param votes its own and those of everyone it controls
 * @param controlled whether these votes are more than half
 */
public record HoldingView(
        String owner,
        String subject,
        LocalDate asOf,
        Fraction direct,
        Fraction effective,
        Fraction votes,
        boolean controlled) {}
