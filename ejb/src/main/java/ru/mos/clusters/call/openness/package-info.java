/**
 * How openly a call was held and how evenly its support was spread, counted from what happened: how long applications stood in
 * each state, whether they were checked in the order in which they came, what was refused and on what ground, and who among the
 * participants receives the money.
 *
 * <p>Enter through {@link OpennessReports}.
 *
 * <p>Source: draft Concept of cluster policy, principles 6 (openness and equal access) and 7 (support for all participants).
 */
@NullMarked
package ru.mos.clusters.call.openness;

import org.jspecify.annotations.NullMarked;
