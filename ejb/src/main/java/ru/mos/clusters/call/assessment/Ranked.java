package ru.mos.clusters.call.assessment;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Fraction;

/**
 * An application in the ranking.
 *
 * @param number by which people call it: {@code З-7}
 * @param title of its project
 * @param place equal for those that no rule tells apart; null while it is not fully scored
 * @param score the sum, over the criteria, of weight times the mean of the experts' points
 * @param means of the experts' points by criterion
 * @param asked of the city's money, in roubles
 * @param eligible whether every cluster concerned meets the conditions
 */
public record Ranked(
        UUID application,
        String number,
        String title,
        @Nullable Integer place,
        @Nullable Fraction score,
        Map<String, Fraction> means,
        int experts,
        Standing standing,
        BigDecimal asked,
        boolean eligible)
        implements Serializable {}
