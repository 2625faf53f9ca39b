package ru.mos.clusters.recipient;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A month of which records wait to be sent.
 *
 * @param month its first day
 * @param records neither sent as they stand nor held back
 * @param due last day for sending them
 */
public record WaitingMonth(LocalDate month, int records, LocalDate due, boolean overdue) implements Serializable {}
