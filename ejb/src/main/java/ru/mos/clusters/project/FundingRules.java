package ru.mos.clusters.project;

import static ru.mos.clusters.project.ProjectProblem.PROJECT_ASKS_TOO_LITTLE;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_ASKS_TOO_MUCH;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_DISTRIBUTION_DIFFERS;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_FUNDING_INCOMPLETE;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_FUNDING_MISSING;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_FUNDING_NOT_POSITIVE;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_FUNDING_TWICE;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_IN_KIND_TOO_MUCH;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_IN_KIND_UNVALUED;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_RECEIVES_MALFORMED;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_ROUTE_APPLICANT_ONLY;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_SHARE_CUMULATIVE;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_SHARE_RISES;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_SHARE_TOO_LARGE;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_STAGE_UNFUNDED;
import static ru.mos.clusters.project.ProjectProblem.PROJECT_TARGET_MISSED;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.project.FundingPath.Stage;

/**
 * What is wrong with the money of a project: that the budget gives way to others from stage to stage, that sums agree to
 * the kopeck, and that who receives is who may. Shares are compared exactly: nothing is rounded.
 *
 * <p>Source: draft Concept of cluster policy, principle 5.
 */
final class FundingRules {

    private static final int MOST_PLACES = 12;

    private final ProjectContent content;
    private final @Nullable String lead;
    private final FundingLimits limits;
    private final FundingPath path;
    private final List<Problem> faults = new ArrayList<>();

    private FundingRules(ProjectContent content, @Nullable String lead, FundingLimits limits) {
        this.content = content;
        this.lead = lead;
        this.limits = limits;
        path = FundingPath.of(content, limits);
    }

    /**
     * Empty where nothing is at fault.
     *
     * @param lead INN of who applies
     */
    static List<Problem> faults(ProjectContent content, @Nullable String lead, FundingLimits limits) {
        var rules = new FundingRules(content, lead, limits);
        rules.lines();
        rules.stages();
        rules.inKind();
        rules.asked();
        rules.distribution();
        return List.copyOf(rules.faults);
    }

    private void add(ProjectProblem code, String pointer, Object... arguments) {
        faults.add(new Problem(code, arguments).at(pointer));
    }

    private void lines() {
        if (content.funding().isEmpty()) {
            add(PROJECT_FUNDING_MISSING, "/funding");
        }
        var known = new HashSet<List<Object>>();
        for (int i = 0; i < content.funding().size(); i++) {
            var line = content.funding().get(i);
            var pointer = "/funding/" + i;
            var stage = line.stage();
            if (stage == null || stage < 1 || stage > content.stages().size() || line.source() == null) {
                add(PROJECT_FUNDING_INCOMPLETE, pointer);
            } else if (!known.add(List.of(stage, line.source()))) {
                add(PROJECT_FUNDING_TWICE, pointer, stage);
            }
            if (!FundingPath.isSum(line.amount())) {
                add(PROJECT_FUNDING_NOT_POSITIVE, pointer + "/amount");
            }
        }
    }

    private void stages() {
        Fraction before = null;
        for (var stage : path.stages()) {
            var pointer = "/stages/" + (stage.number() - 1);
            var share = stage.share();
            if (share == null) {
                add(PROJECT_STAGE_UNFUNDED, pointer, stage.number());
                continue;
            }
            if (before != null && share.exceeds(before)) {
                compare(PROJECT_SHARE_RISES, pointer, stage.number(), share, before);
            }
            before = share;
            within(stage, pointer);
        }
        var target = limits.target();
        if (target != null && before != null && before.exceeds(target)) {
            int last = path.stages().size();
            compare(PROJECT_TARGET_MISSED, "/stages/" + (last - 1), last, before, target);
        }
    }

    private void within(Stage stage, String pointer) {
        if (stage.share() != null && stage.most() != null && stage.share().exceeds(stage.most())) {
            compare(PROJECT_SHARE_TOO_LARGE, pointer, stage.number(), stage.share(), stage.most());
        }
        if (stage.cumulative() != null
                && stage.cumulativeMost() != null
                && stage.cumulative().exceeds(stage.cumulativeMost())) {
            compare(PROJECT_SHARE_CUMULATIVE, pointer, stage.number(), stage.cumulative(), stage.cumulativeMost());
        }
    }

    private void compare(ProjectProblem code, String pointer, int stage, Fraction share, Fraction other) {
        var shown = percents(share, other);
        add(code, pointer, stage, shown[0], shown[1]);
    }

    private void inKind() {
        var sum = BigDecimal.ZERO;
        for (int i = 0; i < content.funding().size(); i++) {
            var line = content.funding().get(i);
            if (line.source() != FundingSource.IN_KIND) {
                continue;
            }
            if (line.valuation() == null || !line.valuation().isWhole()) {
                add(PROJECT_IN_KIND_UNVALUED, "/funding/" + i + "/valuation");
            }
            if (line.amount() != null && FundingPath.isSum(line.amount())) {
                sum = sum.add(line.amount());
            }
        }
        var most = limits.inKind();
        if (most != null
                && path.total().signum() > 0
                && FundingPath.whole(sum).exceeds(most.times(FundingPath.whole(path.total())))) {
            add(PROJECT_IN_KIND_TOO_MUCH, "/funding", sum, percent(most, 2));
        }
    }

    private void asked() {
        var asked = path.asked();
        if (limits.least() != null && asked.compareTo(limits.least()) < 0) {
            add(PROJECT_ASKS_TOO_LITTLE, "/funding", asked, limits.least());
        }
        if (limits.most() != null && asked.compareTo(limits.most()) > 0) {
            add(PROJECT_ASKS_TOO_MUCH, "/funding", asked, limits.most());
        }
    }

    private void distribution() {
        var sum = BigDecimal.ZERO.setScale(2);
        for (int i = 0; i < content.participants().size(); i++) {
            var one = content.participants().get(i);
            var pointer = "/participants/" + i + "/receives";
            var money = one.money();
            if (money.signum() == 0) {
                continue;
            }
            if (!FundingPath.isSum(money)) {
                add(PROJECT_RECEIVES_MALFORMED, pointer);
                continue;
            }
            sum = sum.add(money);
            if (limits.route() == RecipientRoute.APPLICANT_ONLY
                    && !String.valueOf(one.inn()).equals(lead)) {
                add(PROJECT_ROUTE_APPLICANT_ONLY, pointer);
            }
        }
        if (sum.compareTo(path.asked()) != 0) {
            add(PROJECT_DISTRIBUTION_DIFFERS, "/participants", sum, path.asked());
        }
    }

    /** A share and what it is compared with in percent, with so many places that people see which is larger. */
    private static Object[] percents(Fraction share, Fraction other) {
        for (int places = 2; places < MOST_PLACES; places++) {
            var shown = percent(share, places);
            if (!shown.equals(percent(other, places))) {
                return new Object[] {shown, percent(other, places)};
            }
        }
        return new Object[] {percent(share, MOST_PLACES), percent(other, MOST_PLACES)};
    }

    /** It decides nothing, so it may be rounded. */
    private static String percent(Fraction share, int places) {
        return new BigDecimal(share.numerator())
                .movePointRight(2)
                .divide(new BigDecimal(share.denominator()), places, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
