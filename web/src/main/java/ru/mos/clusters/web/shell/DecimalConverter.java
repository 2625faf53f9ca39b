package ru.mos.clusters.web.shell;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;

/** Numbers as people type them: spaces between thousands, a comma or a point before decimals. */
@FacesConverter("decimal")
public class DecimalConverter implements Converter<BigDecimal> {

    @Override
    public @Nullable BigDecimal getAsObject(FacesContext context, UIComponent component, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return parse(text);
        } catch (Problem problem) {
            throw new ConverterException(Faults.message(
                    ProblemTexts.text(problem, context.getViewRoot().getLocale())));
        }
    }

    /** @throws Problem {@code decimal-unreadable} */
    public static BigDecimal parse(String text) {
        var digits = text.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
        if (!digits.matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
            throw new Problem(ScreenProblem.DECIMAL_UNREADABLE, text.strip());
        }
        return new BigDecimal(digits);
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, @Nullable BigDecimal number) {
        return number == null ? "" : Formats.show(number, context.getViewRoot().getLocale());
    }
}
