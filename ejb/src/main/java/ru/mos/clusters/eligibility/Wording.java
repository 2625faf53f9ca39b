package ru.mos.clusters.eligibility;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.rule.Message;
import ru.mos.clusters.eligibility.rule.Message.Quantity;
import ru.mos.clusters.eligibility.rule.Subject;
import ru.mos.clusters.ownership.OwnershipWords;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.registry.SubjectName;

/**
 * What verdicts say, in one language. Russian unless English is asked for. Dates and numbers are written here, so that
 * no text depends on the machine's settings.
 */
public final class Wording {

    /** So many names stand in a sentence; of longer lists the rest is a number. */
    private static final int NAMES = 7;

    private static final Map<Enum<?>, String> KEYS = new ConcurrentHashMap<>();
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Locale locale;
    private final ResourceBundle texts;
    private final DateTimeFormatter dates;

    private final boolean wordless;

    private Wording(Locale locale, String datePattern, boolean wordless) {
        this.locale = locale;
        this.wordless = wordless;
        this.texts = ProblemTexts.bundle(Wording.class, locale);
        this.dates = DateTimeFormatter.ofPattern(datePattern, locale);
    }

    /** The language nearest to the locale. */
    public static Wording in(Locale locale) {
        var supported = ProblemTexts.supported(locale);
        return new Wording(supported, supported.equals(ProblemTexts.RUSSIAN) ? "dd.MM.uuuu" : "d MMMM uuuu", false);
    }

    /** Says nothing: for what is the same in every language. */
    static Wording none() {
        return new Wording(ProblemTexts.RUSSIAN, "uuuu", true);
    }

    /** The language written. */
    public Locale locale() {
        return locale;
    }

    /** A message as it stands in a list or a field. */
    public String of(Message message) {
        return format(key(message.reason()), message.arguments().toArray());
    }

    /** The name of a constant: an outcome, a state, a part, a condition. */
    public String of(Enum<?> constant) {
        return wordless ? "" : texts.getString(key(constant));
    }

    /** A change that would help, with the names of those concerned. */
    String of(FixView.Step step, Map<Inn, Subject> members) {
        return format(
                key(step.kind()),
                called(step.inn(), members),
                called(step.other(), members),
                step.part() == null ? "" : of(step.part()));
    }

    private String called(@Nullable Inn inn, Map<Inn, Subject> members) {
        return inn == null ? "" : of(members.getOrDefault(inn, new Subject(inn, null)));
    }

    /** How a participant is called: by name, or by INN where no source names it. */
    public String of(Subject subject) {
        return subject.name() == null
                ? format("verdict.unnamed", subject.inn().toString())
                : SubjectName.brief(subject.name());
    }

    /** Clauses as one sentence. */
    public String sentence(List<Message> clauses) {
        var text = capital(clauses.stream().map(this::of).collect(Collectors.joining("; ")));
        return text.endsWith(".") ? text : text + ".";
    }

    /** A date as people write it. */
    public String date(LocalDate date) {
        return dates.format(date);
    }

    /** An instant by Moscow's clock, to the minute. */
    public String moment(Instant instant) {
        var local = instant.atZone(Time.MOSCOW);
        return format("verdict.moment", local.toLocalDate(), CLOCK.format(local));
    }

    /** A text of this bundle that is no message of a rule. */
    String format(String key, Object... arguments) {
        if (wordless) {
            return "";
        }
        var words = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            words[i] = word(arguments[i]);
        }
        return new MessageFormat(texts.getString(key), locale).format(words);
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** {@code PartCode.NO_VETO} is {@code verdict.part-code.no-veto}; a nested type bears its outer type's name too. */
    static String key(Enum<?> constant) {
        return KEYS.computeIfAbsent(constant, Wording::keyOf);
    }

    private static String keyOf(Enum<?> constant) {
        var type = constant.getDeclaringClass().getName();
        var nested = type.substring(type.lastIndexOf('.') + 1).replace("$", "");
        return "verdict." + nested.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + "."
                + constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String word(Object argument) {
        if (argument instanceof Message message) {
            return of(message);
        } else if (argument instanceof Subject subject) {
            return of(subject);
        } else if (argument instanceof Quantity quantity) {
            return quantity(quantity);
        } else if (argument instanceof Message.Percent percent) {
            return OwnershipWords.percent(percent.share(), locale);
        } else if (argument instanceof Enum<?> constant) {
            return of(constant);
        } else if (argument instanceof LocalDate date) {
            return date(date);
        } else if (argument instanceof List<?> list) {
            return list(list);
        }
        return argument.toString();
    }

    private String list(List<?> items) {
        var words = items.stream().limit(NAMES).map(this::word).collect(Collectors.toCollection(ArrayList::new));
        var text = String.join(", ", words);
        return items.size() <= NAMES
                ? text
                : text + " " + quantity(new Quantity(Message.Noun.OTHERS, items.size() - (long) NAMES));
    }

    private String quantity(Quantity quantity) {
        var form = locale.equals(ProblemTexts.RUSSIAN)
                ? russianForm(quantity.number())
                : quantity.number() == 1 ? "one" : "many";
        return new MessageFormat(texts.getString(key(quantity.noun()) + "." + form), locale)
                .format(new Object[] {Long.toString(quantity.number())});
    }

    /** 1, 21, 31 but not 11; 2–4, 22–24 but not 12–14; all others. */
    private static String russianForm(long number) {
        long tens = number % 100;
        long units = number % 10;
        if (units == 1 && tens != 11) {
            return "one";
        }
        return units >= 2 && units <= 4 && (tens < 12 || tens > 14) ? "few" : "many";
    }
}
