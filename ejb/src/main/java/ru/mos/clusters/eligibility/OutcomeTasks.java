package ru.mos.clusters.eligibility;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ru.mos.clusters.eligibility.Terms.TermKind;
import ru.mos.clusters.eligibility.rule.Verdict;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;
import ru.mos.clusters.platform.Time;

/** Tells the curator of a cluster, or the department where it has none, that the outcome has changed and how. */
@ApplicationScoped
class OutcomeTasks {

    static final String KIND = "OUTCOME_CHANGED";

    /** So many participants stand in a task; the verdicts hold them all. */
    private static final int MOST_MEMBERS = 20;

    @Inject
    private Sql sql;

    @Inject
    private Time time;

    @EJB
    private Tasks tasks;

    void open(Verdict before, Verdict after) {
        var today = time.today();
        var difference = VerdictDifference.between(before, after, Wording.in(ProblemTexts.RUSSIAN));
        var facts = Map.of(
                "code", after.clusterCode(),
                "name", after.clusterName(),
                "before", before.outcome(),
                "after", after.outcome(),
                "findings", findings(difference),
                "members", members(difference));
        tasks.open(
                KIND,
                doer(after),
                "CLUSTER",
                after.cluster().toString(),
                facts,
                today.plusDays(Terms.days(sql, TermKind.OUTCOME_CHANGED, today)));
    }

    private Doer doer(Verdict verdict) {
        var curator = Terms.curator(sql, verdict.cluster());
        return curator == null ? Doer.role(Role.DEPARTMENT) : Doer.person(curator);
    }

    private static List<Map<String, Object>> findings(VerdictDifference difference) {
        return difference.findings().stream().map(OutcomeTasks::finding).toList();
    }

    private static Map<String, Object> finding(VerdictDifference.FindingChange finding) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("rule", finding.rule());
        facts.put("before", finding.before());
        facts.put("after", finding.after());
        if (finding.waiver() != null) {
            facts.put("waiver", finding.waiver().turn());
        }
        return facts;
    }

    private static List<Map<String, Object>> members(VerdictDifference difference) {
        return difference.findings().stream()
                .flatMap(finding -> finding.members().stream()
                        .map(member -> Map.<String, Object>of(
                                "rule", finding.rule(),
                                "inn", member.inn(),
                                "name", String.valueOf(member.name()),
                                "before", member.before(),
                                "after", member.after())))
                .limit(MOST_MEMBERS)
                .toList();
    }
}
