package ru.mos.clusters.cluster;

import java.time.LocalDate;
import java.util.UUID;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;

/**
 * Ends a cluster, and with it all memberships.
 *
 * @param to first day on which it exists no more
 */
public record CloseCluster(UUID cluster, LocalDate to, String reason) {

    /** @throws Problem {@code field-required}, {@code text-too-long} */
    public CloseCluster {
        reason = Text.required(reason, "/reason");
    }
}
