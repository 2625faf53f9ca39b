package ru.mos.clusters.cluster;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sector of the economy in which there are clusters.
 *
 * @param prefix of the codes of its clusters
 * @param to first day no longer in force; null while it is
 * @param activities which suggest the sector; a hint, never a condition
 */
public record SectorView(
        String code,
        String nameRu,
        String nameEn,
        String prefix,
        LocalDate from,
        @Nullable LocalDate to,
        List<SectorActivity> activities) {}
