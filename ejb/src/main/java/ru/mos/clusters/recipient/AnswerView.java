package ru.mos.clusters.recipient;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * An answer of the tax service to a file.
 *
 * @param accepted documents it took
 * @param refused documents it did not take
 */
public record AnswerView(
        UUID id, String fileName, String sha256, int accepted, int refused, String takenBy, Instant takenAt)
        implements Serializable {}
