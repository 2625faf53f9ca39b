package ru.mos.clusters.opendata;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;

/**
 * What in a text looks like a private person. It would rather find too much than too little: whatever it finds is only asked about.
 * Names are known by patronymics in all cases, by initials beside a surname, by usual first names beside a surname; letters of
 * another alphabet that look alike, and signs that are not seen, hide nothing.
 */
final class PersonTrace {

    /** Latin letters that look like Cyrillic ones, and these. */
    private static final String ALIKE_LATIN = "ABCEHKMOPTXYaceopxyk";

    private static final String ALIKE_CYRILLIC = "АВСЕНКМОРТХУасеорхук";

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Mn}]");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern MIXED = Pattern.compile("\\p{IsCyrillic}");
    private static final Pattern INITIALS = Pattern.compile(
            "(\\p{Lu}\\p{L}{2,}\\s+\\p{Lu}\\.\\s?\\p{Lu}\\.)|(\\p{Lu}\\.\\s?\\p{Lu}\\.\\s?\\p{Lu}\\p{L}{2,})");
    private static final Pattern TWELVE = Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");
    private static final Pattern TWELVE_APART = Pattern.compile("(?<!\\d)(?:\\d[ .\\-\\u00a0]?){11}\\d(?!\\d)");
    private static final Pattern FIFTEEN = Pattern.compile("(?<!\\d)3\\d{14}(?!\\d)");
    private static final Pattern INSURANCE = Pattern.compile("(?<!\\d)\\d{3}-\\d{3}-\\d{3}[ -]\\d{2}(?!\\d)");
    /** Eleven digits from 7 or 8, unless they are an amount with kopecks; or a code in brackets before seven. */
    private static final Pattern PHONE =
            Pattern.compile("(?<!\\d)(?!\\d+\\.\\d{2}(?![\\d.\\-]))\\+?[78](?:[\\s().\\-–—]{0,2}\\d){10}(?!\\d)"
                    + "|(?<!\\d)\\(\\d{3}\\)\\s?\\d{3}[\\s\\-]?\\d{2}[\\s\\-]?\\d{2}(?!\\d)");

    private static final Pattern MAIL =
            Pattern.compile("[\\p{L}\\d._%+\\-]+\\s?@\\s?[\\p{L}\\d\\-]+(?:\\.[\\p{L}\\d\\-]+)+");

    private static final Pattern PATRONYMIC = Pattern.compile(
            "\\p{L}{2,}(?:ович|евич)(?:а|у|ем|ом|е|и|ей|ам)?|\\p{L}{2,}(?:овна|евна|инична)|никитична|саввична|(?:иль|кузьм|лук|фом|никит|савв)ич(?:а|у|ом|ем|е)?"
                    + "|\\p{L}{2,}(?:ovich|evich|ovna|evna|yevich|yevna)");
    private static final Pattern PATRONYMIC_OF_CAPITAL =
            Pattern.compile("\\p{L}{2,}(?:овн|евн|иничн|ьичн)(?:ы|е|у|ой|ою)");
    private static final Pattern PATRONYMIC_DECLINED = Pattern.compile("(\\p{L}{2,}(?:овн|евн|иничн))(?:ы|е|у|ой|ою)");
    /** Stems of usual words that only look like a declined patronymic. */
    private static final Pattern NO_PATRONYMIC_DECLINED =
            Pattern.compile(".*(?:словн|головн|дневн|основн|духовн|верховн|виновн|душевн)"
                    + "|уровн|неровн|деревн|часовн|любовн|церковн|кровн|покровн|бескровн|готовн|чиновн|сановн|плачевн|царевн|королевн|гневн"
                    + "|единичн|гостиничн");

    private static final Set<String> TURKIC =
            Set.of("оглы", "оглу", "кызы", "гызы", "улы", "уулу", "кизи", "углы", "ugli", "ogly", "kyzy");
    /** Words that only end like a patronymic. */
    private static final Set<String> NO_PATRONYMICS = Set.of(
            "условна",
            "безусловна",
            "духовна",
            "верховна",
            "церковна",
            "основна",
            "виновна",
            "невиновна",
            "кровна",
            "готовна",
            "душевна",
            "плачевна",
            "повседневна",
            "ежедневна",
            "царевна",
            "королевна");

    private static final Set<String> FIRST_NAMES = Set.of(
            "александр",
            "алексей",
            "анатолий",
            "андрей",
            "антон",
            "аркадий",
            "артём",
            "артем",
            "борис",
            "вадим",
            "валентин",
            "валерий",
            "василий",
            "виктор",
            "виталий",
            "владимир",
            "владислав",
            "вячеслав",
            "геннадий",
            "георгий",
            "григорий",
            "даниил",
            "денис",
            "дмитрий",
            "евгений",
            "егор",
            "иван",
            "игорь",
            "илья",
            "кирилл",
            "константин",
            "леонид",
            "максим",
            "михаил",
            "никита",
            "николай",
            "олег",
            "павел",
            "пётр",
            "петр",
            "роман",
            "руслан",
            "семён",
            "семен",
            "сергей",
            "станислав",
            "степан",
            "тимур",
            "фёдор",
            "федор",
            "юрий",
            "ярослав",
            "александра",
            "алина",
            "алла",
            "анастасия",
            "анна",
            "валентина",
            "валерия",
            "вера",
            "виктория",
            "галина",
            "дарья",
            "евгения",
            "екатерина",
            "елена",
            "елизавета",
            "ирина",
            "ксения",
            "лариса",
            "людмила",
            "любовь",
            "маргарита",
            "марина",
            "мария",
            "надежда",
            "наталья",
            "наталия",
            "нина",
            "оксана",
            "ольга",
            "полина",
            "раиса",
            "светлана",
            "софья",
            "тамара",
            "татьяна",
            "юлия");
    private static final Pattern SURNAME = Pattern.compile(
            "\\p{L}{2,}(?:ов|ев|ёв|ин|ын|ский|цкий|ской|ова|ева|ёва|ина|ына|ская|цкая|ко|ук|юк|ян|швили|дзе|их|ых)");

    private PersonTrace() {}

    /** A word and where it stands. */
    private record Word(String text, int from, int to) {
        boolean isCapital() {
            return Character.isUpperCase(text.charAt(0));
        }

        /** In capitals throughout, as the register writes names of companies: a capital there means nothing. */
        boolean isShouted() {
            return text.length() > 1 && text.equals(text.toUpperCase(Locale.ROOT));
        }

        String small() {
            return text.toLowerCase(Locale.ROOT);
        }
    }

    /** Each kind once. */
    static Set<FindingKind> in(String text) {
        var plain =
                UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        var found = EnumSet.noneOf(FindingKind.class);
        if (MAIL.matcher(plain).find()) {
            found.add(FindingKind.MAIL);
        }
        if (PHONE.matcher(plain).find()) {
            found.add(FindingKind.PHONE);
        }
        if (TWELVE.matcher(plain).find()
                || FIFTEEN.matcher(plain).find()
                || INSURANCE.matcher(plain).find()
                || isNumberApart(plain)) {
            found.add(FindingKind.NUMBER);
        }
        if (INITIALS.matcher(plain).find() || isNamed(plain)) {
            found.add(FindingKind.NAME);
        }
        return found;
    }

    private static boolean isNumberApart(String text) {
        return TWELVE_APART.matcher(text).results().anyMatch(one -> {
            try {
                return new Inn(one.group().replaceAll("\\D", "")).digits().length() == 12;
            } catch (Problem none) {
                return false;
            }
        });
    }

    private static boolean isNamed(String text) {
        var words = words(text);
        for (int at = 0; at < words.size(); at++) {
            var word = words.get(at);
            var before = at > 0 && near(text, words.get(at - 1), word) ? words.get(at - 1) : null;
            var after = at + 1 < words.size() && near(text, word, words.get(at + 1)) ? words.get(at + 1) : null;
            if (isPatronymic(word) && (before != null || after != null)) {
                return true;
            }
            if (before != null && before.isCapital() && TURKIC.contains(word.small())) {
                return true;
            }
            boolean beside = (before != null && isSurname(before)) || (after != null && isSurname(after));
            if (beside && word.isCapital() && FIRST_NAMES.contains(word.small())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPatronymic(Word word) {
        var small = word.small();
        boolean declined = word.isCapital()
                && !word.isShouted()
                && PATRONYMIC_OF_CAPITAL.matcher(small).matches();
        var stem = PATRONYMIC_DECLINED.matcher(small);
        declined |=
                stem.matches() && !NO_PATRONYMIC_DECLINED.matcher(stem.group(1)).matches();
        return declined || (PATRONYMIC.matcher(small).matches() && !NO_PATRONYMICS.contains(small));
    }

    private static boolean isSurname(Word word) {
        return word.isCapital() && SURNAME.matcher(word.small()).matches();
    }

    /** Whether nothing but a blank or a sign or two stands between them. */
    private static boolean near(String text, Word one, Word other) {
        return other.from() - one.to() <= 3
                && text.substring(one.to(), other.from()).chars().noneMatch(Character::isDigit);
    }

    private static List<Word> words(String text) {
        var words = new ArrayList<Word>();
        WORD.matcher(text.replace('_', ' '))
                .results()
                .forEach(found -> words.add(new Word(ofOneAlphabet(found.group()), found.start(), found.end())));
        return words;
    }

    /** A word with Cyrillic letters is Russian throughout: Latin letters in it are there to be overlooked. */
    private static String ofOneAlphabet(String word) {
        if (!MIXED.matcher(word).find()) {
            return word;
        }
        var russian = new StringBuilder(word);
        for (int at = 0; at < russian.length(); at++) {
            int alike = ALIKE_LATIN.indexOf(russian.charAt(at));
            if (alike >= 0) {
                russian.setCharAt(at, ALIKE_CYRILLIC.charAt(alike));
            }
        }
        return russian.toString();
    }
}
