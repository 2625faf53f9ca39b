package ru.mos.clusters.call.council;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application that waits for a place on the agenda.
 *
 * @param number by which people call it: {@code З-7}
 * @param rank its place in the ranking; null while it is not fully scored
 * @param score with two decimals; null while it is not fully scored
 */
public record WaitingApplication(
        UUID application,
        String number,
        @Nullable String applicantName,
        @Nullable String title,
        @Nullable Integer rank,
        @Nullable String score)
        implements Serializable {}
