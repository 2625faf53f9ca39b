package ru.mos.clusters.web.shell;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
                : Formats.dates(context.getViewRoot().getLocale()).format(date);
    }

    /** @throws Problem {@code date-unreadable} */
    public static LocalDate parse(String text) {
        for (var manner : List.of(ProblemTexts.RUSSIAN, Locale.ENGLISH)) {
            try {
                var date = LocalDate.parse(text, Formats.dates(manner));
                if (!date.isBefore(FIRST) && !date.isAfter(LAST)) {
                    return date;
                }
            } catch (DateTimeException otherManner) {
                // tried in the next one; in none it is no date
            }
        }
        throw new Problem(ScreenProblem.DATE_UNREADABLE, text);
    }
}
