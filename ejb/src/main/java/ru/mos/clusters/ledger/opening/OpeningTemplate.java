package ru.mos.clusters.ledger.opening;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import ru.mos.clusters.platform.workbook.Template;

/** The empty workbook: the sheets to be filled in, and what each column means. */
final class OpeningTemplate {

    private OpeningTemplate() {}

    static void write(Locale locale, OutputStream to) {
        try (var template = new Template(to, locale)) {
            var filled = new LinkedHashMap<String, List<OpeningColumn>>();
            for (var sheet : OpeningSheet.FILLED) {
                filled.put(sheet.title(locale), sheet.columns());
                template.sheet(sheet.title(locale), sheet.columns(), List.of());
            }
            template.help(OpeningSheet.HELP.title(locale), OpeningSheet.text("opening.help", locale), filled);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
