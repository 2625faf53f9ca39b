package ru.mos.clusters.ledger.opening;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;

/** The empty workbook: the sheets to be filled in, and what each column means. */
final class OpeningTemplate {

    private static final int WIDE = 26;
    private static final int VERY_WIDE = 110;

    private final Workbook workbook;
    private final Locale locale;

    private OpeningTemplate(Workbook workbook, Locale locale) {
        this.workbook = workbook;
        this.locale = locale;
    }

    static void write(Locale locale, OutputStream to) {
        try (var workbook = new Workbook(to, "Clusters", "1.0")) {
            var template = new OpeningTemplate(workbook, locale);
            for (var sheet : OpeningSheet.FILLED) {
                template.table(sheet);
            }
            template.help();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void table(OpeningSheet sheet) throws IOException {
        var worksheet = workbook.newWorksheet(sheet.title(locale));
        for (int at = 0; at < sheet.columns().size(); at++) {
            var column = sheet.columns().get(at);
            worksheet.value(0, at, heading(column));
            worksheet.style(0, at).bold().set();
            worksheet.width(at, WIDE);
            worksheet.style(at).format(format(column)).set();
        }
        worksheet.freezePane(0, 1);
        worksheet.finish();
    }

    /** A budget code or an INN typed as a number loses digits. */
    private static String format(OpeningColumn column) {
        if (column.isSum()) {
            return "#,##0.00";
        }
        return column == OpeningColumn.DATE ? "dd.mm.yyyy" : "@";
    }

    private void help() throws IOException {
        var worksheet = workbook.newWorksheet(OpeningSheet.HELP.title(locale));
        worksheet.width(0, WIDE);
        worksheet.width(1, WIDE);
        worksheet.width(2, VERY_WIDE);
        int row = 0;
        worksheet.value(row++, 0, OpeningSheet.text("opening.help", locale));
        for (var sheet : OpeningSheet.FILLED) {
            for (var column : sheet.columns()) {
                worksheet.value(row, 0, sheet.title(locale));
                worksheet.value(row, 1, heading(column));
                worksheet.value(row++, 2, column.help(locale));
            }
        }
        worksheet.finish();
    }

    private String heading(OpeningColumn column) {
        return column.heading(locale) + (column.isRequired() ? " *" : "");
    }
}
