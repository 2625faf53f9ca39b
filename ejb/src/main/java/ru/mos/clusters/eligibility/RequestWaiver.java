package ru.mos.clusters.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.rule.PartRef;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;

/**
 * Asks that a condition not be held against a cluster for a time.
 *
 * @param parts of the condition, as verdicts name them: {@code NO_VETO}, {@code DECLARATION:7700000016}, {@code
 *     LINK:7700000016:7700000023}; empty: the whole condition
 * @param statement why
 * @param act code of the act that allows it
 * @param edition date of its edition; null where the act has none
 * @param paragraph of the act
 * @param document the paper that asks for it
 * @param validTo last day
 */
public record RequestWaiver(
        UUID cluster,
        RuleCode rule,
        List<String> parts,
        String statement,
        String act,
        @Nullable LocalDate edition,
        String paragraph,
        Paper document,
        LocalDate validFrom,
        LocalDate validTo) {

    private static final int LONGEST_STATEMENT = 4000;
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_NUMBER = 100;

    /**
     * @throws Problem {@code waiver-part-unknown}, {@code part-of-another-rule}, {@code field-required}, {@code
     *     text-too-long}, {@code period-empty}
     */
    public RequestWaiver {
        parts = parts.stream().map(String::valueOf).distinct().sorted().toList();
        for (var part : parts) {
            requirePart(part, rule);
        }
        statement = Texts.line(statement, "/statement", LONGEST_STATEMENT);
        paragraph = Texts.line(paragraph, "/paragraph", LONGEST_LINE);
        var number = document.number();
        document = new Paper(
                Texts.line(document.title(), "/document/title", LONGEST_LINE),
                number == null || number.isBlank() ? null : Texts.line(number, "/document/number", LONGEST_NUMBER),
                document.date());
        if (validTo.isBefore(validFrom)) {
            throw new Problem(PlatformProblem.PERIOD_EMPTY, validFrom, validTo).at("/validTo");
        }
    }

    /** First day on which it holds no more. */
    LocalDate validUntil() {
        return validTo.plusDays(1);
    }

    private static void requirePart(String part, RuleCode rule) {
        var code = PartRef.named(part)
                .orElseThrow(() -> new Problem(
                                EligibilityProblem.WAIVER_PART_UNKNOWN,
                                part.length() > 60 ? part.substring(0, 60) + "…" : part)
                        .at("/parts"))
                .code();
        if (code.rule() != rule) {
            throw new Problem(EligibilityProblem.PART_OF_ANOTHER_RULE, code, code.rule(), rule).at("/parts");
        }
    }
}
