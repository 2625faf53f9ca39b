package ru.mos.clusters.cluster.consultation;

import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** Faults of the journal of consultations. */
public enum ConsultationProblem implements ProblemCode {
    CONSULTATION_UNKNOWN(UNKNOWN),
    CONSULTATION_ABOUT_ONE(REFUSED),
    CONSULTATION_IN_FUTURE(REFUSED),
    CONSULTATION_OF_ONESELF(REFUSED),
    ADVISER_NOT_OF_GCKR(REFUSED);

    private final Kind kind;

    ConsultationProblem(Kind kind) {
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
