package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.call.CallState;
import ru.mos.clusters.call.Calls;
import ru.mos.clusters.call.application.ApplicationState;
import ru.mos.clusters.call.application.Submissions;
import ru.mos.clusters.call.council.Bodies;
import ru.mos.clusters.call.council.BodyKind;
import ru.mos.clusters.call.council.Choice;
import ru.mos.clusters.call.council.EnterOrder;
import ru.mos.clusters.call.council.EnterOrder.Appointment;
import ru.mos.clusters.call.council.MajorityBase;
import ru.mos.clusters.call.council.MakeMotion;
import ru.mos.clusters.call.council.Motion;
import ru.mos.clusters.call.council.NewBody;
import ru.mos.clusters.call.council.PlanSitting;
import ru.mos.clusters.call.council.Post;
import ru.mos.clusters.call.council.Presence;
import ru.mos.clusters.call.council.ProtocolAction;
import ru.mos.clusters.call.council.ProtocolState;
import ru.mos.clusters.call.council.ProtocolView;
import ru.mos.clusters.call.council.Protocols;
import ru.mos.clusters.call.council.RecusedInQuorum;
import ru.mos.clusters.call.council.Regulations;
import ru.mos.clusters.call.council.SittingAction;
import ru.mos.clusters.call.council.SittingForm;
import ru.mos.clusters.call.council.SittingState;
import ru.mos.clusters.call.council.SittingView;
import ru.mos.clusters.call.council.SittingView.Outcome;
import ru.mos.clusters.call.council.Sittings;
import ru.mos.clusters.call.decision.AppealAction;
import ru.mos.clusters.call.decision.AppealState;
import ru.mos.clusters.call.decision.Appeals;
import ru.mos.clusters.call.decision.Decisions;
import ru.mos.clusters.call.openness.OpennessReports;
import ru.mos.clusters.call.programme.Measure;
import ru.mos.clusters.call.programme.PlanLine;
import ru.mos.clusters.call.programme.PlanProgramme;
import ru.mos.clusters.call.programme.ProgrammeAct;
import ru.mos.clusters.call.programme.Programmes;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.ProblemTranslator;

/** From the composition of the commission to an appeal that was upheld, and what must not happen on the way. */
class CouncilIT extends InServer {

    private static final String KBK = "80704121234567890811";
    private static final String BODY = "COMMISSION_IT";
    private static final String APPLICANT = "7707083893";
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final LocalDate EDITION = LocalDate.of(2024, 2, 7);
    private static final Paper ORDER = new Paper("Распоряжение", "1-РП", LocalDate.of(2026, 1, 10));
    private static final String CONTENT = "{\"title\": \"Опытное производство\"}";
    private static final byte[] SCAN = "%PDF-1.7 signed".getBytes(StandardCharsets.US_ASCII);

    @Inject
    Calls calls;

    @Inject
    Programmes programmes;

    @Inject
    Bodies bodies;

    @Inject
    Sittings sittings;

    @Inject
    Protocols protocols;

    @Inject
    Decisions decisions;

    @Inject
    Submissions submissions;

    @Inject
    Appeals appeals;

    @Inject
    OpennessReports reports;

    private UUID call;

    @BeforeEach
    void a_commission_and_a_call() throws Exception {
        for (var login : List.of(
                "department",
                "department2",
                "chief",
                "chief2",
                "gckr",
                "commission",
                "commission2",
                "commission3",
                "commission4",
                "expert",
                "applicant",
                "applicant2",
                "auditor")) {
            given(login);
        }
        gone();
        at("2026-06-01 10:00:00");
        as(
                "department",
                () -> programmes.enter(new PlanProgramme(
                        "COUNCIL_IT",
                        "Программа проверки",
                        "Programme of the test",
                        2026,
                        2027,
                        LocalDate.of(2026, 2, 1),
                        List.of(new ProgrammeAct("PPM_1863_2019", EDITION)),
                        List.of(new Measure(
                                "1",
                                "Проекты",
                                "Projects",
                                List.of(new PlanLine(2026, new BigDecimal("30000000"))))))));
        call = as(
                        "department",
                        () -> calls.create(
                                "COUNCIL_IT",
                                "1",
                                CallFixture.terms(node -> node.put("eligibility", "PRIORITY")
                                        .withArray("money")
                                        .addObject()
                                        .put("year", 2026)
                                        .put("kbk", KBK)
                                        .put("amount", new BigDecimal("10000000")))))
                .id();
        as("department", () -> calls.check(call));
        as("chief", () -> calls.publish(call));
        execute(LedgerFixture.limits(2026, KBK, "100000000"));
        execute("insert into platform.mandate (id, login, inn, valid_from, valid_until, document_title, document_date,"
                + " recorded_by) select gen_random_uuid(), 'applicant', '" + APPLICANT
                + "', '2026-01-01', '2027-12-31',"
                + " 'Доверенность', '2026-01-01', max(id) from platform.change");
        commission(BODY, RecusedInQuorum.ABSENT);
    }

    private void commission(String code, RecusedInQuorum recused) throws Exception {
        as(
                "department",
                () -> bodies.enter(new NewBody(
                        code,
                        BodyKind.COMMISSION,
                        "Комиссия проверки",
                        "Комиссии проверки",
                        "Commission of the test")));
        as(
                "department",
                () -> bodies.regulate(
                        code,
                        new Regulations(
                                LocalDate.of(2026, 1, 1),
                                Fraction.of(1, 2),
                                true,
                                recused,
                                MajorityBase.ALL_VOTES,
                                true,
                                true,
                                10,
                                ORDER)));
        as(
                "department",
                () -> bodies.order(
                        code,
                        new EnterOrder(
                                LocalDate.of(2026, 1, 10),
                                ORDER,
                                List.of(
                                        seat("commission", "Гоголь Николай Васильевич", Post.CHAIR, true),
                                        seat("commission2", "Дюма Илья Кузьмич", Post.DEPUTY_CHAIR, true),
                                        seat("commission3", "Черных Фирс Ильич", Post.MEMBER, true),
                                        seat(null, "Шевченко Никита Фомич", Post.MEMBER, true),
                                        seat("gckr", "Мицкевич Нинель Яковлевна", Post.SECRETARY, false)),
                                List.of())));
    }

