package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.Pictures.seen;
import static ru.mos.clusters.outside.ProblemAssert.assertProblem;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The council and the commission in the browser and over REST: what each sees of a sitting, and what is kept from whom. */
class CouncilScreensIT extends FromOutside {

    private static final String NOBODY = UUID.randomUUID().toString();

    private static final String APPLICATION = """
            set session_replication_role = replica;
            insert into platform.organisation (id, name, inn)
            values (gen_random_uuid(), '%6$s', '%3$s') on conflict do nothing;
            insert into project.project (id, kind, lead, title, draft, edited_by, recorded_by, changed_by)
            select '%1$s', 'CLUSTER', '%3$s', '%4$s', '{"title": "%4$s"}', 'x', max(id), max(id) from platform.change;
            insert into project.edition (project_id, number, content, digest, recorded_by)
            select '%1$s', 1, '{"title": "%4$s"}', 'x', max(id) from platform.change;
            insert into project.funding (project_id, edition, stage, source, amount)
            values ('%1$s', 1, 1, 'CITY_BUDGET', %5$s), ('%1$s', 1, 1, 'OWN', %5$s);
            insert into call.application (id, call_id, project_id, applicant, channel, state, round, submitted_at, answers, recorded_by,
                                          changed_by)
            select '%1$s', '%2$s', '%1$s', '%3$s', 'APPLICANT', 'ASSESSED', 1, '2026-03-10T09:00:00Z', '{}', max(id), max(id)
              from platform.change;
            insert into call.submission (application_id, round, call_id, call_edition, project_id, project_edition, answers,
                                         submitted_by, certified_by, received_at, receipt, digest, recorded_by)
            select '%1$s', 1, '%2$s', 1, '%1$s', 1, '{}', 'applicant', 'applicant2', '2026-03-10T09:00:00Z', '%1$s', 'x', max(id)
              from platform.change;
            insert into call.formal_check (application_id, round, outcome, remarks, project_check, checked_by, recorded_by)
            select '%1$s', 1, 'ADMITTED', '[]', '{"outcome": "ELIGIBLE"}', 'gckr2', max(id) from platform.change;
            insert into call.opinion (application_id, synergy, synergy_met, novelty, novelty_met, budget, budget_met, document_title,
                                      document_number, document_date, recorded_by)
            select '%1$s', 'Двое делают общую линию', true, 'Опытный образец есть', true, 'Цена станка выше рынка', false,
                   'Заключение', '7', '2026-05-20', max(id) from platform.change""";

    private static final String SCORED = """
            insert into call.assignment (id, call_id, application_id, expert, state, due, recorded_by, changed_by)
            select '%3$s', '%2$s', '%1$s', '%4$s', 'SCORED', '2026-05-01', max(id), max(id) from platform.change;
            insert into call.assessment (assignment_id, number, recorded_by) select '%3$s', 1, max(id) from platform.change;
            insert into call.score (assignment_id, number, criterion, points, reason) values ('%3$s', 1, 'NOVELTY', %5$s, 'Новое')""";

    private Chromium chromium;
    private String call;
    private String better;
    private String worse;

    @BeforeEach
    void a_commission_and_assessed_applications() throws Exception {
        chromium = Chromium.require();
        setDefaultAssertionTimeout(30_000);
        given("department", "department2", "chief", "chief2", "gckr", "gckr2", "commission", "commission2", "expert");
        given("expert2", "expert3", "applicant", "applicant2", "auditor", "accountant", "infrastructure");
        gone();
        CallsRestIT.run("insert into platform.clock_shift"
                + " select (timestamp '2026-06-01 12:00' at time zone 'Europe/Moscow') - clock_timestamp()");
        call = CallsRestIT.created("COUNCIL_SCREENS").get("id").asText();
        Door.api("department", "POST", "calls/" + call + "/check", null);
        var published = Door.api("chief", "POST", "calls/" + call + "/publish", null);
        assertThat(published.status()).as(published.toString()).isEqualTo(200);
        worse = application("7700000016", "Порошковая линия", "3000000", "ООО «Датчики Юга»", 7);
        better = application("7707083893", "Опытное производство датчиков", "4000000", "ООО «Севермет»", 9);
        CallsRestIT.run("""
                insert into platform.mandate (id, login, inn, valid_from, valid_until, document_title, document_date, recorded_by)
                select gen_random_uuid(), 'applicant', '7700000016', '2026-01-01', '2099-12-31', 'Доверенность', '2026-01-01', max(id)
                  from platform.change;
                insert into platform.mandate (id, login, inn, valid_from, valid_until, document_title, document_date, recorded_by)
                select gen_random_uuid(), 'applicant2', '7707083893', '2026-01-01', '2099-12-31', 'Доверенность', '2026-01-01', max(id)
                  from platform.change""");
        BodySteps.commission("ООО «Севермет»", "7707083893");
    }

