package ru.mos.clusters.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one receiver.
 *
 * @param event the record of the change it tells of; null for a test
 * @param action what was done, as the record of changes names it
 * @param at when the change was
 * @param attempts how often it was sent
 * @param nextAt when it is sent next, unless an earlier event of the same thing still waits; null: no more
 * @param status of the latest answer; null: there was none
 * @param answer the beginning of the latest answer, or why there was none
 */
public record DeliveryView(
        long id,
        @Nullable Long event,
        String type,
        String action,
        String subjectKind,
        String subject,
        Instant at,
        DeliveryState state,
        int attempts,
        @Nullable Instant nextAt,
        @Nullable Instant triedAt,
        @Nullable Integer status,
        @Nullable String answer) {}
