package ru.mos.clusters.eligibility;

import java.util.UUID;

/** Fired when a conclusion about a cluster was recorded or withdrawn, or a waiver given or withdrawn. */
record ConclusionChanged(UUID cluster) {}
