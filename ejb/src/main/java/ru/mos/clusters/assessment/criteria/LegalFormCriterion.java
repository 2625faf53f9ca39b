package ru.mos.clusters.assessment.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.assessment.criteria.Finding.Criterion;
import ru.mos.clusters.assessment.criteria.Finding.Gap;
import ru.mos.clusters.assessment.criteria.Finding.Line;
import ru.mos.clusters.assessment.criteria.SmeLaws.Alternative;
import ru.mos.clusters.assessment.criteria.SmeLaws.Dated;
import ru.mos.clusters.assessment.criteria.SmeLaws.FormRule;

/** Who can be an SME at all: a legal form that the law names on the day. */
record LegalFormCriterion(SmeLaw law, SubjectFacts facts) {

    Finding finding() {
        var possible = facts.form().possible().stream().sorted().toList();
        var rules = possible.stream().map(law::form).toList();
        var outcome = outcome(rules);
        var lines = new ArrayList<Line>();
        lines.add(Line.word(
                Line.Code.FORM, facts.form().code(), outcome, facts.form().source()));
        if (rules.stream().flatMap(Optional::stream).anyMatch(rule -> !admits(rule))) {
            lines.add(Line.word(Line.Code.SHARES_NOT_FOR_FORM, null, Outcome.NOT_MET, null));
        }
        var gaps = outcome != Outcome.UNKNOWN
                ? List.<Gap>of()
                : List.of(new Gap(possible.isEmpty() ? GapCode.LEGAL_FORM : GapCode.COOPERATIVE_KIND, null, null));
        return new Finding(Criterion.LEGAL_FORM, outcome, null, lines, bases(rules), gaps);
    }

    private Outcome outcome(List<Optional<Dated<FormRule>>> rules) {
        long admitted = rules.stream()
                .filter(rule -> rule.filter(this::admits).isPresent())
                .count();
        return rules.isEmpty()
                ? Outcome.UNKNOWN
                : admitted == rules.size() ? Outcome.MET : admitted == 0 ? Outcome.NOT_MET : Outcome.UNKNOWN;
    }

    private boolean admits(Dated<FormRule> rule) {
        return rule.says().condition() != FormRule.Condition.ALTERNATIVES || alternative(law, facts) != null;
    }

    /** The paragraphs that name the form; where none does, the one that names the others. */
    private List<Basis> bases(List<Optional<Dated<FormRule>>> rules) {
        var own = rules.stream().flatMap(Optional::stream).map(Dated::basis).toList();
        return own.isEmpty() ? law.forms().stream().limit(1).map(Dated::basis).toList() : own;
    }

    /** A flag that stands for the condition on shares; null where none does. */
    static @Nullable Dated<Alternative> alternative(SmeLaw law, SubjectFacts facts) {
        return law.alternatives().stream()
                .filter(row -> row.says().holder() == null
                        && facts.flags().containsKey(row.says().fact()))
                .findFirst()
                .orElse(null);
    }

    /** The part of the ownership condition that the form is under; empty where the form is not admitted. */
    List<FormRule> rules() {
        return facts.form().possible().stream()
                .map(law::form)
                .flatMap(Optional::stream)
                .map(Dated::says)
                .toList();
    }
}
