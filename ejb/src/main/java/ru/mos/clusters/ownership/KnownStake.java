package ru.mos.clusters.ownership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.platform.Fraction;

/**
 * A statement with a period of its own, as it was known at an instant.
 *
 * @param from null: since before anything is known
 * @param until exclusive; null while it lasts
 * @param byHand entered with a document, not read from a file
 */
record KnownStake(
        EdgeKind kind,
        long owner,
        long subject,
        @Nullable Fraction share,
        @Nullable Fraction votes,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean byHand,
        long source) {

    boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }

    Fraction shareOrZero() {
        return share == null ? Fraction.ZERO : share;
    }
}
