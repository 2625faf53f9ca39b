package ru.mos.clusters.call.request;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Paper;

/**
 * A request to another body.
 *
 * @param number by which people call it: {@code МВ-7}
 * @param applicationNumber {@code З-7}
 * @param due last day of its term
 * @param overdue whether that passed without an answer, or the answer came later
 * @param source by which register the answer came; null: entered by a person
 */
public record RequestView(
        UUID id,
        String number,
        UUID application,
        String applicationNumber,
        RequestSubject subject,
        String body,
        String question,
        LocalDate sentOn,
        LocalDate due,
        boolean overdue,
        RequestState state,
        @Nullable RequestOutcome outcome,
        @Nullable String answer,
        @Nullable Paper document,
        @Nullable String source,
        @Nullable LocalDate answeredOn,
        long version)
        implements Serializable {}
