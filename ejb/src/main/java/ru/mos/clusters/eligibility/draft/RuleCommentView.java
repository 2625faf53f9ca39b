package ru.mos.clusters.eligibility.draft;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a draft, and the answer.
 *
 * @param place JSON pointer into the draft; null: of the whole
 */
public record RuleCommentView(
        UUID id,
        @Nullable String place,
        String body,
        String by,
        @Nullable Instant at,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt)
        implements Serializable {}
