package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static ru.mos.clusters.inserver.RuleFixture.content;
import static ru.mos.clusters.inserver.RuleFixture.dated;
import static ru.mos.clusters.inserver.RuleFixture.threshold;
import static ru.mos.clusters.inserver.RuleFixture.withExamples;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.Memberships;
import ru.mos.clusters.eligibility.Conclusions;
import ru.mos.clusters.eligibility.StoredVerdict;
import ru.mos.clusters.eligibility.VerdictQuery;
import ru.mos.clusters.eligibility.VerdictView;
import ru.mos.clusters.eligibility.Verdicts;
import ru.mos.clusters.eligibility.draft.ReadingEffects;
import ru.mos.clusters.eligibility.draft.RuleContent;
import ru.mos.clusters.eligibility.draft.RuleContent.Clause;
import ru.mos.clusters.eligibility.draft.RuleContent.Example;
import ru.mos.clusters.eligibility.draft.RuleContent.Given;
import ru.mos.clusters.eligibility.draft.RuleContent.Value;
import ru.mos.clusters.eligibility.draft.RuleDraftView;
import ru.mos.clusters.eligibility.draft.RuleDrafts;
import ru.mos.clusters.eligibility.draft.RuleState;
import ru.mos.clusters.eligibility.draft.RuleVersions;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.ownership.OwnershipReadings;
import ru.mos.clusters.ownership.ProposeReading;
import ru.mos.clusters.ownership.ReadingCode;
import ru.mos.clusters.ownership.ReadingProposalView;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTranslator;
import ru.mos.clusters.registry.release.Coverage;
import ru.mos.clusters.registry.release.Releases;
import ru.mos.clusters.registry.release.Uploads;

/** A version of the rules from its draft to its verdicts, and the readings of ownership. */
class RuleDraftsIT extends InServer {

    private static final Locale RU = Locale.forLanguageTag("ru");

    private static final String READINGS_AS_THEY_WERE = """
            delete from ownership.reading_proposal;
            delete from ownership.parameter where recorded_by is not null;
            update ownership.parameter set superseded_by = null where superseded_by is not null;
            """;

    @Inject
    RuleDrafts drafts;

    @Inject
    RuleVersions versions;

    @Inject
    OwnershipReadings readings;

    @Inject
    ReadingEffects effects;

    @Inject
    Clusters clusters;

    @Inject
    Memberships memberships;

    @Inject
    Conclusions conclusions;

    @Inject
    Verdicts verdicts;

    @Inject
    Releases releases;

    @Inject
    Uploads uploads;

    @Resource(lookup = "java:jboss/datasources/ClustersDS")
    DataSource application;

    private LocalDate today;

    @BeforeEach
    void an_empty_register() throws Exception {
        for (var login : List.of("department", "department2", "chief", "gckr", "auditor", "service")) {
            given(login);
        }
        execute("""
                        truncate registry.manual_fact, registry.sme_run, registry.headcount, registry.income, registry.entity,
                                 registry.release_file, registry.problem, registry.activity, registry.release cascade""");
        today = LocalDate.parse(one("select platform.today()"));
    }

