package ru.mos.clusters.ownership;

import java.time.LocalDate;
import java.util.List;
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
    private static final int WHOLE = (1 << POSITION_BITS) - 1;

    /** All that it shows of an owner in one capacity: an extract may name one twice. */
    List<KnownRelation> showing(Tie tie) {
        return relations.stream().filter(shown -> shown.tie().equals(tie)).toList();
    }

    /** Names the extract itself, which no relation of it can. */
    long source() {
        return source(id, WHOLE);
    }

    static long source(long extract, int position) {
        return (extract << POSITION_BITS) | position;
    }

    static long extractOf(long source) {
        return source >> POSITION_BITS;
    }

    static int positionOf(long source) {
        return (int) (source & WHOLE);
    }
}
