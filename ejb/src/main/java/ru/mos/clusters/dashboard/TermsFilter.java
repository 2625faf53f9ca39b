package ru.mos.clusters.dashboard;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which open tasks; null: whichever.
 *
 * @param on open on that day, and late or not by it; null: today
 * @param role whose they are; {@link #PERSON}: of one person
 * @param when {@link BoardFigure#OVERDUE}, {@link BoardFigure#DUE_SOON}, {@link BoardFigure#DUE_LATER} or {@link BoardFigure#NO_TERM}
 */
public record TermsFilter(
        @Nullable LocalDate on,
        @Nullable String kind,
        @Nullable String role,
        @Nullable BoardFigure when) {

    /** Stands for the role of tasks that one person has. */
    public static final String PERSON = "person";
}
