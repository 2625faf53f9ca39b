package ru.mos.clusters.support;

import java.time.LocalDate;

/**
 * Asked before records are sent on: whoever gives support enters what it has not entered yet.
 *
 * @param on the day
 */
public record GatherSupport(LocalDate on) {}
