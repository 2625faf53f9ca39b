package ru.mos.clusters.opendata;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A publication as it stands.
 *
 * @param number under which its files are to be had
 * @param asOf day of which its files speak
 * @param acknowledgement why what looks like a person was published; null where nothing does
 * @param faults by which its files break the public schemas
 * @param persons places that look like a person
 * @param awarded of all grants told one by one, in roubles
 * @param disbursed of these, paid and not come back
 * @param leftOutAwarded of grants to entrepreneurs, which are only summed up
 * @param files in the order of the page; empty in lists
 * @param actions what the caller may do to it now; empty in lists
 */
public record PublicationView(
        UUID id,
        long number,
        LocalDate asOf,
        PublicationState state,
        String preparedBy,
        Instant preparedAt,
        @Nullable String publishedBy,
        @Nullable Instant publishedAt,
        @Nullable String acknowledgement,
        @Nullable String reason,
        long faults,
        long persons,
        BigDecimal awarded,
        BigDecimal disbursed,
        BigDecimal leftOutAwarded,
        BigDecimal leftOutDisbursed,
        String licenceName,
        String licenceUrl,
        long version,
        List<FileView> files,
        List<PublicationAction> actions) {

    PublicationView with(List<FileView> its, List<PublicationAction> may) {
        return new PublicationView(
                id,
                number,
                asOf,
                state,
                preparedBy,
                preparedAt,
                publishedBy,
                publishedAt,
                acknowledgement,
                reason,
                faults,
                persons,
                awarded,
                disbursed,
                leftOutAwarded,
                leftOutDisbursed,
                licenceName,
                licenceUrl,
                version,
                its,
                may);
    }
}
