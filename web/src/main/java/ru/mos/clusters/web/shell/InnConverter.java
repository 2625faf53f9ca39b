package ru.mos.clusters.web.shell;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;

/** Taxpayer numbers as people paste them: spaces do not matter. */
@FacesConverter(forClass = Inn.class)
public class InnConverter implements Converter<Inn> {

    @Override
    public @Nullable Inn getAsObject(FacesContext context, UIComponent component, @Nullable String text) {
        if (text == null || digits(text).isEmpty()) {
            return null;
        }
        try {
            return parse(text);
        } catch (Problem problem) {
            throw new ConverterException(Faults.message(
                    ProblemTexts.text(problem, context.getViewRoot().getLocale())));
        }
    }

    /** @throws Problem {@code inn-malformed}, {@code inn-checksum} */
    public static Inn parse(String text) {
        return new Inn(digits(text));
    }

    private static String digits(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f]", "");
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, @Nullable Inn inn) {
        return inn == null ? "" : inn.digits();
    }
}
