package ru.mos.clusters.recovery;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * By when how much is to be paid back.
 *
 * @param amount roubles, whole kopecks, more than zero
 */
public record RecoveryTerm(LocalDate dueOn, BigDecimal amount) implements Serializable {}
