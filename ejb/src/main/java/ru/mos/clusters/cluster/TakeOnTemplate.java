package ru.mos.clusters.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import ru.mos.clusters.registry.LegalForm;

/** The empty workbook: sheets to be filled in, what each column means, and the words that may be entered. */
final class TakeOnTemplate {

    private static final int WIDE = 28;
    private static final int VERY_WIDE = 90;

    private final Workbook workbook;
    private final Locale locale;

    private TakeOnTemplate(Workbook workbook, Locale locale) {
        this.workbook = workbook;
        this.locale = locale;
    }

    static void write(List<SectorView> sectors, Locale locale, OutputStream to) {
        try (var workbook = new Workbook(to, "Clusters", "1.0")) {
            var template = new TakeOnTemplate(workbook, locale);
            for (var sheet : List.of(TakeOnSheet.CLUSTERS, TakeOnSheet.ORGANISATIONS, TakeOnSheet.MEMBERS)) {
                template.table(sheet);
            }
            template.help();
            template.codes(sectors);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void table(TakeOnSheet sheet) throws IOException {
        var worksheet = workbook.newWorksheet(sheet.title(locale));
        for (int column = 0; column < sheet.columns().size(); column++) {
            var kind = sheet.columns().get(column);
            worksheet.value(0, column, heading(kind));
            worksheet.style(0, column).bold().set();
            worksheet.width(column, WIDE);
            boolean day = kind == TakeOnColumn.FROM || kind == TakeOnColumn.LAST_DAY;
            worksheet.style(column).format(day ? "dd.mm.yyyy" : "@").set(); // an INN typed as a number loses its zeros
        }
        worksheet.freezePane(0, 1);
        worksheet.finish();
    }

    private void help() throws IOException {
        var worksheet = workbook.newWorksheet(TakeOnSheet.HELP.title(locale));
        worksheet.width(0, WIDE);
        worksheet.width(1, WIDE);
        worksheet.width(2, VERY_WIDE);
        int row = 0;
        worksheet.value(row++, 0, TakeOnSheet.text("take-on.help", locale));
        for (var sheet : List.of(TakeOnSheet.CLUSTERS, TakeOnSheet.ORGANISATIONS, TakeOnSheet.MEMBERS)) {
            for (var column : sheet.columns()) {
                worksheet.value(row, 0, sheet.title(locale));
                worksheet.value(row, 1, heading(column));
                worksheet.value(row++, 2, column.help(locale));
            }
        }
        worksheet.finish();
    }

    private void codes(List<SectorView> sectors) throws IOException {
        var worksheet = workbook.newWorksheet(TakeOnSheet.CODES.title(locale));
        worksheet.width(0, WIDE);
        worksheet.width(1, WIDE);
        worksheet.width(2, VERY_WIDE);
        int row = 0;
        for (var sector : sectors) {
            boolean english = locale.getLanguage().equals("en");
            row = code(worksheet, row, TakeOnColumn.SECTOR, sector.code(), english ? sector.nameEn() : sector.nameRu());
        }
        for (var role : ParticipantRole.values()) {
            row = code(worksheet, row, TakeOnColumn.ROLES, role.name(), TakeOnSheet.text("role." + role, locale));
        }
        for (var form : LegalForm.values()) {
            row = code(worksheet, row, TakeOnColumn.LEGAL_FORM, form.name(), TakeOnSheet.text("form." + form, locale));
        }
        worksheet.finish();
    }

    private int code(Worksheet worksheet, int row, TakeOnColumn column, String code, String name) {
        worksheet.value(row, 0, column.heading(locale));
        worksheet.value(row, 1, code);
        worksheet.value(row, 2, name);
        return row + 1;
    }

    private String heading(TakeOnColumn column) {
        return column.heading(locale) + (column.isRequired() ? " *" : "");
    }
}
