package ru.mos.clusters.call.assessment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Text;

/**
 * What the pool keeps of an expert.
 *
 * @param inn the person's own number; without it nothing can be found in the graph of ownership
 * @param fields codes of sectors and of directions of joint projects
 * @param to last day; null: until further notice
 */
public record EnterExpert(
        @Nullable Inn inn,
        @Nullable Inn employer,
        @Nullable String employerName,
        List<String> fields,
        LocalDate from,
        @Nullable LocalDate to) {

    /**
     * @throws ru.mos.clusters.platform.Problem {@code expert-fields-missing}, {@code expert-period-empty}, {@code
     *     expert-number-malformed}
     */
    public EnterExpert {
        fields = fields.stream().map(String::strip).distinct().sorted().toList();
        employerName = Text.optional(employerName, "/employerName");
        if (fields.isEmpty()) {
            throw new ru.mos.clusters.platform.Problem(AssessmentProblem.EXPERT_FIELDS_MISSING).at("/fields");
        }
        if (inn != null && inn.isLegalEntity()) {
            throw new ru.mos.clusters.platform.Problem(AssessmentProblem.EXPERT_NUMBER_MALFORMED).at("/inn");
        }
        if (to != null && to.isBefore(from)) {
            throw new ru.mos.clusters.platform.Problem(AssessmentProblem.EXPERT_PERIOD_EMPTY).at("/to");
        }
    }
}
