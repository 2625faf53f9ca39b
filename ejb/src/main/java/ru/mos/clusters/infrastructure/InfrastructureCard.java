package ru.mos.clusters.infrastructure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation of the infrastructure on a date.
 *
 * @param centres its district centres on the date
 * @param officers who works there on the date
 * @param offers all that it offers or offered, by service and time
 */
public record InfrastructureCard(
        InfrastructureView organisation,
        LocalDate asOf,
        List<InfrastructureView> centres,
        List<OfficerView> officers,
        List<OfferView> offers) {

    /** Who works at an intake place, in a period with its end exclusive. */
    public record OfficerView(
            String login,
            String name,
            LocalDate validFrom,
            @Nullable LocalDate validUntil) {}

    /**
     * What it offers.
     *
     * @param sector code; null: to any sector
     * @param capacity in a full year, in the service's unit
     */
    public record OfferView(
            UUID id,
            String service,
            @Nullable String sector,
            BigDecimal capacity,
            LocalDate validFrom,
            @Nullable LocalDate validUntil) {}
}
