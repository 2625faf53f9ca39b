package ru.mos.clusters.call.assessment;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallTerms.Criterion;
import ru.mos.clusters.call.TieBreak;

/**
 * By what a ranking is made.
 *
 * @param minimum with which an application is still supported
 * @param experts how many have to score an application
 * @param eligibleFirst whether those who meet the conditions come before all others
 * @param money confirmed, in roubles
 */
record Contention(
        List<Criterion> criteria,
        BigDecimal minimum,
        int experts,
        TieBreak tieBreak,
        @Nullable String tieCriterion,
        boolean eligibleFirst,
        BigDecimal money,
        CutRule cut) {}
