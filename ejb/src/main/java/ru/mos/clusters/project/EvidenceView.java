package ru.mos.clusters.project;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Paper;

/**
 * What is on record of an applicant.
 *
 * @param to last day on which it holds; null: while nothing else is known
 * @param by login of who recorded it
 */
public record EvidenceView(
        UUID id,
        ApplicantCondition condition,
        boolean met,
        String statement,
        EvidenceSource source,
        Paper document,
        LocalDate from,
        @Nullable LocalDate to,
        String by,
        @Nullable Instant at)
        implements Serializable {}
