package ru.mos.clusters.call;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import ru.mos.clusters.call.calendar.WorkingDays;
import ru.mos.clusters.platform.Time;

/**
 * The dates of a call, counted out.
 *
 * @param intakeUntil first instant at which applications are no longer taken
 * @param assessmentTo last day of assessment
 * @param decisionTo last day of decisions
 */
public record CallSchedule(
        LocalDate announcedOn, Instant intakeFrom, Instant intakeUntil, LocalDate assessmentTo, LocalDate decisionTo)
        implements Serializable {

    /**
     * Counts the terms from the day on which intake ends.
     *
     * @return empty while a date or a term is missing, or where a term runs into a year without a calendar
     */
    static Optional<CallSchedule> of(CallTerms terms, WorkingDays calendar) {
        var announced = terms.announcedOn();
        var from = terms.intakeFrom();
        var until = terms.intakeUntil();
        var assessment = terms.assessmentDays();
        var decision = terms.decisionDays();
        if (announced == null
                || from == null
                || until == null
                || assessment == null
                || decision == null
                || assessment < 1
                || decision < 1) {
            return Optional.empty();
        }
        return calendar.after(lastDay(until), assessment)
                .flatMap(assessed -> calendar.after(assessed, decision)
                        .map(decided -> new CallSchedule(announced, from, until, assessed, decided)));
    }

    /** The last day on which applications are taken: intake that ends at midnight ends with the day before. */
    static LocalDate lastDay(Instant until) {
        return until.minusNanos(1).atZone(Time.MOSCOW).toLocalDate();
    }
}
