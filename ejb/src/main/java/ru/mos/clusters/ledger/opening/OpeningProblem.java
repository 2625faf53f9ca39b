package ru.mos.clusters.ledger.opening;

import static ru.mos.clusters.platform.ProblemCode.Kind.CONFLICT;
import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** Faults of opening balances and of the workbooks they come in. */
public enum OpeningProblem implements ProblemCode {
    OPENING_UNKNOWN(UNKNOWN),
    OPENING_REFUSED(REFUSED),
    OPENING_EMPTY(REFUSED),
    OPENING_TAKEN(CONFLICT),
    OPENING_TAKEN_BEFORE(CONFLICT),
    OPENING_REPEATED(REFUSED),
    OPENING_PARTY_DIFFERS(REFUSED),
    OPENING_AGREEMENT_LATER(REFUSED),
    OPENING_NUMBER_LONG(REFUSED),
    OPENING_YEAR_UNREADABLE(REFUSED),
    OPENING_YEAR_OVER(REFUSED),
    OPENING_DUE_EARLY(REFUSED),
    OPENING_KBK_AS_NUMBER(REFUSED),
    OPENING_SUM_IMPOSSIBLE(REFUSED),
    OPENING_TOTAL_IMPOSSIBLE(REFUSED),
    OPENING_SUM_MISPLACED(REFUSED),
    OPENING_ROW_EMPTY(REFUSED),
    OPENING_POSTED_OTHERWISE(CONFLICT);

    private final Kind kind;

    OpeningProblem(Kind kind) {
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
