package ru.mos.clusters.call.application;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A formal check of a round.
 *
 * @param ground where it ended the application
 * @param correctTo last day of the correction, where one was asked for
 * @param standing how the project stood then; null where that was not asked
 * @param conclusion why what is left to whoever checks counts as met, where it was admitted
 * @param checkedBy null for those outside
 */
public record CheckView(
        int round,
        CheckOutcome outcome,
        List<Remark> remarks,
        @Nullable Ground ground,
        @Nullable LocalDate correctTo,
        @Nullable ProjectStanding standing,
        @Nullable String conclusion,
        @Nullable String checkedBy,
        @Nullable Instant checkedAt)
        implements Serializable {

    /** What is to be mended in a part of the form. */
    public record Remark(ApplicationSection section, String text) implements Serializable {}

    /** Why an application is not admitted: a paragraph of an act in an edition. */
    public record Ground(String act, LocalDate edition, String paragraph, String reason) implements Serializable {}
}
