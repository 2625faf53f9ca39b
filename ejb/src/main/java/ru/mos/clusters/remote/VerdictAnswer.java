package ru.mos.clusters.remote;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A verdict in short, and whole as the JSON of the published trace.
 *
 * @param outcome {@code ELIGIBLE}, {@code NOT_ELIGIBLE}, {@code UNKNOWN} or {@code MANUAL}
 * @param digest of the whole, the same in every language
 * @param trace the whole as the REST API answers it
 */
public record VerdictAnswer(
        String cluster,
        String name,
        LocalDate asOf,
        Instant knownOn,
        String outcome,
        String explanation,
        List<Condition> conditions,
        String digest,
        String trace)
        implements Serializable {

    /**
     * One of the five conditions.
     *
     * @param rule {@code E1} … {@code E5}
     * @param outcome {@code MET}, {@code NOT_MET}, {@code UNKNOWN} or {@code MANUAL}
     * @param citation act and paragraph
     */
    public record Condition(String rule, String outcome, String explanation, String citation) implements Serializable {}
}
