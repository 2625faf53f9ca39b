package ru.mos.clusters.platform;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A paper by what finds it again in an archive.
 *
 * @param date which it bears
 */
public record DocumentReference(String title, @Nullable String number, LocalDate date) implements java.io.Serializable {

    /** @throws Problem {@code field-required}, {@code text-too-long} */
    public DocumentReference {
        title = Text.required(title, "/document/title");
        number = Text.optional(number, "/document/number");
    }
}
