/**
 * Agglomerations: clusters that belong together by decision, for a period. Joint projects of several clusters are possible
 * within one. A cluster is in one at most at a time.
 *
 * <p>Enter through {@link Agglomerations}. {@code department} and {@code gckr} change, all who read clusters read.
 *
 * <p>Source: draft Concept of cluster policy, "Joint project"; readings in domain facts 3.10 and 8.7: assigned by decision,
 * not by geometry.
 */
@NullMarked
package ru.mos.clusters.cluster.agglomeration;

import org.jspecify.annotations.NullMarked;
