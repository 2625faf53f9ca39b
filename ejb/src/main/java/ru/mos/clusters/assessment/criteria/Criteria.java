package ru.mos.clusters.assessment.criteria;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.registry.SmeStatus;

/** Puts subjects and the companies that own them to the criteria of a day. */
public final class Criteria {

    private final SmeLaws laws;
    private final LocalDate day;

    public Criteria(SmeLaws laws, LocalDate day) {
        this.laws = laws;
        this.day = day;
    }

    /** What the criteria make of the subject, given what is known of its owners. */
    Assessment of(SubjectFacts facts, Map<Inn, SmeStatus> owners) {
        return laws.on(day)
                .map(law -> {
                    var findings = new ArrayList<Finding>();
                    findings.add(new LegalFormCriterion(law, facts).finding());
                    findings.add(new OwnershipCriterion(law, facts, owners).finding());
                    findings.addAll(new SizeCriteria(laws, law, facts, day).findings());
                    return Assessment.of(findings);
                })
                .orElse(Assessment.BEFORE_THE_LAW);
    }

    /**
     * All of them at once.
     *
     * <p>Whether an owner is an SME hangs on its own owners. Nobody's standing is known at first; each round settles those
     * whose answer no longer hangs on anybody unsettled, until a round settles none. What goes round in a circle stays unknown
     * unless it cannot matter.
     *
     * @param subjects those asked about and all who own them
     */
    public Map<Inn, Assessment> of(Map<Inn, SubjectFacts> subjects) {
        var law = laws.on(day);
        boolean byRegister = law.isPresent() && law.get().registerDecides();
        var standing = new HashMap<Inn, SmeStatus>();
        subjects.forEach((inn, facts) -> {
            if (byRegister) {
                standing.put(inn, facts.register().status());
            }
        });
        var answers = new TreeMap<Inn, Assessment>();
        boolean settled = true;
        while (settled) {
            settled = false;
            for (var facts : subjects.values()) {
                answers.put(facts.inn(), of(facts, standing));
            }
            if (!byRegister) {
                settled = learn(subjects.values().stream().toList(), answers, standing);
            }
        }
        return answers;
    }

    /** Where the criteria are silent the tax service's register tells who is in. */
    private static boolean learn(
            List<SubjectFacts> subjects, Map<Inn, Assessment> answers, Map<Inn, SmeStatus> standing) {
        boolean learned = false;
        for (var facts : subjects) {
            var answer = answers.get(facts.inn());
            var status = answer == null ? SmeStatus.UNKNOWN : answer.status();
            if (status == SmeStatus.UNKNOWN
                    && facts.register().register() == RegisterFact.Register.TAX_SERVICE_REGISTER
                    && facts.register().status() == SmeStatus.IN) {
                status = SmeStatus.IN;
            }
            if (status != SmeStatus.UNKNOWN && standing.putIfAbsent(facts.inn(), status) == null) {
                learned = true;
            }
        }
        return learned;
    }
}
