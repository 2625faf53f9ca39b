package ru.mos.clusters.cluster;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;

/**
 * Files a paper with a cluster.
 *
 * @param issuedOn the date it bears
 * @param from first day in force
 * @param to first day no longer in force; null while it is
 */
public record AddDocument(
        UUID cluster,
        DocumentKind kind,
        String title,
        @Nullable String number,
        LocalDate issuedOn,
        LocalDate from,
        @Nullable LocalDate to) {

    /** @throws Problem {@code field-required}, {@code text-too-long} */
    public AddDocument {
        title = Text.required(title, "/title");
        number = Text.optional(number, "/number");
    }
}
