package ru.mos.clusters.registry;

import static ru.mos.clusters.platform.ProblemCode.Kind.CONFLICT;
import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** Faults of asking about subjects and of facts entered by hand. */
public enum EntityProblem implements ProblemCode {
    ENTITY_UNKNOWN(UNKNOWN),
    MANUAL_FACT_UNKNOWN(UNKNOWN),
    MANUAL_FACT_VALUE_IMPOSSIBLE(REFUSED),
    MANUAL_FACT_YEAR_REQUIRED(REFUSED),
    MANUAL_FACT_PERIOD_EMPTY(REFUSED),
    MANUAL_FACT_TOO_EARLY(REFUSED),
    MANUAL_FACT_DOCUMENT_UNKNOWN(REFUSED),
    MANUAL_FACT_OVERLAPS(CONFLICT),
    MANUAL_FACT_DECIDED(CONFLICT),
    MANUAL_FACT_ENDED(CONFLICT),
    NAME_RETENTION_YEARS_POSITIVE(REFUSED);

    private final Kind kind;

    EntityProblem(Kind kind) {
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
