package ru.mos.clusters.web.ownership;

import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.PartyName;
import ru.mos.clusters.platform.Ogrn;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.rest.Required;

/** A party in a request: by one of its numbers, or a person by name. */
public record PartyBody(
        @Nullable String inn,
        @Nullable String ogrn,
        @Nullable Person person,
        @Nullable String name) {

    /** A private person. */
    public record Person(@Nullable String name, @Nullable String inn) {}

    /**
     * Whom it means.
     *
     * @throws Problem {@code field-required}, {@code inn-malformed}, {@code inn-checksum}, {@code ogrn-malformed},
     *     {@code ogrn-checksum}, each at its field
     */
    public static PartyName name(@Nullable PartyBody body, String pointer) {
        var given = Required.field(body, pointer);
        var person = given.person();
        if (person != null) {
            return PartyName.person(
                    Required.field(person.name(), pointer + "/person/name"),
                    person.inn() == null ? null : Required.inn(person.inn(), pointer + "/person/inn"));
        }
        if (given.ogrn() != null && given.inn() == null) {
            var numbered = PartyName.of(ogrn(given.ogrn(), pointer + "/ogrn"));
            return new PartyName(null, numbered.ogrn(), given.name(), numbered.person());
        }
        var numbered = PartyName.of(Required.inn(given.inn(), pointer + "/inn"));
        return new PartyName(
                numbered.inn(),
                given.ogrn() == null ? null : ogrn(given.ogrn(), pointer + "/ogrn"),
                given.name(),
                numbered.person());
    }

    private static Ogrn ogrn(String digits, String pointer) {
        try {
            return new Ogrn(digits);
        } catch (Problem problem) {
            throw problem.at(pointer);
        }
    }
}
