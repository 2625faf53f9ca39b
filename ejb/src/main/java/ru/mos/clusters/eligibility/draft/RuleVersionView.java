package ru.mos.clusters.eligibility.draft;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of the rules that judges or has judged.
 *
 * @param state PUBLISHED or SUPERSEDED
 * @param inForce whether it judges today
 * @param until first day on which a later version judges in its place; null while none does
 * @param publishedAt null where the product came with it
 */
public record RuleVersionView(
        String ruleSet,
        int version,
        RuleState state,
        boolean inForce,
        @Nullable LocalDate until,
        @Nullable String publishedBy,
        @Nullable Instant publishedAt,
        RuleContent content)
        implements Serializable {}