    private String application(String applicant, String title, String asked, String name, int points) throws Exception {
        var id = UUID.randomUUID().toString();
        var statements = new StringBuilder(APPLICATION.formatted(id, call, applicant, title, asked, name));
        for (var expert : List.of("expert", "expert2", "expert3")) {
            statements.append(";\n").append(SCORED.formatted(id, call, UUID.randomUUID(), expert, points));
        }
        CallsRestIT.run(statements.toString());
        return id;
    }

    @AfterEach
    void gone() throws Exception {
        new CallsRestIT().gone();
        CallsRestIT.run("""
                delete from platform.clock_shift;
                truncate call.body cascade;
                delete from platform.mandate;
                delete from platform.organisation where inn in ('7700000016', '7707083893');
                delete from platform.task where kind in ('CALL_TO_PUBLISH', 'PROTOCOL_TO_SIGN', 'APPEAL_TO_DECIDE')""");
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void the_pages_speak_english_and_show_to_each_role_only_what_it_may_read() throws Exception {
        var sitting = sitting();
        try (var auditor = chromium.open("ru-RU", 1366, 768);
                var expert = chromium.open("ru-RU", 1366, 768)) {
            auditor.logIn("auditor").go("council/list.xhtml");
            auditor.press("EN");
            assertThat(auditor.page().locator("h1")).hasText("Council and commission");
            seen(auditor, "council-en-list");
            auditor.go("council/sitting.xhtml?id=" + sitting);
            assertThat(auditor.text("The sitting is being prepared")).isVisible();
            assertThat(auditor.page().locator("#agenda tbody tr").first()).containsText("9.00");
            assertThat(auditor.page().locator("main input[type=submit]")).hasCount(0);
            seen(auditor, "council-en-sitting");
            auditor.page().locator("#agenda tbody a").first().click();
            assertThat(auditor.text("No motion yet")).isVisible();
            seen(auditor, "council-en-item");
            for (var page : List.of("decisions", "appeals", "bodies", "body.xhtml?code=COMMISSION_SCREENS")) {
                auditor.go("council/" + page + (page.contains("?") ? "" : ".xhtml"));
                seen(auditor, "council-en-" + page.replaceAll("\\W.*", ""));
            }
            expert.logIn("expert").go("council/list.xhtml");
            assertThat(expert.text("Заседаний ещё нет")).isVisible();
            assertThat(expert.page()
                            .locator("nav.side a[href*='council/decisions'], nav.side a[href*='council/appeals']"))
                    .hasCount(0);
            assertThat(auditor.complaints()).isEmpty();
            assertThat(expert.complaints()).isEmpty();
        }
        for (var login :
                List.of("infrastructure", "applicant", "accountant", "commission", "chief", "expert", "gckr")) {
            opened(login, List.of("infrastructure", "applicant", "accountant").contains(login));
        }
    }

    /** What the menu offers of these pages, opens. */
    private void opened(String login, boolean outside) throws Exception {
        try (var screen = chromium.open("ru-RU", 1366, 768)) {
            screen.logIn(login);
            var links = screen.page().locator("nav.side a[href*='/council/']").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .toList();
            assertThat(links.contains("/council/list.xhtml")).as(login).isNotEqualTo(outside);
            links.forEach(link -> screen.go(link));
            assertThat(screen.complaints()).as(login).isEmpty();
        }
    }

    private String planned(String body, String form) throws Exception {
        var planned = Door.api("gckr", "POST", "sittings", """
                {"body": "%s", "call": "%s", "form": "%s", "heldOn": "2026-06-01", "place": "Москва"}""".formatted(body, call, form));
        assertThat(planned.status()).as(planned.toString()).isEqualTo(201);
        return planned.json().get("id").asText();
    }

    private String sitting() throws Exception {
        return sitting("COMMISSION_SCREENS", "MEETING");
    }

    private String sitting(String body, String form) throws Exception {
        var id = planned(body, form);
        var agenda = Door.api("gckr", "POST", "sittings/" + id + "/items", "{\"applications\": []}");
        assertThat(agenda.json().at("/items/0/application").asText()).isEqualTo(better);
        assertThat(agenda.json().at("/items/0/rank").asInt()).isEqualTo(1);
        assertThat(agenda.json().at("/items/0/score").asText()).isEqualTo("9,00");
        assertThat(agenda.json().at("/items/1/application").asText()).isEqualTo(worse);
        return id;
    }

    @Test
    void the_council_recommends_in_absentia_and_the_commission_sees_what_it_said() throws Exception {
        BodySteps.body("COUNCIL_SCREENS", "EXPERT_COUNCIL", "Экспертный совет", """
                {"login": "expert", "name": "Зимина Вера Павловна", "post": "CHAIR"},
                {"login": "expert2", "name": "Ершов Лев Ильич", "post": "MEMBER"}""");
        var advising = "sittings/" + sitting("COUNCIL_SCREENS", "IN_ABSENTIA");
        var item = Door.api("gckr", "POST", advising + "/open", null)
                .json()
                .at("/items/0/id")
                .asText();
        var page = "council/item.xhtml?id=" + advising.substring(9) + "&item=" + item;
        try (var gckr = chromium.open("ru-RU", 1366, 768);
                var expert = chromium.open("ru-RU", 1366, 768)) {
            gckr.logIn("gckr").go(page);
            assertThat(gckr.page().getByLabel("Сумма, ₽")).hasCount(0);
            gckr.page().getByLabel("Предложение").selectOption("NOT_RECOMMEND");
            gckr.page().locator("form[id$=moving] input[type=submit]").click();
            assertThat(gckr.page().locator("[role=alert] a").first()).isVisible();
            gckr.fill("Причина", "Смета завышена");
            gckr.page().locator("form[id$=moving] input[type=submit]").click();
            assertThat(gckr.text("Предложение внесено")).isVisible();
            expert.logIn("expert").go(page);
            assertThat(expert.page().locator("main a[href*='application/card']"))
                    .hasCount(0);
            expert.page()
                    .getByLabel("За", new Page.GetByLabelOptions().setExact(true))
                    .check();
            assertThat(expert.page().locator("#quorum")).containsText("Участвуют 0 из 2");
            seen(expert, "council-vote");
            expert.press("Проголосовать");
            assertThat(expert.page().locator("#quorum")).containsText("Участвуют 1 из 2");
            assertThat(expert.text("Ещё не голосовали: Ершов Лев Ильич")).isVisible();
            var voting = Door.api("expert2", "GET", advising, null).json();
            Door.api(
                    "expert2",
                    "POST",
                    advising + "/motions/" + voting.at("/items/0/motions/0/id").asText() + "/votes",
                    """
                    {"seat": "%s", "choice": "FOR"}""".formatted(voting.at("/members/1/seat").asText()));
            Door.api("gckr", "POST", advising + "/close", null);
            var protocol = Door.api("gckr", "POST", "protocols", """
                    {"sitting": "%s", "annexes": []}""".formatted(advising.substring(9)));
            expert.go("council/protocol.xhtml?id=" + protocol.json().get("id").asText());
            assertThat(expert.text("Совет рекомендует: по этому протоколу ничего не исполняют"))
                    .isVisible();
            assertThat(expert.page().locator("main")).containsText("Не рекомендовать");
            seen(expert, "council-protocol");

            var deciding = sitting();
            var opened = Door.api("gckr", "POST", "sittings/" + deciding + "/open", null)
                    .json();
            gckr.go("council/item.xhtml?id=" + deciding + "&item="
                    + opened.at("/items/0/id").asText());
            assertThat(gckr.page().locator("#standing")).containsText("Не рекомендовать");
            gckr.page().getByLabel("Предложение").selectOption("RESERVE");
            gckr.fill("Причина", "Средств мало");
            gckr.page().locator("form[id$=moving] input[type=submit]").click();
            assertThat(gckr.text("Напишите, почему комиссия от неё отступает")).isVisible();
            seen(gckr, "council-item-departure");
            assertThat(gckr.complaints()).isEmpty();
            assertThat(expert.complaints()).isEmpty();
        }
    }

    @Test
    void a_sitting_takes_as_many_statements_with_two_applications_as_with_one() throws Exception {
        var two = sitting();
        var one = planned("COMMISSION_SCREENS", "MEETING");
        Door.api("gckr", "POST", "sittings/" + one + "/items", "{\"applications\": [\"" + worse + "\"]}");
        try (var gckr = chromium.open("ru-RU", 1366, 768)) {
            gckr.logIn("gckr");
            var page = "council/sitting.xhtml?id=";
            long few = StatementsIT.statements(gckr.cookies(), page + one);
            assertThat(StatementsIT.statements(gckr.cookies(), page + two))
                    .isEqualTo(few)
                    .isLessThanOrEqualTo(12);
        }
    }

    @Test
    void programs_of_others_reach_neither_sittings_nor_appeals() throws Exception {
        var sitting = "sittings/" + sitting();
        assertProblem(Door.api("expert", "GET", sitting, null), 404, "sitting-unknown");
        assertProblem(Door.api("applicant", "GET", sitting, null), 403, "forbidden-role");
        assertProblem(Door.api("accountant", "GET", "sittings", null), 403, "forbidden-role");
        assertProblem(Door.api("commission", "POST", sitting + "/open", null), 403, "forbidden-role");
        assertProblem(Door.api("gckr", "GET", "sittings/" + NOBODY, null), 404, "sitting-unknown");
        assertProblem(Door.api("gckr", "GET", "protocols/" + NOBODY, null), 404, "protocol-unknown");
        assertProblem(Door.api("expert", "GET", "decisions", null), 403, "forbidden-role");
        assertProblem(Door.api("applicant", "GET", "appeals/" + NOBODY, null), 404, "appeal-unknown");
        assertProblem(
                Door.api("applicant", "POST", "appeals", "{\"application\": \"" + better + "\", \"text\": \"x\"}"),
                404,
                "appeal-unknown");
        assertProblem(
                Door.api("applicant", "POST", "appeals", "{\"application\": \"" + worse + "\", \"text\": \"x\"}"),
                409,
                "appeal-without-refusal");
        var appeal = "appeals/" + inadmissible();
        assertThat(Door.api("applicant", "GET", appeal, null).status()).isEqualTo(200);
        assertProblem(Door.api("applicant2", "GET", appeal, null), 404, "appeal-unknown");
        assertProblem(Door.api("applicant2", "POST", appeal + "/withdraw", null), 404, "appeal-unknown");
        assertProblem(Door.api("commission", "POST", appeal + "/uphold", "{\"reason\": \"x\"}"), 403, "forbidden-role");
        assertProblem(Door.api("applicant", "POST", appeal + "/uphold", "{\"reason\": \"x\"}"), 403, "forbidden-role");
        var mine = Door.api("department", "GET", appeal, null);
        assertThat(mine.json().get("actions")).isEmpty();
        assertProblem(
                Door.api("department", "POST", appeal + "/uphold", "{\"reason\": \"x\"}"),
                422,
                "appeal-decided-by-part");
        assertThat(Door.api("chief2", "GET", appeal, null).json().get("actions"))
                .hasSize(2);
    }

    /** The department has found an application inadmissible just now; the applicant appeals against it. */
    private String inadmissible() throws Exception {
        CallsRestIT.run("""
                set session_replication_role = replica;
                update call.application set state = 'INADMISSIBLE', checked_by = 'department' where id = '%1$s';
                insert into call.formal_check (application_id, round, outcome, remarks, act, act_edition, paragraph, reason, checked_by,
                                               recorded_by)
                select '%1$s', 1, 'INADMISSIBLE', '[]', 'PPM_1863_2019', '2024-02-07', 'п. 2', 'Нет устава', 'department', max(id)
                  from platform.change""".formatted(worse));
        var lodged = Door.api(
                "applicant", "POST", "appeals", "{\"application\": \"" + worse + "\", \"text\": \"Устав есть\"}");
        assertThat(lodged.status()).as(lodged.toString()).isEqualTo(201);
        return lodged.json().get("id").asText();
    }
}
