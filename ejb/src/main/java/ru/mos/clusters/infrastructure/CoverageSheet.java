package ru.mos.clusters.infrastructure;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import ru.mos.clusters.platform.ProblemTexts;

/** Needed and offered as a workbook. */
final class CoverageSheet {

    private static final List<String> COLUMNS =
            List.of("sector", "service", "unit", "needed", "offered", "shared", "lacking", "outcome", "basis");

    private CoverageSheet() {}

    static void write(List<CoverageRow> rows, Locale locale, OutputStream to) {
        try (var workbook = new Workbook(to, "Clusters", "1.0")) {
            var sheet = workbook.newWorksheet(text("sheet.coverage", locale));
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, text("coverage." + COLUMNS.get(column), locale));
                sheet.style(0, column).bold().set();
                sheet.width(column, column < 2 ? 36 : 16);
            }
            sheet.freezePane(0, 1);
            for (int at = 0; at < rows.size(); at++) {
                row(sheet, at + 1, rows.get(at), locale);
            }
            sheet.finish();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void row(Worksheet sheet, int at, CoverageRow row, Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        var sector = english ? row.sectorEn() : row.sectorRu();
        sheet.value(at, 0, sector == null ? text("coverage.any", locale) : sector);
        sheet.value(at, 1, english ? row.serviceEn() : row.serviceRu());
        sheet.value(at, 2, english ? row.unitEn() : row.unitRu());
        sheet.value(at, 3, row.needed());
        sheet.value(at, 4, row.offered());
        sheet.value(at, 5, row.shared());
        sheet.value(at, 6, row.lacking());
        sheet.value(at, 7, text("coverage." + row.outcome().name(), locale));
        sheet.value(at, 8, harmless(row.basis()));
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
    private static @org.jspecify.annotations.Nullable String harmless(@org.jspecify.annotations.Nullable String text) {
        boolean formula = text != null && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    private static String text(String key, Locale locale) {
        return ProblemTexts.text(CoverageSheet.class, key, locale);
    }
}
