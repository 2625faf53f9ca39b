package ru.mos.clusters.ownership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Paper;

/**
 * Says by a document that one party holds or directs another.
 *
 * @param share of the capital, for a shareholding only
 * @param votes where they differ from the share
 * @param to first day on which it no longer holds; null while it lasts
 */
public record EnterStake(
        PartyName owner,
        PartyName subject,
        EdgeKind kind,
        @Nullable Fraction share,
        @Nullable Fraction votes,
        LocalDate from,
        @Nullable LocalDate to,
        Paper document) {}
