package ru.mos.clusters.recipient;

import static ru.mos.clusters.platform.ProblemCode.Kind.CONFLICT;
import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** Faults of files for the tax service and of its answers. */
public enum RecipientProblem implements ProblemCode {
    BATCH_UNKNOWN(UNKNOWN),
    BATCH_PREPARED_TWICE(CONFLICT),
    BATCH_WITHOUT_RECORDS(CONFLICT),
    BATCH_OUTDATED(CONFLICT),
    BATCH_WITHOUT_DOCUMENTS(CONFLICT),
    BATCH_NOT_RELEASED(CONFLICT),
    BATCH_SETTLED(CONFLICT),
    BATCH_FILE_UNSOUND(REFUSED),
    ITEM_CODE_UNKNOWN(REFUSED),
    ANSWER_EMPTY(REFUSED),
    ANSWER_ATTRIBUTE_MISSING(REFUSED),
    ANSWER_CODE_UNKNOWN(REFUSED),
    ANSWER_NUMBER_MALFORMED(REFUSED),
    ANSWER_DOCUMENT_TWICE(REFUSED),
    ANSWER_DOCUMENT_UNKNOWN(REFUSED),
    ANSWER_OF_ANOTHER_BATCH(REFUSED),
    ANSWER_NUMBER_TWICE(REFUSED),
    ANSWER_DIFFERS(CONFLICT);

    private final Kind kind;

    RecipientProblem(Kind kind) {
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
