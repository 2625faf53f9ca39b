package ru.mos.clusters.call.programme;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import ru.mos.clusters.call.CallProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;

/**
 * A measure of a programme with its plan.
 *
 * @param plan by years; in a year without a line the measure is not in the plan
 */
public record Measure(String code, String nameRu, String nameEn, List<PlanLine> plan) implements Serializable {

    /** @throws Problem {@code measure-code-malformed}, {@code plan-line-twice}, {@code field-required} */
    public Measure {
        if (!code.matches("[A-Z0-9][A-Z0-9_.]{0,39}")) {
            throw new Problem(CallProblem.MEASURE_CODE_MALFORMED, code).at("/measures");
        }
        nameRu = Text.required(nameRu, "/measures/nameRu");
        nameEn = Text.required(nameEn, "/measures/nameEn");
        var years = new HashSet<Integer>();
        for (var line : plan) {
            if (!years.add(line.year())) {
                throw new Problem(CallProblem.PLAN_LINE_TWICE, Integer.toString(line.year())).at("/measures");
            }
        }
        plan = plan.stream().sorted(Comparator.comparing(PlanLine::year)).toList();
    }
}