    private static Appointment seat(String login, String name, Post post, boolean votes) {
        return new Appointment(login, name, "Организация", null, post, votes);
    }

    @AfterEach
    void gone() throws Exception {
        execute("delete from platform.clock_shift");
        execute(CallFixture.NOTHING_LEFT);
        execute(LedgerFixture.NOTHING_LEFT);
        execute("truncate call.body cascade");
        execute("delete from registry.entity where inn = '7700087112'");
        execute("delete from call.expert where login = 'commission3'");
        execute("""
                delete from call.plan_line where programme = 'COUNCIL_IT';
                delete from call.measure where programme = 'COUNCIL_IT';
                delete from call.programme_act where programme = 'COUNCIL_IT';
                delete from call.programme where code = 'COUNCIL_IT';
                delete from platform.mandate;
                delete from platform.task where kind in ('CALL_TO_PUBLISH', 'PROTOCOL_TO_SIGN', 'APPEAL_TO_DECIDE')""");
    }

    private void execute(String statement) throws Exception {
        try (var connection = owner.getConnection();
                var run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    /** Sets the clock to a time of Moscow. */
    private void at(String moscow) throws Exception {
        execute("delete from platform.clock_shift");
        execute("insert into platform.clock_shift select (timestamp '" + moscow
                + "' at time zone 'Europe/Moscow') - clock_timestamp()");
    }

    /** Through closed eyes of triggers: what others are tested for is here only there. */
    private void unwatched(String table, String statement) throws Exception {
        execute("alter table %1$s disable trigger user; %2$s; alter table %1$s enable trigger user"
                .formatted(table, statement));
    }

    /** An assessed application that asks for a sum. */
    private UUID application(String asked) throws Exception {
        var id = UUID.randomUUID();
        var project = UUID.randomUUID();
        var change = one("select max(id) from platform.change where at is not null");
        execute(
                "insert into project.project (id, kind, lead, title, draft, edited_by, recorded_by, changed_by) values ('"
                        + project + "', 'CLUSTER', '" + APPLICANT + "', 'Опытное производство', '" + CONTENT
                        + "', 'x', " + change
                        + ", " + change
                        + ")");
        unwatched(
                "project.edition",
                "insert into project.edition (project_id, number, content, digest, recorded_by) values ('" + project
                        + "', 1, '" + CONTENT + "', 'x', " + change + ")");
        unwatched(
                "project.funding",
                "insert into project.funding (project_id, edition, stage, source, amount) values ('" + project
                        + "', 1, 1, 'CITY_BUDGET', " + asked + ")");
        execute(
                "insert into call.application (id, call_id, project_id, applicant, channel, state, round, submitted_at, answers,"
                        + " recorded_by, changed_by) values ('" + id + "', '" + call + "', '" + project + "', '"
                        + APPLICANT
                        + "', 'APPLICANT', 'ASSESSED', 1, '2026-03-10T09:00:00Z', '{}', " + change + ", " + change
                        + ")");
        unwatched(
                "call.submission",
                "insert into call.submission (application_id, round, call_id, call_edition, project_id, project_edition, answers,"
                        + " submitted_by, certified_by, received_at, receipt, digest, recorded_by) values ('" + id
                        + "', 1, '"
                        + call + "', 1, '" + project
                        + "', 1, '{}', 'applicant', 'applicant2', '2026-03-10T09:00:00Z', '" + id
                        + "', 'x', " + change + ")");
        return id;
    }

    private SittingView planned(List<UUID> applications) throws Exception {
        var sitting = as(
                "gckr",
                () -> sittings.plan(
                        new PlanSitting(BODY, call, SittingForm.MEETING, DAY, "Москва, Вознесенский пер., 22")));
        return as("gckr", () -> sittings.addItems(sitting.id(), applications));
    }

    private SittingView opened(UUID... applications) throws Exception {
        var sitting = planned(List.of(applications));
        as("gckr", () -> sittings.open(sitting.id()));
        for (var member : sitting.members()) {
            as("gckr", () -> sittings.attend(sitting.id(), member.seat(), Presence.PRESENT));
        }
        return as("gckr", () -> sittings.view(sitting.id()));
    }

    private static UUID seat(SittingView sitting, String name) {
        return sitting.members().stream()
                .filter(member -> member.name().startsWith(name))
                .findFirst()
                .orElseThrow()
                .seat();
    }

    private static MakeMotion award(String amount) {
        return new MakeMotion(Motion.AWARD, new BigDecimal(amount), 2026, KBK, null, null, null, null, null);
    }

    private static MakeMotion refusal() {
        return new MakeMotion(
                Motion.REFUSE, null, null, null, "Доля бюджета не снижается", "PPM_1863_2019", EDITION, "п. 3.4", null);
    }

    private SittingView moved(SittingView sitting, int item, MakeMotion motion) throws Exception {
        return as(
                "gckr",
                () -> sittings.move(sitting.id(), sitting.items().get(item).id(), motion));
    }

    private static UUID motion(SittingView sitting, int item) {
        var motions = sitting.items().get(item).motions();
        return motions.get(motions.size() - 1).id();
    }

    /** All three with a login vote for it. */
    private void carried(SittingView sitting, int item) throws Exception {
        var motion = motion(sitting, item);
        as("commission", () -> sittings.vote(sitting.id(), motion, seat(sitting, "Гоголь"), Choice.FOR, null));
        as("commission2", () -> sittings.vote(sitting.id(), motion, seat(sitting, "Дюма"), Choice.FOR, null));
        as("commission3", () -> sittings.vote(sitting.id(), motion, seat(sitting, "Черных"), Choice.FOR, null));
    }

    private ProtocolView signed(UUID sitting) throws Exception {
        as("gckr", () -> sittings.close(sitting));
        var protocol = as("gckr", () -> protocols.drawUp(sitting, List.of("Рейтинг")));
        as("gckr", () -> protocols.number(protocol.id()));
        return as("chief", () -> protocols.sign(protocol.id(), new ByteArrayInputStream(SCAN), "scan.pdf"));
    }

    @Test
    void a_call_is_decided_a_refusal_appealed_against_and_the_appeal_upheld() throws Exception {
        var first = application("4000000.00");
        var second = application("3000000.00");
        var sitting = opened(first, second);
        as(
                "commission3",
                () -> sittings.recuse(
                        sitting.id(), sitting.items().get(0).id(), seat(sitting, "Черных"), "Работал у заявителя"));
        var awarding = moved(sitting, 0, award("4000000.00"));
        assertProblem(
                "vote-of-recused",
                () -> as(
                        "commission3",
                        () -> sittings.vote(
                                sitting.id(), motion(awarding, 0), seat(sitting, "Черных"), Choice.FOR, null)));
        as(
                "commission",
                () -> sittings.vote(sitting.id(), motion(awarding, 0), seat(sitting, "Гоголь"), Choice.FOR, null));
        as(
                "commission2",
                () -> sittings.vote(
                        sitting.id(), motion(awarding, 0), seat(sitting, "Дюма"), Choice.AGAINST, "Срок занижен"));
        var refusing = moved(sitting, 1, refusal());
        carried(refusing, 1);
        var closed = as("gckr", () -> sittings.close(sitting.id()));
        assertThat(closed.state()).isEqualTo(SittingState.CLOSED);
        assertThat(closed.items().get(0).motions().get(0).tally().byChair()).isTrue();
        assertThat(closed.items().get(1).adopted().tally().votesFor()).isEqualTo(3);
        as("gckr", () -> sittings.reopen(sitting.id()));

        var protocol = signed(sitting.id());

        assertThat(protocol.number()).isEqualTo("1/2026");
        assertThat(protocol.state()).isEqualTo(ProtocolState.SIGNED);
        assertThat(protocol.scanSha256()).hasSize(64);
        assertThat(protocol.paper().items().get(0).recused()).hasSize(1);
        assertThat(new String(as("auditor", () -> protocols.pdf(protocol.id())), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(new String(as("auditor", () -> protocols.docx(protocol.id())), 0, 2, StandardCharsets.US_ASCII))
                .isEqualTo("PK");
        assertProblem("sitting-numbered", () -> as("gckr", () -> sittings.reopen(sitting.id())));
        assertThat(catchThrowable(() -> execute("update call.protocol set content = '{}'")))
                .hasMessageContaining("numbered protocol is not changed");

        var made = as("department", () -> decisions.carryOutAll(protocol.id()));
        assertThat(made).extracting(decision -> decision.motion()).containsExactly(Motion.AWARD, Motion.REFUSE);
        assertThat(one("select state from call.application where id = '" + first + "'"))
                .isEqualTo("AWARDED");
        assertThat(one("select state from call.application where id = '" + second + "'"))
                .isEqualTo("REFUSED");
        assertThat(as("department", () -> decisions.carryOutAll(protocol.id()))).isEmpty();
        assertProblem("decision-made-twice", () -> as("department", () -> decisions.carryOut(motion(refusing, 1))));
        var seen = as("applicant", () -> decisions.list(null, PageRequest.first(10)))
                .items();
        assertThat(seen).hasSize(2);
        assertThat(as("applicant", () -> decisions.letter(seen.get(0).id()))).isNotEmpty();
        assertThat(as("applicant2", () -> decisions.list(null, PageRequest.first(10)))
                        .items())
                .isEmpty();
        assertProblem(
                "decision-unknown",
                () -> as("applicant2", () -> decisions.letter(seen.get(0).id())));
        assertThat(as("expert", () -> decisions.results(call))).hasSize(2);

        assertProblem("appeal-unknown", () -> as("applicant2", () -> appeals.lodge(second, "Не согласны")));
        assertProblem("appeal-without-refusal", () -> as("applicant", () -> appeals.lodge(first, "Мало")));
        var appeal = as("applicant", () -> appeals.lodge(second, "Доля бюджета снижается"));
        assertProblem("appeal-twice", () -> as("applicant", () -> appeals.lodge(second, "Ещё раз")));
        assertProblem("appeal-decided-by-part", () -> as("chief", () -> appeals.uphold(appeal.id(), "Верно")));
        assertProblem("appeal-decided-by-part", () -> as("department", () -> appeals.uphold(appeal.id(), "Верно")));
        var upheld = as("chief2", () -> appeals.uphold(appeal.id(), "План пересчитан"));
        assertThat(upheld.state()).isEqualTo(AppealState.UPHELD);
        assertThat(upheld.possibleYear()).isEqualTo(2026);
        assertProblem("transition-not-allowed", () -> as("chief2", () -> appeals.dismiss(appeal.id(), "Нет")));
        assertThat(one("select state from call.application where id = '" + second + "'"))
                .isEqualTo("ASSESSED");

        var again = opened(second);
        carried(moved(again, 0, award("3000000.00")), 0);
        var later = signed(again.id());
        assertThat(later.number()).isEqualTo("2/2026");
        assertThat(later.paper().refersTo().number()).isEqualTo("1/2026");
        var anew = as("department2", () -> decisions.carryOutAll(later.id()));
        assertThat(anew)
                .singleElement()
                .satisfies(decision -> assertThat(decision.earlier()).isNotNull());
        assertThat(one("select state from call.application where id = '" + second + "'"))
                .isEqualTo("AWARDED");
        assertThat(as("auditor", () -> decisions.money(call)).get(0).left()).isEqualByComparingTo("3000000.00");
        var openness = as("auditor", () -> reports.of(call));
        assertThat(openness.refusals()).singleElement().satisfies(refused -> {
            assertThat(refused.paragraph()).isEqualTo("п. 3.4");
            assertThat(refused.applications()).isEqualTo(1);
        });
        assertThat(openness.spread().awarded()).isEqualByComparingTo("7000000.00");
        assertThat(as("auditor", () -> protocols.view(protocol.id())).number()).isEqualTo("1/2026");
    }

    @Test
    void what_the_commission_has_decided_on_is_withdrawn_only_when_that_is_carried_out() throws Exception {
        var application = application("100.00");
        var sitting = opened(application);
        moved(sitting, 0, award("100.00"));
        var motion = as("gckr", () -> sittings.view(sitting.id()));
        carried(motion, 0);
        as("gckr", () -> sittings.cancel(sitting.id(), "Нарушен порядок"));
        var again = opened(application);
        carried(moved(again, 0, reserve()), 0);
        var protocol = signed(again.id());

        assertProblem(
                "call-application-voted",
                () -> as("applicant", () -> submissions.withdraw(application, null, "Передумали")));
        as("department", () -> decisions.carryOutAll(protocol.id()));

        assertThat(as("applicant", () -> submissions.withdraw(application, null, "Передумали"))
                        .state())
                .isEqualTo(ApplicationState.WITHDRAWN);
    }

    private static MakeMotion reserve() {
        return new MakeMotion(Motion.RESERVE, null, null, null, "Средства распределены", null, null, null, null);
    }

    @Test
    void money_of_a_year_is_awarded_until_its_last_day() throws Exception {
        var sitting = opened(application("100.00"));
        var awarding = moved(sitting, 0, award("100.00"));
        carried(awarding, 0);
        signed(sitting.id());
        var id = UUID.randomUUID().toString();
        var direct = "insert into call.award (id, call_id, year, kbk, amount, awarded_on, decided_by) select '" + id
                + "', '" + call + "', 2026, '" + KBK + "', 1, '%s', max(id) from platform.change; "
                + LedgerFixture.reserved(id, 2026, KBK, "1");
        execute(direct.formatted("2026-12-31"));
        assertThat(catchThrowable(() -> execute(direct.formatted("2027-01-01"))))
                .hasMessageContaining("that year is over");

        at("2027-01-01 00:00:01");

        assertProblem("award-of-past-year", () -> as("department", () -> decisions.carryOut(motion(awarding, 0))));
    }

    @Test
    void an_award_takes_free_limits_to_the_last_kopeck_and_none_beyond_them() throws Exception {
        execute(LedgerFixture.NOTHING_LEFT);
        execute(LedgerFixture.limits(2026, KBK, "4000000.00"));
        var application = application("5000000.00");
        var sitting = opened(application);
        var awarding = moved(sitting, 0, award("4000000.01"));
        carried(awarding, 0);
        var protocol = signed(sitting.id());

        assertProblem("limit-exceeded", () -> as("department", () -> decisions.carryOutAll(protocol.id())));
        assertThat(one("select state from call.application where id = '" + application + "'"))
                .isEqualTo("ASSESSED");
        assertThat(one("select count(*) from call.award")).isEqualTo("0");

        execute(LedgerFixture.limits(2026, KBK, "0.01"));
        as("department", () -> decisions.carryOutAll(protocol.id()));
        assertThat(
                        one(
                                "select string_agg(stage || ' ' || balance, ', ' order by id) from ledger.account where balance >= 0"))
                .isEqualTo("APPROPRIATION 0.00, LIMIT 0.00, RESERVED 4000000.01");
    }

    @Test
    void what_is_proposed_together_is_no_more_than_the_call_has() throws Exception {
        var sitting = opened(application("9000000.00"), application("9000000.00"));
        moved(sitting, 0, award("6000000.00"));

        assertProblem("motion-beyond-money", () -> moved(sitting, 1, award("4000000.01")));
        moved(sitting, 1, award("4000000.00"));
    }

    @Test
    void the_commission_is_opened_when_intake_is_over_and_all_are_assessed() throws Exception {
        var sitting = planned(List.of(application("100.00")));
        var late = application("200.00");
        execute("update call.application set state = 'ADMITTED' where id = '" + late + "'");
        assertProblem("sitting-before-ranking", () -> as("gckr", () -> sittings.open(sitting.id())));
        execute("update call.application set state = 'ASSESSED' where id = '" + late + "'");
        at("2026-04-01 17:59:59");
        assertProblem("sitting-before-ranking", () -> as("gckr", () -> sittings.open(sitting.id())));
        at("2026-04-01 18:00:00");

        assertThat(as("gckr", () -> sittings.open(sitting.id())).state()).isEqualTo(SittingState.OPEN);
    }

    @Test
    void nobody_gives_an_award_for_which_nothing_is_reserved() throws Exception {
        assertThat(catchThrowable(() -> execute(
                        "insert into call.award (id, call_id, year, kbk, amount, awarded_on, decided_by) select gen_random_uuid(), '"
                                + call + "', 2026, '" + KBK + "', 1, '2026-06-01', max(id) from platform.change")))
                .hasMessageContaining("nothing is reserved");
    }

    @Test
    void what_is_awarded_reaches_the_participants_as_they_agreed_to_the_kopeck() throws Exception {
        var application = application("300.00");
        unwatched(
                "project.participant",
                "insert into project.participant (project_id, edition, inn, roles, receives) select a.project_id, 1, t.inn, '{OTHER}',"
                        + " t.receives from call.application a, (values ('7700087112', 100), ('7700087120', 100),"
                        + " ('7700087137', 100), ('7700087144', 0)) as t (inn, receives) where a.id = '"
                        + application + "'");
        execute("insert into registry.entity (inn, kind, name, search_name, ord) values"
                + " ('7700087112', 1, 'ООО «Альфа»', 'альфа', 0)");
        var sitting = opened(application);
        carried(moved(sitting, 0, award("100.00")), 0);
        var protocol = signed(sitting.id());
        as("department", () -> decisions.carryOutAll(protocol.id()));

        var spread = as("auditor", () -> reports.of(call)).spread();

        assertThat(spread.awarded()).isEqualByComparingTo("100.00");
        assertThat(spread.participants()).isEqualTo(4);
        assertThat(spread.most())
                .extracting(one -> one.inn().digits() + " " + one.receives())
                .containsExactly("7700087112 33.34", "7700087120 33.33", "7700087137 33.33");
        assertThat(spread.most().get(0).name()).contains("Альфа");
        assertThat(spread.largest()).isEqualTo(Fraction.of(3334, 10000));
    }

    @Test
    void a_project_is_awarded_support_once_also_by_several_calls() throws Exception {
        var first = application("100.00");
        var sitting = opened(first);
        var awarding = moved(sitting, 0, award("100.00"));
        carried(awarding, 0);
        signed(sitting.id());
        execute(
                "insert into call.application (id, call_id, project_id, applicant, channel, state, round, submitted_at, answers,"
                        + " recorded_by, changed_by) select gen_random_uuid(), c.id, a.project_id, a.applicant, a.channel, 'AWARDED', 1,"
                        + " a.submitted_at, '{}', a.recorded_by, a.changed_by from call.application a, call.call c where a.id = '"
                        + first + "' and c.id = '" + another() + "'");

        assertProblem("award-of-project-twice", () -> as("department", () -> decisions.carryOut(motion(awarding, 0))));

        assertThat(one("select state from call.application where id = '" + first + "'"))
                .isEqualTo("ASSESSED");
    }

    private UUID another() throws Exception {
        return as("department", () -> calls.create("COUNCIL_IT", "1", CallFixture.terms(node -> {})))
                .id();
    }

    @Test
    void a_conflict_that_becomes_known_in_the_sitting_keeps_the_member_from_voting() throws Exception {
        var application = application("100.00");
        var sitting = opened(application);
        var awarding = moved(sitting, 0, award("100.00"));
        execute(
                "insert into call.expert (login, fields, valid_from, recorded_by, changed_by) select 'commission3', '{DIRECTION_1}',"
                        + " '2026-01-01', max(id), max(id) from platform.change");
        execute(
                "insert into call.conflict_check (application_id, expert, origin, conflicted, findings, missing, checked_on,"
                        + " recorded_by) select '" + application
                        + "', 'commission3', 'FOUND', true, '[{}]', '[]', '2026-06-01', max(id) from platform.change");

        assertProblem(
                "vote-with-conflict",
                () -> as(
                        "commission3",
                        () -> sittings.vote(
                                sitting.id(), motion(awarding, 0), seat(sitting, "Черных"), Choice.FOR, null)));

        as(
                "commission2",
                () -> sittings.vote(sitting.id(), motion(awarding, 0), seat(sitting, "Дюма"), Choice.FOR, null));
    }

    @Test
    void a_call_is_completed_the_day_after_the_last_day_for_an_appeal_and_not_before_all_is_decided() throws Exception {
        var sitting = opened(application("100.00"));
        carried(moved(sitting, 0, refusal()), 0);
        var protocol = signed(sitting.id());
        assertProblem("call-decisions-open", () -> as("chief", () -> calls.complete(call)));
        var refused =
                as("department", () -> decisions.carryOutAll(protocol.id())).get(0);

        at(refused.appealTo() + " 23:59:00");
        assertProblem("call-decisions-open", () -> as("chief", () -> calls.complete(call)));
        assertThat(catchThrowable(() -> execute("update call.call set state = 'COMPLETED' where id = '" + call + "'")))
                .hasMessageContaining("not all is decided");

        at(refused.appealTo().plusDays(1) + " 00:00:01");
        assertThat(as("chief", () -> calls.complete(call)).state()).isEqualTo(CallState.COMPLETED);
    }

    @Test
    void a_call_with_an_appeal_that_nobody_has_decided_is_not_completed() throws Exception {
        var application = application("100.00");
        var sitting = opened(application);
        carried(moved(sitting, 0, refusal()), 0);
        var protocol = signed(sitting.id());
        as("department", () -> decisions.carryOutAll(protocol.id()));
        var appeal = as("applicant", () -> appeals.lodge(application, "Не согласны"));

        at("2026-07-01 10:00:00");
        assertProblem("call-decisions-open", () -> as("chief", () -> calls.complete(call)));

        as("chief2", () -> appeals.dismiss(appeal.id(), "Отказ верен"));
        assertThat(as("chief", () -> calls.complete(call)).state()).isEqualTo(CallState.COMPLETED);
    }

    @Test
    void what_a_later_sitting_decides_anew_is_not_carried_out_by_the_earlier_protocol() throws Exception {
        var application = application("100.00");
        var earlier = opened(application);
        var awarding = moved(earlier, 0, award("100.00"));
        carried(awarding, 0);
        var overtaken = signed(earlier.id());
        var later = opened(application);
        carried(moved(later, 0, refusal()), 0);
        var anew = signed(later.id());

        assertProblem("decision-not-voted", () -> as("department", () -> decisions.carryOut(motion(awarding, 0))));
        assertThat(as("department", () -> decisions.carryOutAll(overtaken.id())))
                .isEmpty();
        assertThat(as("department", () -> decisions.carryOutAll(anew.id())))
                .extracting(decision -> decision.motion())
                .containsExactly(Motion.REFUSE);
    }

    @Test
    void in_every_state_every_role_is_refused_what_the_table_of_sittings_does_not_list() throws Exception {
        var sitting = opened(application("100.00"));
        var moved = moved(sitting, 0, award("100.00"));
        var id = sitting.id();
        var item = moved.items().get(0).id();
        var seat = seat(moved, "Шевченко");

        EveryStep.refusesWhatIsNotListed(
                as("auditor", () -> sittings.transitions()),
                SittingState.class,
                SittingAction.class,
                state -> unwatched("call.sitting", "update call.sitting set state = '" + state + "'"),
                action -> switch (action) {
                    case EDIT -> () -> sittings.edit(id, moved.version(), DAY, "Москва");
                    case OPEN -> () -> sittings.open(id);
                    case RECUSE -> () -> sittings.recuse(id, item, seat, "x");
                    case CANCEL -> () -> sittings.cancel(id, "x");
                    case ATTEND -> () -> sittings.attend(id, seat, Presence.PRESENT);
                    case MOVE -> () -> sittings.move(id, item, award("100.00"));
                    case VOTE -> () -> sittings.vote(id, motion(moved, 0), seat, Choice.FOR, null);
                    case CLOSE -> () -> sittings.close(id);
                    case REOPEN -> () -> sittings.reopen(id);
                },
                () -> one("select state from call.sitting where id = '" + id + "'"));
    }

    @Test
    void in_every_state_every_role_is_refused_what_the_table_of_protocols_does_not_list() throws Exception {
        var sitting = opened(application("100.00"));
        carried(moved(sitting, 0, award("100.00")), 0);
        var id = signed(sitting.id()).id();

        EveryStep.refusesWhatIsNotListed(
                as("auditor", () -> protocols.transitions()),
                ProtocolState.class,
                ProtocolAction.class,
                state -> unwatched(
                        "call.protocol",
                        switch (state) {
                            case DRAFT, DROPPED ->
                                "update call.protocol set number = null, content = null, numbered_by = null, scan = null,"
                                        + " scan_sha256 = null, signed_by = null, signed_on = null, state = '" + state
                                        + "'";
                            case NUMBERED ->
                                "update call.protocol set number = 1, content = '{}', numbered_by = 'gckr', scan = null,"
                                        + " scan_sha256 = null, signed_by = null, signed_on = null, state = 'NUMBERED'";
                            case SIGNED ->
                                "update call.protocol set number = 1, content = '{}', numbered_by = 'gckr',"
                                        + " scan = (select id from platform.document limit 1), scan_sha256 = 'x',"
                                        + " signed_by = 'chief', signed_on = current_date, state = 'SIGNED'";
                        }),
                action -> switch (action) {
                    case EDIT -> () -> protocols.annex(id, 1, List.of("x"));
                    case NUMBER -> () -> protocols.number(id);
                    case DROP ->
                        () -> {
                            protocols.drop(id);
                            return id;
                        };
                    case SIGN -> () -> protocols.sign(id, new ByteArrayInputStream(SCAN), "scan.pdf");
                },
                () -> one("select state from call.protocol where id = '" + id + "'"));
    }

    @Test
    void in_every_state_every_role_is_refused_what_the_table_of_appeals_does_not_list() throws Exception {
        var application = application("100.00");
        var sitting = opened(application);
        carried(moved(sitting, 0, refusal()), 0);
        var protocol = signed(sitting.id());
        as("department", () -> decisions.carryOutAll(protocol.id()));
        var id =
                as("applicant", () -> appeals.lodge(application, "Не согласны")).id();

        EveryStep.refusesWhatIsNotListed(
                as("auditor", () -> appeals.transitions()),
                AppealState.class,
                AppealAction.class,
                state -> unwatched(
                        "call.appeal",
                        "update call.appeal set "
                                + (state == AppealState.UPHELD || state == AppealState.DISMISSED
                                        ? "reason = 'x', decided_by = 'chief2'"
                                        : "reason = null, decided_by = null")
                                + ", state = '" + state + "'"),
                action -> switch (action) {
                    case UPHOLD -> () -> appeals.uphold(id, "x");
                    case DISMISS -> () -> appeals.dismiss(id, "x");
                    case WITHDRAW -> () -> appeals.withdraw(id);
                },
                () -> one("select state from call.appeal where id = '" + id + "'"));
    }

    @Test
    void who_may_not_vote_does_not() throws Exception {
        var application = application("1000000.00");
        var sitting = planned(List.of(application));
        as("gckr", () -> sittings.open(sitting.id()));
        var chair = seat(sitting, "Гоголь");
        as("gckr", () -> sittings.attend(sitting.id(), chair, Presence.PRESENT));
        as("gckr", () -> sittings.attend(sitting.id(), seat(sitting, "Дюма"), Presence.PRESENT));
        var motion = motion(moved(sitting, 0, award("1000000")), 0);

        assertProblem(
                "vote-without-quorum",
                () -> as("commission", () -> sittings.vote(sitting.id(), motion, chair, Choice.FOR, null)));
        as("gckr", () -> sittings.attend(sitting.id(), seat(sitting, "Шевченко"), Presence.IN_WRITING));
        assertProblem(
                "vote-of-another",
                () -> as("commission2", () -> sittings.vote(sitting.id(), motion, chair, Choice.FOR, null)));
        assertProblem(
                "vote-of-another",
                () -> as("department", () -> sittings.vote(sitting.id(), motion, chair, Choice.FOR, null)));
        assertProblem(
                "vote-of-absent",
                () -> as(
                        "commission3",
                        () -> sittings.vote(sitting.id(), motion, seat(sitting, "Черных"), Choice.FOR, null)));
        assertProblem(
                "seat-unknown",
                () -> as(
                        "commission4", () -> sittings.vote(sitting.id(), motion, UUID.randomUUID(), Choice.FOR, null)));
        assertThat(catchThrowable(
                        () -> as("auditor", () -> sittings.vote(sitting.id(), motion, chair, Choice.FOR, null))))
                .isInstanceOf(EJBAccessException.class);
        as(
                "department",
                () -> sittings.vote(sitting.id(), motion, seat(sitting, "Шевченко"), Choice.ABSTAINED, "Не убеждён"));
        as("commission", () -> sittings.vote(sitting.id(), motion, chair, Choice.FOR, null));
        assertProblem(
                "vote-twice",
                () -> as("commission", () -> sittings.vote(sitting.id(), motion, chair, Choice.AGAINST, null)));
        assertProblem(
                "recusal-after-vote",
                () -> as(
                        "commission",
                        () -> sittings.recuse(
                                sitting.id(), sitting.items().get(0).id(), chair, "Поздно")));
        execute("update call.application set checked_by = 'commission2' where id = '" + application + "'");
        assertProblem(
                "vote-after-part-taken",
                () -> as(
                        "commission2",
                        () -> sittings.vote(sitting.id(), motion, seat(sitting, "Дюма"), Choice.FOR, null)));
        assertThat(catchThrowable(() -> execute("update call.ballot set choice = 'AGAINST'")))
                .hasMessageContaining("what was voted stays");

        var closed = as("gckr", () -> sittings.close(sitting.id()));
        assertThat(closed.items().get(0).motions().get(0).outcome()).isEqualTo(Outcome.REJECTED);
        assertProblem(
                "transition-not-allowed",
                () -> as(
                        "commission2",
                        () -> sittings.vote(sitting.id(), motion, seat(sitting, "Дюма"), Choice.FOR, null)));
        var protocol = as("gckr", () -> protocols.drawUp(sitting.id(), List.of()));
        assertProblem(
                "transition-not-allowed",
                () -> as("chief", () -> protocols.sign(protocol.id(), new ByteArrayInputStream(SCAN), "x.pdf")));
        as("gckr", () -> protocols.number(protocol.id()));
        assertProblem(
                "protocol-scan-unfit",
                () -> as(
                        "chief",
                        () -> protocols.sign(
                                protocol.id(), new ByteArrayInputStream(new byte[] {'M', 'Z', 0}), "x.pdf")));
        assertProblem("decision-not-voted", () -> as("department", () -> decisions.carryOut(motion)));
    }

    /** Eight signed awards of 1 250 000 and one kopeck more for who wants it. */
    private List<UUID> eightAwards(String last) throws Exception {
        var applications = new ArrayList<UUID>();
        for (int at = 0; at < 8; at++) {
            applications.add(application("2000000.00"));
        }
        var sitting = opened(applications.toArray(UUID[]::new));
        var motions = new ArrayList<UUID>();
        for (int at = 0; at < 8; at++) {
            var moved = moved(sitting, at, award(at == 7 ? last : "1250000.00"));
            carried(moved, at);
            motions.add(motion(moved, at));
        }
        signed(sitting.id());
        return motions;
    }

    private List<String> allAtOnce(List<UUID> motions) throws Exception {
        var barrier = new CyclicBarrier(motions.size());
        var pool = Executors.newFixedThreadPool(motions.size());
        try {
            var futures = new ArrayList<Future<String>>();
            for (var motion : motions) {
                futures.add(pool.submit((Callable<String>) () -> {
                    barrier.await();
                    try {
                        return as("department", () -> decisions.carryOut(motion))
                                .motion()
                                .name();
                    } catch (Exception refused) {
                        return ProblemTranslator.translate(refused)
                                .map(problem -> problem.code().slug())
                                .orElse(refused.toString());
                    }
                }));
            }
            var outcomes = new ArrayList<String>();
            for (var future : futures) {
                outcomes.add(future.get());
            }
            return outcomes;
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void of_eight_decisions_at_once_all_that_fit_exactly_are_made() throws Exception {
        var outcomes = allAtOnce(eightAwards("1250000.00"));

        assertThat(outcomes).hasSize(8).containsOnly("AWARD");
        assertThat(one("select sum(amount) from call.award")).isEqualTo("10000000.00");
    }

    @Test
    void of_eight_decisions_at_once_that_need_a_kopeck_more_than_the_limits_one_is_refused() throws Exception {
        execute(LedgerFixture.NOTHING_LEFT);
        execute(LedgerFixture.limits(2026, KBK, "9999999.99"));
        var outcomes = allAtOnce(eightAwards("1250000.00"));

        assertThat(outcomes).filteredOn("AWARD"::equals).hasSize(7);
        assertThat(outcomes).filteredOn("limit-exceeded"::equals).hasSize(1);
        assertThat(one("select count(*) from call.application where state = 'ASSESSED'"))
                .isEqualTo("1");
        assertThat(one("select count(*) from call.decision")).isEqualTo("7");
    }

    @Test
    void an_appeal_is_taken_on_the_last_day_and_not_on_the_day_after() throws Exception {
        var application = application("1000000.00");
        var sitting = opened(application);
        carried(moved(sitting, 0, refusal()), 0);
        var protocol = signed(sitting.id());
        var decision =
                as("department", () -> decisions.carryOutAll(protocol.id())).get(0);
        assertThat(decision.appealTo()).isAfter(decision.decidedOn().plusDays(10));
        unwatched("call.decision", "update call.decision set appeal_to = platform.today() - 1");

        assertProblem("appeal-late", () -> as("applicant", () -> appeals.lodge(application, "Не согласны")));

        unwatched("call.decision", "update call.decision set appeal_to = platform.today()");
        var appeal = as("applicant", () -> appeals.lodge(application, "Не согласны"));
        assertThat(as("applicant", () -> appeals.withdraw(appeal.id())).state()).isEqualTo(AppealState.WITHDRAWN);
        var again = as("applicant", () -> appeals.lodge(application, "Всё же не согласны"));
        assertThat(as("department2", () -> appeals.dismiss(again.id(), "Основание верное"))
                        .state())
                .isEqualTo(AppealState.DISMISSED);
        assertThat(as("applicant", () -> appeals.view(again.id())).reason()).isEqualTo("Основание верное");
    }

    @Test
    void a_seat_is_held_once_at_a_time_and_changed_by_later_orders() throws Exception {
        var body = as("auditor", () -> bodies.view(BODY, DAY));
        assertProblem(
                "seat-overlaps",
                () -> as(
                        "department",
                        () -> bodies.order(
                                BODY,
                                new EnterOrder(
                                        DAY,
                                        ORDER,
                                        List.of(seat("commission3", "Черных Ф. И.", Post.MEMBER, true)),
                                        List.of()))));
        assertProblem(
                "seat-chairs-twice",
                () -> as(
                        "department",
                        () -> bodies.order(
                                BODY,
                                new EnterOrder(
                                        DAY,
                                        ORDER,
                                        List.of(seat("commission4", "Живаго Юрий Андреевич", Post.CHAIR, true)),
                                        List.of()))));
        var changed = as(
                "department",
                () -> bodies.order(
                        BODY,
                        new EnterOrder(
                                DAY,
                                ORDER,
                                List.of(seat("commission4", "Живаго Юрий Андреевич", Post.CHAIR, true)),
                                List.of(body.seats().get(0).id()))));
        assertThat(changed.seats().get(0).name()).startsWith("Живаго");
        assertThat(as("auditor", () -> bodies.view(BODY, DAY.minusDays(1)))
                        .seats()
                        .get(0)
                        .name())
                .startsWith("Гоголь");
        assertProblem(
                "order-earlier",
                () -> as(
                        "department",
                        () -> bodies.order(
                                BODY,
                                new EnterOrder(
                                        DAY.minusDays(1),
                                        ORDER,
                                        List.of(),
                                        List.of(body.seats().get(1).id())))));
        assertProblem(
                "order-empty",
                () -> as("department", () -> bodies.order(BODY, new EnterOrder(DAY, ORDER, List.of(), List.of()))));
        assertThat(as("expert", () -> bodies.orders(BODY))).hasSize(2);
    }

    @Test
    void an_organisation_that_takes_part_shuts_its_member_out_and_writing_makes_a_quorum() throws Exception {
        as(
                "department",
                () -> bodies.order(
                        BODY,
                        new EnterOrder(
                                DAY,
                                ORDER,
                                List.of(new Appointment(
                                        "commission4",
                                        "Живаго Юрий Андреевич",
                                        "Заявитель",
                                        new Inn(APPLICANT),
                                        Post.MEMBER,
                                        true)),
                                List.of())));
        var application = application("1000000.00");
        var plan = as("gckr", () -> sittings.plan(new PlanSitting(BODY, call, SittingForm.IN_ABSENTIA, DAY, "Заочно")));
        as("gckr", () -> sittings.addItems(plan.id(), List.of()));
        var opened = as("gckr", () -> sittings.open(plan.id()));
        assertThat(opened.items()).singleElement().satisfies(item -> {
            assertThat(item.application()).isEqualTo(application);
            assertThat(item.recused())
                    .singleElement()
                    .satisfies(one -> assertThat(one.found()).isTrue());
        });
        var moved = moved(opened, 0, award("1000000.00"));
        as("commission", () -> sittings.vote(plan.id(), motion(moved, 0), seat(moved, "Гоголь"), Choice.FOR, null));
        as("commission2", () -> sittings.vote(plan.id(), motion(moved, 0), seat(moved, "Дюма"), Choice.FOR, null));
        assertThat(as("gckr", () -> sittings.close(plan.id()))
                        .items()
                        .get(0)
                        .motions()
                        .get(0)
                        .outcome())
                .isEqualTo(Outcome.NO_QUORUM);
        as("gckr", () -> sittings.reopen(plan.id()));
        as("commission3", () -> sittings.vote(plan.id(), motion(moved, 0), seat(moved, "Черных"), Choice.FOR, null));
        assertThat(as("gckr", () -> sittings.close(plan.id()))
                        .items()
                        .get(0)
                        .motions()
                        .get(0)
                        .outcome())
                .isEqualTo(Outcome.ADOPTED);
        assertThat(as(
                                "expert",
                                () -> sittings.list(
                                        new ru.mos.clusters.call.council.SittingFilter(null, null, null),
                                        PageRequest.first(5)))
                        .items())
                .isEmpty();
    }

    @Test
    void a_large_enterprise_that_begins_a_project_shuts_its_member_out_too() throws Exception {
        var enterprise = new Inn("7736050003");
        var member = new Appointment("commission4", "Живаго Юрий Андреевич", "Завод", enterprise, Post.MEMBER, true);
        as("department", () -> bodies.order(BODY, new EnterOrder(DAY, ORDER, List.of(member), List.of())));
        var application = application("1000000.00");
        unwatched("project.edition", """
                update project.edition set content = content || '{"initiator": {"inn": "%s", "evidence": []}}'""".formatted(enterprise));

        var opened = opened(application);

        assertThat(opened.items().get(0).recused())
                .singleElement()
                .satisfies(one -> assertThat(one.name()).isEqualTo("Живаго Юрий Андреевич"));
    }
}
