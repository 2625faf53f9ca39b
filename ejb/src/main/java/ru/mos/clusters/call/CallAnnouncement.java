package ru.mos.clusters.call;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call as applicants see it, or would see it.
 *
 * @param published whether it holds; else this is a preview for those who write it
 * @param workingDaysLeft until intake ends, not counting today; null where intake is not open or cannot be counted
 * @param total all money of the call, in roubles
 * @param acts those of the terms, in their order, with their titles
 * @param rulesRu name of the rules in Russian; null where the terms name none that are on record
 */
public record CallAnnouncement(
        UUID id,
        String code,
        boolean published,
        int edition,
        String programmeRu,
        String programmeEn,
        String measureRu,
        String measureEn,
        CallTerms terms,
        @Nullable CallSchedule schedule,
        @Nullable CallPhase phase,
        @Nullable Integer workingDaysLeft,
        BigDecimal total,
        List<Money> money,
        List<Act> acts,
        @Nullable String rulesRu,
        @Nullable String rulesEn)
        implements Serializable {

    /** An act by its title; the code where it is not on record. */
    public record Act(String title, @Nullable LocalDate edition) implements Serializable {}

    /** A confirmed sum; {@code kbk} with its parts apart where the year's layout is known. */
    public record Money(
            @Nullable Integer year,
            @Nullable String kbk,
            @Nullable BigDecimal amount) implements Serializable {}
}
