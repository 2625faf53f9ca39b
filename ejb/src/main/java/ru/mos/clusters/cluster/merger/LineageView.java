package ru.mos.clusters.cluster.merger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster came from and what it became.
 *
 * @param became the successor; null while it has none
 * @param cameFrom those that became it, by day, sector and number
 */
public record LineageView(@Nullable Kin became, List<Kin> cameFrom) {

    /** A cluster at the other end of a merger, and the day of it. */
    public record Kin(UUID id, String code, String name, LocalDate day, UUID merger) {}
}
