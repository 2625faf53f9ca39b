package ru.mos.clusters.registry.release;

import static ru.mos.clusters.platform.ProblemCode.Kind.CONFLICT;
import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

import ru.mos.clusters.platform.ProblemCode;

/** Faults of releases as a whole, of single documents in them, remarks about them, and refusals of commands. */
public enum ReleaseProblem implements ProblemCode {
    RELEASE_UNKNOWN(UNKNOWN),
    RELEASE_NOT_RUNNING(CONFLICT),
    RELEASE_NOT_RESTARTABLE(CONFLICT),
    RELEASE_NOT_WITHDRAWABLE(CONFLICT),
    WITHDRAWAL_REQUESTED_ALREADY(CONFLICT),
    WITHDRAWAL_NOT_REQUESTED(CONFLICT),
    WITHDRAWAL_REASON_REQUIRED(REFUSED),

    UPLOAD_NOT_A_RELEASE(REFUSED),
    ROOT_UNKNOWN(REFUSED),
    KIND_UNKNOWN(REFUSED),
    KINDS_MIXED(REFUSED),
    RELEASE_EMPTY(REFUSED),
    RELEASE_UNDATED(REFUSED),
    RELEASE_TOO_SMALL(REFUSED),

    DOCUMENT_ATTRIBUTE_MISSING(REFUSED),
    DOCUMENT_SUBJECT_MISSING(REFUSED),
    DOCUMENT_DATE_IMPOSSIBLE(REFUSED),
    DOCUMENT_DATE_OTHER(REFUSED),
    DOCUMENT_DATE_LATER(REFUSED),
    DOCUMENT_CODE_UNKNOWN(REFUSED),
    DOCUMENT_NUMBER_IMPOSSIBLE(REFUSED),
    DOCUMENT_SUBJECT_TWICE(REFUSED),

    FIELD_EMPTY(REFUSED);

    private final Kind kind;

    ReleaseProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
