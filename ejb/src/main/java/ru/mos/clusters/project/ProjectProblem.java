package ru.mos.clusters.project;

import static ru.mos.clusters.platform.ProblemCode.Kind.CONFLICT;
import static ru.mos.clusters.platform.ProblemCode.Kind.FORBIDDEN;
import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** What can be wrong with joint projects. */
public enum ProjectProblem implements ProblemCode {
    PROJECT_UNKNOWN(UNKNOWN),
    PROJECT_EDITION_UNKNOWN(UNKNOWN),
    PROJECT_OF_ANOTHER(FORBIDDEN),
    PROJECT_FROZEN(CONFLICT),
    PROJECT_TOO_LARGE(REFUSED),
    PROJECT_TITLE_MISSING(REFUSED),
    PROJECT_LEAD_NOT_ORGANISATION(REFUSED),
    PROJECT_WITHOUT_ORGANISATION(REFUSED),
    PROJECT_PARTICIPANTS_TOO_FEW(REFUSED),
    PROJECT_LEAD_CLUSTER_MISSING(REFUSED),
    PROJECT_DISTRIBUTION_DIFFERS(REFUSED);

    private final Kind kind;

    ProjectProblem(Kind kind) {
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
