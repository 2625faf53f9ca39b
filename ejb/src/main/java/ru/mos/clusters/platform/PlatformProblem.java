package ru.mos.clusters.platform;

import static ru.mos.clusters.platform.ProblemCode.Kind.CONFLICT;
import static ru.mos.clusters.platform.ProblemCode.Kind.FORBIDDEN;
import static ru.mos.clusters.platform.ProblemCode.Kind.MALFORMED;
import static ru.mos.clusters.platform.ProblemCode.Kind.PRECONDITION_MISSING;
import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.STALE;
import static ru.mos.clusters.platform.ProblemCode.Kind.TOO_LARGE;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNAUTHENTICATED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNAVAILABLE;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

/** Faults that any capability can meet. */
public enum PlatformProblem implements ProblemCode {
    INN_MALFORMED(MALFORMED),
    INN_CHECKSUM(MALFORMED),
    OGRN_MALFORMED(MALFORMED),
    OGRN_CHECKSUM(MALFORMED),
    DATE_MALFORMED(MALFORMED),
    INSTANT_MALFORMED(MALFORMED),
    PERIOD_EMPTY(REFUSED),
    FRACTION_DENOMINATOR_ZERO(REFUSED),
    REQUEST_MALFORMED(MALFORMED),
    PARAMETER_MALFORMED(MALFORMED),
    BODY_REQUIRED(MALFORMED),
    FIELD_UNKNOWN(MALFORMED),
    FIELD_REQUIRED(MALFORMED),
    FIELD_MALFORMED(MALFORMED),
    TEXT_FORBIDDEN_CHARACTER(MALFORMED),
    TEXT_TOO_LONG(REFUSED),
    LIMIT_OUT_OF_RANGE(MALFORMED),
    CURSOR_INVALID(MALFORMED),
    UNAUTHENTICATED_REQUEST(UNAUTHENTICATED),
    FORBIDDEN_ROLE(FORBIDDEN),
    NOT_FOUND(UNKNOWN),
    CHANGED_MEANWHILE(STALE),
    IF_MATCH_REQUIRED(PRECONDITION_MISSING),
    IDEMPOTENCY_KEY_REUSED(REFUSED),
    IDEMPOTENCY_KEY_BUSY(CONFLICT),
    BODY_TOO_LARGE(TOO_LARGE),
    DOCUMENT_UNKNOWN(UNKNOWN),
    DOCUMENT_EMPTY(REFUSED),
    DOCUMENT_TYPE_REFUSED(REFUSED),
    SECOND_PERSON_REQUIRED(REFUSED),
    USER_UNKNOWN(UNKNOWN),
    USER_EXISTS(CONFLICT),
    LOGIN_MALFORMED(REFUSED),
    ORGANISATION_EXISTS(CONFLICT),
    ORGANISATION_UNKNOWN(UNKNOWN),
    PASSWORD_TOO_WEAK(REFUSED),
    PASSWORD_WRONG(REFUSED),
    ROLE_UNKNOWN(REFUSED),
    LAST_ADMINISTRATOR(CONFLICT),
    DEPUTY_ORDER_UNKNOWN(UNKNOWN),
    DEPUTY_OF_ONESELF(REFUSED),
    DEPUTY_ENTERS_OWN_ORDER(REFUSED),
    DEPUTY_ENTERS_ORDER(REFUSED),
    DEPUTY_OF_PROGRAM(REFUSED),
    DEPUTY_PERIOD_OVER(REFUSED),
    DEPUTY_OVERLAPS(CONFLICT),
    TASK_UNKNOWN(UNKNOWN),
    TRANSITION_NOT_ALLOWED(CONFLICT),
    DATABASE_AWAY(UNAVAILABLE),
    DATABASE_BUSY(UNAVAILABLE);

    private final Kind kind;

    PlatformProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
