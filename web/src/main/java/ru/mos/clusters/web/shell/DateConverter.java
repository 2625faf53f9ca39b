package ru.mos.clusters.web.shell;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;

/** Dates as people write them: {@code 23.11.2026} or {@code 2026-11-23}, in either language. */
@FacesConverter(forClass = LocalDate.class)
public class DateConverter implements Converter<LocalDate> {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    @Override
    public @Nullable LocalDate getAsObject(FacesContext context, UIComponent component, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return parse(text.strip());
        } catch (Problem problem) {
            throw new ConverterException(Faults.message(
                    ProblemTexts.text(problem, context.getViewRoot().getLocale())));
        }
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, @Nullable LocalDate date) {
        return date == null
                ? ""
                : ProblemTexts.dates(context.getViewRoot().getLocale()).format(date);
    }

    /** @throws Problem {@code date-unreadable}; {@code date-out-of-range} outside the years 1900 to 2999 */
    public static LocalDate parse(String text) {
        var date = Stream.of(ProblemTexts.RUSSIAN, Locale.ENGLISH)
                .flatMap(manner -> read(text, manner).stream())
                .findFirst()
                .orElseThrow(() -> new Problem(ScreenProblem.DATE_UNREADABLE, text));
        if (date.isBefore(FIRST) || date.isAfter(LAST)) {
            throw new Problem(ScreenProblem.DATE_OUT_OF_RANGE, text, FIRST, LAST);
        }
        return date;
    }

    private static Optional<LocalDate> read(String text, Locale manner) {
        try {
            return Optional.of(LocalDate.parse(text, ProblemTexts.dates(manner)));
        } catch (DateTimeException otherManner) {
            return Optional.empty();
        }
    }
}
