package ru.mos.clusters.cluster;

import java.util.UUID;

/**
 * Fired as a CDI event when what a verdict counts on has changed: members, organisation, documents, opening or closing of
 * a cluster. Observe it with {@code TransactionPhase.AFTER_SUCCESS}: only then can others see the change.
 */
public record MembershipChanged(UUID cluster) {}
