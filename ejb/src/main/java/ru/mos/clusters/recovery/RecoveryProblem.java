package ru.mos.clusters.recovery;

import static ru.mos.clusters.platform.ProblemCode.Kind.CONFLICT;
import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** Faults of breaches, of demands on them, and of how they are met. */
public enum RecoveryProblem implements ProblemCode {
    BREACH_UNKNOWN(UNKNOWN),
    BREACH_DECIDED(CONFLICT),
    BREACH_INSTALMENT_UNKNOWN(REFUSED),
    RESULTS_MISSING(REFUSED),
    RESULT_NOT_PROMISED(REFUSED),
    RESULT_TWICE(REFUSED),
    RESULT_PLAN_ZERO(REFUSED),
    RESULT_FACT_NEGATIVE(REFUSED),
    NO_RESULT_MISSED(REFUSED),

    RECOVERY_ORDER_UNKNOWN(UNKNOWN),
    RECOVERY_ORDER_OVER(CONFLICT),
    RECOVERY_WITHOUT_BREACH(CONFLICT),
    RECOVERY_OF_RESULTS(CONFLICT),
    RECOVERY_SUM_IMPOSSIBLE(REFUSED),
    RECOVERY_BEYOND_PAID(CONFLICT),
    RECOVERY_PAYER_NOT_PAID(REFUSED),
    RECOVERY_TERMS_DIFFER(REFUSED),
    RECOVERY_TERM_TWICE(REFUSED),
    RECOVERY_TERM_PAST(REFUSED),
    RECOVERY_PARTLY_MET(CONFLICT),
    RECOVERY_PENALTY_TWICE(CONFLICT),
    PAYMENT_DEMANDED(CONFLICT),
    RECOVERY_EXCEEDED(CONFLICT),
    RECOVERY_PAPERS_STAY(CONFLICT),
    AGREEMENT_RECOVERY_OPEN(CONFLICT),

    SET_OFF_OF_OTHER_BUDGET(CONFLICT),
    SET_OFF_OF_OTHER_PAYEE(CONFLICT),
    SET_OFF_OF_PENALTY(CONFLICT),
    PAYMENT_HELD_BACK_WHOLE(REFUSED),
    REPAYMENT_OF_PAYMENT_TWICE(CONFLICT),
    REPAYMENT_BEYOND_ORDER(CONFLICT);

    private final Kind kind;

    RecoveryProblem(Kind kind) {
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
