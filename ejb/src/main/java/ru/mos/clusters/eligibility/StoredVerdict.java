package ru.mos.clusters.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.eligibility.rule.Outcome;

/**
 * A verdict that was given and kept.
 *
 * @param findings outcomes of the conditions E1 to E5
 * @param givenAt when it was kept
 * @param givenBy login of who asked for it to be kept; {@code system} where an evaluation did
 */
public record StoredVerdict(
        UUID id,
        UUID cluster,
        LocalDate asOf,
        Instant knownOn,
        String ruleSet,
        int ruleSetVersion,
        String traceVersion,
        Eligibility outcome,
        List<Outcome> findings,
        String digest,
        Instant givenAt,
        String givenBy) {}
