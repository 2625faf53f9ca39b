package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
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
import ru.mos.clusters.eligibility.RecordConclusion;
import ru.mos.clusters.eligibility.RequestWaiver;
import ru.mos.clusters.eligibility.Terms;
import ru.mos.clusters.eligibility.VerdictDifference.WaiverTurn;
import ru.mos.clusters.eligibility.VerdictQuery;
import ru.mos.clusters.eligibility.VerdictView;
import ru.mos.clusters.eligibility.Verdicts;
import ru.mos.clusters.eligibility.WaiverView;
import ru.mos.clusters.eligibility.Waivers;
import ru.mos.clusters.eligibility.WhatIf;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.eligibility.rule.PartCode;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.registry.release.Coverage;
import ru.mos.clusters.registry.release.Releases;
import ru.mos.clusters.registry.release.Uploads;

class WaiversIT extends InServer {

    private static final Locale RU = Locale.forLanguageTag("ru");
    private static final LocalDate FOUNDED = LocalDate.of(2017, 1, 1);
    private static final Paper PAPER = new Paper("Служебная записка", "17", LocalDate.of(2019, 2, 1));
    private static final String ACT = "PPM_646_2012";
    private static final LocalDate EDITION = LocalDate.of(2017, 12, 31);

    @Inject
    Clusters clusters;

    @Inject
    Memberships memberships;

    @Inject
    Conclusions conclusions;

    @Inject
    Verdicts verdicts;

    @Inject
    Waivers waivers;

    @Inject
    Terms terms;

    @Inject
    WhatIf whatIf;

    @Inject
    Releases releases;

    @Inject
    Uploads uploads;

