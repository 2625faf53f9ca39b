package ru.mos.clusters.cluster.merger;

import static ru.mos.clusters.platform.ProblemCode.Kind.CONFLICT;
import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** Faults of mergers of clusters. */
public enum MergerProblem implements ProblemCode {
    MERGER_UNKNOWN(UNKNOWN),
    MERGER_TOO_FEW(REFUSED),
    MERGER_WITH_ITSELF(REFUSED),
    MERGER_SUCCESSOR_AMBIGUOUS(REFUSED),
    MERGER_ACROSS_SECTORS(REFUSED),
    MERGER_CLUSTER_NOT_OPEN(REFUSED),
    MERGER_DAY_TOO_EARLY(REFUSED),
    MERGER_ORGANISATION_IS_MEMBER(REFUSED),
    MERGER_APPLICATIONS_OPEN(CONFLICT),
    MERGER_PENDING_ALREADY(CONFLICT),
    MERGER_DECIDED(CONFLICT),
    MERGER_DOCUMENT_IN_FUTURE(REFUSED);

    private final Kind kind;

    MergerProblem(Kind kind) {
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
