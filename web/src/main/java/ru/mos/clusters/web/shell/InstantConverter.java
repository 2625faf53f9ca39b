package ru.mos.clusters.web.shell;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Instants are only shown: in Moscow's time. */
@FacesConverter(forClass = Instant.class)
public class InstantConverter implements Converter<Instant> {

    @Override
    public @Nullable Instant getAsObject(FacesContext context, UIComponent component, @Nullable String text) {
        throw new UnsupportedOperationException("no screen asks for an instant");
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, @Nullable Instant instant) {
        return Formats.show(instant, context.getViewRoot().getLocale());
    }
}
