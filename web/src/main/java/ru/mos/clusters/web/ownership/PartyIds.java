package ru.mos.clusters.web.ownership;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.PartyName;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Ogrn;
import ru.mos.clusters.platform.Problem;

/** Parties as people name them in a field: by the bare number, or by the id of the doors. */
public final class PartyIds {

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

    /**
     * Whom two fields mean: by the number; a person without one by name.
     *
     * @param pointer of the field of the number
     * @throws Problem {@code party-not-said} and as {@link #read}
     */
    public static PartyName party(@Nullable String number, @Nullable String name, String pointer) {
        var named = name == null || name.isBlank() ? null : name.strip();
        if (number == null || number.isBlank()) {
            if (named == null) {
                throw new Problem(OwnershipScreenProblem.PARTY_NOT_SAID).at(pointer);
            }
            return PartyName.person(named, null);
        }
        try {
            var id = read(number);
            var digits = bare(id);
            return id.startsWith("ogrn:")
                    ? new PartyName(null, new Ogrn(digits), named, person(id))
                    : new PartyName(new Inn(digits), null, named, person(id));
        } catch (Problem malformed) {
            throw malformed.at(pointer);
        }
    }
}
