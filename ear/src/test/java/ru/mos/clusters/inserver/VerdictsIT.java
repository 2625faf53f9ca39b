package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.cluster.AdmitMember;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.CreateCluster;
import ru.mos.clusters.cluster.Memberships;
import ru.mos.clusters.cluster.ParticipantRole;
import ru.mos.clusters.cluster.Participation;
import ru.mos.clusters.cluster.UnitingEntity;
import ru.mos.clusters.eligibility.Conclusions;
import ru.mos.clusters.eligibility.FixView;
import ru.mos.clusters.eligibility.RecordConclusion;
import ru.mos.clusters.eligibility.Supposition;
import ru.mos.clusters.eligibility.VerdictQuery;
import ru.mos.clusters.eligibility.VerdictView;
import ru.mos.clusters.eligibility.VerdictView.FindingView;
import ru.mos.clusters.eligibility.Verdicts;
import ru.mos.clusters.eligibility.WhatIf;
import ru.mos.clusters.eligibility.WhatIfView;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.eligibility.rule.Finding;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.eligibility.rule.PartCode;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.ownership.PartyName;
import ru.mos.clusters.ownership.SupposedStake;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.registry.release.Coverage;
import ru.mos.clusters.registry.release.ReleaseState;
import ru.mos.clusters.registry.release.Releases;
import ru.mos.clusters.registry.release.Uploads;
import ru.mos.clusters.registry.release.Withdrawals;

class VerdictsIT extends InServer {

    private static final Locale RU = Locale.forLanguageTag("ru");
    private static final LocalDate FOUNDED = LocalDate.of(2017, 1, 1);
    private static final LocalDate RELEASED = LocalDate.of(2020, 3, 10);
    private static final int LASTS = 45;

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

    @Inject
    Withdrawals withdrawals;

    @Inject
    WhatIf whatIf;

