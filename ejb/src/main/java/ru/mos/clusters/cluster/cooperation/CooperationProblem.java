package ru.mos.clusters.cluster.cooperation;

import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** Faults of agreements with partners. */
public enum CooperationProblem implements ProblemCode {
    AGREEMENT_UNKNOWN(UNKNOWN),
    AGREEMENT_WITHOUT_FILE(UNKNOWN),
    AGREEMENT_PARTIES_TOO_FEW(REFUSED),
    AGREEMENT_PARTY_NOT_OF_CLUSTER(REFUSED),
    AGREEMENT_WITHOUT_PARTNER(REFUSED);

    private final Kind kind;

    CooperationProblem(Kind kind) {
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
