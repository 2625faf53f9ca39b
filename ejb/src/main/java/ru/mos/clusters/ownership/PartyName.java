package ru.mos.clusters.ownership;

import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Ogrn;

/**
 * Whom somebody means: by one number, or a person by name, with the taxpayer number where it is known.
 *
 * @param name of whoever no source knows yet; of a person always
 */
public record PartyName(
        @Nullable Inn inn, @Nullable Ogrn ogrn, @Nullable String name, boolean person) {

    /** By the taxpayer number. */
    public static PartyName of(Inn inn) {
        return new PartyName(inn, null, null, !inn.isLegalEntity());
    }

    /** By the registration number. */
    public static PartyName of(Ogrn ogrn) {
        return new PartyName(null, ogrn, null, ogrn.digits().length() == 15);
    }

    /** A private person. */
    public static PartyName person(String name, @Nullable Inn inn) {
        return new PartyName(inn, null, name, true);
    }
}
