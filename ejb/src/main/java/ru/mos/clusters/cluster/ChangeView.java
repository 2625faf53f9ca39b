package ru.mos.clusters.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change to a cluster as the record of changes shows it.
 *
 * @param by login
 * @param before null for something new
 * @param after null for something ended
 */
public record ChangeView(
        long id,
        Instant at,
        String by,
        String action,
        @Nullable JsonNode before,
        @Nullable JsonNode after) {}
