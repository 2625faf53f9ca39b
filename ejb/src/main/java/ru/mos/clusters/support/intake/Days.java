package ru.mos.clusters.support.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days as the tax service writes them: 15.01.2024, and in other sets 2024-01-15. */
final class Days {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private Days() {}

    /** Null for what is no such day. */
    static @Nullable LocalDate parsed(String text) {
        try {
            if (text.matches("[0-9]{2}\\.[0-9]{2}\\.[0-9]{4}")) {
                return day(text.substring(6), text.substring(3, 5), text.substring(0, 2));
            }
            if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                return day(text.substring(0, 4), text.substring(5, 7), text.substring(8));
            }
        } catch (DateTimeException impossible) {
            return null;
        }
        return null;
    }

    private static @Nullable LocalDate day(String year, String month, String day) {
        int written = Integer.parseInt(year);
        return written < FIRST_YEAR || written > LAST_YEAR
                ? null
                : LocalDate.of(written, Integer.parseInt(month), Integer.parseInt(day));
    }
}
