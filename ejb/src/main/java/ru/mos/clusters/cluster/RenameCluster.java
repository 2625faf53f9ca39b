package ru.mos.clusters.cluster;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;

/**
 * Gives a cluster another name.
 *
 * @param expected version that the caller saw; null where no one asks
 */
public record RenameCluster(
        UUID cluster, String name, @Nullable Long expected) {

    /** @throws Problem {@code field-required}, {@code text-too-long} */
    public RenameCluster {
        name = Text.required(name, "/name");
    }
}
