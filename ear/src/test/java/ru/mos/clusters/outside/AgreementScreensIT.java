package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.Pictures.seen;

import com.microsoft.playwright.options.FilePayload;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.inserver.BankFixture;
import ru.mos.clusters.inserver.LedgerFixture;
import ru.mos.clusters.inserver.OpeningBook;

/** Agreements in the browser: drawn up, signed and registered by three persons, held by a review, paid and accounted for. */
class AgreementScreensIT extends FromOutside {

    private static final String KBK = "80704121234567890811";
    private static final String PARTY = "7707083893";
    private static final String ACCOUNT = "40702810500000000125";

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
        on("2026-06-01");
        var call = CallsRestIT.created("AGREEMENT_SCREENS").get("id").asText();
        Door.api("department", "POST", "calls/" + call + "/check", null);
        var published = Door.api("chief", "POST", "calls/" + call + "/publish", null);
        assertThat(published.status()).as(published.toString()).isEqualTo(200);
        var application = UUID.randomUUID().toString();
        CallsRestIT.run(LedgerFixture.limits(2026, KBK, "5000000"));
        CallsRestIT.run(Award.of(application, call, PARTY, KBK));
    }

    static void on(String day) throws Exception {
        CallsRestIT.run("delete from platform.clock_shift; insert into platform.clock_shift select (timestamp '" + day
                + " 12:00' at time zone 'Europe/Moscow') - clock_timestamp()");
    }

    @AfterEach
    void gone() throws Exception {
        Award.gone();
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void an_agreement_goes_from_the_award_to_its_end_and_the_books_agree_at_every_step() throws Exception {
        try (var department = chromium.open("ru-RU", 1366, 768);
                var chief = chromium.open("ru-RU", 1366, 768);
                var accountant = chromium.open("ru-RU", 1366, 768);
                var applicant = chromium.open("ru-RU", 1366, 768)) {
            var card = drawnUp(department.logIn("department"));
            edited(department, card);
            signed(chief.logIn("chief"), card);
            registered(accountant.logIn("accountant"), card);
            GrantSteps.agree("1500000.00", "0.00", "0.00");
            shown(applicant.logIn("applicant"), department, card);
            accounted(accountant, card);
            ordered(accountant, chief, card);
            GrantSteps.agree("500000.00", "1000000.00", "0.00");
            executed();
            GrantSteps.agree("500000.00", "0.00", "1000000.00");
            reported(department, card);
            decided(chief, card);
            amended(department, card);
            var demand = recovered(department, chief, accountant, card);
            GrantSteps.agree("500000.00", "0.00", "960000.00");
            GrantSteps.mended(department, chief, card);
            GrantSteps.amendedInForce(chief, accountant, card);
            GrantSteps.stopped(accountant, chief, card);
            GrantSteps.setOff(accountant, chief, card, demand);
            GrantSteps.agree("100000.00", "0.00", "1300000.00");
            GrantSteps.closed(chief, card);
            GrantSteps.agree("0.00", "0.00", "1400000.00");
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
        department.page().locator("input[id$='instalments:2:dueOn']").fill("01.11.2026");
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
        var ours = Door.api("chief", "POST", "bank/accounts", Award.OURS);
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

    /** The bank's statement of the day shows the payment. */
    private static void executed() throws Exception {
        executed("2026-06-02", "5000000.00");
    }

    /** @param opening of the account on that day */
    static void executed(String day, String opening) throws Exception {
        var payment = Door.api("accountant", "GET", "payments", null).json().at("/items/0");
        var order = Door.api(
                        "accountant",
                        "GET",
                        "payment-orders/" + payment.get("instruction").asText(),
                        null)
                .json();
        on(day);
        stated(
                day,
                BankFixture.statement(day, opening)
                        .paid(
                                order.get("number").asInt(),
                                new BigDecimal(payment.get("amount").asText())
                                        .subtract(new BigDecimal(
                                                payment.get("heldBack").asText()))
                                        .toPlainString(),
                                payment.get("account").asText(),
                                "Субсидия"),
                1);
    }

    private static void stated(String day, BankFixture statement, int matched) throws Exception {
        var text = statement.text().replace("7700000023", PARTY);
        var taken = BankRestIT.upload("accountant", text.getBytes(BankFixture.CP1251));
        assertThat(taken.status()).as(day + " " + taken).isEqualTo(201);
        assertThat(taken.json().get("matched").asInt()).as(day + " " + taken).isEqualTo(matched);
    }

    private static String recovered(Screen department, Screen chief, Screen accountant, String card) throws Exception {
        department.page().navigate(card);
        department.follow("Внести нарушение");
        department.page().getByLabel("Вид нарушения").selectOption("MISUSE");
        department.fill("Что нарушено", "Станок куплен не для проекта");
        department.fill("Документ проверки", "Акт проверки");
        department.fill("Дата документа", "01.06.2026");
        seen(department, "recovery-breach-entry");
        department.press("Внести");
        assertThat(department.page().locator("#standing strong")).hasText("Ждёт решения");
        var breach = department.page().url();
        chief.page().navigate(breach);
        seen(chief, "recovery-breach");
        chief.press("Подтвердить");
        assertThat(chief.page().locator("#standing strong")).hasText("Подтверждено");
        department.page().navigate(breach);
        department.fill("Сумма, ₽", "1 000 000,01");
        department.press("Составить требование");
        assertThat(department.page().locator("[role=alert]").first()).containsText("вернуть можно");
        department.fill("Сумма, ₽", "100 000");
        seen(department, "recovery-demand");
        department.press("Составить требование");
        assertThat(department.page().locator("#standing strong")).hasText("Ждёт подписи");
        var order = department.page().url();
        chief.page().navigate(order);
        seen(chief, "recovery-draft");
        chief.press("Предъявить");
        assertThat(chief.page().locator("#standing strong")).hasText("Предъявлено");
        chief.page().locator("#deferring input[id$='document']").fill("Решение № 1 от 01.06.2026");
        chief.page().locator("input[id$='terms:0:dueOn']").fill("01.07.2026");
        chief.page().locator("input[id$='terms:0:amount']").fill("40 000");
        chief.page().locator("input[id$='terms:1:dueOn']").fill("01.08.2026");
        chief.page().locator("input[id$='terms:1:amount']").fill("50 000");
        chief.press("Рассрочить");
        assertThat(chief.page().locator("[role=alert]").first()).containsText("осталось вернуть");
        chief.page().locator("input[id$='terms:1:amount']").fill("60 000");
        chief.press("Рассрочить");
        assertThat(chief.page().locator("#terms tbody tr")).hasCount(2);
        seen(chief, "recovery-deferred");
        on("2026-06-03");
        stated("2026-06-03", BankFixture.statement("2026-06-03", "4000000.00").received(9, "40000.00"), 0);
        accountant.go("bank/receipts.xhtml");
        accountant.follow("№ 9");
        accountant
                .page()
                .locator("select[id$='subject']")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        seen(accountant, "recovery-receipt");
        accountant.press("Отнести");
        accountant.page().navigate(order);
        assertThat(accountant.page().locator("#repayments tbody tr")).hasCount(1);
        assertThat(accountant.page().locator("#standing")).containsText("60\u202f000,00");
        seen(accountant, "recovery-partly-met");
        department.go("recovery/list.xhtml");
        seen(department, "recovery-list");
        department.page().navigate(card);
        assertThat(department.page().locator("#recoveries tbody tr")).hasCount(1);
        seen(department, "recovery-agreement");
        return order;
    }

    private static void reported(Screen department, String card) throws Exception {
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
        department.press("Ещё расход");
        var second = department.page().locator("fieldset").nth(1);
        second.getByLabel("На что").fill("Доставка станка");
        second.getByLabel("ИНН того, кому заплатили").fill("7728168971");
        second.getByLabel("Название документа").fill("Акт");
        second.getByLabel("Номер документа").fill("№ 4");
        second.getByLabel("Дата документа").fill("03.06.2026");
        second.getByLabel("Дата оплаты").fill("02.06.2026");
        second.getByLabel("Сумма, ₽").fill("50 000");
        department.press("Сохранить");
        assertThat(department.page().locator("#faults")).containsText("Найдено: 3 замечания");
        assertThat(department.page().locator("tbody .faults")).hasCount(2);
        assertThat(department.page().locator("tbody .faults").first()).containsText("аньше");
        seen(department, "agreement-report");
        department.follow("Внести расходы");
        department.press("Убрать последний");
        department.fill("Дата оплаты", "02.06.2026");
        department.press("Сохранить");
        assertThat(department.page().locator("#faults")).hasCount(0);
        byFile(department);
        department.press("Отправить отчёт");
        assertThat(department.text("Отчёт составили вы")).isVisible();
    }

    /** A workbook of something else changes nothing; the lines come as a workbook and go in again. */
    private static void byFile(Screen department) throws Exception {
        department.follow("Расходы файлом");
        seen(department, "agreement-report-upload");
        var lines = department
                .page()
                .request()
                .get(department.page().url() + "&workbook=xlsx")
                .body();
        chosen(department, OpeningBook.ofTen().bytes());
        assertThat(department.text("Ничего не принято")).isVisible();
        seen(department, "agreement-report-refused");
        chosen(department, lines);
        assertThat(department.text("Расходы сохранены")).isVisible();
        assertThat(department
                        .page()
                        .locator("#lines tbody tr, [id$='lines'] tbody tr")
                        .first())
                .containsText("Станок");
    }

    private static void chosen(Screen department, byte[] workbook) {
        department
                .page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "report.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook));
        department.press("Загрузить расходы");
    }

    private static void decided(Screen chief, String card) {
        chief.page().navigate(card);
        assertThat(chief.page().locator("#obstacles")).containsText("Отчёт о части 1 не принят");
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
        department.page().locator("input[id$='instalments:2:dueOn']").fill("15.11.2026");
        department.press("Сохранить");
        assertThat(department.page().locator("#changes li")).hasCount(1);
        assertThat(department.page().locator("#changes ins")).containsText("15.11.2026");
        seen(department, "agreement-amending");
        department.go("agreement/list.xhtml");
        seen(department, "agreement-list");
    }

    @Test
    void costs_that_were_borne_are_claimed_and_the_share_of_the_budget_is_paid() throws Exception {
        try (var applicant = chromium.open("ru-RU", 1366, 768);
                var chief = chromium.open("ru-RU", 1366, 768)) {
            var application = Door.api("department", "GET", "agreements/waiting", null)
                    .json()
                    .at("/items/0/application");
            var id = Programs.made("department", "agreements", "{\"application\": " + application + "}")
                    .get("id")
                    .asText();
            CallsRestIT.run("update agreement.agreement set mode = 'REIMBURSEMENT'");
            Programs.step("chief", "agreements/" + id + "/sign", "{}");
            Programs.step(
                    "accountant", "agreements/" + id + "/register", "{\"number\": \"БО-1\", \"on\": \"2026-06-01\"}");
            applicant.logIn("applicant").go("agreement/card.xhtml?id=" + id);
            assertThat(applicant.page().locator("#standing")).containsText("В возмещение понесённых затрат");
            assertThat(applicant.page().locator("#obstacles")).containsText("нет принятой заявки на возмещение");
            assertThat(applicant.page().locator("#evidence")).hasCount(0);
            seen(applicant, "claim-card");
            applicant
                    .page()
                    .locator("#path input[value='Начать заявку']")
                    .first()
                    .click();
            applicant.fill("На что", "Станок");
            applicant.fill("ИНН того, кому заплатили", "7728168971");
            applicant.fill("Название документа", "Акт");
            applicant.fill("Номер документа", "4");
            applicant.fill("Дата документа", "01.06.2026");
            applicant.fill("Дата оплаты", "01.06.2026");
            applicant.fill("Сумма, ₽", "900 000,01");
            seen(applicant, "claim-edit");
            applicant.press("Сохранить");
            applicant.press("Отправить заявку");
            chief.logIn("chief").page().navigate(applicant.page().url());
            assertThat(chief.page().locator("#accepting")).containsText("450\u202f000,00");
            seen(chief, "claim-decide");
            chief.press("Принять заявку");
            assertThat(chief.page().locator("#standing")).containsText("450\u202f000,00");
            seen(chief, "claim-accepted");
            chief.go("agreement/card.xhtml?id=" + id);
            assertThat(chief.page().locator("#reports")).containsText("900\u202f000,01");
            seen(chief, "claim-card-accepted");
            assertThat(applicant.complaints()).isEmpty();
            assertThat(chief.complaints()).isEmpty();
        }
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
