/**
 * The five conditions of the Concept as pure functions: {@link ClusterFacts} and parameters go in, a {@link Verdict} with
 * its reasons comes out. No clock, no database, no language: what is said to people is a {@link Message}, a code with
 * what it speaks of.
 *
 * <p>Enter through {@link RuleBook}, which holds the parameters with their dates, and {@link RuleSet#judge}. Where the
 * facts come from, how a verdict is worded, stored and digested is the business of {@code eligibility}.
 *
 * <p>Source: draft Concept of cluster policy, "Applicants of joint (cluster) projects", conditions 1–5.
 */
@NullMarked
package ru.mos.clusters.eligibility.rule;

import org.jspecify.annotations.NullMarked;
