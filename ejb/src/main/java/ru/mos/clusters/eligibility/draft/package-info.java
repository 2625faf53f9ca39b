/**
 * How the rules become law: a version is drafted from an earlier one, opened for comments, checked by the gate, and published
 * by a second person; then it judges from its day on and never changes.
 *
 * <p>Enter through {@link RuleDrafts} for what is being made and {@link RuleVersions} for what judges. How clusters are
 * judged by a version is the business of {@code eligibility}; acts and their editions are only read here.
 *
 * <p>Source: draft Concept of cluster policy, principle 1 and "For comments and proposals".
 */
@NullMarked
package ru.mos.clusters.eligibility.draft;

import org.jspecify.annotations.NullMarked;
