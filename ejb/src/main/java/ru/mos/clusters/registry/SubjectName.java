package ru.mos.clusters.registry;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/** The name of a subject as it may be shown to anybody, and as people write it in a sentence. */
public final class SubjectName {

    private static final Pattern STATUS = Pattern.compile(
            "^(?:ИП|Индивидуальный предприниматель|Глава КФХ|КФХ)\\s+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final String BEFORE_OPENING = " («\"-";

    /** The longer forms stand before those that they end with. */
    private static final List<Form> FORMS = List.of(
            form("ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ", "ООО"),
            form("ПУБЛИЧНОЕ АКЦИОНЕРНОЕ ОБЩЕСТВО", "ПАО"),
            form("НЕПУБЛИЧНОЕ АКЦИОНЕРНОЕ ОБЩЕСТВО", "НАО"),
            form("ОТКРЫТОЕ АКЦИОНЕРНОЕ ОБЩЕСТВО", "ОАО"),
            form("ЗАКРЫТОЕ АКЦИОНЕРНОЕ ОБЩЕСТВО", "ЗАО"),
            form("АКЦИОНЕРНОЕ ОБЩЕСТВО", "АО"),
            form("АВТОНОМНАЯ НЕКОММЕРЧЕСКАЯ ОРГАНИЗАЦИЯ", "АНО"),
            form("НЕКОММЕРЧЕСКОЕ ПАРТНЁРСТВО", "НП"),
            form("СЕЛЬСКОХОЗЯЙСТВЕННЫЙ ПРОИЗВОДСТВЕННЫЙ КООПЕРАТИВ", "СПК"),
            form("ПРОИЗВОДСТВЕННЫЙ КООПЕРАТИВ", "ПК"));

    private SubjectName() {}

    private record Form(Pattern words, String letters) {}

    /**
     * Names of organisations as they are; of persons, whose INN has twelve digits, surname and initials, so that nothing
     * that is kept, shown or printed holds more of a person than it needs (152-ФЗ art. 5 part 5).
     */
    public static @Nullable String shown(@Nullable String name, Inn inn) {
        return name == null || name.isBlank() || inn.isLegalEntity() ? name : cut(name);
    }

    /** The name of a private person as it may be shown to anybody: «Иванов Иван Иванович» as «Иванов И. И.». */
    public static String cut(String name) {
        var words = STATUS.matcher(name.strip()).replaceFirst("").split("\\s+");
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> " " + word.substring(0, word.offsetByCodePoints(0, 1)) + ".")
                        .collect(Collectors.joining());
    }

    /**
     * The name with its legal form in letters and with Russian quotes, as in a letter: ОБЩЕСТВО С ОГРАНИЧЕННОЙ
     * ОТВЕТСТВЕННОСТЬЮ "ЁЛКА" is ООО «ЁЛКА». For sentences and lists; the full name stands in cards and data.
     */
    public static String brief(String name) {
        var plain = SPACES.matcher(name.strip()).replaceAll(" ");
        for (var form : FORMS) {
            var match = form.words().matcher(plain);
            if (match.lookingAt()) {
                return quoted(form.letters() + plain.substring(match.end()));
            }
        }
        return quoted(plain);
    }

    /** Straight quotes as «these» where they stand in pairs. */
    private static String quoted(String name) {
        long quotes = name.chars().filter(letter -> letter == '"').count();
        if (quotes == 0 || quotes % 2 != 0) {
            return name;
        }
        var said = new StringBuilder(name);
        for (int at = 0; at < name.length(); at++) {
            if (name.charAt(at) == '"') {
                boolean opens = (at == 0 || BEFORE_OPENING.indexOf(name.charAt(at - 1)) >= 0)
                        && at + 1 < name.length()
                        && name.charAt(at + 1) != ' ';
                said.setCharAt(at, opens ? '«' : '»');
            }
        }
        return said.toString();
    }

    private static Form form(String words, String letters) {
        var any = words.replace("Ё", "[ЁЕ]").replace(" ", " +");
        return new Form(Pattern.compile(any + "(?=[ \"«])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), letters);
    }
}
