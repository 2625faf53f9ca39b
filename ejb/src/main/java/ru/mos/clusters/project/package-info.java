/**
 * Joint projects: what clusters, or a large enterprise with them, mean to do together; who takes part with which task and
 * share of the money, by which indicators it is measured, and who pays what in which stage. A project is written freely, a
 * gate lists all its faults at once, and for a submission it is frozen into an edition that never changes.
 *
 * <p>Enter through {@link Projects}; whether a project may be supported is told by {@link ProjectChecks}, which asks {@code
 * eligibility}, {@code ownership} and {@code support}. Nothing of calls is known here: their limits come in as {@link
 * FundingLimits}, and who decides in a call who may read of a project asks {@link FrozenProjects}.
 *
 * <p>Who may: {@code department} and {@code gckr} write all; {@code applicant} those that their own organisation leads, and
 * sees those it takes part in.
 *
 * <p>Source: draft Concept of cluster policy, principles 4, 5 and 7, "Directions of joint projects", "Joint project".
 */
@NullMarked
package ru.mos.clusters.project;

import org.jspecify.annotations.NullMarked;
