/**
 * Whether an enterprise is an SME by the criteria of the law on a day: a pure function of facts and of the law's limits, with
 * every value, limit, source and paragraph it used.
 *
 * <p>What is not known is a range of possibilities, never zero: an answer is UNKNOWN only where what is missing could change it.
 *
 * <p>Source: {@code domain.md} §2.1–2.5 (209-ФЗ art. 4 in its editions).
 */
@NullMarked
package ru.mos.clusters.assessment.criteria;

import org.jspecify.annotations.NullMarked;
