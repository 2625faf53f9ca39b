package ru.mos.clusters.call.programme;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import ru.mos.clusters.call.CallProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;

/**
 * A programme whole, as it is entered or changed.
 *
 * @param firstAwardOn no award of the programme is dated before (domain U2)
 * @param measures in the order of the plan
 */
public record PlanProgramme(
        String code,
        String nameRu,
        String nameEn,
        int firstYear,
        int lastYear,
        LocalDate firstAwardOn,
        List<ProgrammeAct> acts,
        List<Measure> measures) {

    private static final int FIRST = 1992;
    private static final int LAST = 2199;

    /**
     * @throws Problem {@code programme-code-malformed}, {@code programme-years-disordered}, {@code
     *     programme-award-outside}, {@code programme-acts-missing}, {@code programme-act-twice}, {@code measure-twice},
     *     {@code plan-year-outside}, {@code field-required}
     */
    public PlanProgramme {
        if (!code.matches("[A-Z][A-Z0-9_]{1,39}")) {
            throw new Problem(CallProblem.PROGRAMME_CODE_MALFORMED, code).at("/code");
        }
        nameRu = Text.required(nameRu, "/nameRu");
        nameEn = Text.required(nameEn, "/nameEn");
        if (firstYear < FIRST || lastYear > LAST || lastYear < firstYear) {
            throw new Problem(
                            CallProblem.PROGRAMME_YEARS_DISORDERED,
                            Integer.toString(firstYear),
                            Integer.toString(lastYear))
                    .at("/lastYear");
        }
        if (firstAwardOn.getYear() < firstYear || firstAwardOn.getYear() > lastYear) {
            throw new Problem(
                            CallProblem.PROGRAMME_AWARD_OUTSIDE,
                            firstAwardOn,
                            Integer.toString(firstYear),
                            Integer.toString(lastYear))
                    .at("/firstAwardOn");
        }
        acts = List.copyOf(acts);
        if (acts.isEmpty()) {
            throw new Problem(CallProblem.PROGRAMME_ACTS_MISSING).at("/acts");
        }
        var cited = new HashSet<String>();
        for (var act : acts) {
            if (!cited.add(act.act())) {
                throw new Problem(CallProblem.PROGRAMME_ACT_TWICE, act.act()).at("/acts");
            }
        }
        measures = List.copyOf(measures);
        var codes = new HashSet<String>();
        for (var measure : measures) {
            if (!codes.add(measure.code())) {
                throw new Problem(CallProblem.MEASURE_TWICE, measure.code()).at("/measures");
            }
            requireWithin(measure, firstYear, lastYear);
        }
    }

    private static void requireWithin(Measure measure, int firstYear, int lastYear) {
        for (var line : measure.plan()) {
            if (line.year() < firstYear || line.year() > lastYear) {
                throw new Problem(
                                CallProblem.PLAN_YEAR_OUTSIDE,
                                Integer.toString(line.year()),
                                Integer.toString(firstYear),
                                Integer.toString(lastYear))
                        .at("/measures");
            }
        }
    }
}
