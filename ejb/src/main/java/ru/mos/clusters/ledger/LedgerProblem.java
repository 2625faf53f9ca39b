package ru.mos.clusters.ledger;

import static ru.mos.clusters.platform.ProblemCode.Kind.CONFLICT;
import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** Faults of entries and accounts of the ledger, of notices of the finance body, and of closing months. */
public enum LedgerProblem implements ProblemCode {
    APPROPRIATION_EXCEEDED(CONFLICT),
    LIMIT_EXCEEDED(CONFLICT),
    RESERVATION_EXCEEDED(CONFLICT),
    COMMITMENT_EXCEEDED(CONFLICT),
    OBLIGATION_EXCEEDED(CONFLICT),
    REFUND_EXCEEDED(CONFLICT),
    ACCEPTANCE_EXCEEDED(CONFLICT),
    LAPSE_EXCEEDED(CONFLICT),
    INCOME_EXCEEDED(CONFLICT),

    ENTRY_UNKNOWN(UNKNOWN),
    ENTRY_KEY_REUSED(CONFLICT),
    ENTRY_REVERSED_TWICE(CONFLICT),
    ENTRY_IN_CLOSED_MONTH(CONFLICT),
    ENTRY_IN_FUTURE(REFUSED),
    ENTRY_OUTSIDE_YEAR(REFUSED),
    ENTRY_UNBALANCED(REFUSED),
    ENTRY_MEMO_LONG(REFUSED),
    POSTING_SUM_IMPOSSIBLE(REFUSED),
    BOOKS_STAY(CONFLICT),

    LEDGER_ACCOUNT_UNKNOWN(UNKNOWN),
    ACCOUNT_KBK_NOT_OF_YEAR(REFUSED),
    ACCOUNT_YEAR_IMPOSSIBLE(REFUSED),
    ACCOUNT_OF_ENDED_YEAR(CONFLICT),

    CLOSING_EARLY(REFUSED),
    CLOSING_MADE(CONFLICT),
    CLOSING_NOT_A_MONTH_END(REFUSED),

    NOTICE_UNKNOWN(UNKNOWN),
    NOTICE_REFUSED(REFUSED),
    NOTICE_LINES_MISSING(REFUSED),
    NOTICE_LINE_TWICE(REFUSED),
    NOTICE_LINES_TOO_MANY(REFUSED);

    private final Kind kind;

    LedgerProblem(Kind kind) {
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
