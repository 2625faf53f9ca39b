/**
 * Clusters of enterprises: the sector they belong to, the organisation that unites them, who was a member when, their
 * curators at ГЦКР and their papers.
 *
 * <p>Enter through {@link Clusters} (a cluster as a whole), {@link Memberships}, {@link ClusterDocuments}, {@link Sectors}
 * and {@link TakeOn} (records kept elsewhere before); {@link Rosters} is how {@code eligibility} reads many clusters at
 * once. Whether a cluster may be supported is not decided here but in {@code eligibility}; a member's SME status comes from
 * {@code registry} and is never stored again.
 *
 * <p>Who may: {@code department} and {@code gckr} change clusters, members and documents and take records on;
 * {@code department} alone adds sectors. All of these and {@code chief}, {@code accountant}, {@code infrastructure},
 * {@code expert}, {@code commission}, {@code auditor} and {@code service} read. {@code applicant} and {@code admin} do
 * neither.
 *
 * <p>Time: periods are half-open, the end exclusive. Nothing is overwritten: a correction supersedes the row it corrects,
 * so that any date can be read as it was known at any instant. Every change to one cluster takes its row first and counts
 * its version up.
 *
 * <p>Source: draft Concept of cluster policy, "Structure" and "Conditions for applicants"; readings in domain facts 8.6 to
 * 8.9.
 */
@NullMarked
package ru.mos.clusters.cluster;

import org.jspecify.annotations.NullMarked;
