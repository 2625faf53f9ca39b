/**
 * How an enterprise joins a cluster: it applies, the cluster organisation admits it from a day on or refuses it, on a listed
 * ground or without one, within a term.
 *
 * <p>Enter through {@link Joining} (applications), {@link RefusalGrounds}, {@link JoiningParameters} and {@link
 * JoiningReports} (how fairly applications are dealt with, and how near clusters are to a critical mass). What an admission
 * would do to the conditions is asked of {@code eligibility}, which knows this package; here it is not known.
 *
 * <p>Who may: {@code applicant} applies for the organisation of its own login, sees and withdraws its own applications;
 * {@code gckr} and {@code department} enter applications from papers and record the decisions of cluster organisations.
 *
 * <p>Time: a refusal without a listed ground is heard in the fifth condition from its day on for {@code REFUSAL_MONTHS},
 * by default twelve; on the same day a year later it is heard no more. An annulled refusal is not heard, except in verdicts
 * as known before.
 *
 * <p>Source: draft Concept of cluster policy, "Expansion of clusters" and fifth condition; readings in domain facts 8.5 and
 * 8.7.
 */
@NullMarked
package ru.mos.clusters.cluster.joining;

import org.jspecify.annotations.NullMarked;
