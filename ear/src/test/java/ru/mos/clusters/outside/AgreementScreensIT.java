package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.Pictures.seen;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.inserver.BankFixture;
import ru.mos.clusters.inserver.LedgerFixture;

/** Agreements in the browser: drawn up, signed and registered by three persons, held by a review, paid and accounted for. */
class AgreementScreensIT extends FromOutside {

    private static final String KBK = "80704121234567890811";
    private static final String PARTY = "7707083893";
    private static final String ACCOUNT = "40702810500000000125";

    /** An application with an award, past all rules. */
    private static final String AWARDED = """
            set session_replication_role = replica;
            insert into platform.organisation (id, name, inn)
            values (gen_random_uuid(), 'ООО «Севермет»', '%3$s') on conflict do nothing;
            insert into project.project (id, kind, lead, title, draft, edited_by, recorded_by, changed_by)
            select '%1$s', 'CLUSTER', '%3$s', 'Опытное производство датчиков', '{"title": "Опытное производство датчиков"}', 'x', max(id), max(id) from platform.change;
            insert into project.edition (project_id, number, content, digest, recorded_by)
            select '%1$s', 1, '{"title": "Опытное производство датчиков",
                                "stages": [{"name": "Образец", "from": "2026-06-01", "to": "2026-09-30"},
                                           {"name": "Линия", "from": "2026-10-01", "to": "2026-12-31"}],
                                "funding": [{"stage": 1, "source": "CITY_BUDGET", "amount": "1000000.00"},
                                            {"stage": 1, "source": "OWN", "amount": "1000000.00"},
                                            {"stage": 2, "source": "CITY_BUDGET", "amount": "500000.00"},
                                            {"stage": 2, "source": "OWN", "amount": "1500000.00"}]}', 'x', max(id)
              from platform.change;
            insert into call.application (id, call_id, project_id, applicant, channel, state, round, submitted_at, answers, recorded_by,
                                          changed_by)
            select '%1$s', '%2$s', '%1$s', '%3$s', 'APPLICANT', 'AWARDED', 1, '2026-03-10T09:00:00Z', '{}', max(id), max(id)
              from platform.change;
            insert into call.submission (application_id, round, call_id, call_edition, project_id, project_edition, answers,
                                         submitted_by, certified_by, received_at, receipt, digest, recorded_by)
            select '%1$s', 1, '%2$s', 1, '%1$s', 1, '{}', 'applicant', 'applicant2', '2026-03-10T09:00:00Z', '%1$s', 'x', max(id)
              from platform.change;
            insert into call.award (id, call_id, year, kbk, amount, awarded_on, decided_by)
            select '%1$s', '%2$s', 2026, '%4$s', 1500000, '2026-06-01', max(id) from platform.change;
            insert into call.decision (id, application_id, call_id, motion_id, protocol_id, motion, award_id, decided_on, appeal_to,
                                       carried_out_by, recorded_by)
            select '%1$s', '%1$s', '%2$s', '%1$s', '%1$s', 'AWARD', '%1$s', '2026-06-01', '2026-06-15', 'department', max(id)
              from platform.change;
            insert into platform.mandate (id, login, inn, valid_from, valid_until, document_title, document_date, recorded_by)
            select gen_random_uuid(), 'applicant', '%3$s', '2026-01-01', '2099-12-31', 'Доверенность', '2026-01-01', max(id)
              from platform.change;
            set session_replication_role = origin""";

    private static final String OURS = """
            {"number": "40201810200000000001", "bic": "044525000", "bank": "ГУ Банка России", "holder": "Департамент",
             "inn": "7700000016", "oktmo": "45000000", "pays": true, "from": "2026-01-01"}""";

    private static final String RESERVED = """
            select ledger.post(platform.today(), 'fixture', array['award/%1$s'], array['RESERVED'], array['fixture'], array[null],
                               array[null], array[null]::bigint[], array[1, 1], array['RESERVED', 'LIMIT'], array[2026, 2026],
                               array['%2$s', '%2$s'], array['A-' || a.number, ''], array[1500000, -1500000]::numeric[])
              from call.application a where a.id = '%1$s'""";

