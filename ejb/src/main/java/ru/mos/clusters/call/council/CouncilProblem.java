package ru.mos.clusters.call.council;

import static ru.mos.clusters.platform.ProblemCode.Kind.CONFLICT;
import static ru.mos.clusters.platform.ProblemCode.Kind.FORBIDDEN;
import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** What can be wrong with bodies, sittings, votes and protocols. */
public enum CouncilProblem implements ProblemCode {
    COUNCIL_BODY_UNKNOWN(UNKNOWN),
    COUNCIL_BODY_EXISTS(CONFLICT),
    COUNCIL_BODY_CODE_MALFORMED(REFUSED),
    REGULATIONS_MISSING(CONFLICT),
    REGULATIONS_QUORUM_IMPOSSIBLE(REFUSED),
    REGULATIONS_APPEAL_TERM_IMPOSSIBLE(REFUSED),
    ORDER_EMPTY(REFUSED),
    ORDER_EARLIER(CONFLICT),
    SEAT_UNKNOWN(REFUSED),
    SEAT_USER_UNKNOWN(REFUSED),
    SEAT_PERIOD_EMPTY(REFUSED),
    SEAT_OVERLAPS(CONFLICT),
    SEAT_CHAIRS_TWICE(CONFLICT),
    SEAT_SECRETARIES_TWICE(CONFLICT),

    SITTING_UNKNOWN(UNKNOWN),
    SITTING_ITEM_UNKNOWN(REFUSED),
    SITTING_BEFORE_RANKING(CONFLICT),
    MOTION_BEYOND_MONEY(CONFLICT),
    SITTING_AGENDA_EMPTY(CONFLICT),
    SITTING_NUMBERED(CONFLICT),
    ITEM_TWICE(CONFLICT),
    ITEM_APPLICATION_UNFIT(REFUSED),
    MOTION_UNKNOWN(REFUSED),
    MOTION_OF_OTHER_BODY(REFUSED),
    MOTION_BEFORE_LAST_DECIDED(CONFLICT),
    MOTION_SUM_MISSING(REFUSED),
    MOTION_SUM_NOT_POSITIVE(REFUSED),
    MOTION_BEYOND_ASKED(REFUSED),
    MOTION_MONEY_UNKNOWN(REFUSED),
    MOTION_GROUND_MISSING(REFUSED),
    MOTION_REASON_MISSING(REFUSED),
    MOTION_DEPARTURE_MISSING(REFUSED),
    MOTION_ACT_UNKNOWN(REFUSED),
    RECUSAL_TWICE(CONFLICT),
    RECUSAL_AFTER_VOTE(CONFLICT),
    VOTE_NOT_OPEN(CONFLICT),
    VOTE_OF_OUTSIDER(FORBIDDEN),
    VOTE_OF_ANOTHER(FORBIDDEN),
    VOTE_OF_ABSENT(REFUSED),
    VOTE_OF_RECUSED(REFUSED),
    VOTE_WITH_CONFLICT(REFUSED),
    VOTE_AFTER_PART_TAKEN(REFUSED),
    VOTE_IN_WRITING_NOT_ALLOWED(REFUSED),
    VOTE_WITHOUT_QUORUM(CONFLICT),
    VOTE_TWICE(CONFLICT),
    VOTE_STAYS(CONFLICT),

    PROTOCOL_UNKNOWN(UNKNOWN),
    PROTOCOL_SITTING_NOT_CLOSED(CONFLICT),
    PROTOCOL_DRAWN_UP_TWICE(CONFLICT),
    PROTOCOL_NUMBERED(CONFLICT),
    PROTOCOL_NOT_SIGNED(CONFLICT),
    PROTOCOL_SIGNED_BY_WHO_NUMBERED(REFUSED),
    PROTOCOL_SCAN_UNFIT(REFUSED);

    private final Kind kind;

    CouncilProblem(Kind kind) {
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