    @BeforeEach
    void an_empty_register() throws Exception {
        given("department");
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    truncate registry.manual_fact, registry.sme_run, registry.headcount, registry.income, registry.entity,
                             registry.release_file, registry.problem, registry.activity, registry.release cascade""");
        }
    }

    @Test
    void two_thirds_after_a_complete_release_are_met_by_the_least_whole_number_and_by_nothing_less() throws Exception {
        Register.take(uploads, releases, RELEASED, Coverage.COMPLETE, Register.inns(100, 12));
        for (int n = 1; n <= 12; n++) {
            int least = (2 * n + 2) / 3;

            assertThat(e2(cluster(least, n - least), RELEASED).outcome())
                    .as("%d of %d", least, n)
                    .isEqualTo(Outcome.MET);
            assertThat(e2(cluster(least - 1, n - least + 1), RELEASED).outcome())
                    .as("%d of %d", least - 1, n)
                    .isEqualTo(Outcome.NOT_MET);
        }
        assertThat(e2(cluster(0, 0), RELEASED).outcome()).isEqualTo(Outcome.NOT_MET);
    }

    @Test
    void one_too_few_after_an_extract_leaves_it_unknown() throws Exception {
        Register.take(uploads, releases, RELEASED, Coverage.EXTRACT, Register.inns(100, 12));
        for (int n = 1; n <= 12; n++) {
            int least = (2 * n + 2) / 3;

            assertThat(e2(cluster(least, n - least), RELEASED).outcome()).isEqualTo(Outcome.MET);
            var short1 = e2(cluster(least - 1, n - least + 1), RELEASED);
            assertThat(short1.outcome()).as("%d of %d", least - 1, n).isEqualTo(Outcome.UNKNOWN);
            assertThat(short1.notCounted())
                    .allMatch(entry -> entry.state() == Finding.State.UNKNOWN)
                    .hasSize(n - least + 1);
        }
    }

    @Test
    void a_release_decides_to_its_last_day_and_no_longer_and_a_gap_where_neighbours_differ_is_unknown()
            throws Exception {
        var cluster = cluster(2, 1);
        Register.take(uploads, releases, RELEASED, Coverage.COMPLETE, Register.inns(100, 2));

        assertThat(e2(cluster, RELEASED.plusDays(LASTS - 1)).outcome()).isEqualTo(Outcome.MET);
        assertThat(e2(cluster, RELEASED.plusDays(LASTS)).outcome()).isEqualTo(Outcome.UNKNOWN);

        Register.take(uploads, releases, RELEASED.plusDays(100), Coverage.COMPLETE, Register.inns(101, 1));
        var gap = e2(cluster, RELEASED.plusDays(50));
        assertThat(gap.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(gap.counted()).extracting(entry -> entry.inn().digits()).containsExactly(Register.inn(101));
        assertThat(gap.notCounted())
                .extracting(VerdictView.EntryView::state)
                .containsExactlyInAnyOrder(Finding.State.UNKNOWN, Finding.State.OUT);
    }

    @Test
    void a_member_counts_once_however_many_roles_the_organisation_never_and_a_partner_leaves_n_unchanged()
            throws Exception {
        Register.take(uploads, releases, RELEASED, Coverage.COMPLETE, Register.inns(100, 3));
        var cluster = cluster(0, 0);
        admit(
                cluster,
                Register.inn(100),
                true,
                EnumSet.of(ParticipantRole.SME_LEADER, ParticipantRole.INNOVATIVE_SME, ParticipantRole.MANUFACTURER));
        admit(cluster, Register.inn(101), true, EnumSet.of(ParticipantRole.OTHER));
        var before = e2(cluster, RELEASED);
        assertThat(before.measured().of()).isEqualTo(2);
        assertThat(before.counted()).hasSize(2);

        admit(cluster, Register.inn(102), false, EnumSet.of(ParticipantRole.UNIVERSITY));

        var after = e2(cluster, RELEASED);
        assertThat(after.measured()).isEqualTo(before.measured());
        assertThat(after.notCounted())
                .singleElement()
                .satisfies(entry -> assertThat(entry.state()).isEqualTo(Finding.State.PARTNER));
    }

    @Test
    void with_everything_on_record_the_cluster_is_eligible_and_a_withdrawn_conclusion_opens_it_again()
            throws Exception {
        var today = today();
        Register.take(uploads, releases, today.minusDays(5), Coverage.COMPLETE, Register.inns(100, 4));
        var cluster = cluster(4, 0);
        conclude(cluster, 100, 4);
        assertThat(verdict(VerdictQuery.now(cluster)).outcome()).isEqualTo(Eligibility.ELIGIBLE);

        var goals = as("department", () -> conclusions.list(cluster, PageRequest.first(50))).items().stream()
                .filter(conclusion -> conclusion.part().equals("GOALS"))
                .findFirst()
                .orElseThrow();
        as("gckr", () -> {
            conclusions.withdraw(cluster, goals.id(), null);
            return null;
        });

        assertThat(verdict(VerdictQuery.now(cluster)).outcome()).isEqualTo(Eligibility.MANUAL);
        assertThat(verdict(new VerdictQuery(cluster, today.minusDays(1), null, null))
                        .outcome())
                .as("what was concluded held until yesterday")
                .isEqualTo(Eligibility.ELIGIBLE);
        assertProblem(
                "conclusion-withdrawn",
                () -> as("gckr", () -> {
                    conclusions.withdraw(cluster, goals.id(), null);
                    return null;
                }));
        var shown = as("auditor", () -> conclusions.view(cluster, goals.id()));
        assertThat(shown.withdrawnBy()).isEqualTo("gckr");
        assertThat(shown.by()).isEqualTo("department");
        assertThat(shown.validTo()).isEqualTo(today.minusDays(1));
    }

    @Test
    void a_verdict_replays_after_imports_corrections_withdrawals_and_without_what_was_kept() throws Exception {
        var first = Register.take(uploads, releases, RELEASED, Coverage.COMPLETE, Register.inns(100, 5));
        var cluster = cluster(5, 1);
        conclude(cluster, 100, 5);
        var day = RELEASED.plusDays(20);
        var given = verdict(new VerdictQuery(cluster, day, null, null));
        as("gckr", () -> verdicts.give(new VerdictQuery(cluster, day, null, null)));
        var replay = new VerdictQuery(cluster, day, given.knownOn(), null);

        Register.take(uploads, releases, RELEASED.plusDays(10), Coverage.COMPLETE, Register.inns(100, 2));
        assertThat(verdict(new VerdictQuery(cluster, day, null, null)).digest()).isNotEqualTo(given.digest());
        assertThat(verdict(replay)).isEqualTo(given);

        as("department", () -> memberships.end(cluster, new Inn(Register.inn(100)), FOUNDED, null));
        admit(cluster, Register.inn(300), true, EnumSet.of(ParticipantRole.OTHER));
        enterByHand(Register.inn(101), "EXPORT_ORIENTED", "true", FOUNDED);
        assertThat(verdict(replay)).isEqualTo(given);

        as("department", () -> withdrawals.request(first, "не тот файл"));
        as("department2", () -> withdrawals.confirm(first));
        Register.awaitState(releases, first, ReleaseState.WITHDRAWN);
        conclusionsWithdrawn(cluster);
        assertThat(verdict(new VerdictQuery(cluster, day, null, null)).digest()).isNotEqualTo(given.digest());
        assertThat(verdict(replay)).isEqualTo(given);

        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from eligibility.standing where cluster_id = '" + cluster + "'");
            statement.execute("delete from eligibility.verdict where cluster_id = '" + cluster + "'");
        }
        assertThat(verdict(replay)).isEqualTo(given);
    }

    @Test
    void what_is_kept_is_told_again_as_it_was_in_both_languages() throws Exception {
        Register.take(uploads, releases, RELEASED, Coverage.COMPLETE, Register.inns(100, 3));
        var cluster = cluster(3, 2);
        conclude(cluster, 100, 3);
        var query = new VerdictQuery(cluster, RELEASED, null, null);
        for (var locale : List.of(RU, Locale.ENGLISH)) {
            var given = as("auditor", () -> verdicts.verdict(query, locale));
            var kept = as("gckr", () -> verdicts.give(query));

            assertThat(as("auditor", () -> verdicts.kept(cluster, kept, locale)))
                    .isEqualTo(given);
        }
        var history = as("auditor", () -> verdicts.history(cluster, PageRequest.first(10)));
        assertThat(history.items().get(0).digest()).isEqualTo(verdict(query).digest());
        assertThat(history.items().get(0).givenBy()).isEqualTo("gckr");
    }

    @Test
    void an_answer_says_the_instant_of_the_latest_change_it_used_and_others_do_not_move_it() throws Exception {
        Register.take(uploads, releases, RELEASED, Coverage.COMPLETE, Register.inns(100, 3));
        var cluster = cluster(3, 0);
        var before = verdict(new VerdictQuery(cluster, RELEASED, null, null)).knownOn();

        cluster(1, 0); // another one
        assertThat(verdict(new VerdictQuery(cluster, RELEASED, null, null)).knownOn())
                .isEqualTo(before);
        assertThat(verdict(new VerdictQuery(cluster, RELEASED, Instant.parse("2999-01-01T00:00:00Z"), null))
                        .knownOn())
                .isEqualTo(before);

        admit(cluster, Register.inn(200), true, EnumSet.of(ParticipantRole.OTHER));
        assertThat(verdict(new VerdictQuery(cluster, RELEASED, null, null)).knownOn())
                .isAfter(before);
        assertProblem(
                "cluster-unknown",
                () -> verdict(new VerdictQuery(cluster, RELEASED, Instant.parse("2000-01-01T00:00:00Z"), null)));
    }

    @Test
    void hand_entries_tell_of_the_citys_register_of_legal_forms_and_of_qualification() throws Exception {
        var day = LocalDate.of(2012, 6, 1);
        var cluster = cluster(1, 0, LocalDate.of(2011, 1, 1), null);
        assertThat(e2(cluster, day).notCounted().get(0).reason()).isEqualTo("SME_NO_HAND_ENTRY");

        enterByHand(Register.inn(100), "CITY_REGISTER", "SMALL", LocalDate.of(2011, 5, 1));
        enterByHand(Register.inn(100), "INNOVATIVE", "true", LocalDate.of(2011, 5, 1));
        enterByHand("7707083893", "LEGAL_FORM", "FOUNDATION", LocalDate.of(2011, 1, 1));

        assertThat(e2(cluster, day).outcome()).isEqualTo(Outcome.MET);
        var verdict = verdict(new VerdictQuery(cluster, day, null, null));
        assertThat(verdict.findings().get(0).outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(verdict.findings().get(2).counted()).hasSize(1);
        assertThat(e2(cluster, LocalDate.of(2011, 4, 30)).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void a_changed_outcome_becomes_one_task_of_the_curator_with_the_difference() throws Exception {
        given("gckr");
        var today = today();
        Register.take(uploads, releases, today.minusDays(5), Coverage.COMPLETE, Register.inns(100, 4));
        var cluster = cluster(4, 0, FOUNDED, "gckr");
        conclude(cluster, 100, 4);
        await(() -> one("select outcome from eligibility.standing where cluster_id = '" + cluster + "'"), "ELIGIBLE");

        Register.take(uploads, releases, today.minusDays(2), Coverage.COMPLETE, Register.inns(100, 2));

        await(
                () -> one("select outcome from eligibility.standing where cluster_id = '" + cluster + "'"),
                "NOT_ELIGIBLE");
        var task = " from platform.task where kind = 'OUTCOME_CHANGED' and closed_by is null and subject = '" + cluster
                + "'";
        assertThat(one("select count(*)" + task)).isEqualTo("1");
        assertThat(one("select login" + task)).isEqualTo("gckr");
        assertThat(one("select due = platform.today() + 5" + task)).isEqualTo("t");
        assertThat(one("select facts ->> 'after'" + task)).isEqualTo("NOT_ELIGIBLE");
        assertThat(one("select facts -> 'members' @> '[{\"rule\": \"E2\", \"inn\": \"" + Register.inn(103)
                        + "\", \"before\": \"COUNTED\", \"after\": \"OUT\"}]'" + task))
                .isEqualTo("t");
        var standing = as(
                "service", () -> verdicts.standings(Eligibility.NOT_ELIGIBLE, "INSTRUMENTS", PageRequest.first(500)));
        assertThat(standing.items()).anyMatch(view -> view.cluster().equals(cluster));
        var kept = as("auditor", () -> verdicts.history(cluster, PageRequest.first(2)))
                .items();
        var difference = as(
                "auditor",
                () -> verdicts.difference(cluster, kept.get(1).id(), kept.get(0).id(), RU));
        assertThat(difference.after()).isEqualTo(Eligibility.NOT_ELIGIBLE);
        assertThat(difference.findings()).extracting("rule").contains(RuleCode.E2);
    }

    @Test
    void a_withdrawal_tried_out_says_whose_outcome_would_change_and_changes_nothing() throws Exception {
        var today = today();
        var release = Register.take(uploads, releases, today.minusDays(5), Coverage.COMPLETE, Register.inns(100, 4));
        var cluster = cluster(4, 0);
        conclude(cluster, 100, 4);

        var tried = as("department", () -> withdrawals.preview(release));

        var code = verdict(VerdictQuery.now(cluster)).cluster().code();
        assertThat(tried.effects())
                .filteredOn(effect -> effect.subject().equals(code))
                .extracting("after")
                .containsExactly("UNKNOWN");
        assertThat(verdict(VerdictQuery.now(cluster)).outcome()).isEqualTo(Eligibility.ELIGIBLE);
    }

    @Test
    void a_verdict_on_many_members_takes_as_many_statements_as_on_few() throws Exception {
        Register.take(uploads, releases, RELEASED, Coverage.COMPLETE, Register.inns(100, 100));
        var few = cluster(10, 0);
        var many = cluster(100, 0);

        // six of them only where a source names one of the members: other tests may have left owners
        assertThat(statements(many)).isEqualTo(statements(few)).isLessThanOrEqualTo(26);
    }

    private long statements(UUID cluster) throws Exception {
        return as("auditor", () -> {
            long least = Long.MAX_VALUE;
            for (int i = 0; i < EntityFixture.TRIES; i++) {
                long before = Long.parseLong(one(EntityFixture.STATEMENTS));
                verdicts.verdict(new VerdictQuery(cluster, RELEASED, null, null), RU);
                least = Math.min(least, Long.parseLong(one(EntityFixture.STATEMENTS)) - before);
                Thread.sleep(EntityFixture.PAUSE_MILLIS);
            }
            return least;
        });
    }

    @Test
    void who_may_not_read_or_conclude_is_refused() throws Exception {
        var cluster = cluster(0, 0);
        for (var login : List.of("applicant", "admin", "expert")) {
            assertThatThrownBy(() -> as(login, () -> verdicts.verdict(VerdictQuery.now(cluster), RU)))
                    .isInstanceOf(EJBAccessException.class);
        }
        for (var login : List.of("auditor", "chief", "service", "applicant")) {
            assertThatThrownBy(() -> as(login, () -> conclusions.conclude(conclusion(cluster, PartCode.GOALS.name()))))
                    .isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> as(login, () -> verdicts.evaluate())).isInstanceOf(EJBAccessException.class);
        }
    }

    @Test
    void a_conclusion_that_cannot_be_is_refused_with_its_reason() throws Exception {
        var cluster = cluster(1, 0);
        assertProblem("part-unknown", () -> conclusion(cluster, "NONSENSE"));
        assertProblem("part-unknown", () -> conclusion(cluster, "DECLARATION"));
        assertProblem(
                "part-of-another-rule",
                () -> new RecordConclusion(cluster, RuleCode.E5, "GOALS", true, "да", PAPER, FOUNDED, null));
        assertProblem(
                "period-empty",
                () -> new RecordConclusion(
                        cluster, RuleCode.E1, "GOALS", true, "да", PAPER, FOUNDED, FOUNDED.minusDays(1)));
        assertProblem(
                "text-too-long",
                () -> new RecordConclusion(
                        cluster, RuleCode.E1, "GOALS", true, "я".repeat(4001), PAPER, FOUNDED, null));
        assertProblem(
                "field-required",
                () -> new RecordConclusion(cluster, RuleCode.E1, "GOALS", true, " ", PAPER, FOUNDED, null));
        assertProblem(
                "declaration-of-no-member",
                () -> as("gckr", () -> conclusions.conclude(conclusion(cluster, "DECLARATION:" + Register.inn(999)))));
        assertProblem(
                "cluster-unknown", () -> as("gckr", () -> conclusions.conclude(conclusion(new UUID(1, 1), "GOALS"))));
        assertProblem("rule-set-unknown", () -> verdict(new VerdictQuery(cluster, null, null, "CONCEPT_2010:99")));
    }

    @Test
    void a_conclusion_holds_from_the_first_day_of_the_cluster_at_the_earliest() throws Exception {
        var cluster = cluster(1, 0);

        assertProblem(
                "date-before-cluster",
                () -> as("gckr", () -> conclusions.conclude(from(cluster, FOUNDED.minusDays(1)))));
        assertThat(as("gckr", () -> conclusions.conclude(from(cluster, FOUNDED)))
                        .validFrom())
                .isEqualTo(FOUNDED);
    }

    private static RecordConclusion from(UUID cluster, LocalDate day) {
        return new RecordConclusion(cluster, RuleCode.E1, "GOALS", true, "да", PAPER, day, null);
    }

    @Test
    void a_document_of_today_bears_a_conclusion_one_of_tomorrow_does_not() throws Exception {
        var cluster = cluster(1, 0);
        var today = LocalDate.parse(one("select platform.today()"));

        assertThat(as("gckr", () -> conclusions.conclude(dated(cluster, today))).outcome())
                .isNotNull();
        assertProblem(
                "conclusion-document-in-future",
                () -> as("gckr", () -> conclusions.conclude(dated(cluster, today.plusDays(1)))));
    }

    private static RecordConclusion dated(UUID cluster, LocalDate date) {
        var paper = new Paper("Протокол", "3", date);
        return new RecordConclusion(cluster, RuleCode.E1, "GOALS", true, "Подтверждено", paper, FOUNDED, null);
    }

    @Test
    void the_cheapest_fix_is_named_and_makes_the_cluster_eligible_on_a_copy_while_nothing_is_kept() throws Exception {
        Register.take(uploads, releases, RELEASED, Coverage.COMPLETE, Register.inns(100, 3));
        var cluster = cluster(3, 2);
        conclude(cluster, 100, 3);
        conclude(cluster, 200, 2);
        var changes = one("select count(*) from platform.change where actor = 'gckr'");

        var asItIs = suppose(cluster);
        var mended = suppose(cluster, new Supposition.RemoveMember(new Inn(Register.inn(200))));

        assertThat(asItIs.verdict().outcome()).isEqualTo(Eligibility.NOT_ELIGIBLE);
        assertThat(asItIs.cheapestFix().steps())
                .extracting(FixView.Step::kind)
                .containsExactly(FixView.StepKind.REMOVE_MEMBER);
        assertThat(asItIs.cheapestFix().proven()).isTrue();
        assertThat(mended.verdict().outcome()).isEqualTo(Eligibility.ELIGIBLE);
        assertThat(mended.difference().after()).isEqualTo(Eligibility.ELIGIBLE);
        assertThat(mended.cheapestFix().steps()).isEmpty();
        assertThat(one("select count(*) from platform.change where actor = 'gckr'"))
                .isEqualTo(changes);
    }

    @Test
    void a_supposed_buyer_links_two_members_above_a_fifth_and_not_at_a_fifth() throws Exception {
        Register.take(uploads, releases, RELEASED, Coverage.COMPLETE, Register.inns(100, 3));
        var cluster = cluster(3, 0);

        var owner = new SupposedStake(
                PartyName.of(new Inn("770000000156")),
                PartyName.of(new Inn(Register.inn(100))),
                EdgeKind.SHAREHOLDING,
                true,
                Fraction.of(51, 100),
                null);
        assertThat(finding(suppose(cluster, new Supposition.SetStake(owner), bought(Fraction.of(1, 5)))))
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(finding(suppose(cluster, new Supposition.SetStake(owner), bought(Fraction.of(21, 100)))))
                .isEqualTo(Outcome.NOT_MET);
    }

    private static Supposition bought(Fraction share) {
        return new Supposition.SetStake(new SupposedStake(
                PartyName.of(new Inn("770000000156")),
                PartyName.of(new Inn(Register.inn(101))),
                EdgeKind.SHAREHOLDING,
                true,
                share,
                null));
    }

    private static Outcome finding(WhatIfView supposed) {
        return supposed.verdict().findings().get(RuleCode.E4.ordinal()).outcome();
    }

    private WhatIfView suppose(UUID cluster, Supposition... suppositions) throws Exception {
        return as(
                "gckr",
                () -> whatIf.suppose(new VerdictQuery(cluster, RELEASED, null, null), List.of(suppositions), RU));
    }

    @Test
    void a_kept_verdict_stands_beside_todays_knowledge_of_its_day() throws Exception {
        Register.take(uploads, releases, RELEASED, Coverage.EXTRACT, Register.inns(100, 1));
        var cluster = cluster(3, 0);
        var kept = as("gckr", () -> verdicts.give(new VerdictQuery(cluster, RELEASED, null, null)));
        Register.take(uploads, releases, RELEASED, Coverage.EXTRACT, Register.inns(101, 2));

        var compared = as("auditor", () -> verdicts.compare(cluster, kept, RU));

        assertThat(compared.replays()).isTrue();
        assertThat(compared.todaysKnowledge().difference().findings())
                .extracting(change -> change.rule())
                .contains(RuleCode.E2);
        assertThat(compared.todaysRules().difference().findings()).isEmpty();
        assertThat(compared.todaysKnowledge().digest()).isNotEqualTo(compared.digest());
    }

    private static final Paper PAPER = new Paper("Протокол", "3", LocalDate.of(2017, 2, 1));

    private static RecordConclusion conclusion(UUID cluster, String part) {
        var rule = PartCode.valueOf(part.contains("NONSENSE") ? "GOALS" : part.split(":")[0])
                .rule();
        return new RecordConclusion(cluster, rule, part, true, "Подтверждено", PAPER, FOUNDED, null);
    }

    /** Everything that only people can say is said, and every member declares to have no link. */
    private void conclude(UUID cluster, int first, int members) throws Exception {
        var parts = new ArrayList<String>();
        for (var code : PartCode.values()) {
            if (code == PartCode.DECLARATION) {
                Register.inns(first, members).forEach(inn -> parts.add(code + ":" + inn));
            } else if (code.isAsked()) {
                parts.add(code.name());
            }
        }
        for (var part : parts) {
            as("department", () -> conclusions.conclude(conclusion(cluster, part)));
        }
    }

    private void conclusionsWithdrawn(UUID cluster) throws Exception {
        for (var conclusion : as("gckr", () -> conclusions.list(cluster, PageRequest.first(500)))
                .items()) {
            as("gckr", () -> {
                conclusions.withdraw(cluster, conclusion.id(), null);
                return null;
            });
        }
    }

    private UUID cluster(int smes, int others) throws Exception {
        return cluster(smes, others, FOUNDED, null);
    }

    /** SMEs are numbered from 100, whom no release shows from 200. */
    private UUID cluster(int smes, int others, LocalDate from, String curator) throws Exception {
        var id = as(
                        "department",
                        () -> clusters.create(new CreateCluster(
                                "INSTRUMENTS",
                                "Приборы",
                                new UnitingEntity(new Inn("7707083893"), "Ассоциация «Приборы»", null),
                                from,
                                curator)))
                .id();
        var inns = new ArrayList<>(Register.inns(100, smes));
        inns.addAll(Register.inns(200, others));
        as("department", () -> {
            for (var inn : inns) {
                memberships.admit(new AdmitMember(
                        id, new Participation(new Inn(inn), null, Set.of(ParticipantRole.OTHER), true), from, null));
            }
            return null;
        });
        return id;
    }

    private void admit(UUID cluster, String inn, boolean member, Set<ParticipantRole> roles) throws Exception {
        as(
                "department",
                () -> memberships.admit(
                        new AdmitMember(cluster, new Participation(new Inn(inn), null, roles, member), FOUNDED, null)));
    }

    private void enterByHand(String inn, String fact, String value, LocalDate from) throws Exception {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    with c as (
                        insert into platform.change (actor, action, subject_kind, subject)
                        values ('test', 'FACT_CONFIRMED', 'ENTITY', '%1$s') returning id
                    )
                    insert into registry.manual_fact (id, inn, fact, value, valid_from, document_title, document_number,
                                                      document_on, entered_by, entered_in, decided_by, recorded_by)
                    select gen_random_uuid(), '%1$s', '%2$s', '%3$s', '%4$s', 'Справка', '1', '%4$s', 'one', c.id, 'two', c.id
                      from c""".formatted(inn, fact, value, from));
        }
    }

    private VerdictView verdict(VerdictQuery query) throws Exception {
        return as("auditor", () -> verdicts.verdict(query, RU));
    }

    private FindingView e2(UUID cluster, LocalDate day) throws Exception {
        return verdict(new VerdictQuery(cluster, day, null, null)).findings().get(1);
    }

    private LocalDate today() throws Exception {
        return LocalDate.parse(one("select platform.today()"));
    }

    private static void await(Callable<String> what, String wanted) throws Exception {
        String got = null;
        for (int i = 0; i < 200; i++) {
            got = what.call();
            if (wanted.equals(got)) {
                return;
            }
            Thread.sleep(100);
        }
        assertThat(got).isEqualTo(wanted);
    }
}
