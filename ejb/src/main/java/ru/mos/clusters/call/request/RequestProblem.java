package ru.mos.clusters.call.request;

import static ru.mos.clusters.platform.ProblemCode.Kind.CONFLICT;
import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** What can be wrong with requests to other bodies. */
public enum RequestProblem implements ProblemCode {
    INTERAGENCY_REQUEST_UNKNOWN(UNKNOWN),
    INTERAGENCY_REQUEST_TWICE(CONFLICT),
    INTERAGENCY_REQUEST_ANSWERED(CONFLICT),
    INTERAGENCY_REQUEST_TERM_IMPOSSIBLE(REFUSED),
    INTERAGENCY_REQUEST_TOO_EARLY(CONFLICT),
    REGISTER_LINE_UNREADABLE(REFUSED),
    REGISTER_TOO_LONG(REFUSED);

    private final Kind kind;

    RequestProblem(Kind kind) {
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
