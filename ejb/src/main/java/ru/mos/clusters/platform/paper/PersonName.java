package ru.mos.clusters.platform.paper;

import com.github.aleksandy.petrovich.Case;
import com.github.aleksandy.petrovich.Gender;
import com.github.aleksandy.petrovich.Petrovich;
import com.github.aleksandy.petrovich.Petrovich.Names;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A Russian name as papers bear it: surname, first name and patronymic, each in the case that the sentence asks for. The rules
 * are those of the Petrovich library; what it is known to decline wrongly stands in a table of exceptions here.
 *
 * <p>The patronymic tells whether it is a man's or a woman's name. Without one nobody can tell, and the name stays as it is:
 * a nominative is clumsy, a wrong ending is an insult.
 *
 * @param surname may be double, with a hyphen
 * @param patronymic null where there is none
 */
public record PersonName(
        String surname, @Nullable String first, @Nullable String patronymic) {

    private static final Petrovich RULES = new Petrovich();

    /** Surnames that are not declined though they look as if they were: foreign ones with a stressed vowel. */
    private static final Map<String, String[]> EXCEPTIONS = Map.of(
            "золя", new String[] {"Золя", "Золя"},
            "гюго", new String[] {"Гюго", "Гюго"},
            "прибой", new String[] {"Прибоя", "Прибою"},
            "лев", new String[] {"Льва", "Льву"},
            "ремень", new String[] {"Ременя", "Ременю"},
            "камень", new String[] {"Каменя", "Каменю"});

    /** As people write it: {@code Гоголь Николай Васильевич}; a single word is a surname. */
    public static PersonName of(String text) {
        var words = text.strip().split("\\s+");
        return new PersonName(
                words[0],
                words.length > 1 ? words[1] : null,
                words.length > 2 ? Arrays.stream(words).skip(2).collect(Collectors.joining(" ")) : null);
    }

    public String nominative() {
        return joined(surname, first, patronymic);
    }

    /** Of whom: {@code Гоголя Николая Васильевича}. */
    public String genitive() {
        return in(Case.GENITIVE, 0);
    }

    /** To whom: {@code Гоголю Николаю Васильевичу}. */
    public String dative() {
        return in(Case.DATIVE, 1);
    }

    /** As under a paper: {@code Н. В. Гоголь}. */
    public String initials() {
        var letters = new StringBuilder();
        for (var part : new @Nullable String[] {first, patronymic}) {
            if (part != null && !part.isEmpty()) {
                letters.append(part.charAt(0)).append(". ");
            }
        }
        return letters + surname;
    }

    /** How a letter calls a person: {@code Уважаемый} or {@code Уважаемая}; both where nobody can tell. */
    public String honoured() {
        return switch (gender()) {
            case MALE -> "Уважаемый";
            case FEMALE -> "Уважаемая";
            case ANDROGYNOUS -> "Уважаемый(ая)";
        };
    }

    private Gender gender() {
        if (patronymic == null) {
            return Gender.ANDROGYNOUS;
        }
        var lower = patronymic.toLowerCase(Locale.ROOT);
        if (lower.endsWith("вна") || lower.endsWith("чна") || lower.endsWith("шна") || lower.endsWith("кызы")) {
            return Gender.FEMALE;
        }
        return lower.endsWith("ич") || lower.endsWith("оглы") ? Gender.MALE : Gender.ANDROGYNOUS;
    }

    private String in(Case wanted, int exception) {
        var gender = gender();
        if (first == null || patronymic == null || gender == Gender.ANDROGYNOUS) {
            return nominative();
        }
        boolean turkic = patronymic.toLowerCase(Locale.ROOT).matches(".*(оглы|кызы)");
        var names = RULES.inflectTo(new Names(surname, first, turkic ? null : patronymic, gender), wanted);
        return joined(
                gender == Gender.MALE ? surname(names.lastName, exception) : names.lastName,
                names.firstName,
                turkic ? patronymic : names.middleName);
    }

    /** Part by part, for only one part of a double surname may be an exception. */
    private String surname(String inflected, int exception) {
        var parts = surname.split("-");
        var declined = inflected.split("-");
        if (parts.length != declined.length) {
            return inflected;
        }
        for (int at = 0; at < parts.length; at++) {
            var told = EXCEPTIONS.get(parts[at].toLowerCase(Locale.ROOT));
            declined[at] = told == null ? declined[at] : told[exception];
        }
        return String.join("-", declined);
    }

    private static String joined(@Nullable String... parts) {
        return Arrays.stream(parts).filter(part -> part != null).collect(Collectors.joining(" "));
    }
}
