package ru.mos.clusters.project;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * Which projects; null: all.
 *
 * @param lead the organisation that leads them
 * @param cluster that they concern
 * @param title words of the title
 */
public record ProjectFilter(
        @Nullable ProjectKind kind,
        @Nullable Inn lead,
        @Nullable UUID cluster,
        @Nullable String title) implements Serializable {

    /** All of them. */
    public static final ProjectFilter ALL = new ProjectFilter(null, null, null, null);
}
