package ru.mos.clusters.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody stands in for another for a time, by an order.
 *
 * @param deputy login of who stands in
 * @param deputised login of whom they stand in for
 * @param to first day on which they do so no more
 * @param inForce whether it gives roles today
 * @param version changes when it is ended early
 */
public record DeputyOrder(
        UUID id,
        String deputy,
        String deputised,
        LocalDate from,
        LocalDate to,
        Paper document,
        boolean inForce,
        String enteredBy,
        Instant enteredAt,
        long version) {

    /** A row of the statement that lists orders. */
    record Row(
            UUID id,
            String deputy,
            String deputised,
            LocalDate validFrom,
            LocalDate validUntil,
            String documentTitle,
            @Nullable String documentNumber,
            LocalDate documentDate,
            boolean inForce,
            String enteredBy,
            Instant enteredAt,
            long rowId) {
        DeputyOrder order() {
            return new DeputyOrder(
                    id,
                    deputy,
                    deputised,
                    validFrom,
                    validUntil,
                    new Paper(documentTitle, documentNumber, documentDate),
                    inForce,
                    enteredBy,
                    enteredAt,
                    rowId);
        }
    }
}
