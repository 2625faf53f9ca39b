package ru.mos.clusters.cluster.agglomeration;

import static ru.mos.clusters.platform.ProblemCode.Kind.CONFLICT;
import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** Faults of agglomerations. */
public enum AgglomerationProblem implements ProblemCode {
    AGGLOMERATION_UNKNOWN(UNKNOWN),
    AGGLOMERATION_CLOSED(CONFLICT),
    AGGLOMERATION_OVERLAPS(CONFLICT),
    ASSIGNMENT_UNKNOWN(UNKNOWN),
    ASSIGNMENT_OUTSIDE_AGGLOMERATION(REFUSED),
    ASSIGNMENT_OUTSIDE_CLUSTER(REFUSED);

    private final Kind kind;

    AgglomerationProblem(Kind kind) {
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
