package ru.mos.clusters.assessment.criteria;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.registry.SmeCategory;
import ru.mos.clusters.registry.SmeStatus;

/**
 * What the register of the day says.
 *
 * @param register null where none was kept
 * @param source what shows it; null where nothing does
 */
public record RegisterFact(
        @Nullable Register register,
        SmeStatus status,
        @Nullable SmeCategory category,
        @Nullable LocalDate since,
        @Nullable Source source) {

    /** Who kept it. */
    public enum Register {
        CITY_REGISTER,
        TAX_SERVICE_REGISTER
    }

    /** On a day on which no register was kept. */
    public static final RegisterFact NONE = new RegisterFact(null, SmeStatus.UNKNOWN, null, null, null);
}
