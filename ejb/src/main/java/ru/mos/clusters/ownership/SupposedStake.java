package ru.mos.clusters.ownership;

import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.platform.Fraction;

/**
 * That one party holds so much of another or directs it, which is only thought of: whatever it is known to hold in that
 * capacity does not count then.
 *
 * @param holds false: it holds or directs nothing in that capacity
 * @param share of a shareholding; null for all else
 * @param votes where they differ from the share
 */
public record SupposedStake(
        PartyName owner,
        PartyName subject,
        EdgeKind kind,
        boolean holds,
        @Nullable Fraction share,
        @Nullable Fraction votes) {}
