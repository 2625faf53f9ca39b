package ru.mos.clusters.call.application;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.EligibilityUse;

/**
 * How a project stands on a day by the rules of the call.
 *
 * @param outcome {@code ELIGIBLE}, {@code NOT_ELIGIBLE}, {@code UNKNOWN}, {@code MANUAL}
 * @param use what the outcome decides
 * @param reasons what stands against it, in words
 */
public record ProjectStanding(String outcome, @Nullable EligibilityUse use, List<String> reasons) implements Serializable {

    /** Whether it may not be supported as it stands. */
    public boolean isBarred() {
        return use == EligibilityUse.GATE && outcome.equals("NOT_ELIGIBLE");
    }

    /** Whether it cannot be said yet, though it decides. */
    public boolean isOpen() {
        return use == EligibilityUse.GATE && outcome.equals("UNKNOWN");
    }
}
