package ru.mos.clusters.recovery;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * A result as promised and as reached.
 *
 * @param code of the indicator
 * @param plan more than zero
 * @param fact not negative
 * @param less whether less of it is better
 */
public record MissedResult(String code, BigDecimal plan, BigDecimal fact, boolean less) implements Serializable {}
