package ru.mos.clusters.cluster;

import static ru.mos.clusters.platform.ProblemCode.Kind.CONFLICT;
import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** Faults of clusters and their members. */
public enum ClusterProblem implements ProblemCode {
    SECTOR_UNKNOWN(REFUSED),
    SECTOR_NOT_IN_FORCE(REFUSED),
    SECTOR_EXISTS(CONFLICT),
    SECTOR_PREFIX_TAKEN(CONFLICT),
    SECTOR_CODE_MALFORMED(REFUSED),
    SECTOR_PREFIX_MALFORMED(REFUSED),
    SECTOR_ACTIVITY_EXISTS(CONFLICT),
    ACTIVITY_CODE_MALFORMED(REFUSED),
    CLUSTER_UNKNOWN(UNKNOWN),
    CLUSTER_NUMBER_TAKEN(CONFLICT),
    CLUSTER_NUMBER_MALFORMED(REFUSED),
    CLUSTER_CLOSED(CONFLICT),
    PARTICULARS_ONCE(CONFLICT),
    ORGANISATION_NOT_LEGAL_ENTITY(REFUSED),
    ORGANISATION_OVERLAPS(CONFLICT),
    ORGANISATION_IS_NOT_A_MEMBER(REFUSED),
    CURATOR_UNKNOWN(REFUSED),
    CURATOR_NOT_OF_GCKR(REFUSED),
    CURATORSHIP_OVERLAPS(CONFLICT),
    MEMBERSHIP_UNKNOWN(UNKNOWN),
    MEMBERSHIP_OVERLAPS(CONFLICT),
    MEMBERSHIP_WITHOUT_ROLE(REFUSED),
    MEMBERSHIP_OUTSIDE_CLUSTER(REFUSED),
    CLUSTER_DOCUMENT_UNKNOWN(UNKNOWN),
    DOCUMENT_WITHOUT_FILE(UNKNOWN),
    CLOSING_REASON_MISSING(REFUSED),
    DATE_BEFORE_CLUSTER(REFUSED),
    TAKE_ON_REFUSED(REFUSED),
    TAKE_ON_EMPTY(REFUSED),
    ROW_REPEATED(REFUSED),
    CLUSTER_LABEL_REPEATED(REFUSED),
    CLUSTER_LABEL_UNKNOWN(REFUSED),
    PARTICIPANT_ROLE_UNKNOWN(REFUSED),
    LEGAL_FORM_UNKNOWN(REFUSED),
    YES_OR_NO_UNREADABLE(REFUSED),
    ORGANISATION_MISSING(REFUSED);

    private final Kind kind;

    ClusterProblem(Kind kind) {
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
