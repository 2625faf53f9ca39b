package ru.mos.clusters.call.assessment;

import static ru.mos.clusters.platform.ProblemCode.Kind.CONFLICT;
import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** What can be wrong with experts, their work and what comes of it. */
public enum AssessmentProblem implements ProblemCode {
    EXPERT_UNKNOWN(UNKNOWN),
    EXPERT_EXISTS(CONFLICT),
    EXPERT_ROLE_MISSING(REFUSED),
    EXPERT_FIELDS_MISSING(REFUSED),
    EXPERT_FIELD_UNKNOWN(REFUSED),
    EXPERT_PERIOD_EMPTY(REFUSED),
    EXPERT_NUMBER_MALFORMED(REFUSED),
    EXPERT_NOT_IN_POOL(CONFLICT),
    EXPERT_CONFLICTED(CONFLICT),
    EXPERT_UNCHECKED(CONFLICT),
    EXPERT_ASSIGNMENT_UNKNOWN(UNKNOWN),
    ASSIGNMENT_TWICE(CONFLICT),
    CALL_INVITATION_TWICE(CONFLICT),
    ASSIGNMENT_CALL_CLOSED(CONFLICT),
    ASSIGNMENT_APPLICATION_NOT_ADMITTED(CONFLICT),
    ASSIGNMENT_OF_CALL(REFUSED),
    ASSIGNMENT_REASON_REQUIRED(REFUSED),
    CONFLICT_NOT_FOUND(CONFLICT),
    SCORES_REFUSED(REFUSED),
    SCORE_MISSING(REFUSED),
    SCORE_TWICE(REFUSED),
    SCORE_CRITERION_UNKNOWN(REFUSED),
    SCORE_OUT_OF_SCALE(REFUSED),
    SCORE_REASON_MISSING(REFUSED),
    ASSESSMENT_OVER(CONFLICT),
    ASSESSMENT_KEPT(CONFLICT),
    OWN_SCORES_FIRST(CONFLICT),
    DISCUSSION_UNKNOWN(UNKNOWN),
    DISCUSSION_TWICE(CONFLICT),
    OPINION_TOO_EARLY(CONFLICT),
    OPINION_UNKNOWN(UNKNOWN),
    OPINION_TWICE(CONFLICT),
    CONFLICT_CHECK_TWICE(CONFLICT),
    ASSESSMENT_PARAMETER_MALFORMED(REFUSED);

    private final Kind kind;

    AssessmentProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    /** All of them, for the translator. */
    public static final class Catalogue implements ProblemTranslator.ProblemCatalogue {
        @Override
        public List<ProblemCode> codes() {
            return List.of(values());
        }
    }
}
