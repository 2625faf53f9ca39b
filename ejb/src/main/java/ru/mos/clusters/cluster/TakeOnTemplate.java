package ru.mos.clusters.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import ru.mos.clusters.platform.workbook.Template;
import ru.mos.clusters.registry.LegalForm;

/** The empty workbook: sheets to be filled in, what each column means, and the words that may be entered. */
final class TakeOnTemplate {

    private TakeOnTemplate() {}

    static void write(List<SectorView> sectors, Locale locale, OutputStream to) {
        try (var template = new Template(to, locale)) {
            var filled = new LinkedHashMap<String, List<TakeOnColumn>>();
            for (var sheet : List.of(TakeOnSheet.CLUSTERS, TakeOnSheet.ORGANISATIONS, TakeOnSheet.MEMBERS)) {
                filled.put(sheet.title(locale), sheet.columns());
                template.sheet(sheet.title(locale), sheet.columns(), List.of());
            }
            template.help(TakeOnSheet.HELP.title(locale), TakeOnSheet.text("take-on.help", locale), filled);
            template.list(TakeOnSheet.CODES.title(locale), codes(sectors, locale));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<List<String>> codes(List<SectorView> sectors, Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        var codes = new ArrayList<List<String>>();
        for (var sector : sectors) {
            var name = english ? sector.nameEn() : sector.nameRu();
            codes.add(List.of(TakeOnColumn.SECTOR.heading(locale), sector.code(), name));
        }
        for (var role : ParticipantRole.values()) {
            var name = TakeOnSheet.text("role." + role, locale);
            codes.add(List.of(TakeOnColumn.ROLES.heading(locale), role.name(), name));
        }
        for (var form : LegalForm.values()) {
            var name = TakeOnSheet.text("form." + form, locale);
            codes.add(List.of(TakeOnColumn.LEGAL_FORM.heading(locale), form.name(), name));
        }
        return codes;
    }
}
