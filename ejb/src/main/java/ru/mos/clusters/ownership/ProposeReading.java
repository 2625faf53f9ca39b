package ru.mos.clusters.ownership;

import java.time.LocalDate;

/**
 * Proposes to read something otherwise from a day on.
 *
 * @param basis act and paragraph, or the document in which the department says so
 */
public record ProposeReading(ReadingCode code, String value, LocalDate from, String basis) {}
