package ru.mos.clusters.eligibility.draft;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft of the rules.
 *
 * @param basedOn the version it was made from
 * @param editedBy who changed it last, and therefore may not publish it
 * @param commentsTo last day on which comments are taken; null where they were not called for
 * @param publishedAs the version it became
 * @param version of the document, for who edits at the same time
 * @param events what may be done to it now
 */
public record RuleDraftView(
        UUID id,
        String ruleSet,
        int basedOn,
        RuleState state,
        RuleContent content,
        String editedBy,
        @Nullable Instant editedAt,
        @Nullable LocalDate commentsFrom,
        @Nullable LocalDate commentsTo,
        @Nullable Integer publishedAs,
        @Nullable String publishedBy,
        @Nullable String discardedBecause,
        long version,
        List<DraftEvent> events)
        implements Serializable {}