    @BeforeEach
    void an_empty_register() throws Exception {
        given("department");
        given("gckr");
        given("chief");
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    truncate registry.manual_fact, registry.sme_run, registry.headcount, registry.income, registry.entity,
                             registry.release_file, registry.problem, registry.activity, registry.release cascade""");
        }
        Register.take(uploads, releases, today().minusDays(30), Coverage.COMPLETE, Register.inns(100, 2));
    }

    @Test
    void a_waiver_given_by_another_person_holds_from_its_first_day_to_its_last() throws Exception {
        var cluster = tooFew();
        var from = today().minusDays(10);
        var to = today().minusDays(3);
        assertThat(verdict(cluster, from).outcome()).isEqualTo(Eligibility.NOT_ELIGIBLE);

        var asked = as("gckr", () -> waivers.request(request(cluster, from, to)));
        assertThat(asked.state()).isEqualTo(WaiverView.State.REQUESTED);
        assertThat(verdict(cluster, from).outcome()).as("not yet given").isEqualTo(Eligibility.NOT_ELIGIBLE);
        var given = as("chief", () -> waivers.give(cluster, asked.id()));

        assertThat(given.state()).isEqualTo(WaiverView.State.GIVEN);
        assertThat(verdict(cluster, from.minusDays(1)).outcome()).isEqualTo(Eligibility.NOT_ELIGIBLE);
        assertThat(verdict(cluster, from).outcome()).isEqualTo(Eligibility.ELIGIBLE);
        assertThat(verdict(cluster, to).outcome()).isEqualTo(Eligibility.ELIGIBLE);
        assertThat(verdict(cluster, to.plusDays(1)).outcome()).isEqualTo(Eligibility.NOT_ELIGIBLE);
        var finding = verdict(cluster, to).findings().get(2);
        assertThat(finding.outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(finding.waiver().by()).isEqualTo("chief");
        assertThat(finding.waiver().requestedBy()).isEqualTo("gckr");
        assertThat(finding.waiver().citation().status().name()).isEqualTo("IN_FORCE");
        assertThat(finding.explanation()).contains("допущено отступление по", "пункт 4");
    }

    @Test
    void kept_verdicts_replay_whatever_is_waived_later() throws Exception {
        var cluster = tooFew();
        var day = today().minusDays(5);
        var before = verdict(cluster, day);
        var keptBefore = keep(cluster, day);

        var waiver = given(cluster, today().minusDays(10), today().plusDays(10));
        var during = verdict(cluster, day);
        var keptDuring = keep(cluster, day);
        as("department", () -> waivers.withdraw(cluster, waiver, "Основание отпало"));

        assertThat(before.traceVersion()).isEqualTo("1");
        assertThat(during.traceVersion()).isEqualTo("2");
        assertThat(as("auditor", () -> verdicts.verdict(new VerdictQuery(cluster, day, before.knownOn(), null), RU)))
                .isEqualTo(before);
        assertThat(as("auditor", () -> verdicts.verdict(new VerdictQuery(cluster, day, during.knownOn(), null), RU)))
                .isEqualTo(during);
        assertThat(as("auditor", () -> verdicts.kept(cluster, keptDuring, RU))).isEqualTo(during);
        for (var kept : List.of(keptBefore, keptDuring)) {
            assertThat(as("auditor", () -> verdicts.compare(cluster, kept, RU)).replays())
                    .isTrue();
        }
        var learnt = as("auditor", () -> verdicts.compare(cluster, keptBefore, RU))
                .todaysKnowledge()
                .difference();
        assertThat(learnt.findings())
                .singleElement()
                .satisfies(change -> assertThat(change.waiver().turn()).isEqualTo(WaiverTurn.BEGAN));
        assertThat(verdict(cluster, today()).outcome())
                .as("withdrawn from today on")
                .isEqualTo(Eligibility.NOT_ELIGIBLE);
        assertThat(verdict(cluster, today().minusDays(1)).outcome()).isEqualTo(Eligibility.ELIGIBLE);
    }

    @Test
    void nobody_gives_or_refuses_what_they_asked_for_themselves() throws Exception {
        var cluster = tooFew();
        given("chief");
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "insert into platform.user_role (login, role) values ('chief', 'gckr') on conflict do nothing");
        }
        try {
            var own = as("chief", () -> waivers.request(request(cluster, today(), today())));

            assertProblem("second-person-required", () -> as("chief", () -> waivers.give(cluster, own.id())));
            assertProblem("second-person-required", () -> as("chief", () -> waivers.refuse(cluster, own.id(), "нет")));
            assertProblem(
                    "second-person-required",
                    () -> one(
                            "update eligibility.waiver_request set decision = 'GIVEN', decided_by = 'chief' where id = '"
                                    + own.id() + "' returning id"));
            assertThat(as("chief2", () -> waivers.give(cluster, own.id())).decidedBy())
                    .isEqualTo("chief2");
        } finally {
            one("delete from platform.user_role where login = 'chief' and role = 'gckr' returning login");
        }
    }

    @Test
    void only_the_chief_gives_and_only_keepers_ask() throws Exception {
        var cluster = tooFew();
        var asked = as("department", () -> waivers.request(request(cluster, today(), today())));

        for (var login : List.of("chief", "auditor", "applicant", "expert", "admin", "service")) {
            assertThatThrownBy(() -> as(login, () -> waivers.request(request(cluster, today(), today()))))
                    .isInstanceOf(EJBAccessException.class);
        }
        for (var login : List.of("department2", "gckr", "auditor", "commission")) {
            assertThatThrownBy(() -> as(login, () -> waivers.give(cluster, asked.id())))
                    .isInstanceOf(EJBAccessException.class);
        }
        assertProblem("forbidden-role", () -> as("gckr", () -> waivers.withdraw(cluster, asked.id(), "чужое")));
    }

    @Test
    void what_is_refused_taken_back_or_withdrawn_can_be_decided_no_more() throws Exception {
        var cluster = tooFew();
        var refused = as("gckr", () -> waivers.request(request(cluster, today(), today())));
        var taken = as("gckr", () -> waivers.request(request(cluster, today(), today())));

        assertThat(as("chief", () -> waivers.refuse(cluster, refused.id(), "Нет основания"))
                        .state())
                .isEqualTo(WaiverView.State.REFUSED);
        assertThat(as("gckr", () -> waivers.withdraw(cluster, taken.id(), "Ошибка"))
                        .state())
                .isEqualTo(WaiverView.State.TAKEN_BACK);
        for (var id : List.of(refused.id(), taken.id())) {
            assertProblem("waiver-decided", () -> as("chief", () -> waivers.give(cluster, id)));
            assertProblem("waiver-not-in-force", () -> as("department", () -> waivers.withdraw(cluster, id, "x")));
        }
        var future = given(cluster, today().plusDays(1), today().plusDays(5));
        var shown = as("chief", () -> waivers.withdraw(cluster, future, "Передумали"));
        assertThat(shown.state()).isEqualTo(WaiverView.State.WITHDRAWN);
        assertThat(shown.withdrawalReason()).isEqualTo("Передумали");
        assertThat(verdict(cluster, today().plusDays(2)).findings().get(2).waiver())
                .isNull();
        assertThat(as("auditor", () -> waivers.list(cluster, PageRequest.first(10)))
                        .items())
                .hasSize(3);
        assertThat(one("select count(*) from platform.task where kind = 'WAIVER_TO_DECIDE' and closed_by is null"
                        + " and subject like '" + cluster + "/%'"))
                .isEqualTo("0");
    }

    @Test
    void a_request_that_cannot_be_is_refused_with_its_reason() throws Exception {
        var cluster = tooFew();
        given(cluster, today(), today().plusDays(9));

        assertProblem("waiver-overlaps", () -> ask(request(cluster, today().plusDays(9), today().plusDays(20))));
        assertThat(ask(request(cluster, today().plusDays(10), today().plusDays(20)))
                        .state())
                .as("the day after is free")
                .isEqualTo(WaiverView.State.REQUESTED);
        assertProblem("date-before-cluster", () -> ask(request(cluster, FOUNDED.minusDays(1), today())));
        assertProblem("cluster-unknown", () -> ask(request(new UUID(1, 1), today(), today())));
        assertProblem("waiver-act-unknown", () -> ask(request(cluster, "NO_SUCH", EDITION, today().plusDays(30))));
        assertProblem("edition-unknown", () -> ask(request(cluster, ACT, EDITION.plusDays(1), today().plusDays(30))));
        assertProblem(
                "waiver-act-not-in-force", () -> ask(request(cluster, "CONCEPT_2010", null, today().plusDays(30))));
        assertProblem(
                "waiver-act-not-in-force",
                () -> ask(request(cluster, ACT, LocalDate.of(2012, 11, 13), today().plusDays(30))));
        assertProblem("waiver-part-unknown", () -> with(cluster, RuleCode.E5, "NONSENSE"));
        assertProblem("part-of-another-rule", () -> with(cluster, RuleCode.E3, "NO_VETO"));
        assertProblem("period-empty", () -> request(cluster, today(), today().minusDays(1)));
    }

    @Test
    void two_given_at_once_for_the_same_days_are_one() throws Exception {
        var cluster = tooFew();
        var one = ask(request(cluster, today(), today().plusDays(3)));
        var other = ask(request(cluster, today().plusDays(3), today().plusDays(6)));

        as("chief", () -> waivers.give(cluster, one.id()));

        assertProblem("waiver-overlaps", () -> as("chief", () -> waivers.give(cluster, other.id())));
        assertThat(as("auditor", () -> waivers.view(cluster, other.id())).state())
                .isEqualTo(WaiverView.State.REQUESTED);
    }

    @Test
    void the_standing_flips_at_once_and_on_the_day_of_expiry_with_a_task() throws Exception {
        var cluster = tooFew();
        await(() -> standing(cluster), "NOT_ELIGIBLE");

        var waiver = given(cluster, today().minusDays(3), today().plusDays(60));

        await(() -> standing(cluster), "ELIGIBLE");
        assertThat(one(tasks(
                        "OUTCOME_CHANGED",
                        cluster.toString(),
                        "facts -> 'findings' @> '[{\"rule\": \"E3\", \"waiver\": \"BEGAN\"}]'")))
                .isEqualTo("t");
        one("update eligibility.waiver set valid_until = platform.today() where id = '" + waiver + "' returning id");
        as("department", () -> verdicts.evaluate());
        assertThat(standing(cluster)).isEqualTo("NOT_ELIGIBLE");
        assertThat(one(tasks(
                        "OUTCOME_CHANGED",
                        cluster.toString(),
                        "role = 'department' and facts ->> 'after' = 'NOT_ELIGIBLE'")))
                .as("without a curator the department answers")
                .isEqualTo("t");
    }

    @Test
    void an_end_that_is_thirty_days_away_is_told_once() throws Exception {
        var near = tooFew();
        var far = tooFew();
        var told = given(near, today(), today().plusDays(29));
        var untold = given(far, today(), today().plusDays(30));
        as("department", () -> verdicts.evaluate());

        var task = tasks("WAIVER_EXPIRES", near + "/" + told, "due = platform.today() + 29 and role = 'department'");
        assertThat(one(task)).isEqualTo("t");
        assertThat(one(tasks("WAIVER_EXPIRES", far + "/" + untold, "true"))).isNull();
        one("update platform.task set closed_by = opened_by where subject = '" + near + "/" + told + "' returning id");
        as("department", () -> verdicts.evaluate());
        assertThat(one(task)).as("closed by hand, it is not opened again").isNull();

        as("department", () -> terms.set(new Terms.Term(Terms.TermKind.WAIVER_EXPIRES, today(), 31, "Приказ")));
        try {
            as("department", () -> verdicts.evaluate());
            assertThat(one(tasks("WAIVER_EXPIRES", far + "/" + untold, "true"))).isEqualTo("t");
            as("department", () -> waivers.withdraw(far, untold, "Не нужно"));
            assertThat(one(tasks("WAIVER_EXPIRES", far + "/" + untold, "true"))).isNull();
        } finally {
            one(
                    "delete from eligibility.term where kind = 'WAIVER_EXPIRES' and recorded_by is not null returning kind");
        }
    }

    @Test
    void a_waived_condition_needs_no_fix() throws Exception {
        var cluster = tooFew();
        var query = VerdictQuery.now(cluster);
        assertThat(as("gckr", () -> whatIf.suppose(query, List.of(), RU))
                        .cheapestFix()
                        .steps())
                .isNotEmpty();

        given(cluster, today(), today());

        var supposed = as("gckr", () -> whatIf.suppose(query, List.of(), RU));
        assertThat(supposed.verdict().outcome()).isEqualTo(Eligibility.ELIGIBLE);
        assertThat(supposed.cheapestFix().steps()).isEmpty();
    }

    private WaiverView ask(RequestWaiver command) throws Exception {
        return as("gckr", () -> waivers.request(command));
    }

    private UUID given(UUID cluster, LocalDate from, LocalDate to) throws Exception {
        var asked = ask(request(cluster, from, to));
        return as("chief", () -> waivers.give(cluster, asked.id())).id();
    }

    private UUID keep(UUID cluster, LocalDate day) throws Exception {
        return as("gckr", () -> verdicts.give(new VerdictQuery(cluster, day, null, null)));
    }

    private static RequestWaiver request(UUID cluster, LocalDate from, LocalDate to) {
        return new RequestWaiver(
                cluster, RuleCode.E3, List.of(), "Отрасль создаётся", ACT, EDITION, "пункт 4", PAPER, from, to);
    }

    private static RequestWaiver request(UUID cluster, String act, LocalDate edition, LocalDate from) {
        return new RequestWaiver(
                cluster, RuleCode.E3, List.of(), "Отрасль создаётся", act, edition, "пункт 4", PAPER, from, from);
    }

    private RequestWaiver with(UUID cluster, RuleCode rule, String part) throws Exception {
        return new RequestWaiver(
                cluster, rule, List.of(part), "Отрасль", ACT, EDITION, "пункт 4", PAPER, today(), today());
    }

    private String standing(UUID cluster) throws Exception {
        return one("select outcome from eligibility.standing where cluster_id = '" + cluster + "'");
    }

    private static String tasks(String kind, String subject, String what) {
        return "select " + what + " from platform.task where kind = '" + kind
                + "' and closed_by is null and subject = '" + subject + "'";
    }

    private VerdictView verdict(UUID cluster, LocalDate day) throws Exception {
        return as("auditor", () -> verdicts.verdict(new VerdictQuery(cluster, day, null, null), RU));
    }

    /** Of two members, where three qualified ones are asked for; all else is on record. */
    private UUID tooFew() throws Exception {
        var id = as(
                        "department",
                        () -> clusters.create(new CreateCluster(
                                "INSTRUMENTS",
                                "Приборы",
                                new UnitingEntity(new Inn("7707083893"), "Ассоциация «Приборы»", null),
                                FOUNDED,
                                null)))
                .id();
        var inns = Register.inns(100, 2);
        as("department", () -> {
            for (var inn : inns) {
                memberships.admit(new AdmitMember(
                        id, new Participation(new Inn(inn), null, Set.of(ParticipantRole.OTHER), true), FOUNDED, null));
            }
            return null;
        });
        var parts = new ArrayList<String>();
        for (var code : PartCode.values()) {
            if (code == PartCode.DECLARATION) {
                inns.forEach(inn -> parts.add(code + ":" + inn));
            } else if (code.isAsked()) {
                parts.add(code.name());
            }
        }
        for (var part : parts) {
            var rule = PartCode.valueOf(part.split(":")[0]).rule();
            as(
                    "department",
                    () -> conclusions.conclude(
                            new RecordConclusion(id, rule, part, true, "Подтверждено", PAPER, FOUNDED, null)));
        }
        return id;
    }

    private LocalDate today() throws Exception {
        return LocalDate.parse(one("select platform.today()"));
    }

    private static void await(Callable<String> what, String wanted) throws Exception {
        String got = null;
        for (int i = 0; i < 300 && !wanted.equals(got); i++) {
            got = what.call();
            if (!wanted.equals(got)) {
                Thread.sleep(100);
            }
        }
        assertThat(got).isEqualTo(wanted);
    }
}
