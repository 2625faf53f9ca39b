package ru.mos.clusters.cluster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An activity that suggests a sector, with all below it.
 *
 * @param to first day no longer in force; null while it is
 */
public record SectorActivity(
        Classifier classifier,
        String code,
        Tier tier,
        LocalDate from,
        @Nullable LocalDate to) {

    /** The edition of ОКВЭД: the first up to 2016, the second since 2017. */
    public enum Classifier {
        OKVED1,
        OKVED2
    }

    /** How closely it belongs to the sector. */
    public enum Tier {
        CORE,
        RELATED
    }
}
