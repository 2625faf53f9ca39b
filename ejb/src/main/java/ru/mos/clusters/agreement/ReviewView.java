package ru.mos.clusters.agreement;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why payment under an agreement is held, and what came of it.
 *
 * @param position of the instalment that was to be paid
 * @param outcome {@code NOT_ELIGIBLE}, {@code UNKNOWN}, {@code MANUAL}
 * @param findings what is not met, not known, or left to a person, in words
 * @param decidedBy null where it was lifted because its cause was gone
 */
public record ReviewView(
        UUID id,
        long number,
        UUID agreement,
        int position,
        String outcome,
        List<String> findings,
        LocalDate openedOn,
        String openedBy,
        ReviewState state,
        @Nullable String decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable String reason,
        @Nullable String document,
        long version)
        implements Serializable {

    /** Whether a chief may let the instalment be paid all the same: not where the law bars it. */
    public boolean isWaivable() {
        return state == ReviewState.OPEN && !"NOT_ELIGIBLE".equals(outcome);
    }
}
