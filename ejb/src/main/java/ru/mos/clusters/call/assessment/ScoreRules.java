package ru.mos.clusters.call.assessment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallTerms.Criterion;
import ru.mos.clusters.call.assessment.GiveScores.Given;
import ru.mos.clusters.platform.Problem;

/** What keeps scores from being taken, all at once: each criterion has whole points of its scale once, with a reason. */
final class ScoreRules {

    private static final int LONGEST = 4000;

    private ScoreRules() {}

    static List<Problem> faults(List<Criterion> criteria, List<Given> scores) {
        var faults = new ArrayList<Problem>();
        var seen = new HashSet<String>();
        for (int at = 0; at < scores.size(); at++) {
            var given = scores.get(at);
            var criterion = find(criteria, given.criterion());
            if (criterion == null) {
                faults.add(new Problem(AssessmentProblem.SCORE_CRITERION_UNKNOWN, String.valueOf(given.criterion()))
                        .at("/scores/" + at + "/criterion"));
                continue;
            }
            if (!seen.add(String.valueOf(given.criterion()))) {
                faults.add(new Problem(AssessmentProblem.SCORE_TWICE, String.valueOf(given.criterion()))
                        .at("/scores/" + at + "/criterion"));
            }
            score(criterion, given, "/scores/" + at, faults);
        }
        criteria.stream()
                .map(Criterion::code)
                .filter(Objects::nonNull)
                .filter(code -> !seen.contains(code))
                .forEach(code -> faults.add(new Problem(AssessmentProblem.SCORE_MISSING, code).at("/scores")));
        return faults;
    }

    private static @Nullable Criterion find(List<Criterion> criteria, @Nullable String code) {
        return criteria.stream()
                .filter(criterion ->
                        criterion.code() != null && criterion.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static void score(Criterion criterion, Given given, String pointer, List<Problem> faults) {
        var code = String.valueOf(criterion.code());
        int least = Objects.requireNonNull(criterion.least());
        int most = Objects.requireNonNull(criterion.most());
        var points = given.points();
        if (points == null) {
            faults.add(new Problem(AssessmentProblem.SCORE_MISSING, code).at(pointer + "/points"));
        } else if (points < least || points > most) {
            faults.add(new Problem(AssessmentProblem.SCORE_OUT_OF_SCALE, code, least, most).at(pointer + "/points"));
        }
        if (given.reason() == null || given.reason().isBlank()) {
            faults.add(new Problem(AssessmentProblem.SCORE_REASON_MISSING, code).at(pointer + "/reason"));
        } else if (given.reason().length() > LONGEST) {
            faults.add(new Problem(ru.mos.clusters.platform.PlatformProblem.TEXT_TOO_LONG, pointer + "/reason", LONGEST)
                    .at(pointer + "/reason"));
        }
    }
}
