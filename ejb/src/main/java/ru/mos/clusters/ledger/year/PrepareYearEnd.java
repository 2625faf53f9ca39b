package ru.mos.clusters.ledger.year;

import java.math.BigDecimal;
import java.util.List;
import ru.mos.clusters.ledger.Stage;

/**
 * What is to be done at the end of a year.
 *
 * @param lines what is registered again under the limits of the next year; everything else lapses
 */
public record PrepareYearEnd(int year, List<Line> lines) {

    /**
     * A sum of a subject to be registered again.
     *
     * @param stage RESERVED; or COMMITTED for what is committed or due
     * @param kbk code it stands under in the year that ends
     * @param toKbk code of the next year, often the same
     * @param amount in roubles, at most what is left
     */
    public record Line(String subject, Stage stage, String kbk, String toKbk, BigDecimal amount) {}
}
