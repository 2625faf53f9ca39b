/**
 * Who assesses applications, and what comes of it: the pool of experts, invitations and assignments, conflicts of interest
 * that were declared or found, scores that nobody sees before giving their own, the council's opinion, and the ranking.
 *
 * <p>Enter through {@link ExpertPool}, {@link Assignments}, {@link Assessments} and {@link Ranking}. What the council and the
 * commission make of the ranking is not decided here.
 *
 * <p>Source: draft Concept of cluster policy, principles 3, 6 and 7; {@code domain.md} §1.2, §5.3.
 */
@NullMarked
package ru.mos.clusters.call.assessment;

import org.jspecify.annotations.NullMarked;
