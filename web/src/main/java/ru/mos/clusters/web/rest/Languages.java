package ru.mos.clusters.web.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.ProblemTexts;

/** Which of our two languages a caller reads: the first supported one of {@code Accept-Language}, else Russian. */
public final class Languages {

    private Languages() {}

    /** By the header's text, which may be missing or nonsense. */
    public static Locale of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return ProblemTexts.RUSSIAN;
        }
        try {
            var best = Locale.lookup(
                    Locale.LanguageRange.parse(acceptLanguage), List.of(ProblemTexts.RUSSIAN, Locale.ENGLISH));
            return best == null ? ProblemTexts.RUSSIAN : best;
        } catch (IllegalArgumentException nonsense) {
            return ProblemTexts.RUSSIAN;
        }
    }

    /** By the request's headers. */
    public static Locale of(HttpHeaders headers) {
        return of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