    /** As if the bank had executed the first instalment. */
    private static final String PAID = """
            set session_replication_role = replica;
            update agreement.payment set state = 'EXECUTED', executed_on = '2026-06-02'""";

    private Chromium chromium;

    @BeforeEach
    void an_award() throws Exception {
        chromium = Chromium.require();
        setDefaultAssertionTimeout(30_000);
        given(
                "department",
                "department2",
                "chief",
                "chief2",
                "accountant",
                "accountant2",
                "gckr",
                "auditor",
                "applicant");
        gone();
        CallsRestIT.run("insert into platform.clock_shift"
                + " select (timestamp '2026-06-01 12:00' at time zone 'Europe/Moscow') - clock_timestamp()");
        var call = CallsRestIT.created("AGREEMENT_SCREENS").get("id").asText();
        Door.api("department", "POST", "calls/" + call + "/check", null);
        var published = Door.api("chief", "POST", "calls/" + call + "/publish", null);
        assertThat(published.status()).as(published.toString()).isEqualTo(200);
        var application = UUID.randomUUID().toString();
        CallsRestIT.run(AWARDED.formatted(application, call, PARTY, KBK));
        CallsRestIT.run(LedgerFixture.limits(2026, KBK, "5000000") + ";" + RESERVED.formatted(application, KBK));
    }

