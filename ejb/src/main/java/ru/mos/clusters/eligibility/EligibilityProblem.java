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
    FIX_WEIGHT_TOO_LARGE(REFUSED),
    FIX_WEIGHT_IN_PAST(REFUSED),
    WAIVER_UNKNOWN(UNKNOWN),
    WAIVER_DECIDED(CONFLICT),
    WAIVER_NOT_IN_FORCE(CONFLICT),
    WAIVER_OVERLAPS(CONFLICT),
    WAIVER_PART_UNKNOWN(REFUSED),
    WAIVER_ACT_UNKNOWN(REFUSED),
    WAIVER_ACT_NOT_IN_FORCE(REFUSED),
    ACT_UNKNOWN(UNKNOWN),
    ACT_EXISTS(CONFLICT),
    ACT_CODE_MALFORMED(REFUSED),
    ACT_REPEALED(CONFLICT),
    ACT_NOT_IN_FORCE(CONFLICT),
    AMENDING_ACT_UNKNOWN(REFUSED),
    ACT_AMENDS_ITSELF(REFUSED),
    EDITION_UNKNOWN(REFUSED),
    EDITION_EXISTS(CONFLICT),
    EDITION_BEFORE_ACT(REFUSED),
    EDITION_IN_FORCE_TOO_EARLY(REFUSED),
    TERM_OUT_OF_BOUNDS(REFUSED),
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
