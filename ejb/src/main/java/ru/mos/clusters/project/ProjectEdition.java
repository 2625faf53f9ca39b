package ru.mos.clusters.project;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project as it was frozen for a submission.
 *
 * @param digest SHA-256 of the content
 */
public record ProjectEdition(
        UUID project,
        int number,
        ProjectContent content,
        String digest,
        @Nullable Instant frozenAt) implements Serializable {}
