/**
 * Programmes and their plans: which measures a programme has, what each may cost in which year, from which day on awards may
 * be given. Enter through {@link Programmes}.
 *
 * <p>Source: draft Concept of cluster policy, principle 4 and "Conditions of support" (the plan of measures annexed to
 * 1471-ПП, awards from 2011 on).
 */
@NullMarked
package ru.mos.clusters.call.programme;

import org.jspecify.annotations.NullMarked;
