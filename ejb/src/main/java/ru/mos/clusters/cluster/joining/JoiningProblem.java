package ru.mos.clusters.cluster.joining;

import static ru.mos.clusters.platform.ProblemCode.Kind.CONFLICT;
import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** Faults of applications to join and of what is done with them. */
public enum JoiningProblem implements ProblemCode {
    APPLICATION_UNKNOWN(UNKNOWN),
    APPLICATION_OPEN_ALREADY(CONFLICT),
    APPLICATION_STEP_NOT_ALLOWED(CONFLICT),
    APPLICATION_DECIDED_EARLY(REFUSED),
    APPLICATION_DATE_IN_FUTURE(REFUSED),
    APPLICATION_OUTSIDE_CLUSTER(REFUSED),
    APPLICANT_IS_MEMBER(CONFLICT),
    APPLICANT_WITHOUT_ORGANISATION(REFUSED),
    APPLICANT_OF_ANOTHER_ORGANISATION(REFUSED),
    APPLICANT_SUBMITS_TODAY(REFUSED),
    ADMITTED_BEFORE_DECISION(REFUSED),
    REFUSAL_GROUND_AMBIGUOUS(REFUSED),
    GROUND_UNKNOWN(REFUSED),
    GROUND_NOT_FOUND(UNKNOWN),
    GROUND_EXISTS(CONFLICT),
    GROUND_CODE_MALFORMED(REFUSED),
    GROUND_WITHOUT_DOCUMENT(REFUSED),
    JOINING_PARAMETER_OUT_OF_RANGE(REFUSED);

    private final Kind kind;

    JoiningProblem(Kind kind) {
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
