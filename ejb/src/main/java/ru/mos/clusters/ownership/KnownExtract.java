package ru.mos.clusters.ownership;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Fraction;

/**
 * An extract as it was known at an instant: the complete picture of its subject on its day.
 *
 * @param successor the party that took the subject's place; null where none did
 * @param treasury the company's own share of its capital
 */
record KnownExtract(
        long id,
        long party,
        LocalDate on,
        boolean jointStock,
        @Nullable LocalDate ceasedOn,
        @Nullable Long successor,
        Fraction treasury,
        boolean ownersWithheld,
        List<KnownRelation> relations) {

    private static final int POSITION_BITS = 16;

    /** The same owner in the same capacity. */
    Optional<KnownRelation> showing(KnownRelation relation) {
        return relations.stream()
                .filter(shown -> shown.kind() == relation.kind() && shown.owner() == relation.owner())
                .findFirst();
    }

    /** Names the relation at a place of the extract. */
    long source(int position) {
        return source(id, position);
    }

    static long source(long extract, int position) {
        return (extract << POSITION_BITS) | position;
    }

    static long extractOf(long source) {
        return source >> POSITION_BITS;
    }

    static int positionOf(long source) {
        return (int) (source & ((1 << POSITION_BITS) - 1));
    }
}
