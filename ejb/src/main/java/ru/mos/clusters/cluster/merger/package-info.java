/**
 * How clusters become fewer and larger: several are merged into a new one, or some join another.
 *
 * <p>Enter through {@link Mergers}. One person proposes a merger from a document, a second one confirms it; in between what
 * the cluster that results would come to is shown ({@code eligibility} judges it). From its day on only the successor
 * exists: participants of all clusters take part in it, whoever took part in several once; the clusters before are closed,
 * keep their codes for good and show on every day before as they were.
 *
 * <p>Only clusters of one sector are merged: a cluster's sector is part of its code and of what it is judged by. A merger
 * is refused where something about one of the clusters is already said of later days, for that could not be carried over
 * without inventing what was meant.
 *
 * <p>Source: draft Concept of cluster policy, "Enlargement of clusters"; reading in domain facts 8.7.
 */
@NullMarked
package ru.mos.clusters.cluster.merger;

import org.jspecify.annotations.NullMarked;
