/**
 * Whether clusters meet the conditions of the Concept: verdicts with their reasons, in words and with a digest that
 * anyone can recompute, and the conclusions of people that close what only people can say.
 *
 * <p>The conditions themselves are pure functions in {@code eligibility.rule}; who the members are comes from {@code
 * cluster}, what is known of them from {@code registry}.
 *
 * <p>Source: draft Concept of cluster policy, "Applicants of joint (cluster) projects".
 */
@NullMarked
package ru.mos.clusters.eligibility;

import org.jspecify.annotations.NullMarked;
