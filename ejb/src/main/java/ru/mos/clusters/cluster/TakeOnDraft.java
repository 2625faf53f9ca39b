package ru.mos.clusters.cluster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.workbook.Table;

/** A cluster as a workbook describes it, with all that hangs on it. */
final class TakeOnDraft {

    final Table<TakeOnColumn>.Row row;
    final String label;
    final String sector;
    final @Nullable Integer number;
    final String name;
    final DatePeriod period;
    final @Nullable String closingReason;
    final @Nullable String curator;
    final List<Organised> organisations = new ArrayList<>();

    TakeOnDraft(
            Table<TakeOnColumn>.Row row,
            String label,
            String sector,
            @Nullable Integer number,
            String name,
            DatePeriod period,
            @Nullable String closingReason,
            @Nullable String curator) {
        this.row = row;
        this.label = label;
        this.sector = sector;
        this.number = number;
        this.name = name;
        this.period = period;
        this.closingReason = closingReason;
        this.curator = curator;
    }

    /** Who united it, when. */
    record Organised(Table<TakeOnColumn>.Row row, String label, UnitingEntity entity, DatePeriod period) {}

    /** Who took part, when and as what. */
    record Joined(Table<TakeOnColumn>.Row row, String label, Participation participation, DatePeriod period) {}

    /** A period that is open lasts no longer than the cluster. */
    static DatePeriod within(DatePeriod part, DatePeriod whole) {
        return part.until().equals(LocalDate.MAX) && part.from().isBefore(whole.until())
                ? new DatePeriod(part.from(), whole.until())
                : part;
    }
}
