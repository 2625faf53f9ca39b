package ru.mos.clusters.eligibility;

import static ru.mos.clusters.platform.ProblemCode.Kind.CONFLICT;
import static ru.mos.clusters.platform.ProblemCode.Kind.MALFORMED;
import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** Faults of verdicts and of the conclusions they rest on. */
public enum EligibilityProblem implements ProblemCode {
    RULE_SET_UNKNOWN(UNKNOWN),
    VERDICT_UNKNOWN(UNKNOWN),
    CONCLUSION_UNKNOWN(UNKNOWN),
    CONCLUSION_WITHDRAWN(CONFLICT),
    PART_UNKNOWN(REFUSED),
    PART_OF_ANOTHER_RULE(REFUSED),
    DECLARATION_OF_NO_MEMBER(REFUSED),
    CONCLUSION_DOCUMENT_IN_FUTURE(REFUSED),
    FIX_WEIGHT_NEGATIVE(REFUSED),
    FIX_WEIGHT_IN_PAST(REFUSED),
    SUPPOSITIONS_TOO_MANY(REFUSED),
    SUPPOSITION_UNREADABLE(MALFORMED),
    SUPPOSITION_MEMBER_EXISTS(REFUSED),
    SUPPOSITION_MEMBER_MISSING(REFUSED);

    private final Kind kind;

    EligibilityProblem(Kind kind) {
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