    /** What was published here must not judge in other tests; an evaluation may still be under way. */
    @AfterEach
    void the_rules_as_they_were() throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                execute(RuleFixture.AS_THEY_WERE + READINGS_AS_THEY_WERE);
                return;
            } catch (SQLException meanwhile) {
                if (attempt == 10) {
                    throw meanwhile;
                }
                Thread.sleep(500);
            }
        }
    }

    private void execute(String statement) throws Exception {
        try (var connection = owner.getConnection();
                var run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private RuleDraftView draft() throws Exception {
        return as("department", () -> drafts.create("CONCEPT_2010", 2));
    }

    private RuleDraftView edit(RuleDraftView draft, UnaryOperator<RuleContent> change) throws Exception {
        var latest = as("department", () -> drafts.view(draft.id()));
        return as("department", () -> drafts.edit(draft.id(), latest.version(), change.apply(latest.content())));
    }

    private List<String> faults(RuleDraftView draft) throws Exception {
        return as("gckr", () -> drafts.faults(draft.id())).stream()
                .map(fault -> fault.code().slug())
                .toList();
    }

    private RuleDraftView publish(RuleDraftView draft) throws Exception {
        return RuleFixture.publish(drafts, draft);
    }

    private static List<String> refused(Throwable failure) {
        return ProblemTranslator.translate(failure).orElseThrow().faults().stream()
                .map(Problem::code)
                .map(code -> code.slug())
                .toList();
    }

    @Test
    void a_draft_holds_all_that_its_version_says_and_the_gate_asks_for_what_is_new() throws Exception {
        var draft = draft();

        assertThat(draft.state()).isEqualTo(RuleState.DRAFT);
        assertThat(draft.content().citations()).hasSize(5);
        assertThat(draft.content().parameters()).extracting(Value::code).contains(ParameterCode.values());
        assertThat(draft.content().examples()).isNotEmpty();
        assertThat(faults(draft))
                .containsExactlyInAnyOrder("rule-basis-missing", "rule-from-missing", "rule-comments-not-called");

        edit(draft, content -> dated(content, today));
        as("department", () -> drafts.open(draft.id(), 0));
        assertThat(faults(draft)).isEmpty();
    }

    @Test
    void an_uncited_rule_an_overlap_and_a_failing_example_are_refused_with_the_list() throws Exception {
        var draft = draft();
        edit(draft, content -> {
            var dated = dated(content, today);
            var parameters = new ArrayList<>(dated.parameters());
            parameters.add(new Value(ParameterCode.SME_SHARE, null, today, null, "3/4", "Приказ, п. 2"));
            var examples = Stream.concat(
                            dated.examples().stream(),
                            Stream.of(new Example(RuleCode.E3, null, null, Given.of(2), Outcome.MET)))
                    .toList();
            return new RuleContent(
                    dated.nameRu(),
                    dated.nameEn(),
                    dated.from(),
                    true,
                    dated.basis(),
                    dated.citations().stream()
                            .filter(cited -> cited.rule() != RuleCode.E4)
                            .toList(),
                    parameters,
                    examples,
                    List.of());
        });
        as("department", () -> drafts.open(draft.id(), 0));

        for (var attempt : List.of("check", "publish")) {
            var failure = catchThrowable(() ->
                    as("chief", () -> attempt.equals("check") ? drafts.check(draft.id()) : drafts.publish(draft.id())));

            assertThat(refused(failure))
                    .containsExactlyInAnyOrder("rule-uncited", "rule-parameter-overlaps", "rule-example-fails");
        }
        assertThat(as("auditor", () -> drafts.view(draft.id())).state()).isEqualTo(RuleState.OPEN);
        assertThat(as("auditor", () -> versions.list())).extracting("version").containsExactly(2, 1);
    }

    @Test
    void a_correct_version_shows_the_clusters_that_change_before_it_is_published_and_then_judges() throws Exception {
        Register.take(uploads, releases, today.minusDays(5), Coverage.COMPLETE, Register.inns(100, 5));
        var three = eligible(100, 3);
        var before = verdict(new VerdictQuery(three, null, null, null));
        assertThat(before.outcome()).isEqualTo(Eligibility.ELIGIBLE);
        var kept = as("department", () -> verdicts.give(new VerdictQuery(three, null, null, null)));
        var draft = draft();
        edit(draft, content -> threshold(dated(content, today), "4"));
        assertThat(faults(draft)).contains("rule-example-on-missing", "rule-example-beyond-missing");
        withExamples(drafts, draft);

        var changes = as("auditor", () -> drafts.preview(draft.id(), null));

        assertThat(changes)
                .filteredOn(change -> change.cluster().equals(three))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.before()).isEqualTo(Eligibility.ELIGIBLE);
                    assertThat(change.after()).isEqualTo(Eligibility.NOT_ELIGIBLE);
                    assertThat(change.flips()).singleElement().satisfies(flip -> {
                        assertThat(flip.rule()).isEqualTo(RuleCode.E3);
                        assertThat(flip.after()).isEqualTo(Outcome.NOT_MET);
                    });
                });
        assertThat(verdict(new VerdictQuery(three, null, null, null)).digest()).isEqualTo(before.digest());

        var published = publish(draft);

        assertThat(published.state()).isEqualTo(RuleState.PUBLISHED);
        assertThat(published.publishedAs()).isEqualTo(3);
        var now = verdict(new VerdictQuery(three, null, null, null));
        assertThat(now.outcome()).isEqualTo(Eligibility.NOT_ELIGIBLE);
        assertThat(now.ruleSet().version()).isEqualTo(3);
        assertThat(verdict(new VerdictQuery(three, today.minusDays(1), null, null))
                        .ruleSet()
                        .version())
                .isEqualTo(2);
        assertThat(verdict(new VerdictQuery(three, null, before.knownOn(), null))
                        .digest())
                .as("by the rules known then")
                .isEqualTo(before.digest());
        assertThat(verdict(new VerdictQuery(three, null, now.knownOn(), null))).isEqualTo(now);
        var comparison = as("auditor", () -> verdicts.compare(three, kept, RU));
        assertThat(comparison.replays()).isTrue();
        assertThat(comparison.todaysRules().ruleSet().version()).isEqualTo(3);
        assertThat(as("auditor", () -> versions.list()))
                .extracting("version", "state")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3, RuleState.PUBLISHED),
                        org.assertj.core.groups.Tuple.tuple(2, RuleState.SUPERSEDED),
                        org.assertj.core.groups.Tuple.tuple(1, RuleState.SUPERSEDED));
        assertThat(as("auditor", () -> versions.version("CONCEPT_2010:3")).content())
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(published.content());
        AwaitStanding.of(() -> one("select outcome from eligibility.standing where cluster_id = '" + three + "'"))
                .is("NOT_ELIGIBLE");
    }

    /** Waits for the evaluation that a change starts. */
    private record AwaitStanding(java.util.concurrent.Callable<String> outcome) {
        static AwaitStanding of(java.util.concurrent.Callable<String> outcome) {
            return new AwaitStanding(outcome);
        }

        void is(String wanted) throws Exception {
            String got = null;
            for (int i = 0; i < 300 && !wanted.equals(got); i++) {
                got = outcome.call();
                if (!wanted.equals(got)) {
                    Thread.sleep(100);
                }
            }
            assertThat(got).isEqualTo(wanted);
        }
    }

    @Test
    void a_transition_clause_keeps_an_earlier_decision_valid_until_exactly_its_day() throws Exception {
        Register.take(uploads, releases, today.minusDays(5), Coverage.COMPLETE, Register.inns(100, 5));
        var three = eligible(100, 3);
        as("department", () -> verdicts.give(new VerdictQuery(three, null, null, null)));
        var first = today.plusDays(1);
        var last = first.plusDays(30);
        var draft = draft();
        edit(draft, content -> {
            var dated = threshold(dated(content, first), "4");
            return content(
                    dated,
                    first,
                    dated.parameters(),
                    dated.examples(),
                    List.of(new Clause(2, first, last, "Приказ, п. 9")));
        });
        withExamples(drafts, draft);
        publish(draft);

        assertThat(verdict(new VerdictQuery(three, first, null, null)).outcome())
                .as("by the new rules the cluster is out")
                .isEqualTo(Eligibility.NOT_ELIGIBLE);
        assertThat(as("auditor", () -> verdicts.stillValid(three, first.minusDays(1))))
                .as("the clause does not hold yet")
                .isEmpty();
        var kept = as("auditor", () -> verdicts.history(three, PageRequest.first(50))).items().stream()
                .map(StoredVerdict::id)
                .toList();
        for (var day : List.of(first, last)) {
            assertThat(as("auditor", () -> verdicts.stillValid(three, day)))
                    .as(day.toString())
                    .hasValueSatisfying(still -> {
                        assertThat(kept).contains(still.verdict());
                        assertThat(still.byVersion()).isEqualTo(3);
                        assertThat(still.validTo()).isEqualTo(last);
                    });
        }
        assertThat(as("auditor", () -> verdicts.stillValid(three, last.plusDays(1))))
                .isEmpty();
    }

    @Test
    void a_decision_made_on_the_day_of_the_clause_is_not_kept_valid() throws Exception {
        Register.take(uploads, releases, today.minusDays(5), Coverage.COMPLETE, Register.inns(100, 5));
        var three = eligible(100, 3);
        execute("delete from eligibility.standing where cluster_id = '" + three + "'");
        as("department", () -> verdicts.give(new VerdictQuery(three, null, null, null)));
        var draft = draft();
        edit(
                draft,
                content -> content(
                        dated(content, today),
                        today,
                        content.parameters(),
                        content.examples(),
                        List.of(new Clause(2, today, today.plusDays(30), "Приказ, п. 9"))));
        publish(draft);

        assertThat(as("auditor", () -> verdicts.stillValid(three, today))).isEmpty();
    }

    @Test
    void who_edited_last_does_not_publish_and_gckr_and_auditors_only_read_and_comment() throws Exception {
        var draft = draft();
        edit(draft, content -> dated(content, today));
        as("department", () -> drafts.open(draft.id(), 0));
        as("department", () -> drafts.check(draft.id()));

        assertProblem("second-person-required", () -> as("department", () -> drafts.publish(draft.id())));
        for (var reader : List.of("gckr", "auditor")) {
            assertThat(catchThrowable(() -> as(reader, () -> drafts.publish(draft.id()))))
                    .isInstanceOf(EJBAccessException.class);
            assertThat(as(reader, () -> drafts.view(draft.id())).id()).isEqualTo(draft.id());
        }
        assertThat(one("select role from platform.task where kind = 'RULES_TO_PUBLISH' and closed_by is null and"
                        + " subject = '" + draft.id() + "'"))
                .isEqualTo("chief");
        assertThat(as("department2", () -> drafts.publish(draft.id())).publishedBy())
                .isEqualTo("department2");
        assertThat(one("select count(*) from platform.task where kind = 'RULES_TO_PUBLISH' and closed_by is null"))
                .isEqualTo("0");
        assertProblem("rule-transition-not-allowed", () -> as("chief", () -> drafts.discard(draft.id(), "лишний")));
    }

    @Test
    void comments_are_taken_to_the_last_day_and_each_is_answered_before_the_check() throws Exception {
        var draft = draft();
        edit(draft, content -> dated(content, today.plusDays(9)));
        assertProblem("rule-comments-closed", () -> as("gckr", () -> drafts.comment(draft.id(), null, "рано")));
        assertProblem("rule-comment-term-impossible", () -> as("department", () -> drafts.open(draft.id(), 181)));
        as("department", () -> drafts.open(draft.id(), 1));
        var comment = as("gckr", () -> drafts.comment(draft.id(), "/parameters/0", "Почему две трети?"));
        assertThat(faults(draft)).containsExactlyInAnyOrder("rule-comments-run", "rule-comment-unanswered");

        execute("update eligibility.rule_draft set comments_until = platform.today() where id = '" + draft.id() + "'");

        assertProblem("rule-comments-closed", () -> as("auditor", () -> drafts.comment(draft.id(), null, "поздно")));
        assertThat(faults(draft)).containsExactly("rule-comment-unanswered");
        as("department", () -> drafts.answer(draft.id(), comment.id(), "Так сказано в Концепции."));
        assertProblem(
                "rule-comment-answered",
                () -> as("department", () -> drafts.answer(draft.id(), comment.id(), "Ещё раз.")));
        assertThat(as("department", () -> drafts.check(draft.id())).state()).isEqualTo(RuleState.CHECKED);

        var revised = edit(draft, content -> dated(content, today.plusDays(10)));
        assertThat(revised.state()).isEqualTo(RuleState.DRAFT);
        assertThat(as("auditor", () -> drafts.comments(draft.id()))).hasSize(1);
        assertThat(faults(draft)).containsExactly("rule-comments-not-called");
    }

    @Test
    void two_drafts_of_one_version_do_not_both_become_law() throws Exception {
        var one = draft();
        var other = draft();
        edit(one, content -> dated(content, today));
        edit(other, content -> dated(content, today));
        publish(one);
        as("department", () -> drafts.open(other.id(), 0));

        assertThat(faults(other)).containsExactlyInAnyOrder("rule-based-on-outdated", "rule-version-overlaps");
    }

    @Test
    void whoever_edits_what_another_has_changed_meanwhile_is_told() throws Exception {
        var draft = draft();
        edit(draft, content -> dated(content, today));

        assertProblem(
                "changed-meanwhile",
                () -> as("department2", () -> drafts.edit(draft.id(), draft.version(), draft.content())));
    }

    @Test
    void a_published_version_changes_by_no_statement() throws Exception {
        var draft = draft();
        edit(draft, content -> dated(content, today));
        publish(draft);

        for (var statement : List.of(
                "update eligibility.rule_set set valid_from = '2000-01-01' where version = 3",
                "delete from eligibility.rule_set where version = 3",
                "update eligibility.parameter set value = '1/2' where version = 3",
                "delete from eligibility.rule_citation where version = 3",
                "update eligibility.rule_example set expected = 'MET' where version = 3")) {
            assertThat(catchThrowable(() -> execute(statement)))
                    .as(statement)
                    .isInstanceOf(SQLException.class)
                    .satisfies(failure -> assertThat(ProblemTranslator.translate(failure))
                            .hasValueSatisfying(
                                    problem -> assertThat(problem.code().slug()).isEqualTo("rule-set-published")));
        }
        for (var statement : List.of(
                "insert into eligibility.parameter (rule_set, version, code, sector, value)"
                        + " values ('CONCEPT_2010', 3, 'QUALIFIED_LEAST', 'IT', '8')",
                "update eligibility.parameter set value = '1/2'",
                "delete from eligibility.rule_set")) {
            assertThat(catchThrowable(() -> {
                        try (var connection = application.getConnection();
                                var run = connection.createStatement()) {
                            run.execute(statement);
                        }
                    }))
                    .as(statement)
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void a_reading_is_proposed_by_one_shown_with_its_effect_and_confirmed_by_another() throws Exception {
        Register.take(uploads, releases, today.minusDays(5), Coverage.COMPLETE, Register.inns(100, 5));
        var three = eligible(100, 3);
        var before = verdict(new VerdictQuery(three, null, null, null));
        assertProblem(
                "reading-value-impossible",
                () -> as(
                        "department",
                        () -> readings.propose(
                                new ProposeReading(ReadingCode.CONTROL_ABOVE, "49/100", today, "Приказ"))));
        var proposal = as(
                "department",
                () -> readings.propose(
                        new ProposeReading(ReadingCode.DECLARATION_FILLS_GAPS, "OFF", today, "Приказ № 5, п. 1")));

        var effect = as("auditor", () -> effects.preview(proposal.id(), null));

        assertThat(effect)
                .filteredOn(change -> change.cluster().equals(three))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.before()).isEqualTo(Eligibility.ELIGIBLE);
                    assertThat(change.after()).isEqualTo(Eligibility.UNKNOWN);
                });
        assertThat(verdict(new VerdictQuery(three, null, null, null))).isEqualTo(before);
        assertProblem("second-person-required", () -> as("department", () -> readings.confirm(proposal.id())));

        assertThat(as("department2", () -> readings.confirm(proposal.id())).state())
                .isEqualTo(ReadingProposalView.State.CONFIRMED);

        var now = verdict(new VerdictQuery(three, null, null, null));
        assertThat(now.outcome()).isEqualTo(Eligibility.UNKNOWN);
        assertThat(verdict(new VerdictQuery(three, today.minusDays(1), null, null))
                        .outcome())
                .isEqualTo(Eligibility.ELIGIBLE);
        assertThat(verdict(new VerdictQuery(three, null, before.knownOn(), null))
                        .digest())
                .isEqualTo(before.digest());
        assertThat(verdict(new VerdictQuery(three, null, now.knownOn(), null))).isEqualTo(now);
        assertProblem("reading-decided", () -> as("chief", () -> readings.refuse(proposal.id())));
        assertThat(as("auditor", () -> readings.list()))
                .filteredOn(reading -> reading.code() == ReadingCode.DECLARATION_FILLS_GAPS && reading.inForce())
                .singleElement()
                .satisfies(reading -> assertThat(reading.value()).isEqualTo("OFF"));
        AwaitStanding.of(() -> one("select outcome from eligibility.standing where cluster_id = '" + three + "'"))
                .is("UNKNOWN");
    }

    private VerdictView verdict(VerdictQuery query) throws Exception {
        return as("auditor", () -> verdicts.verdict(query, RU));
    }

    private UUID eligible(int first, int members) throws Exception {
        return EligibleCluster.of(clusters, memberships, conclusions, first, members);
    }
}
