package ru.mos.clusters.ownership.source;

import org.jspecify.annotations.Nullable;

/**
 * Where the register says an entity is.
 *
 * @param region code of the region, 77 for Moscow
 * @param municipality the municipal area by name, as far as the extract names one
 * @param fias the address object's number in the state's register of addresses
 * @param doubtful the register marks the address as unreliable
 */
public record Address(
        @Nullable String region,
        String text,
        @Nullable String municipality,
        @Nullable String fias,
        boolean doubtful) {}
