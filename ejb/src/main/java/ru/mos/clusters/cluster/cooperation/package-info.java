/**
 * Agreements on cooperation between a cluster and its partners: large enterprises, universities, research institutes, design
 * bureaus and banks that are not members of its organisation. They leave the conditions of support as they are.
 *
 * <p>Enter through {@link CooperationAgreements}. {@code department} and {@code gckr} change, all who read clusters read.
 *
 * <p>Source: draft Concept of cluster policy, "Cooperation of the cluster with large enterprises and science"; readings in
 * domain facts 8.7 and 8.9.
 */
@NullMarked
package ru.mos.clusters.cluster.cooperation;

import org.jspecify.annotations.NullMarked;
