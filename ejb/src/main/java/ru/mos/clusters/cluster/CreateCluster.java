package ru.mos.clusters.cluster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;

/**
 * Opens a cluster.
 *
 * @param sector code of the sector
 * @param from first day; its organisation unites it from then on
 * @param curator login of somebody of ГЦКР; null while nobody looks after it
 */
public record CreateCluster(
        String sector,
        String name,
        UnitingEntity organisation,
        LocalDate from,
        @Nullable String curator) {

    /** @throws Problem {@code field-required}, {@code text-too-long} */
    public CreateCluster {
        name = Text.required(name, "/name");
    }
}
