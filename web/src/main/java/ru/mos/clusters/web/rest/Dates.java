package ru.mos.clusters.web.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Time;

/** Dates and instants as the contract writes them. */
public final class Dates {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private Dates() {}

    /** @throws Problem {@code date-malformed}, said of the field when there is one */
    public static LocalDate parse(String text, @Nullable String field) {
        try {
            var date = text.length() == 10 ? LocalDate.parse(text) : null;
            if (date != null && !date.isBefore(FIRST) && !date.isAfter(LAST)) {
                return date;
            }
        } catch (DateTimeException nonsense) {
            // answered below, like a date out of range
        }
        var problem = new Problem(PlatformProblem.DATE_MALFORMED, text);
        throw field == null || field.isEmpty() ? problem : problem.at(field);
    }

    /**
     * An instant, or a date that stands for its end in Moscow.
     *
     * @throws Problem {@code instant-malformed}, said of the field when there is one
     */
    public static Instant instant(String text, @Nullable String field) {
        try {
            var instant = text.length() == 10
                    ? Time.endOf(LocalDate.parse(text))
                    : OffsetDateTime.parse(text).toInstant();
            var day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
            if (!day.isBefore(FIRST) && !day.isAfter(LAST)) {
                return instant;
            }
        } catch (DateTimeException nonsense) {
            // answered below, like an instant out of range
        }
        var problem = new Problem(PlatformProblem.INSTANT_MALFORMED, text);
        throw field == null || field.isEmpty() ? problem : problem.at(field);
    }
}
