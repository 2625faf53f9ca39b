/**
 * What follows from the commission's votes: awards that take confirmed money, the reserve, refusals with their grounds, letters
 * that tell applicants, the published results, and appeals that somebody decides who took no part.
 *
 * <p>Enter through {@link Decisions} and {@link Appeals}. Votes and protocols lie in {@code call.council}; an application is
 * moved through {@code call.application}, whose table says what may follow what.
 *
 * <p>Source: draft Concept of cluster policy, principles 4 to 7; the budget's limits per year and code.
 */
@NullMarked
package ru.mos.clusters.call.decision;

import org.jspecify.annotations.NullMarked;
