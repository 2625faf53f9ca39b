package ru.mos.clusters.call;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.calendar.WorkingDays;
import ru.mos.clusters.ledger.KbkLayout;
import ru.mos.clusters.platform.Citation;

/**
 * What the gate must know besides the terms of a call.
 *
 * @param editions of acts, with their standing on the day of announcement
 * @param rules versions of rules on record
 * @param plan what the plan gives the measure, by year
 * @param taken what other calls of the measure have confirmed already, by year
 * @param firstAwardOn no award of the programme is dated before
 * @param published the terms that hold while an amendment is written; null for a new call
 */
record GateContext(
        List<Edition> editions,
        List<Rules> rules,
        Map<Integer, BigDecimal> plan,
        Map<Integer, BigDecimal> taken,
        LocalDate firstAwardOn,
        WorkingDays calendar,
        List<KbkLayout> layouts,
        @Nullable CallTerms published) {

    /** @param status null where the edition says nothing of the day */
    record Edition(String act, @Nullable LocalDate edition, Citation.@Nullable Status status) {}

    /**
     * A version of rules: {@code CONCEPT_2010:2}.
     *
     * @param from null: since ever
     */
    record Rules(String reference, @Nullable LocalDate from) {}
}
