package ru.mos.clusters.dashboard;

import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** Faults of questions about boards. */
public enum DashboardProblem implements ProblemCode {
    BOARD_NOT_TOLD_SO(REFUSED),
    BOARD_YEAR_OUT_OF_RANGE(REFUSED);

    private final Kind kind;

    DashboardProblem(Kind kind) {
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
