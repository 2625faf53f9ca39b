package ru.mos.clusters.infrastructure;

import static ru.mos.clusters.platform.ProblemCode.Kind.CONFLICT;
import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** Faults of infrastructure organisations, their accreditation and services. */
public enum InfrastructureProblem implements ProblemCode {
    INFRASTRUCTURE_UNKNOWN(UNKNOWN),
    INFRASTRUCTURE_CLOSED(CONFLICT),
    INFRASTRUCTURE_NOT_LEGAL_ENTITY(REFUSED),
    INFRASTRUCTURE_KIND_UNKNOWN(REFUSED),
    INFRASTRUCTURE_SERVICE_UNKNOWN(REFUSED),
    INFRASTRUCTURE_SECTOR_UNKNOWN(REFUSED),
    INFRASTRUCTURE_PARENT_UNKNOWN(REFUSED),
    INFRASTRUCTURE_PARENT_ITSELF(REFUSED),
    INFRASTRUCTURE_CENTRE_WITHOUT_PARENT(REFUSED),
    INFRASTRUCTURE_CENTRE_WITHOUT_ADDRESS(REFUSED),
    INFRASTRUCTURE_DATE_BEFORE(REFUSED),
    ACCREDITATION_UNKNOWN(UNKNOWN),
    ACCREDITATION_OVERLAPS(CONFLICT),
    ACCREDITATION_DECIDED(CONFLICT),
    ACCREDITATION_OUTSIDE_ORGANISATION(REFUSED),
    REQUIREMENT_UNKNOWN(REFUSED),
    REQUIREMENT_UNANSWERED(REFUSED),
    REQUIREMENT_NOT_MET(REFUSED),
    REQUIREMENT_WITHOUT_DOCUMENT(REFUSED),
    OFFER_UNKNOWN(UNKNOWN),
    OFFER_OVERLAPS(CONFLICT),
    CAPACITY_NOT_POSITIVE(REFUSED),
    OFFICER_UNKNOWN(REFUSED),
    OFFICER_NOT_OF_INFRASTRUCTURE(REFUSED),
    OFFICER_OVERLAPS(CONFLICT),
    NEED_NEGATIVE(REFUSED),
    NEED_YEAR_OUT_OF_RANGE(REFUSED);

    private final Kind kind;

    InfrastructureProblem(Kind kind) {
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
