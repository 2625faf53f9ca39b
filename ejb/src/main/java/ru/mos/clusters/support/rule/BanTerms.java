package ru.mos.clusters.support.rule;

import java.time.LocalDate;
import java.util.NavigableMap;

/**
 * How long a violation bans, in months, each by the day from which it holds.
 *
 * <p>Source: 209-ФЗ art. 14 part 5 point 4: three years until 26.12.2022; from that day (197-ФЗ of 28.06.2022) three years
 * for misuse of money and false data, one year for any other violation, none if that was corrected within its term.
 *
 * @param serious for misuse and false data, corrected or not
 * @param corrected for any other violation that was corrected within the term given for it
 * @param judgedBy whose day decides which edition holds
 */
public record BanTerms(
        NavigableMap<LocalDate, Integer> serious,
        NavigableMap<LocalDate, Integer> other,
        NavigableMap<LocalDate, Integer> corrected,
        NavigableMap<LocalDate, JudgedBy> judgedBy) {

    /** The day by whose edition a ban is counted. */
    public enum JudgedBy {
        /** The day for which support is asked. */
        APPLICATION,
        /** The day on which the violation was recognised. */
        RECOGNITION
    }

    /** The first day on which the violation no longer bans. */
    LocalDate endOfBan(RecognisedViolation violation, LocalDate recognisedOn, LocalDate day) {
        var judged = on(judgedBy, day) == JudgedBy.RECOGNITION ? recognisedOn : day;
        var months = violation.kind().isSerious() ? serious : violation.isCorrectedInTime(day) ? corrected : other;
        return recognisedOn.plusMonths(on(months, judged));
    }

    private static <T> T on(NavigableMap<LocalDate, T> values, LocalDate day) {
        var value = values.floorEntry(day);
        return (value == null ? values.firstEntry() : value).getValue();
    }
}
