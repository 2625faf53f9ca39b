package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.ProblemAssert.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The council and the commission in the browser and over REST: from a planned sitting to an appeal that was upheld. */
class CouncilScreensIT extends FromOutside {

    private static final byte[] SCAN = "%PDF-1.7 signed".getBytes(StandardCharsets.US_ASCII);
    private static final String KBK = "80704121234567890811";
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
        body("COMMISSION_SCREENS", "COMMISSION", "Комиссия по поддержке", """
                {"login": "commission", "name": "Соколов Пётр Ильич", "organisation": "Правительство Москвы", "post": "CHAIR"},
                {"login": "commission2", "name": "Лебедева Анна Юрьевна", "organisation": "Департамент", "post": "DEPUTY_CHAIR"},
                {"name": "Чистяков Фирс Кузьмич", "organisation": "ООО «Севермет»", "inn": "7707083893", "post": "MEMBER"},
                {"login": "gckr", "name": "Орлова Нина Яковлевна", "post": "SECRETARY", "votes": false}""");
    }

    private static void body(String code, String kind, String name, String seats) throws Exception {
        made("council-bodies", """
                {"code": "%1$s", "kind": "%2$s", "nameRu": "%3$s", "genitive": "%3$s", "nameEn": "%1$s"}""".formatted(code, kind, name));
        made("council-bodies/" + code + "/regulations", """
                {"from": "2026-01-01", "quorum": {"numerator": "1", "denominator": "2"}, "moreThan": true, "recused": "ABSENT",
                 "majority": "ALL_VOTES", "castingVote": true, "inAbsentia": true, "appealDays": 10,
                 "document": {"title": "Положение", "number": "1-ПП", "date": "2026-01-01"}}""");
        made("council-bodies/" + code + "/orders", """
                {"from": "2026-01-10", "document": {"title": "Распоряжение", "number": "2-РП", "date": "2026-01-10"},
                 "appointments": [%s]}""".formatted(seats));
    }

    private static JsonNode made(String path, String body) throws Exception {
        var answer = Door.api("department", "POST", path, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
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
    void a_call_is_decided_at_a_sitting_and_an_appeal_against_a_refusal_is_upheld() throws Exception {
        try (var gckr = chromium.open("ru-RU", 1366, 768);
                var chair = chromium.open("ru-RU", 1366, 768);
                var deputy = chromium.open("ru-RU", 1920, 1080);
                var chief = chromium.open("ru-RU", 1920, 1080);
                var department = chromium.open("ru-RU", 1366, 768);
                var applicant = chromium.open("ru-RU", 1366, 768)) {
            planned(gckr.logIn("gckr"));
            var sitting = gckr.page().url();
            opened(gckr);
            voted(gckr, chair.logIn("commission"), deputy.logIn("commission2"));
            gckr.page().navigate(sitting);
            gckr.press("Закрыть и подсчитать голоса");
            assertThat(gckr.page().locator("#agenda")).containsText("Предоставить поддержку: Принято");
            seen(gckr, "sitting-closed");
            var protocol = numbered(gckr);
            signed(chief.logIn("chief"), protocol);
            executed(department.logIn("department"), protocol);
            appealed(applicant.logIn("applicant"));
            var appeal = applicant.page().url();
            chief.page().navigate(appeal);
            assertThat(chief.text("поэтому решает другой человек")).isVisible();
            assertThat(chief.page().locator("button", new Page.LocatorOptions().setHasText("Удовлетворить")))
                    .hasCount(0);
            upheld(appeal);
            applicant.page().navigate(appeal);
            assertThat(applicant.text("Жалоба удовлетворена")).isVisible();
            heardAnew(appeal, applicant, chief);
            for (var screen : List.of(gckr, chair, deputy, chief, department, applicant)) {
                assertThat(screen.complaints()).isEmpty();
            }
        }
    }

    private void planned(Screen gckr) throws Exception {
        gckr.go("council/list.xhtml");
        seen(gckr, "list-empty");
        gckr.follow("Запланировать заседание");
        gckr.page().getByLabel("Орган").selectOption("COMMISSION_SCREENS");
        gckr.page().getByLabel("Отбор").selectOption(call);
        gckr.fill("День заседания", "01.06.2026");
        gckr.fill("Место", "Москва, Вознесенский пер., 22");
        seen(gckr, "plan");
        gckr.page().locator("main input[type=submit]").click();
        assertThat(gckr.text("В повестке нет ни одной заявки")).isVisible();
        seen(gckr, "sitting-planned");
        gckr.follow("Внести заявки в повестку");
        assertThat(gckr.page().locator("#adding li, form[id$=adding] li").first())
                .containsText("1-е место, 9,00");
        seen(gckr, "agenda");
        gckr.press("Внести отмеченные");
        assertThat(gckr.text("Отметьте хотя бы одну")).isVisible();
        gckr.press("Внести все (2)");
        assertThat(gckr.page().locator("#agenda tbody tr").first()).containsText("Севермет");
        assertThat(gckr.page().locator("#agenda tbody tr").first()).containsText("Соответствует");
    }

    private static void opened(Screen gckr) throws Exception {
        gckr.press("Открыть заседание");
        assertThat(gckr.text("Участие не отмечено: 4 члена состава")).isVisible();
        assertThat(gckr.text("нужно больше 1/2 состава, то есть не меньше 2")).isVisible();
        for (var name : List.of("Соколов Пётр Ильич", "Лебедева Анна Юрьевна", "Орлова Нина Яковлевна")) {
            gckr.page().getByLabel("Участие: " + name).selectOption("PRESENT");
        }
        gckr.page().getByLabel("Участие: Чистяков Фирс Кузьмич").selectOption("IN_WRITING");
        gckr.press("Отметить участие");
        assertThat(gckr.page().locator("#standing strong")).hasText("Кворум есть");
        assertThat(gckr.page().locator("#quorum")).containsText("Участвуют 3 из 3");
        seen(gckr, "sitting-open");
    }

    private void voted(Screen gckr, Screen chair, Screen deputy) throws Exception {
        gckr.page().locator("#agenda tbody tr").first().locator("a").first().click();
        assertThat(gckr.page().locator("#recusals")).containsText("Чистяков");
        assertThat(gckr.page().locator("#quorum")).containsText("Участвуют 2 из 3");
        assertThat(gckr.page().locator("#opinion")).containsText("Цена станка выше рынка");
        gckr.page().getByLabel("Предложение").selectOption("AWARD");
        gckr.fill("Сумма, ₽", "9 000 000");
        gckr.page().getByLabel("Средства").selectOption("2026|" + KBK);
        seen(gckr, "item-motion");
        gckr.page().locator("form[id$=moving] input[type=submit]").click();
        assertThat(gckr.text("Сумма больше запрошенной")).isVisible();
        assertThat(gckr.page().getByLabel("Средства")).hasValue("2026|" + KBK);
        gckr.fill("Сумма, ₽", "4 000 000");
        gckr.page().locator("form[id$=moving] input[type=submit]").click();
        assertThat(gckr.text("Ещё не голосовали: Соколов Пётр Ильич, Лебедева Анна Юрьевна"))
                .isVisible();
        var first = gckr.page().url();
        vote(chair, first, "За", "item-vote");
        vote(deputy, first, "За", null);

        gckr.page().navigate(first);
        gckr.page().locator(".head .do a").last().click();
        gckr.page().getByLabel("Предложение").selectOption("REFUSE");
        gckr.page().getByLabel("Акт и редакция").selectOption(new SelectOption().setIndex(1));
        gckr.fill("Пункт", "п. 3.4");
        gckr.fill("Причина", "Доля бюджета не снижается");
        gckr.page().locator("form[id$=moving] input[type=submit]").click();
        assertThat(gckr.text("Предложение внесено")).isVisible();
        var second = gckr.page().url();
        vote(chair, second, "За", null);
        vote(deputy, second, "За", null);
        gckr.page().navigate(second);
        gckr.page().getByLabel("Чей голос").selectOption(new SelectOption().setLabel("Чистяков Фирс Кузьмич"));
        gckr.page()
                .getByLabel("Против", new Page.GetByLabelOptions().setExact(true))
                .check();
        gckr.fill("Особое мнение", "Доля снижается на втором этапе");
        gckr.press("Проголосовать");
        assertThat(gckr.page().locator("#motions")).containsText("Доля снижается на втором этапе");
        seen(gckr, "item-voted");
    }

    private static void vote(Screen member, String item, String choice, String name) throws Exception {
        member.page().navigate(item);
        member.page().getByLabel("Чей голос").selectOption(new SelectOption().setIndex(1));
        member.page()
                .getByLabel(choice, new Page.GetByLabelOptions().setExact(true))
                .check();
        if (name != null) {
            seen(member, name);
        }
        member.press("Проголосовать");
        assertThat(member.text("Голос подан")).isVisible();
        assertThat(member.page().locator("form[id$=moving]")).hasCount(0);
    }

    private static String numbered(Screen gckr) throws Exception {
        gckr.fill("Приложения", "Рейтинг заявок");
        gckr.press("Составить протокол");
        assertThat(gckr.page().locator("h1")).hasText("Проект протокола");
        assertThat(gckr.page().locator("main")).containsText("Доля снижается на втором этапе");
        seen(gckr, "protocol-draft");
        gckr.press("Присвоить номер");
        assertThat(gckr.page().locator("h1")).hasText("Протокол № 1/2026");
        assertThat(gckr.page().locator("form[id$=numbering]")).hasCount(0);
        return gckr.page().url();
    }

    private static void signed(Screen chief, String protocol) throws Exception {
        chief.page().navigate(protocol);
        chief.page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("protocol.pdf", "application/pdf", SCAN));
        seen(chief, "protocol-sign");
        chief.page().locator("#signing input[type=submit]").click();
        assertThat(chief.text("Подписанный лист приложен")).isVisible();
        assertThat(chief.page().locator("code").first()).hasText(Pattern.compile("[0-9a-f]{64}"));
        seen(chief, "protocol-signed");
    }

    private void executed(Screen department, String protocol) throws Exception {
        department.page().navigate(protocol);
        department.press("Исполнить решения");
        assertThat(department.page().locator("#result"))
                .containsText("Поддержано 1 на 4 000 000,00 ₽, в резерве 0, отказано 1"
                        .replace(" 000", "\u202f000")
                        .replace(" ₽", "\u00a0₽"));
        assertThat(department.page().locator("#money")).containsText("6\u202f000\u202f000,00");
        seen(department, "decisions");
        department.page().navigate(protocol);
        assertThat(department.text("Исполнено решений: 2 из 2")).isVisible();
        department.go("call/card.xhtml?id=" + call);
        assertThat(department.page().locator("#results")).containsText("Порошковая линия");
        seen(department, "call-card");
        for (var name : List.of("Рейтинг", "Заседания", "Решения")) {
            assertThat(department
                            .page()
                            .locator(".head .do a", new Page.LocatorOptions().setHasText(name))
                            .first())
                    .isVisible();
        }
        department.go("council/body.xhtml?code=COMMISSION_SCREENS");
        seen(department, "body");
        department.go("council/list.xhtml");
        seen(department, "list");
    }

    private void appealed(Screen applicant) throws Exception {
        applicant.go("application/card.xhtml?id=" + worse);
        assertThat(applicant.page().locator("#outcome")).containsText("Доля бюджета не снижается");
        applicant.fill("Текст жалобы", "Доля снижается: на втором этапе она вдвое меньше.");
        seen(applicant, "application-appeal");
        applicant.press("Подать жалобу");
        assertThat(applicant.page().locator("#standing strong")).hasText("Жалоба ждёт решения");
        assertThat(applicant.page().locator("#money")).hasCount(0);
        assertThat(applicant.page().locator("#against")).containsText("№ 1/2026");
        seen(applicant, "appeal-applicant");
    }

    private void upheld(String appeal) throws Exception {
        try (var other = chromium.open("ru-RU", 1366, 768)) {
            other.logIn("department2").page().navigate(appeal);
            assertThat(other.text("Можно выплатить из средств 2026 года")).isVisible();
            seen(other, "appeal");
            other.press("Удовлетворить");
            other.page().locator("dialog[open] textarea").fill("Доля действительно снижается");
            other.page().locator("dialog[open] input[type=submit]").click();
            assertThat(other.page().locator("#standing")).containsText("Доля действительно снижается");
            assertThat(other.text("Заявку ещё не рассмотрели заново")).isVisible();
            seen(other, "appeal-upheld");
            other.go("council/appeals.xhtml");
            seen(other, "appeals");
            other.go("council/bodies.xhtml");
            other.page().locator("details summary").click();
            seen(other, "bodies");
            other.go("council/rules.xhtml?code=COMMISSION_SCREENS");
            seen(other, "rules");
            ordered(other);
            assertThat(other.complaints()).isEmpty();
        }
    }

    /** Another sitting puts it in reserve; the old decision and its protocol stay beside the new ones. */
    private void heardAnew(String appeal, Screen applicant, Screen chief) throws Exception {
        var path = "sittings/" + planned("COMMISSION_SCREENS", "MEETING");
        Door.api("gckr", "POST", path + "/items", "{\"applications\": []}");
        var opened = Door.api("gckr", "POST", path + "/open", null).json();
        assertThat(opened.get("items")).hasSize(1);
        for (var seat : List.of(0, 1)) {
            Door.api("gckr", "POST", path + "/attendance", """
                    {"seat": "%s", "presence": "PRESENT"}""".formatted(seat(opened, seat)));
        }
        var moved = Door.api(
                        "gckr",
                        "POST",
                        path + "/items/" + opened.at("/items/0/id").asText() + "/motions",
                        """
                {"motion": "RESERVE", "reason": "Средств мало"}""")
                .json();
        var votes = path + "/motions/" + moved.at("/items/0/motions/0/id").asText() + "/votes";
        Door.api("commission", "POST", votes, "{\"seat\": \"" + seat(opened, 0) + "\", \"choice\": \"FOR\"}");
        Door.api("commission2", "POST", votes, "{\"seat\": \"" + seat(opened, 1) + "\", \"choice\": \"FOR\"}");
        Door.api("gckr", "POST", path + "/close", null);
        var drawn = Door.api("gckr", "POST", "protocols", """
                {"sitting": "%s"}""".formatted(path.substring(9)));
        var protocol = drawn.json().get("id").asText();
        Door.api("gckr", "POST", "protocols/" + protocol + "/number", null);
        signed(chief, URL + "council/protocol.xhtml?id=" + protocol);
        assertThat(chief.text("№ 1/2026 от 01.06.2026")).isVisible();
        Door.api("department", "POST", "decisions/of-protocol", "{\"protocol\": \"" + protocol + "\"}");
        applicant.page().navigate(appeal);
        assertThat(applicant.page().locator("#against")).containsText("№ 1/2026");
        assertThat(applicant.page().locator("#against")).containsText("Включить в резерв");
        assertThat(applicant.page().locator("#against")).containsText("№ 2/2026");
        seen(applicant, "appeal-heard-anew");
    }

    private static String seat(JsonNode sitting, int at) {
        return sitting.at("/members/" + at + "/seat").asText();
    }

    private static void ordered(Screen department) throws Exception {
        department.go("council/order.xhtml?code=COMMISSION_SCREENS");
        department.fill("Распоряжение", "Распоряжение о составе");
        department.fill("Дата документа", "01.07.2026");
        department.fill("Действует с", "01.07.2026");
        department.page().getByLabel("Фамилия, имя, отчество").fill("Зимина Вера Павловна");
        department.press("Назначить ещё одного");
        assertThat(department.page().getByLabel("Фамилия, имя, отчество")).hasCount(2);
        department.page().getByLabel("Фамилия, имя, отчество").last().fill("Ершов Лев Ильич");
        department.page().getByText("Чистяков Фирс Кузьмич, Член").click();
        seen(department, "order");
        department.page().locator("input[type=submit].primary").click();
        assertThat(department.text("Распоряжение внесено")).isVisible();
        assertThat(department.page().locator("#seats")).containsText("Ершов Лев Ильич");
        assertThat(department.page().locator("#seats")).not().containsText("Чистяков");
        department.go("council/body.xhtml?code=COMMISSION_SCREENS&asOf=2026-06-01");
        assertThat(department.page().locator("#seats")).containsText("Чистяков");
    }

    @Test
    void the_pages_speak_english_and_show_to_each_role_only_what_it_may_read() throws Exception {
        var sitting = sitting();
        try (var auditor = chromium.open("ru-RU", 1366, 768);
                var expert = chromium.open("ru-RU", 1366, 768)) {
            auditor.logIn("auditor").go("council/list.xhtml");
            auditor.press("EN");
            assertThat(auditor.page().locator("h1")).hasText("Council and commission");
            seen(auditor, "en-list");
            auditor.go("council/sitting.xhtml?id=" + sitting);
            assertThat(auditor.text("The sitting is being prepared")).isVisible();
            assertThat(auditor.page().locator("#agenda tbody tr").first()).containsText("9.00");
            assertThat(auditor.page().locator("main input[type=submit]")).hasCount(0);
            seen(auditor, "en-sitting");
            auditor.page().locator("#agenda tbody a").first().click();
            assertThat(auditor.text("No motion yet")).isVisible();
            seen(auditor, "en-item");
            for (var page : List.of("decisions", "appeals", "bodies", "body.xhtml?code=COMMISSION_SCREENS")) {
                auditor.go("council/" + page + (page.contains("?") ? "" : ".xhtml"));
                seen(auditor, "en-" + page.replaceAll("\\W.*", ""));
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
        body("COUNCIL_SCREENS", "EXPERT_COUNCIL", "Экспертный совет", """
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
            seen(gckr, "item-departure");
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

    /** Nothing keeps anybody from reading the page, nothing is cut off; a picture is left of it. */
    private static void seen(Screen screen, String name) {
        assertThat(screen.barriers()).as(name).isEmpty();
        assertThat(screen.overflow()).as(name).isZero();
        assertThat(screen.page().locator("main").innerText()).as(name).doesNotContain("[council.", "[field.");
        picture(screen, name);
        var size = screen.page().viewportSize();
        screen.page().setViewportSize(1920, 1080);
        assertThat(screen.overflow()).as(name).isZero();
        picture(screen, name + "-wide");
        screen.page().setViewportSize(size.width, size.height);
    }

    private static void picture(Screen screen, String name) {
        screen.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "pictures", "council-" + name + ".png")));
    }
}
