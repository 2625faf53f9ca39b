package ru.mos.clusters.ownership.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer for two parties.
 *
 * @param reason and {@code proof}: set when AFFILIATED, else null
 * @param missing what could change the answer: empty when AFFILIATED or NOT_AFFILIATED
 */
public record PairFinding(
        long a,
        long b,
        PairVerdict verdict,
        @Nullable Link reason,
        @Nullable Proof proof,
        Examined examined,
        List<MissingItem> missing) {}
