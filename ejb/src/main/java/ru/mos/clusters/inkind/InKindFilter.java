package ru.mos.clusters.inkind;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * Which requests; null: any.
 *
 * @param states none: all
 * @param from asked on that day or later
 * @param through asked on that day or earlier
 * @param byDay whether in the order of their first days rather than the latest first
 */
public record InKindFilter(
        Set<InKindState> states,
        @Nullable UUID organisation,
        @Nullable String form,
        @Nullable Inn inn,
        @Nullable LocalDate from,
        @Nullable LocalDate through,
        boolean byDay) {

    /** Every request, the latest first. */
    public static final InKindFilter ALL = new InKindFilter(Set.of(), null, null, null, null, null, false);

    public InKindFilter {
        states = Set.copyOf(states);
    }
}
