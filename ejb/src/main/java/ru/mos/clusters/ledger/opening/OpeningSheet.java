package ru.mos.clusters.ledger.opening;

import static ru.mos.clusters.ledger.opening.OpeningColumn.ACCEPTED;
import static ru.mos.clusters.ledger.opening.OpeningColumn.APPROPRIATION;
import static ru.mos.clusters.ledger.opening.OpeningColumn.COMMITTED;
import static ru.mos.clusters.ledger.opening.OpeningColumn.DATE;
import static ru.mos.clusters.ledger.opening.OpeningColumn.DUE;
import static ru.mos.clusters.ledger.opening.OpeningColumn.INN;
import static ru.mos.clusters.ledger.opening.OpeningColumn.KBK;
import static ru.mos.clusters.ledger.opening.OpeningColumn.LIMIT;
import static ru.mos.clusters.ledger.opening.OpeningColumn.NUMBER;
import static ru.mos.clusters.ledger.opening.OpeningColumn.PAID;
import static ru.mos.clusters.ledger.opening.OpeningColumn.RESERVED;
import static ru.mos.clusters.ledger.opening.OpeningColumn.YEAR;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.workbook.Words;

/** A sheet of the workbook and the columns it has. */
enum OpeningSheet {
    AGREEMENTS(NUMBER, DATE, INN, YEAR, KBK, RESERVED, COMMITTED, DUE, PAID, ACCEPTED),
    BUDGET_LINES(YEAR, KBK, APPROPRIATION, LIMIT),
    /** What each column means; not read. */
    HELP;

    /** Those that are filled in. */
    static final List<OpeningSheet> FILLED = List.of(AGREEMENTS, BUDGET_LINES);

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<OpeningColumn> columns;

    OpeningSheet(OpeningColumn... columns) {
        this.columns = List.of(columns);
    }

    List<OpeningColumn> columns() {
        return columns;
    }

    String title(Locale locale) {
        return text("opening.sheet." + name(), locale);
    }

    /** The sheet of that title in either language. */
    static Optional<OpeningSheet> titled(String title) {
        return Arrays.stream(values())
                .filter(sheet ->
                        Words.LANGUAGES.stream().anyMatch(language -> Words.same(sheet.title(language), title)))
                .findFirst();
    }

    static String text(String key, Locale locale) {
        return ProblemTexts.text(OpeningSheet.class, key, locale);
    }
}
