package ru.mos.clusters.platform;

import static ru.mos.clusters.platform.PlatformProblem.PERIOD_EMPTY;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days from {@code from} up to, not including, {@code until}; open: {@link LocalDate#MAX}, NULL in the database. */
public record DatePeriod(LocalDate from, LocalDate until) implements java.io.Serializable {

    /** @throws Problem {@code period-empty} */
    public DatePeriod {
        if (!from.isBefore(until)) {
            throw new Problem(PERIOD_EMPTY, from, until);
        }
    }

    /** Without an end as far as is known. */
    public static DatePeriod since(LocalDate from) {
        return new DatePeriod(from, LocalDate.MAX);
    }

    /** From the columns of a table: a null end is open. */
    public static DatePeriod of(LocalDate from, @Nullable LocalDate until) {
        return new DatePeriod(from, until == null ? LocalDate.MAX : until);
    }

    /** For documents, which name the last day. */
    public static DatePeriod through(LocalDate from, LocalDate last) {
        return new DatePeriod(from, last.plusDays(1));
    }

    /** Whether it holds on the day. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    /** Whether both hold on some day. */
    public boolean overlaps(DatePeriod other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }

    /** The end as stored: null while it lasts. */
    public @Nullable LocalDate untilOrNull() {
        return until.equals(LocalDate.MAX) ? null : until;
    }
}
