package ru.mos.clusters.ownership;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.PartyKind;
import ru.mos.clusters.ownership.source.PartyRef;

/**
 * By what a party is told apart: its number, which is the same everywhere, or, where a source gives none, its name within the
 * subject that names it. Equal names of different subjects are different parties until a person says otherwise.
 */
final class PartyKey {

    private PartyKey() {}

    /** Of a party with a number. */
    static String of(PartyRef ref) {
        return within("", ref, 0);
    }

    /** Of whom an extract of the subject names; whoever is not even named is told apart by the place alone. */
    static String within(String subject, PartyRef ref, int place) {
        if (ref.inn() != null) {
            return "inn:" + ref.inn();
        }
        if (ref.ogrn() != null) {
            return "ogrn:" + ref.ogrn();
        }
        if (ref.record() != null) {
            return "bods:" + ref.record();
        }
        var name = ref.name().isBlank() ? "#" + place : folded(ref.name());
        return "within:" + subject + "|" + ref.kind() + "|" + name + "|" + (ref.born() == null ? "" : ref.born());
    }

    /** How a person's name is compared; null for all others and where it is withheld. */
    static @Nullable String matchName(PartyRef ref) {
        return ref.kind() == PartyKind.PERSON && !ref.name().isBlank() ? folded(ref.name()) : null;
    }

    /** Case, ё and spaces aside. */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е')
                .strip()
                .replaceAll("\\s+", " ");
    }
}
