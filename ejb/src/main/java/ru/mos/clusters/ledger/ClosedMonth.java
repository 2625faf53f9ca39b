package ru.mos.clusters.ledger;

import java.time.Instant;
import java.time.LocalDate;

/** A closing: all days up to {@code through} are closed. */
public record ClosedMonth(LocalDate through, Instant closedAt, String closedBy) {}
