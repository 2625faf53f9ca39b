package ru.mos.clusters.cluster;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says who unites a cluster from a day on; on the first day of the present one it corrects that.
 *
 * @param expected version that the caller saw; null where no one asks
 */
public record ReplaceOrganisation(
        UUID cluster,
        UnitingEntity organisation,
        LocalDate from,
        @Nullable Long expected) {}
