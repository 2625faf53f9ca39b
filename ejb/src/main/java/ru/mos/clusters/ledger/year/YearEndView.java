package ru.mos.clusters.ledger.year;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The end of a year as it stands.
 *
 * @param number under which we keep it
 * @param registeredOn day of the next year from which what was registered again counts there; null where nothing was
 * @param total to be registered again, or registered, in roubles
 * @param lapsed what lapsed, what was registered again among it; zero until it is carried out
 * @param lines empty in lists
 * @param actions what the caller may do to it now; empty in lists
 */
public record YearEndView(
        UUID id,
        long number,
        int year,
        YearEndState state,
        String preparedBy,
        @Nullable String confirmedBy,
        @Nullable LocalDate registeredOn,
        @Nullable String reason,
        BigDecimal total,
        BigDecimal lapsed,
        long version,
        List<PrepareYearEnd.Line> lines,
        List<YearEndAction> actions) {

    YearEndView with(List<PrepareYearEnd.Line> all, List<YearEndAction> may) {
        return new YearEndView(
                id,
                number,
                year,
                state,
                preparedBy,
                confirmedBy,
                registeredOn,
                reason,
                total,
                lapsed,
                version,
                all,
                may);
    }
}
