package ru.mos.clusters.cluster.joining;

import org.jspecify.annotations.Nullable;

/**
 * How near a cluster, or the clusters of a sector, are to a critical mass of members on a day.
 *
 * @param code of the cluster; null for a whole sector
 * @param name of the cluster; null for a whole sector
 * @param members of cluster organisations; whoever is in several clusters of the sector counts once for the sector
 * @param required members that make a critical mass of one cluster; null where none is set
 * @param clusters that exist on the day; 1 for a cluster
 * @param reached those of them that have so many members
 */
public record MassRow(
        String sector,
        @Nullable String code,
        @Nullable String name,
        long members,
        @Nullable Integer required,
        long clusters,
        long reached) {

    /** Whole per cent of what is required, of a cluster; of a sector, of its clusters that have reached it. */
    public int percent() {
        if (code == null) {
            return clusters == 0 ? 0 : (int) (reached * 100 / clusters);
        }
        return required == null ? 0 : (int) Math.min(100, members * 100 / required);
    }

    /** A row of {@code CriticalMass.sql} with the place of the cluster in its sector. */
    record Row(
            String sector,
            @Nullable Integer number,
            @Nullable String code,
            @Nullable String name,
            long members,
            @Nullable Integer required,
            long clusters,
            long reached) {
        MassRow view() {
            return new MassRow(sector, code, name, members, required, clusters, reached);
        }
    }
}