    @AfterEach
    void gone() throws Exception {
        CallsRestIT.run("set session_replication_role = replica; truncate agreement.payee_account cascade");
        new CallsRestIT().gone();
        CallsRestIT.run(LedgerFixture.NOTHING_LEFT);
        CallsRestIT.run(BankFixture.NOTHING_LEFT);
        CallsRestIT.run("""
                delete from platform.clock_shift;
                delete from platform.mandate;
                delete from platform.organisation where inn = '7707083893';
                delete from platform.task where kind = 'CALL_TO_PUBLISH' or subject_kind in
                       ('AGREEMENT', 'EVIDENCE', 'PAYEE_ACCOUNT', 'PAYMENT', 'REVIEW', 'REPORT')""");
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void an_agreement_goes_from_the_award_to_an_accepted_report() throws Exception {
        try (var department = chromium.open("ru-RU", 1366, 768);
                var chief = chromium.open("ru-RU", 1366, 768);
                var accountant = chromium.open("ru-RU", 1366, 768);
                var applicant = chromium.open("ru-RU", 1366, 768)) {
            var card = drawnUp(department.logIn("department"));
            edited(department, card);
            signed(chief.logIn("chief"), card);
            registered(accountant.logIn("accountant"), card);
            shown(applicant.logIn("applicant"), department, card);
            accounted(accountant, card);
            ordered(accountant, chief, card);
            CallsRestIT.run(PAID);
            reported(department, card);
            decided(chief, card);
            amended(department, card);
            for (var screen : new Screen[] {department, chief, accountant, applicant}) {
                assertThat(screen.complaints()).isEmpty();
            }
        }
    }

    private static String drawnUp(Screen department) {
        department.go("agreement/list.xhtml");
        assertThat(department.page().locator("#waiting")).containsText("Опытное производство датчиков");
        seen(department, "agreement-waiting");
        department.press("Составить");
        assertThat(department.page().locator("#standing strong")).hasText("Составляется");
        assertThat(department.page().locator("#pending")).containsText("1\u202f500\u202f000,00");
        seen(department, "agreement-drawn-up");
        return department.page().url();
    }

    private static void edited(Screen department, String card) {
        department.follow("Изменить условия");
        seen(department, "agreement-edit");
        department.page().locator("input[id$='instalments:1:amount']").fill("600 000");
        department.press("Сохранить");
        assertThat(department.page().locator("[role=alert]").first()).containsText("решением дано");
        department.page().locator("input[id$='instalments:1:amount']").fill("400 000");
        department.page().locator("input[id$='instalments:1:dueOn']").fill("01.05.2026");
        department.press("Сохранить");
        assertThat(department.page().locator("input[id$='instalments:1:dueOn']"))
                .hasAttribute("aria-invalid", "true");
        department.page().locator("input[id$='instalments:1:dueOn']").fill("01.10.2026");
        department.press("Ещё часть");
        department.page().locator("input[id$='instalments:2:stage']").fill("2");
        department.page().locator("input[id$='instalments:2:dueOn']").fill("01.12.2026");
        department.page().locator("input[id$='instalments:2:amount']").fill("100 000");
        department.press("Сохранить");
        assertThat(department.text("Условия сохранены")).isVisible();
        assertThat(department.page().locator("#pending ol li")).hasCount(3);
        assertThat(department.page().url()).contains(card.replaceAll(".*id=", ""));
    }

    private static void signed(Screen chief, String card) {
        chief.page().navigate(card);
        chief.press("Подписать");
        assertThat(chief.page().locator("#standing strong")).hasText("Подписано, ждёт регистрации");
        seen(chief, "agreement-signed");
    }

    private static void registered(Screen accountant, String card) {
        accountant.page().navigate(card);
        seen(accountant, "agreement-register");
        accountant.fill("Номер обязательства", "БО-1");
        accountant.press("Зарегистрировать обязательство");
        assertThat(accountant.page().locator("#standing strong")).hasText("Действует");
        assertThat(accountant.page().locator("#obstacles")).containsText("собственных средств");
        assertThat(accountant.page().locator("#path svg.funding rect.EVIDENCED").first())
                .isAttached();
        seen(accountant, "agreement-in-force");
    }

    private static void shown(Screen applicant, Screen department, String card) {
        applicant.page().navigate(card);
        applicant.follow("Внести документ");
        applicant.fill("Этап проекта", "1");
        applicant.page().getByLabel("Чьи деньги").selectOption("OWN");
        applicant.fill("Сумма, ₽", "1 000 000");
        applicant.fill("Кто выдал документ", PARTY);
        applicant.fill("Название документа", "Платёжное поручение");
        applicant.fill("Номер документа", "17");
        applicant.fill("Дата документа", "01.06.2026");
        seen(applicant, "agreement-evidence-entry");
        applicant.press("Внести и передать второму лицу");
        assertThat(applicant.text("Документ внесён и ждёт решения")).isVisible();
        seen(applicant, "agreement-applicant");
        department.page().navigate(card);
        department.page().locator("#evidence tbody a").first().click();
        seen(department, "agreement-evidence");
        department.press("Принять");
        assertThat(department.text("Документ принят")).isVisible();
    }

    private void accounted(Screen accountant, String card) throws Exception {
        accountant.page().navigate(card);
        accountant.follow("Внести счёт");
        accountant.fill("КПП", "770701001");
        accountant.page().locator("input[id$='account']").fill(ACCOUNT);
        accountant.fill("БИК", "044525225");
        accountant.page().locator("input[id$='bank']").fill("Банк");
        accountant.fill("Название документа", "Письмо");
        accountant.fill("Дата документа", "01.06.2026");
        seen(accountant, "agreement-account-entry");
        accountant.press("Внести и передать второму лицу");
        assertThat(accountant.text("Счёт внесён и ждёт подтверждения")).isVisible();
        accountant.page().locator("#accounts tbody a").first().click();
        assertThat(accountant.text("Счёт внесли вы")).isVisible();
        try (var other = chromium.open("ru-RU", 1366, 768)) {
            other.logIn("accountant2").page().navigate(accountant.page().url());
            seen(other, "agreement-account");
            other.press("Подтвердить");
            assertThat(other.text("Счёт подтверждён")).isVisible();
            assertThat(other.complaints()).isEmpty();
        }
    }

    private static void ordered(Screen accountant, Screen chief, String card) throws Exception {
        var ours = Door.api("chief", "POST", "bank/accounts", OURS);
        assertThat(ours.status()).as(ours.toString()).isEqualTo(201);
        accountant.page().navigate(card);
        assertThat(accountant.text("По документам эту часть можно платить")).isVisible();
        accountant.press("Подготовить платёж");
        assertThat(accountant.page().locator("#standing strong")).hasText("Ждёт утверждения");
        seen(accountant, "agreement-payment-prepared");
        chief.page().navigate(accountant.page().url());
        chief.press("Утвердить");
        assertThat(chief.page().locator("#standing strong")).hasText("Поручение в банке");
        seen(chief, "agreement-payment-ordered");
    }

    private static void reported(Screen department, String card) {
        department.page().navigate(card);
        department.page().locator("#payments tbody a").first().click();
        assertThat(department.page().locator("#hands")).containsText("Готовит один, утверждает другой");
        seen(department, "agreement-payment");
        department.go("agreement/payments.xhtml");
        seen(department, "agreement-payments");
        department.page().navigate(card);
        department.press("Начать отчёт");
        department.fill("На что", "Станок");
        department.fill("ИНН того, кому заплатили", "7728168971");
        department.fill("Название документа", "Акт");
        department.fill("Номер документа", "4");
        department.fill("Дата документа", "03.06.2026");
        department.fill("Дата оплаты", "01.06.2026");
        department.fill("Сумма, ₽", "900 000");
        seen(department, "agreement-report-edit");
        department.press("Сохранить");
        assertThat(department.page().locator("#faults")).containsText("Найдено: 1 замечание");
        assertThat(department.page().locator("tbody .faults")).containsText("аньше");
        seen(department, "agreement-report");
        department.follow("Внести расходы");
        department.fill("Дата оплаты", "04.06.2026");
        department.press("Сохранить");
        assertThat(department.page().locator("#faults")).hasCount(0);
        department.press("Отправить отчёт");
        assertThat(department.text("Отчёт составили вы")).isVisible();
    }

    private static void decided(Screen chief, String card) {
        chief.page().navigate(card);
        chief.page().locator("#reports tbody a").first().click();
        seen(chief, "agreement-report-decide");
        chief.press("Вернуть отчёт");
        chief.page().locator("dialog[open] textarea").fill("Нет акта приёмки");
        chief.page().locator("dialog[open] input[type=submit]").click();
        assertThat(chief.page().locator("#standing")).containsText("Нет акта приёмки");
    }

    private static void amended(Screen department, String card) {
        department.page().navigate(card);
        department.press("Изменить соглашение");
        department.page().locator("dialog[open] textarea").fill("Поставщик задержал станок");
        department.page().locator("dialog[open] input[type=submit]").click();
        department.page().locator("input[id$='instalments:2:dueOn']").fill("15.12.2026");
        department.press("Сохранить");
        assertThat(department.page().locator("#changes li")).hasCount(1);
        assertThat(department.page().locator("#changes ins")).containsText("15.12.2026");
        seen(department, "agreement-amending");
        department.go("agreement/list.xhtml");
        seen(department, "agreement-list");
    }

    @Test
    void the_pages_speak_english_and_offer_nothing_to_who_only_reads() throws Exception {
        try (var auditor = chromium.open("en-GB", 1366, 768);
                var gckr = chromium.open("ru-RU", 1366, 768)) {
            var drawn = Door.api(
                    "department",
                    "POST",
                    "agreements",
                    "{\"application\": "
                            + Door.api("department", "GET", "agreements/waiting", null)
                                    .json()
                                    .at("/items/0/application")
                            + "}");
            assertThat(drawn.status()).as(drawn.toString()).isEqualTo(201);
            var card = "agreement/card.xhtml?id=" + drawn.json().get("id").asText();
            auditor.logIn("auditor").go("agreement/list.xhtml");
            seen(auditor, "agreement-en-list");
            auditor.go(card);
            assertThat(auditor.page().locator("#standing strong")).hasText("Being written");
            assertThat(auditor.page().locator("main input[type=submit]")).hasCount(0);
            seen(auditor, "agreement-en-card");
            for (var link : auditor.page().locator("#pending a[href*='/text']").all()) {
                var file = auditor.page().request().get(URL.replaceAll("/$", "") + link.getAttribute("href"));
                assertThat(file.status()).as(link.innerText()).isEqualTo(200);
            }
            gckr.logIn("gckr").go(card);
            assertThat(gckr.page().locator("#accounts")).hasCount(0);
            assertThat(auditor.complaints()).isEmpty();
            assertThat(gckr.complaints()).isEmpty();
        }
    }
}
