package ru.mos.clusters.web.opendata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import ru.mos.clusters.opendata.PublicationState;
import ru.mos.clusters.web.shell.Functions;

/** Publications and their files as people read them. */
@Named
@ApplicationScoped
public class OpenDataWords {

    private static final long KIBIBYTE = 1024;

    public String look(PublicationState state) {
        return switch (state) {
            case PREPARED -> "manual";
            case FAULTY -> "notmet";
            case PUBLISHED -> "met";
            case WITHDRAWN, DISCARDED -> "off";
        };
    }

    /** Kibibytes, with one decimal, never less than a tenth. */
    public String size(long bytes) {
        var size = new BigDecimal(bytes).divide(BigDecimal.valueOf(KIBIBYTE), 1, RoundingMode.CEILING);
        return Functions.show(size);
    }

    /** Key of what a file holds. */
    public String about(String name) {
        return "openData.file." + (name.endsWith("/meta.csv") ? "meta.csv" : name);
    }
}
