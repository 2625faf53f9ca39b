package ru.mos.clusters.ownership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.platform.Fraction;

/**
 * A relation that an extract shows.
 *
 * @param share null where the source does not tell it, and for relations that have none
 * @param from its record date; null where the source does not tell it
 */
record KnownRelation(
        EdgeKind kind,
        long owner,
        @Nullable Fraction share,
        @Nullable Fraction votes,
        @Nullable LocalDate from,
        long source) {

    Tie tie() {
        return new Tie(kind, owner);
    }
}
