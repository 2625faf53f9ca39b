package ru.mos.clusters.ledger.opening;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.workbook.Table;

/**
 * A sound row of a workbook.
 *
 * @param agreement null: the budget line itself
 */
record OpeningDraft(
        Table<OpeningColumn>.Row row, @Nullable Agreement agreement, int year, String kbk, OpeningSums sums) {

    /** An agreement by what its paper says. */
    record Agreement(String number, LocalDate signedOn, Inn inn) {
        /** The same number in other letters is the same number. */
        Agreement alike() {
            return new Agreement(number.toUpperCase(Locale.ROOT), signedOn, inn);
        }
    }

    /** What may stand in one row only. */
    record Place(@Nullable Agreement agreement, int year, String kbk) {}

    Place place() {
        return new Place(agreement == null ? null : agreement.alike(), year, kbk);
    }

    /** The column that names what the row is about. */
    OpeningColumn naming() {
        return agreement == null ? OpeningColumn.KBK : OpeningColumn.NUMBER;
    }
}
