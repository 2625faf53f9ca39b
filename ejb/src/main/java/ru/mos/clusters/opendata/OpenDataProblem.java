package ru.mos.clusters.opendata;

import static ru.mos.clusters.platform.ProblemCode.Kind.CONFLICT;
import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** Faults of publications of open data. */
public enum OpenDataProblem implements ProblemCode {
    PUBLICATION_UNKNOWN(UNKNOWN),
    PUBLICATION_FILE_UNKNOWN(UNKNOWN),
    PUBLICATION_NOT_TODAY(REFUSED),
    PUBLICATION_FAULTY(REFUSED),
    PUBLICATION_PERSONS_UNANSWERED(REFUSED),
    PUBLICATION_STAYS(CONFLICT),
    PUBLICATION_OVERTAKEN(CONFLICT),
    PUBLIC_TITLE_AGREEMENT_UNKNOWN(UNKNOWN),
    PUBLIC_TITLE_LONG(REFUSED),
    PUBLIC_TITLE_NAMES_PERSON(REFUSED);

    private final Kind kind;

    OpenDataProblem(Kind kind) {
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
