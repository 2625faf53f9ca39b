/**
 * Applications of projects to a call: filled in by the applicant, by a program for it, or from a paper; signed by one person
 * and certified by another of the same organisation; received by the database's clock; checked formally, returned for
 * correction as often as the call allows, then admitted or not. Each sending is a round that never changes.
 *
 * <p>Enter through {@link Applications}; what happens to an admitted application is decided elsewhere and told to
 * {@link ApplicationMoves}.
 *
 * <p>Source: draft Concept of cluster policy, principles 3, 6 and 7; 1781-ПП, procedure of selection.
 */
@NullMarked
package ru.mos.clusters.call.application;

import org.jspecify.annotations.NullMarked;
