package ru.mos.clusters.call.application;

import static ru.mos.clusters.platform.ProblemCode.Kind.CONFLICT;
import static ru.mos.clusters.platform.ProblemCode.Kind.FORBIDDEN;
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
    CALL_APPLICATION_REASON_REQUIRED(REFUSED),
    CALL_APPLICATION_INCOMPLETE(REFUSED),
    CALL_APPLICATION_MANDATE_MISSING(REFUSED),
    CALL_APPLICATION_PERSON_MISSING(REFUSED),
    CALL_APPLICATION_PAPER_UNREGISTERED(REFUSED),
    CALL_APPLICATION_PAPER_IN_FUTURE(REFUSED),
    CALL_APPLICATION_REQUIREMENT_UNKNOWN(REFUSED),
    CALL_APPLICATION_FILES_TOO_MANY(REFUSED),
    CALL_APPLICATION_NOT_SUBMITTED(CONFLICT),
    CALL_APPLICATION_RETURNS_USED(CONFLICT),
    CALL_APPLICATION_REMARKS_MISSING(REFUSED),
    CALL_APPLICATION_GROUND_UNKNOWN(REFUSED),
    CALL_APPLICATION_TERM_RUNS(CONFLICT),
    CALL_APPLICATION_REQUEST_OPEN(CONFLICT),
    CALL_APPLICATION_ANSWER_ADVERSE(CONFLICT),
    CALL_APPLICATION_STANDING_OPEN(CONFLICT),
    CALL_APPLICATION_VOTED(CONFLICT),

    // what the gate finds
    CALL_APPLICATION_FIELD_MISSING(REFUSED),
    CALL_APPLICATION_EMAIL_MALFORMED(REFUSED),
    CALL_APPLICATION_KIND_NOT_CALLED(REFUSED),
    CALL_APPLICATION_FORM_NOT_CALLED(REFUSED),
    CALL_APPLICATION_MONEY_WITHOUT_FORM(REFUSED),
    CALL_APPLICATION_NOT_PLANNED(REFUSED),
    CALL_APPLICATION_PROJECT_FAULTY(REFUSED),
    CALL_APPLICATION_NOT_ELIGIBLE(REFUSED),
    CALL_APPLICATION_CHECKED_BY_ADVISER(FORBIDDEN),
    CALL_APPLICATION_DOCUMENT_MISSING(REFUSED),
    CALL_APPLICATION_DECLARATION_MISSING(REFUSED);

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
