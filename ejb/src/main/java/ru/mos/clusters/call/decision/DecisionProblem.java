package ru.mos.clusters.call.decision;

import static ru.mos.clusters.platform.ProblemCode.Kind.CONFLICT;
import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** What can be wrong with decisions and appeals. */
public enum DecisionProblem implements ProblemCode {
    DECISION_UNKNOWN(UNKNOWN),
    DECISION_NOT_VOTED(CONFLICT),
    DECISION_BEYOND_ASKED(REFUSED),
    DECISION_MADE_TWICE(CONFLICT),
    DECISION_STAYS(CONFLICT),
    AWARD_OF_PAST_YEAR(REFUSED),
    AWARD_OF_PROJECT_TWICE(CONFLICT),
    APPEAL_UNKNOWN(UNKNOWN),
    APPEAL_WITHOUT_REFUSAL(CONFLICT),
    APPEAL_LATE(CONFLICT),
    APPEAL_TWICE(CONFLICT),
    APPEAL_DECIDED(CONFLICT),
    APPEAL_DECIDED_BY_PART(REFUSED),
    APPEAL_TERM_UNKNOWN(CONFLICT);

    private final Kind kind;

    DecisionProblem(Kind kind) {
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
