package ru.mos.clusters.cluster;

import static ru.mos.clusters.cluster.TakeOnColumn.CLOSING_REASON;
import static ru.mos.clusters.cluster.TakeOnColumn.CLUSTER_NAME;
import static ru.mos.clusters.cluster.TakeOnColumn.CURATOR;
import static ru.mos.clusters.cluster.TakeOnColumn.FROM;
import static ru.mos.clusters.cluster.TakeOnColumn.INN;
import static ru.mos.clusters.cluster.TakeOnColumn.LABEL;
import static ru.mos.clusters.cluster.TakeOnColumn.LAST_DAY;
import static ru.mos.clusters.cluster.TakeOnColumn.LEGAL_FORM;
import static ru.mos.clusters.cluster.TakeOnColumn.MEMBER;
import static ru.mos.clusters.cluster.TakeOnColumn.NAME;
import static ru.mos.clusters.cluster.TakeOnColumn.NUMBER;
import static ru.mos.clusters.cluster.TakeOnColumn.ROLES;
import static ru.mos.clusters.cluster.TakeOnColumn.SECTOR;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.workbook.Words;

/** A sheet of the take-on workbook and the columns it has. */
enum TakeOnSheet {
    CLUSTERS(LABEL, SECTOR, NUMBER, CLUSTER_NAME, FROM, LAST_DAY, CLOSING_REASON, CURATOR),
    ORGANISATIONS(LABEL, INN, NAME, LEGAL_FORM, FROM, LAST_DAY),
    MEMBERS(LABEL, INN, NAME, ROLES, MEMBER, FROM, LAST_DAY),
    /** What each column means; not read. */
    HELP,
    /** Words and codes that may be entered; not read. */
    CODES;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<TakeOnColumn> columns;

    TakeOnSheet(TakeOnColumn... columns) {
        this.columns = List.of(columns);
    }

    List<TakeOnColumn> columns() {
        return columns;
    }

    String title(Locale locale) {
        return text("take-on.sheet." + name(), locale);
    }

    /** The sheet of that title in either language. */
    static Optional<TakeOnSheet> titled(String title) {
        return Arrays.stream(values())
                .filter(sheet ->
                        Words.LANGUAGES.stream().anyMatch(language -> Words.same(sheet.title(language), title)))
                .findFirst();
    }

    static String text(String key, Locale locale) {
        return ProblemTexts.text(TakeOnSheet.class, key, locale);
    }
}
