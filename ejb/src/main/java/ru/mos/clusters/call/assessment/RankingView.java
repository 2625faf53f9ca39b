package ru.mos.clusters.call.assessment;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallTerms.Criterion;
import ru.mos.clusters.call.TieBreak;

/**
 * The ranking of a call.
 *
 * @param eligibleFirst whether those who meet the conditions come before all others
 * @param money confirmed, in roubles
 * @param within how much of it those within the money ask for
 * @param waiting how many admitted applications are still assessed
 * @param ranked by place
 */
public record RankingView(
        UUID call,
        String code,
        List<Criterion> criteria,
        BigDecimal minimum,
        int experts,
        TieBreak tieBreak,
        @Nullable String tieCriterion,
        boolean eligibleFirst,
        CutRule cut,
        BigDecimal money,
        BigDecimal within,
        long waiting,
        List<Ranked> ranked)
        implements Serializable {}
