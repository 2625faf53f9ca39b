package ru.mos.clusters.cluster.profile;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Paper;

/**
 * A declared place of work.
 *
 * @param to first day on which it is one no more; null while it is
 */
public record SiteView(
        UUID id,
        String address,
        @Nullable String municipality,
        @Nullable String district,
        Paper document,
        LocalDate from,
        @Nullable LocalDate to) {

    /** A row of the list. */
    record Row(
            UUID id,
            String address,
            @Nullable String municipality,
            @Nullable String district,
            String documentTitle,
            @Nullable String documentNumber,
            LocalDate documentOn,
            LocalDate validFrom,
            @Nullable LocalDate validUntil) {
        SiteView view() {
            var document = new Paper(documentTitle, documentNumber, documentOn);
            return new SiteView(id, address, municipality, district, document, validFrom, validUntil);
        }
    }
}
