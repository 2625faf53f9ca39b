package ru.mos.clusters.web.registry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.registry.EntityKind;
import ru.mos.clusters.registry.FactKind;
import ru.mos.clusters.registry.FactSource;
import ru.mos.clusters.registry.LegalForm;
import ru.mos.clusters.registry.SmeCategory;
import ru.mos.clusters.registry.SmeStatus;
import ru.mos.clusters.web.shell.Formats;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.Texts;

/** The registry's facts, values, sources and regions in words of the page's language. */
@Named
@RequestScoped
public class RegistryWords {

    private static final Set<String> NUMBERS = Set.of("HEADCOUNT", "HEADCOUNT_ALL", "MAIN_ACTIVITY_SHARE");
    private static final Set<String> MONEY = Set.of("INCOME", "EXPENSE", "REVENUE");
    private static final Map<String, Class<? extends Enum<?>>> WORDS = Map.of(
            "SME_STATUS", SmeStatus.class,
            "CATEGORY", SmeCategory.class,
            "CITY_REGISTER", SmeCategory.class,
            "KIND", EntityKind.class,
            "LEGAL_FORM", LegalForm.class,
            "LEGAL_STATUS", FactKind.LegalStatus.class);

    @Inject
    private Texts texts;

    /** The constants of a type for a filter or a field: name and word. */
    public static <E extends Enum<E>> List<Map.Entry<String, String>> options(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> Map.entry(constant.name(), Formats.show(constant, Language.current())))
                .toList();
    }

    /** What a fact is called: {@code CATEGORY}, «Категория». */
    public String fact(String fact) {
        return texts.orElse("FactKind." + fact, texts.orElse("fact." + fact, fact));
    }

    /** The value of a fact as people read it. */
    public String value(String fact, String value) {
        var type = WORDS.get(fact);
        if (type != null) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(value))
                    .findAny()
                    .map(constant -> Formats.show(constant, Language.current()))
                    .orElse(value);
        } else if (value.equals("true") || value.equals("false")) {
            return Formats.show(Boolean.valueOf(value), Language.current());
        } else if (NUMBERS.contains(fact)) {
            return Formats.show(new BigDecimal(value), Language.current());
        } else if (MONEY.contains(fact)) {
            return Formats.money(new BigDecimal(value), Language.current());
        }
        return fact.equals("REGION") ? region(value) : value;
    }

    /** A region by its code: «77 Москва»; the bare code where we know no name. */
    public String region(@Nullable String code) {
        return code == null ? Formats.NOTHING : (code + " " + texts.orElse("region." + code, "")).strip();
    }

    /** Where a fact comes from. */
    public String source(@Nullable FactSource source) {
        if (source == null) {
            return texts.get("source.none");
        }
        return source.kind() == FactSource.Kind.HAND_ENTRY
                ? texts.with("source.HAND_ENTRY", source.document(), source.date())
                : texts.with("source." + source.kind(), source.date());
    }

    /** A period as people read it, its last day included: «с 10.08.2016», «10.08.2016–09.10.2019», «2018 год». */
    public String period(LocalDate from, @Nullable LocalDate to) {
        if (to == null) {
            return texts.with("period.since", from);
        }
        boolean year = from.getDayOfYear() == 1 && to.equals(from.plusYears(1));
        return year
                ? texts.with("period.year", Integer.toString(from.getYear()))
                : texts.with("period.fromTo", from, to.minusDays(1));
    }

    /** The page of the release a fact comes from; null for hand entry. */
    public @Nullable String page(@Nullable FactSource source) {
        return source == null || source.release() == null ? null : "/registry/release.xhtml?id=" + source.release();
    }

    /** The text of a problem that a release recorded under its slug. */
    static String problem(String code, List<String> arguments) {
        return ProblemTexts.ofSlug(code, arguments, Language.current());
    }
}
