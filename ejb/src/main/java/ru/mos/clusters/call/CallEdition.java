package ru.mos.clusters.call;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published edition of a call.
 *
 * @param number 1 is the call as first published, each amendment one more
 * @param because why it was amended; null for the first
 * @param changes what it made otherwise than the edition before; empty for the first
 */
public record CallEdition(
        int number,
        CallTerms terms,
        CallSchedule schedule,
        @Nullable String because,
        String editedBy,
        String publishedBy,
        @Nullable Instant publishedAt,
        List<TermsChange> changes)
        implements Serializable {}
