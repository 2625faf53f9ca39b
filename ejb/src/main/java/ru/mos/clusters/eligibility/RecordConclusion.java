package ru.mos.clusters.eligibility;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.rule.PartRef;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;

/**
 * Records a person's answer to what only a person can say.
 *
 * @param part {@code GOALS}, or {@code DECLARATION:7700000016} where one member is asked
 * @param met the answer
 * @param validTo last day; null: until withdrawn
 */
public record RecordConclusion(
        UUID cluster,
        RuleCode rule,
        String part,
        boolean met,
        String statement,
        Paper document,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    private static final int LONGEST_STATEMENT = 4000;
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_NUMBER = 100;

    /**
     * @throws Problem {@code part-unknown}, {@code part-of-another-rule}, {@code field-required}, {@code text-too-long},
     *     {@code period-empty}
     */
    public RecordConclusion {
        var ref = ref(part);
        if (ref.code().rule() != rule) {
            throw new Problem(
                            EligibilityProblem.PART_OF_ANOTHER_RULE,
                            ref.code(),
                            ref.code().rule(),
                            rule)
                    .at("/part");
        }
        statement = Texts.line(statement, "/statement", LONGEST_STATEMENT);
        var number = document.number();
        document = new Paper(
                Texts.line(document.title(), "/document/title", LONGEST_TITLE),
                number == null || number.isBlank() ? null : Texts.line(number, "/document/number", LONGEST_NUMBER),
                document.date());
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw new Problem(PlatformProblem.PERIOD_EMPTY, validFrom, validTo).at("/validTo");
        }
    }

    /** The part concluded upon. */
    PartRef ref() {
        return ref(part);
    }

    /** First day on which it holds no more; null: it lasts. */
    @Nullable
    LocalDate validUntil() {
        return validTo == null ? null : validTo.plusDays(1);
    }

    private static PartRef ref(String part) {
        return PartRef.parse(part)
                .orElseThrow(() -> new Problem(
                                EligibilityProblem.PART_UNKNOWN,
                                part.length() > 60 ? part.substring(0, 60) + "…" : part)
                        .at("/part"));
    }
}
