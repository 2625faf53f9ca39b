package ru.mos.clusters.web.ownership;

import java.util.Locale;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Ogrn;

/** Parties as people name them in a field: by the bare number, or by the id of the doors. */
final class PartyIds {

    private PartyIds() {}

    /**
     * The id that a field means: ten or twelve digits are an INN, thirteen or fifteen a registration number.
     *
     * @throws ru.mos.clusters.platform.Problem {@code inn-malformed}, {@code inn-checksum}, {@code ogrn-checksum}
     */
    static String read(String typed) {
        var text = typed.strip();
        if (text.contains(":")) {
            int colon = text.indexOf(':');
            var kind = text.substring(0, colon).toLowerCase(Locale.ROOT);
            return kind + ":" + text.substring(colon + 1);
        }
        var digits = text.replaceAll("[\\s\\u00a0\\u202f]", "");
        return digits.matches("\\d{13}|\\d{15}")
                ? "ogrn:" + new Ogrn(digits).digits()
                : "inn:" + new Inn(digits).digits();
    }

    /** How people read it: «ИНН 7707083893» without the word; the bare value. */
    static String bare(String id) {
        return id.startsWith("inn:") || id.startsWith("ogrn:") ? id.substring(id.indexOf(':') + 1) : id;
    }

    /** Twelve digits of an INN and fifteen of a registration number are a person's. */
    static boolean person(String id) {
        return id.startsWith("person:") || id.matches("inn:\\d{12}|ogrn:\\d{15}");
    }
}
