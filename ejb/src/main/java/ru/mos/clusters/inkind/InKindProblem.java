package ru.mos.clusters.inkind;

import static ru.mos.clusters.platform.ProblemCode.Kind.CONFLICT;
import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** Faults of support in kind. */
public enum InKindProblem implements ProblemCode {
    IN_KIND_UNKNOWN(UNKNOWN),
    IN_KIND_OFFER_UNKNOWN(REFUSED),
    IN_KIND_OFFER_OF_OTHER_SECTOR(REFUSED),
    IN_KIND_ORGANISATION_NOT_ACCREDITED(REFUSED),
    IN_KIND_NOWHERE(REFUSED),
    IN_KIND_CLUSTER_UNKNOWN(REFUSED),
    IN_KIND_SECTOR_UNKNOWN(REFUSED),
    IN_KIND_NOT_REPRESENTED(REFUSED),
    IN_KIND_ASKED_WITHOUT_DOCUMENT(REFUSED),
    IN_KIND_IS_NO_MONEY(REFUSED),
    IN_KIND_SERVICE_NOT_OF_FORM(REFUSED),
    IN_KIND_QUANTITY_IMPOSSIBLE(REFUSED),
    IN_KIND_PERSONS_IMPOSSIBLE(REFUSED),
    IN_KIND_PERSONS_MISSING(REFUSED),
    IN_KIND_TOO_LONG(REFUSED),
    IN_KIND_CAPACITY_MISSING(REFUSED),
    IN_KIND_SAME_PERSON(CONFLICT),
    OFFER_RESERVED(CONFLICT),
    IN_KIND_EQUAL_RUNS(CONFLICT),
    IN_KIND_REPEATED(CONFLICT),
    IN_KIND_BANNED(CONFLICT),
    IN_KIND_DOUBTFUL(CONFLICT),
    IN_KIND_NO_DOUBT(CONFLICT),
    CAPACITY_EXCEEDED(CONFLICT),
    SCHEDULE_OUTSIDE_RESERVATION(REFUSED),
    IN_KIND_PROPERTY_WITHOUT_AGREEMENT(REFUSED),
    IN_KIND_OBJECT_UNKNOWN(UNKNOWN),
    IN_KIND_OBJECT_ORGANISATION_UNKNOWN(REFUSED),
    IN_KIND_OBJECT_AREA_MISSING(REFUSED),
    IN_KIND_OBJECT_EXISTS(CONFLICT),
    BOOKING_OVERLAPS(CONFLICT),
    DELIVERED_BEYOND_RESERVED(CONFLICT),
    DELIVERY_VALUE_IMPOSSIBLE(REFUSED),
    VALUE_WITHOUT_DOCUMENT(REFUSED),
    DELIVERY_IN_FUTURE(REFUSED),
    DELIVERY_OUTSIDE_RESERVATION(REFUSED),
    DELIVERY_BEFORE_APPROVAL(REFUSED),
    IN_KIND_CONFIRMED_ALREADY(CONFLICT),
    MARK_OUT_OF_RANGE(REFUSED);

    private final Kind kind;

    InKindProblem(Kind kind) {
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
