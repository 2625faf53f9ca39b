package ru.mos.clusters.eligibility.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import ru.mos.clusters.eligibility.draft.RuleContent.Value;
import ru.mos.clusters.eligibility.rule.RuleBook;
import ru.mos.clusters.eligibility.rule.RuleBook.Parameter;
import ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.platform.Citation;

/**
 * The rules of a draft, so that they can be asked before they are law. What is missing or impossible is taken as the product
 * ships it, so that one fault does not hide others.
 */
final class ContentBook {

    /** No sector: what holds for those without a value of their own. */
    static final String NO_SECTOR = "";

    private ContentBook() {}

    static RuleBook of(String ruleSet, int version, RuleContent content) {
        var parameters = new ArrayList<Parameter>();
        for (var value : content.parameters()) {
            parameter(value).ifPresent(parameters::add);
        }
        for (var code : ParameterCode.values()) {
            parameters.add(new Parameter(
                    code, null, null, null, ParameterBounds.of(code).usual()));
        }
        return new RuleBook(ruleSet, version, List.copyOf(parameters), citations(content));
    }

    private static Optional<Parameter> parameter(Value value) {
        return isSound(value)
                ? Optional.of(new Parameter(
                        Objects.requireNonNull(value.code()),
                        value.sector(),
                        value.from(),
                        value.until(),
                        Objects.requireNonNull(value.value())))
                : Optional.empty();
    }

    /** Whether the value is one that its parameter takes, in a period that can be. */
    static boolean isSound(Value value) {
        return value.code() != null
                && value.value() != null
                && ParameterBounds.of(value.code()).take(value.value())
                && !isEmpty(value);
    }

    static boolean isEmpty(Value value) {
        return value.from() != null && value.until() != null && !value.from().isBefore(value.until());
    }

    private static Map<RuleCode, Citation> citations(RuleContent content) {
        return Arrays.stream(RuleCode.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        rule -> content.citations().stream()
                                .filter(cited -> cited.rule() == rule && cited.act() != null)
                                .findFirst()
                                .map(cited -> new Citation(
                                        String.valueOf(cited.act()),
                                        cited.edition(),
                                        String.valueOf(cited.paragraph()),
                                        Citation.Status.DRAFT))
                                .orElse(new Citation("", null, "", Citation.Status.DRAFT))));
    }

    /** What a parameter says on a day, by the draft. */
    static String value(
            RuleBook book, ParameterCode code, LocalDate day, @org.jspecify.annotations.Nullable String sector) {
        return book.value(code, day, sector == null ? NO_SECTOR : sector).orElseThrow();
    }
}
