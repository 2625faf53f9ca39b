package ru.mos.clusters.eligibility.rule;

import java.util.Comparator;
import java.util.stream.Stream;

/** What a condition, or a part of one, comes to; the constants stand in the order in which they prevail. */
public enum Outcome {
    /** Refuted by facts, or by a conclusion. */
    NOT_MET,
    /** Data are missing that could decide it. */
    UNKNOWN,
    /** Only a person can say, and nobody has yet. */
    MANUAL,
    MET;

    /** The outcome of a whole from those of its parts; of nothing: met. */
    static Outcome prevailing(Stream<Outcome> outcomes) {
        return outcomes.min(Comparator.naturalOrder()).orElse(MET);
    }
}
