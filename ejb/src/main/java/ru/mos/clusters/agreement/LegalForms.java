package ru.mos.clusters.agreement;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * By which article of the Budget Code an organisation is given money.
 *
 * <p>Source: Budget Code, articles 78 and 78.1; the expense types 810 and 630 of the budget classification.
 */
final class LegalForms {

    private static final List<String> NON_PROFIT =
            List.of("ассоциаци", "некоммерческ", "союз", "фонд", "партн", "учреждени", "общественн", "автономная");
    private static final int TYPE_FROM = 17;

    private LegalForms() {}

    /** By the name, which begins with the legal form; by the expense type where no source names the organisation. */
    static SupportArticle article(@Nullable String name, String kbk) {
        if (name == null) {
            return fits(SupportArticle.ARTICLE_78_1, kbk) && !fits(SupportArticle.ARTICLE_78, kbk)
                    ? SupportArticle.ARTICLE_78_1
                    : SupportArticle.ARTICLE_78;
        }
        var lower = name.toLowerCase(Locale.ROOT);
        return NON_PROFIT.stream().anyMatch(lower::contains) ? SupportArticle.ARTICLE_78_1 : SupportArticle.ARTICLE_78;
    }

    /** Whether the expense type of a code admits it; types of other groups decide nothing. */
    static boolean fits(SupportArticle article, String kbk) {
        var type = kbk.substring(TYPE_FROM);
        return switch (article) {
            case ARTICLE_78 -> !type.startsWith("63");
            case ARTICLE_78_1 -> !type.startsWith("81");
        };
    }
}
