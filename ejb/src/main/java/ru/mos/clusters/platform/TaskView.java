package ru.mos.clusters.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as its doers see it.
 *
 * @param kind what is to be done, UPPER_SNAKE; its text is the key {@code task.<kind>} of the screens
 * @param role whose task it is unless {@code login} names one person
 * @param facts what the text speaks of
 * @param due last day to do it; null: none
 * @param overdue whether that day has passed in Moscow
 */
public record TaskView(
        UUID id,
        String kind,
        @Nullable String role,
        @Nullable String login,
        String subjectKind,
        String subject,
        Map<String, Object> facts,
        @Nullable LocalDate due,
        boolean overdue,
        Instant openedAt) {}
