package ru.mos.clusters.ledger.year;

import static ru.mos.clusters.platform.ProblemCode.Kind.CONFLICT;
import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** Faults of the end of a year. */
public enum YearEndProblem implements ProblemCode {
    YEAR_END_UNKNOWN(UNKNOWN),
    YEAR_END_EARLY(REFUSED),
    YEAR_END_MADE(CONFLICT),
    YEAR_END_INCOMPLETE(CONFLICT),
    YEAR_END_REFUSED(REFUSED),
    CARRY_LINES_TOO_MANY(REFUSED),
    CARRY_STAGE_IMPOSSIBLE(REFUSED),
    CARRY_SUM_IMPOSSIBLE(REFUSED),
    CARRY_TWICE(REFUSED),
    CARRY_EXCEEDED(CONFLICT);

    private final Kind kind;

    YearEndProblem(Kind kind) {
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
