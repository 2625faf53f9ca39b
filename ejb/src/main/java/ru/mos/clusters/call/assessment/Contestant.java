package ru.mos.clusters.call.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import ru.mos.clusters.platform.Fraction;

/**
 * An application as the ranking sees it.
 *
 * @param title of its project
 * @param eligible whether every cluster concerned meets the conditions
 * @param points by criterion, those of all experts together
 * @param experts how many gave them
 * @param asked of the city's money, in roubles
 * @param budgetShare of all its funding
 * @param refused whether the commission has refused it
 */
record Contestant(
        UUID application,
        String number,
        String title,
        boolean eligible,
        Map<String, Long> points,
        int experts,
        Instant submittedAt,
        BigDecimal asked,
        Fraction budgetShare,
        boolean refused) {}
