package ru.mos.clusters.call.application;

import static ru.mos.clusters.platform.ProblemCode.Kind.CONFLICT;
import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** What can be wrong with applications to calls. */
public enum ApplicationProblem implements ProblemCode {
    CALL_APPLICATION_UNKNOWN(UNKNOWN),
    CALL_APPLICATION_TWICE(CONFLICT),
    CALL_APPLICATION_PROJECT_UNKNOWN(REFUSED),
    CALL_APPLICATION_CLOSED(CONFLICT),
    CALL_APPLICATION_EARLY(CONFLICT),
    CALL_APPLICATION_LATE(CONFLICT),
    CALL_APPLICATION_CORRECTION_LATE(CONFLICT),
    CALL_APPLICATION_RECEIVED(CONFLICT),
    CALL_APPLICATION_REASON_REQUIRED(REFUSED);

    private final Kind kind;

    ApplicationProblem(Kind kind) {
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
