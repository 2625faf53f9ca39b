package ru.mos.clusters.ownership;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.ownership.graph.Missing;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.ProblemTexts;

/** Answers about ownership in plain Russian and English. */
public final class OwnershipWords {

    private OwnershipWords() {}

    /** What is not known, as one would say it. */
    public static String missing(Missing what, Locale locale) {
        return text("missing." + what, locale);
    }

    /** Who can supply it, and how. */
    public static String supplier(Missing what, Locale locale) {
        return text("supplier." + what, locale);
    }

    /** The answer for a pair in one sentence. */
    public static String explanation(AffiliationView view, Locale locale) {
        return switch (view.verdict()) {
            case AFFILIATED -> {
                var proof = view.proof();
                yield proof == null
                                || proof.sum() == null
                                || proof.threshold() == null
                                || proof.sum().equals(Fraction.ZERO)
                        ? text(
                                "affiliated." + view.reason(),
                                locale,
                                view.a().name(),
                                view.b().name())
                        : text(
                                "affiliated." + view.reason() + ".sum",
                                locale,
                                view.a().name(),
                                view.b().name(),
                                percent(proof.sum(), locale),
                                percent(proof.threshold(), locale));
            }
            case NOT_AFFILIATED ->
                text(
                        "not-affiliated",
                        locale,
                        view.a().name(),
                        view.b().name(),
                        view.examined().size());
            case UNKNOWN ->
                text(
                        "unknown",
                        locale,
                        view.a().name(),
                        view.b().name(),
                        view.missing().size());
            case MANUAL -> text("manual", locale, view.a().name(), view.b().name());
        };
    }

    /**
     * An exact share for people to read: percents with at most two decimals, "more than" said where they do not say it all.
     */
    public static String percent(Fraction share, Locale locale) {
        var exact = new java.math.BigDecimal(share.numerator())
                .movePointRight(2)
                .divide(new java.math.BigDecimal(share.denominator()), 2, java.math.RoundingMode.HALF_UP);
        var written = exact.stripTrailingZeros().toPlainString();
        return (ProblemTexts.supported(locale).equals(Locale.ENGLISH) ? written : written.replace('.', ',')) + " %";
    }

    /** A date, as the language writes it. */
    static String date(@Nullable LocalDate day, Locale locale) {
        return day == null ? "—" : ProblemTexts.dates(locale).format(day);
    }

    /** How one stands to another, as one would say it. */
    public static String kind(EdgeKind kind, Locale locale) {
        return text("EdgeKind." + kind, locale);
    }

    /** Where a fact stands, in a few words. */
    public static String source(@Nullable OwnershipSource source, Locale locale) {
        if (source == null) {
            return "—";
        }
        var key = "source." + source.kind() + (source.date() == null ? ".undated" : "");
        return text(key, locale, date(source.date(), locale), String.valueOf(source.document()));
    }

    static String text(String key, Locale locale, Object... arguments) {
        return ProblemTexts.text(OwnershipWords.class, key, locale, arguments);
    }
}
