package ru.mos.clusters.support.rule;

import java.util.Comparator;
import java.util.stream.Stream;

/** What a check comes to; the constants stand in the order in which they prevail. */
public enum SupportOutcome {
    /** Support has to be refused. */
    NOT_MET,
    /** Data are missing that could decide it. */
    UNKNOWN,
    /** Only a person can say. */
    MANUAL,
    MET;

    /** The outcome of a whole from those of its parts; of nothing: met. */
    static SupportOutcome prevailing(Stream<SupportOutcome> outcomes) {
        return outcomes.min(Comparator.naturalOrder()).orElse(MET);
    }
}
