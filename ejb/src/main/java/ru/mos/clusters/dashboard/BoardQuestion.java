package ru.mos.clusters.dashboard;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which board.
 *
 * @param by by what its lines are told; null: as usual
 * @param on the day it speaks of; null: today
 * @param year of the budget or of the need; null: that of the day, or all years where the board is of none
 */
public record BoardQuestion(
        Board board,
        @Nullable BoardBy by,
        @Nullable LocalDate on,
        @Nullable Integer year) {}
