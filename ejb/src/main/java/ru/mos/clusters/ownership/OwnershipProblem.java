package ru.mos.clusters.ownership;

import static ru.mos.clusters.platform.ProblemCode.Kind.CONFLICT;
import static ru.mos.clusters.platform.ProblemCode.Kind.MALFORMED;
import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator.ProblemCatalogue;

/** Faults of ownership data: of files as a whole, of single extracts and statements in them, and remarks about them. */
public enum OwnershipProblem implements ProblemCode {
    PARTY_MALFORMED(MALFORMED),
    PARTY_UNKNOWN(UNKNOWN),
    SELECTION_TOO_LARGE(REFUSED),
    STAKE_UNKNOWN(UNKNOWN),
    STAKE_SHARE_MISSING(REFUSED),
    STAKE_SHARE_IMPOSSIBLE(REFUSED),
    STAKE_KIND_IMPOSSIBLE(REFUSED),
    STAKE_IN_ITSELF(REFUSED),
    STAKE_OVERLAPS(CONFLICT),
    STAKE_EXCEEDS_WHOLE(REFUSED),
    SHARE_OUT_OF_BOUNDS(REFUSED),
    VOTES_OUT_OF_BOUNDS(REFUSED),
    TREASURY_OUT_OF_BOUNDS(REFUSED),
    MATCH_IMPOSSIBLE(REFUSED),
    MATCH_REASON_REQUIRED(REFUSED),
    IMPORT_UNKNOWN(UNKNOWN),
    IMPORT_NOT_RUNNING(CONFLICT),
    IMPORT_NOT_RESTARTABLE(CONFLICT),
    IMPORT_NOT_WITHDRAWABLE(CONFLICT),
    IMPORT_EMPTY(REFUSED),
    IMPORT_FORMATS_MIXED(REFUSED),
    UPLOAD_NOT_OWNERSHIP(REFUSED),

    EXTRACT_ROOT_UNKNOWN(REFUSED),
    EXTRACT_KIND_UNKNOWN(REFUSED),
    EXTRACT_SUBJECT_MISSING(REFUSED),
    EXTRACT_ATTRIBUTE_MISSING(REFUSED),
    EXTRACT_DATE_IMPOSSIBLE(REFUSED),
    EXTRACT_DATE_LATER(REFUSED),
    EXTRACT_NUMBER_IMPOSSIBLE(REFUSED),
    EXTRACT_NUMBER_WRONG(REFUSED),

    SHARES_EXCEED(REFUSED),
    SHARES_ZERO(REFUSED),
    SHARES_MISSING(REFUSED),
    VOTES_UNREADABLE(REFUSED),
    VOTES_UNCERTAIN(REFUSED),
    FOUNDER_UNIDENTIFIED(REFUSED),
    FOUNDER_TWICE(REFUSED),
    FOUNDER_KIND_UNKNOWN(REFUSED),
    FOUNDERS_OF_JOINT_STOCK(REFUSED),
    OWNS_ITSELF(REFUSED),
    PARTY_NUMBER_WRONG(REFUSED),
    EXECUTIVES_SEVERAL(REFUSED),
    POSITION_NOT_EXECUTIVE(REFUSED),

    BODS_MALFORMED(REFUSED),
    BODS_NOT_A_LIST(REFUSED),
    BODS_LIMIT(REFUSED),
    BODS_INVALID(REFUSED),
    BODS_PROPERTY_MISSING(REFUSED),
    BODS_VALUE_NOT_LISTED(REFUSED),
    BODS_FORMAT_WRONG(REFUSED),
    BODS_TYPE_WRONG(REFUSED),
    BODS_RULE_BROKEN(REFUSED),
    BODS_STATEMENT_TWICE(REFUSED),
    BODS_REFERENCE_ABSENT(REFUSED),
    BODS_PREDECESSOR_ABSENT(REFUSED),
    BODS_SUBJECT_UNKNOWN(REFUSED),
    BODS_DATES_IMPOSSIBLE(REFUSED),
    BODS_NUMBER_IMPOSSIBLE(REFUSED),
    BODS_INTEREST_CARRIED(REFUSED),
    BODS_SHARES_EXCEED(REFUSED);

    private final Kind kind;

    OwnershipProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    /** All of them, for the translator. */
    public static final class Catalogue implements ProblemCatalogue {
        @Override
        public List<ProblemCode> codes() {
            return List.of(values());
        }
    }
}
