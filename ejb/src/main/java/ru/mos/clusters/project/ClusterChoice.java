package ru.mos.clusters.project;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * A cluster that a project may concern.
 *
 * @param organisation that unites it today; null where nobody does
 */
public record ClusterChoice(
        UUID id, String code, String name, @Nullable Inn organisation) implements Serializable {}
