package ru.mos.clusters.agreement.fulfilment;

import static ru.mos.clusters.platform.ProblemCode.Kind.CONFLICT;
import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** Faults of facts of what an agreement promises. */
public enum FulfilmentProblem implements ProblemCode {
    FULFILMENT_UNKNOWN(UNKNOWN),
    FULFILMENT_EARLY(CONFLICT),
    FULFILMENT_IN_FUTURE(REFUSED),
    FULFILMENT_NOT_PROMISED(REFUSED),
    FULFILMENT_VALUE_IMPOSSIBLE(REFUSED),
    FULFILMENT_ACCEPTED_TWICE(CONFLICT),
    FULFILMENT_WITHOUT_INITIATOR(REFUSED),
    FULFILMENT_WITH_OUTSIDER(REFUSED),
    FULFILMENT_USED_TWICE(CONFLICT);

    private final Kind kind;

    FulfilmentProblem(Kind kind) {
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
