/**
 * What registers let one guess of a cluster: which sector the main activities of its members suggest, and how near each other
 * its members are. Both are hints and indicators, never conditions.
 *
 * <p>Enter through {@link SectorHints} and {@link Territory}. Activities come from {@code registry}, legal addresses from the
 * extracts in {@code ownership}; a place of work that a member declares with a paper counts before its legal address.
 *
 * <p>Source: domain facts 3.9 and 3.10; draft Concept, directions of joint projects, "concentration on one territory".
 */
@NullMarked
package ru.mos.clusters.cluster.profile;

import org.jspecify.annotations.NullMarked;
