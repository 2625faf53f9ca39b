package ru.mos.clusters.inkind;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/** What of an offer's capacity a support takes in each calendar year that it touches. */
final class CapacityByYear {

    private static final int DECIMALS = 2;

    private CapacityByYear() {}

    /**
     * Of so much in all, in proportion to the days; what rounding leaves falls to the last year.
     *
     * @param through last day
     */
    static Map<Integer, BigDecimal> ofAmount(BigDecimal amount, LocalDate from, LocalDate through) {
        var all = BigDecimal.valueOf(days(from, through));
        var left = amount;
        var shares = new TreeMap<Integer, BigDecimal>();
        for (int year = from.getYear(); year < through.getYear(); year++) {
            var share = amount.multiply(BigDecimal.valueOf(daysIn(year, from, through)))
                    .divide(all, DECIMALS, RoundingMode.DOWN);
            left = left.subtract(share);
            put(shares, year, share);
        }
        put(shares, through.getYear(), left);
        return shares;
    }

    /**
     * Of an area held throughout: as much as it is for all of a year, the share of its days else, rounded up so that nothing is held
     * for free.
     *
     * @param through last day
     */
    static Map<Integer, BigDecimal> ofArea(BigDecimal area, LocalDate from, LocalDate through) {
        var shares = new TreeMap<Integer, BigDecimal>();
        for (int year = from.getYear(); year <= through.getYear(); year++) {
            put(
                    shares,
                    year,
                    area.multiply(BigDecimal.valueOf(daysIn(year, from, through)))
                            .divide(BigDecimal.valueOf(Year.of(year).length()), DECIMALS, RoundingMode.UP));
        }
        return shares;
    }

    private static void put(Map<Integer, BigDecimal> shares, int year, BigDecimal share) {
        if (share.signum() > 0) {
            shares.put(year, share);
        }
    }

    private static long daysIn(int year, LocalDate from, LocalDate through) {
        var first = LocalDate.of(year, 1, 1);
        var last = LocalDate.of(year, 12, 31);
        return days(from.isBefore(first) ? first : from, through.isAfter(last) ? last : through);
    }

    private static long days(LocalDate from, LocalDate through) {
        return ChronoUnit.DAYS.between(from, through) + 1;
    }
}
