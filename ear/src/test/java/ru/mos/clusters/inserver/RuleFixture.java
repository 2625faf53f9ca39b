package ru.mos.clusters.inserver;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import ru.mos.clusters.eligibility.draft.RuleContent;
import ru.mos.clusters.eligibility.draft.RuleContent.Basis;
import ru.mos.clusters.eligibility.draft.RuleContent.Clause;
import ru.mos.clusters.eligibility.draft.RuleContent.Example;
import ru.mos.clusters.eligibility.draft.RuleContent.Value;
import ru.mos.clusters.eligibility.draft.RuleDraftView;
import ru.mos.clusters.eligibility.draft.RuleDrafts;
import ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode;

/** What tests say in new versions of the rules. */
final class RuleFixture {

    /** Takes away all versions that tests have published. */
    static final String AS_THEY_WERE = """
            alter table eligibility.rule_set disable trigger user;
            alter table eligibility.rule_citation disable trigger user;
            alter table eligibility.parameter disable trigger user;
            alter table eligibility.rule_example disable trigger user;
            alter table eligibility.transition_clause disable trigger user;
            delete from eligibility.standing;
            delete from eligibility.verdict where rule_set_version > 2;
            delete from eligibility.rule_comment;
            delete from eligibility.rule_draft;
            delete from eligibility.rule_citation where version > 2;
            delete from eligibility.parameter where version > 2;
            delete from eligibility.rule_example where version > 2;
            delete from eligibility.transition_clause where version > 2;
            delete from eligibility.rule_set where version > 2;
            set constraints all immediate;
            alter table eligibility.rule_set enable trigger user;
            alter table eligibility.rule_citation enable trigger user;
            alter table eligibility.parameter enable trigger user;
            alter table eligibility.rule_example enable trigger user;
            alter table eligibility.transition_clause enable trigger user;
            """;

    private RuleFixture() {}

    static RuleContent dated(RuleContent content, LocalDate from) {
        return content(content, from, content.parameters(), content.examples(), content.clauses());
    }

    static RuleContent content(
            RuleContent before, LocalDate from, List<Value> parameters, List<Example> examples, List<Clause> clauses) {
        return new RuleContent(
                before.nameRu(),
                before.nameEn(),
                from,
                before.pilot(),
                new Basis("Приказ об условиях", "12", LocalDate.of(2026, 1, 20)),
                before.citations(),
                parameters,
                examples,
                clauses);
    }

    /** With the threshold of the sector of {@link EligibleCluster}. */
    static RuleContent threshold(RuleContent content, String least) {
        var parameters = new ArrayList<>(content.parameters());
        parameters.add(
                new Value(ParameterCode.QUALIFIED_LEAST, EligibleCluster.SECTOR, null, null, least, "Приказ, п. 4"));
        return content(content, content.from(), parameters, content.examples(), content.clauses());
    }

    static RuleDraftView withExamples(RuleDrafts drafts, RuleDraftView draft) throws Exception {
        return InServer.as(
                "department",
                () -> drafts.addExamples(draft.id(), drafts.view(draft.id()).version()));
    }

    static RuleDraftView publish(RuleDrafts drafts, RuleDraftView draft) throws Exception {
        InServer.as("department", () -> drafts.open(draft.id(), 0));
        InServer.as("department", () -> drafts.check(draft.id()));
        return InServer.as("chief", () -> drafts.publish(draft.id()));
    }
}
