package ru.mos.clusters.call;

import static ru.mos.clusters.call.CallProblem.CALL_CRITERIA_MISSING;
import static ru.mos.clusters.call.CallProblem.CALL_CRITERION_INCOMPLETE;
import static ru.mos.clusters.call.CallProblem.CALL_CRITERION_TWICE;
import static ru.mos.clusters.call.CallProblem.CALL_EXPERTS_IMPOSSIBLE;
import static ru.mos.clusters.call.CallProblem.CALL_SCALE_IMPOSSIBLE;
import static ru.mos.clusters.call.CallProblem.CALL_SCORE_IMPOSSIBLE;
import static ru.mos.clusters.call.CallProblem.CALL_TIE_BREAK_MISSING;
import static ru.mos.clusters.call.CallProblem.CALL_TIE_CRITERION_UNKNOWN;
import static ru.mos.clusters.call.CallProblem.CALL_WEIGHTS_DIFFER;
import static ru.mos.clusters.call.CallProblem.CALL_WEIGHT_NOT_POSITIVE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import ru.mos.clusters.call.CallTerms.Criterion;
import ru.mos.clusters.platform.Problem;

/** By points: each expert gives whole points by each criterion, their sum by weights is the score. */
final class Contest implements SelectionMethod {

    private static final int LARGEST_POINT = 1000;
    private static final int MOST_EXPERTS = 50;

    @Override
    public List<Problem> faults(CallTerms terms) {
        var faults = new ArrayList<Problem>();
        if (terms.criteria().isEmpty()) {
            faults.add(new Problem(CALL_CRITERIA_MISSING).at("/criteria"));
        }
        var codes = new HashSet<String>();
        for (int i = 0; i < terms.criteria().size(); i++) {
            var criterion = terms.criteria().get(i);
            criterion(criterion, "/criteria/" + i, faults);
            if (criterion.code() != null && !codes.add(criterion.code())) {
                faults.add(new Problem(CALL_CRITERION_TWICE, criterion.code()).at("/criteria/" + i + "/code"));
            }
        }
        weights(terms, faults);
        score(terms, faults);
        ties(terms, codes, faults);
        var experts = terms.experts();
        if (experts == null || experts < 1 || experts > MOST_EXPERTS) {
            faults.add(new Problem(CALL_EXPERTS_IMPOSSIBLE, MOST_EXPERTS).at("/experts"));
        }
        return faults;
    }

    private static void criterion(Criterion criterion, String pointer, List<Problem> faults) {
        if (CallGate.isBlank(criterion.code())
                || CallGate.isBlank(criterion.nameRu())
                || CallGate.isBlank(criterion.nameEn())) {
            faults.add(new Problem(CALL_CRITERION_INCOMPLETE).at(pointer));
        }
        if (criterion.weight() == null || criterion.weight().signum() <= 0) {
            faults.add(new Problem(CALL_WEIGHT_NOT_POSITIVE).at(pointer + "/weight"));
        }
        var least = criterion.least();
        var most = criterion.most();
        if (least == null || most == null || least < 0 || most <= least || most > LARGEST_POINT) {
            faults.add(new Problem(CALL_SCALE_IMPOSSIBLE, LARGEST_POINT).at(pointer));
        }
    }

    private static BigDecimal weight(Criterion criterion) {
        return criterion.weight() == null ? BigDecimal.ZERO : criterion.weight();
    }

    private static void weights(CallTerms terms, List<Problem> faults) {
        var sum = terms.criteria().stream().map(Contest::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        var declared = terms.weightTotal();
        if (declared == null || declared.compareTo(sum) != 0) {
            faults.add(new Problem(
                            CALL_WEIGHTS_DIFFER,
                            sum.stripTrailingZeros().toPlainString(),
                            declared == null ? "—" : declared.toPlainString())
                    .at("/weightTotal"));
        }
    }

    /** The best that an application can reach: full points by every criterion. */
    static BigDecimal best(CallTerms terms) {
        return terms.criteria().stream()
                .filter(criterion -> criterion.most() != null)
                .map(criterion ->
                        weight(criterion).multiply(BigDecimal.valueOf(Objects.requireNonNull(criterion.most()))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void score(CallTerms terms, List<Problem> faults) {
        var minimum = terms.minimumScore();
        var best = best(terms);
        if (minimum == null || minimum.signum() < 0 || minimum.compareTo(best) > 0) {
            faults.add(
                    new Problem(CALL_SCORE_IMPOSSIBLE, best.stripTrailingZeros().toPlainString()).at("/minimumScore"));
        }
    }

    private static void ties(CallTerms terms, Set<String> codes, List<Problem> faults) {
        if (terms.tieBreak() == null) {
            faults.add(new Problem(CALL_TIE_BREAK_MISSING).at("/tieBreak"));
        }
        boolean asked = terms.tieBreak() == TieBreak.HIGHER_BY_CRITERION;
        if (asked && !codes.contains(String.valueOf(terms.tieCriterion()))) {
            faults.add(
                    new Problem(CALL_TIE_CRITERION_UNKNOWN, String.valueOf(terms.tieCriterion())).at("/tieCriterion"));
        }
    }
}
