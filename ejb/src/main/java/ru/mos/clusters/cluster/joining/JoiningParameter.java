package ru.mos.clusters.cluster.joining;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What can be set about joining, with the day from which it holds.
 *
 * @param sector null: every sector that has no value of its own
 */
public record JoiningParameter(Code code, @Nullable String sector, int value, LocalDate from) {

    /** What it is. */
    public enum Code {
        /** Days within which an application is answered, 1 to 365. */
        ANSWER_DAYS,
        /** Months for which a refusal without a listed ground is heard in the fifth condition, 0 to 120. */
        REFUSAL_MONTHS,
        /** Members with which a cluster has the strength to go on by itself. */
        CRITICAL_MASS
    }
}
