package ru.mos.clusters.cluster.profile;

import static ru.mos.clusters.platform.ProblemCode.Kind.CONFLICT;
import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** Faults of declared places of work. */
public enum ProfileProblem implements ProblemCode {
    SITE_UNKNOWN(UNKNOWN),
    SITE_OVERLAPS(CONFLICT),
    MUNICIPALITY_UNKNOWN(REFUSED);

    private final Kind kind;

    ProfileProblem(Kind kind) {
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
