package ru.mos.clusters.eligibility;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.rule.RuleBook.Parameter;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.platform.Citation;

/**
 * A version of the rules.
 *
 * @param from first day it judges; null: since ever
 * @param parameters as known now, each with the dates and the sector it is for; ends exclusive
 * @param citations the paragraph behind each condition, with the standing of its act today
 */
public record RuleSetView(
        String code,
        int version,
        String nameRu,
        String nameEn,
        @Nullable LocalDate from,
        List<Parameter> parameters,
        List<Cited> citations) {

    /** A condition and the paragraph behind it. */
    public record Cited(RuleCode rule, Citation citation) {}
}
