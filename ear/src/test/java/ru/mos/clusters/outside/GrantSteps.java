package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.Pictures.seen;
import static ru.mos.clusters.outside.Programs.made;
import static ru.mos.clusters.outside.Programs.step;

import com.microsoft.playwright.options.SelectOption;
import ru.mos.clusters.TestSession;

/** The second half of a grant's life: from a report that was returned to the end, with a stop and a set-off on the way. */
final class GrantSteps {

    private static final String PAPER = "\"document\": {\"title\": \"Акт\", \"number\": \"%s\", \"date\": \"%s\"}";

    private GrantSteps() {}

    /**
     * Bank, agreements and ledger say the same, and the execution of the budget says what is to be expected of the agreement.
     *
     * @param committed in roubles, like the others
     */
    static void agree(String committed, String due, String paid) throws Exception {
        try (var connection = TestSession.superuser();
                var rows = connection.createStatement().executeQuery("select count(*) from ledger.faults()")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
        var line = Door.api("auditor", "GET", "ledger/execution?year=2026", null)
                .json()
                .at("/items");
        var agreement = line.get(line.size() - 1);
        assertThat(agreement.get("subject").asText()).as(line.toString()).startsWith("G-");
        assertThat(agreement.get("committed").asText()).as(line.toString()).isEqualTo(committed);
        assertThat(agreement.get("due").asText()).as(line.toString()).isEqualTo(due);
        assertThat(agreement.get("paid").asText()).as(line.toString()).isEqualTo(paid);
    }

    static void reconciled(Screen reader) {
        reader.go("ledger/reconciliation.xhtml");
        assertThat(reader.page().locator("#standing strong")).hasText("Банк, соглашения и учёт сходятся до копейки");
    }

    /** What was returned is mended and accepted; of what was paid a part is left that is demanded back. */
    static void mended(Screen department, Screen chief, String card) {
        department.page().navigate(card);
        department.page().locator("#reports tbody a").first().click();
        department.follow("Внести расходы");
        department.press("Сохранить");
        department.press("Отправить отчёт");
        assertThat(department.text("Отчёт составили вы")).isVisible();
        chief.page().navigate(department.page().url());
        chief.press("Принять отчёт");
        assertThat(chief.page().locator("[role=alert]").first()).isVisible();
        chief.page().locator("#accepting textarea").fill("Остаток возвращают по требованию");
        chief.press("Принять отчёт");
        assertThat(chief.page().locator("#standing strong")).hasText("Принят");
        seen(chief, "agreement-report-accepted");
        reconciled(chief);
    }

    static void amendedInForce(Screen chief, Screen accountant, String card) {
        chief.page().navigate(card);
        chief.press("Подписать");
        assertThat(chief.page().locator("main input[value='Подписать']")).hasCount(0);
        accountant.page().navigate(card);
        accountant.fill("Номер обязательства", "БО-2");
        accountant.press("Зарегистрировать обязательство");
        assertThat(accountant.page().locator("#standing strong")).hasText("Действует");
        assertThat(accountant.page().locator("#obstacles")).containsText("собственных средств");
        assertThat(accountant.page().locator("#obstacles")).not().containsText("Отчёт о части 1");
    }

    private static String agreement(String card) {
        return "agreements/" + card.replaceAll(".*id=", "");
    }

    /** A violation of the recipient's stops the second instalment until it is corrected. */
    static void stopped(Screen accountant, Screen chief, String card) throws Exception {
        AgreementScreensIT.on("2026-10-01");
        var evidence = made(
                "applicant",
                agreement(card) + "/evidence",
                "{\"stage\": 2, \"source\": \"LOAN\", \"amount\": \"1500000.00\", \"issuer\": \"7707083893\", "
                        + PAPER.formatted("31", "2026-09-30") + "}");
        step("department", "evidence/" + evidence.get("id").asText() + "/accept", "{}");
        var violation = made(
                "gckr",
                "support/violations",
                "{\"inn\": \"7707083893\", \"kind\": \"OTHER\", \"recognisedOn\": \"2026-09-20\","
                        + " \"correctionDue\": \"2026-10-20\", \"description\": \"Отчёт другому органу не представлен\", "
                        + PAPER.formatted("5", "2026-09-20") + "}");
        accountant.page().navigate(card);
        accountant.press("Подготовить платёж");
        assertThat(accountant.page().locator("[role=alert]").first()).containsText("открыта проверка");
        chief.page().navigate(card);
        assertThat(chief.page().locator("#obstacles")).containsText("открыта проверка");
        chief.page().locator("#reviews tbody a").first().click();
        assertThat(chief.page().locator("#standing strong")).hasText("Открыта, платежи остановлены");
        assertThat(chief.page().locator("#standing")).containsText("7707083893");
        seen(chief, "agreement-stopped");
        chief.press("Проверить ещё раз");
        assertThat(chief.page().locator("#standing strong")).hasText("Открыта, платежи остановлены");
        step(
                "gckr",
                "support/violations/" + violation.get("id").asText() + "/correct",
                "{\"correctedOn\": \"2026-10-01\", " + PAPER.formatted("6", "2026-10-01") + "}");
        chief.press("Проверить ещё раз");
        assertThat(chief.page().locator("#standing strong")).hasText("Причина отпала");
        reconciled(accountant);
    }

    /** What is still demanded is kept back from the second instalment. */
    static void setOff(Screen accountant, Screen chief, String card, String demand) throws Exception {
        accountant.page().navigate(card);
        accountant.press("Подготовить платёж");
        assertThat(accountant.page().locator("#standing strong")).hasText("Ждёт утверждения");
        var payment = accountant.page().url();
        accountant.page().navigate(demand);
        accountant.page().locator("select[id$='payment']").selectOption(new SelectOption().setIndex(1));
        accountant.press("Зачесть в платёж");
        assertThat(accountant.page().locator("#repayments tbody tr")).hasCount(2);
        seen(accountant, "recovery-set-off");
        chief.page().navigate(payment);
        assertThat(chief.page().locator("#standing")).containsText("340\u202f000,00");
        chief.press("Утвердить");
        assertThat(chief.page().locator("#standing strong")).hasText("Поручение в банке");
        AgreementScreensIT.executed("2026-10-02", "4040000.00");
        accountant.page().navigate(demand);
        assertThat(accountant.page().locator("#standing strong")).hasText("Исполнено");
        seen(accountant, "recovery-settled");
        reconciled(accountant);
    }

    /** The last two instalments are accounted for, and the chief ends the agreement. */
    static void closed(Screen chief, String card) throws Exception {
        accounted(card, 2, "400000.00", "2026-10-02");
        AgreementScreensIT.on("2026-11-16");
        var payment = made("accountant", agreement(card) + "/payments", "{\"position\": 3}")
                .at("/items/0/id")
                .asText();
        chief.page().navigate(card);
        chief.press("Завершить исполненное");
        assertThat(chief.page().locator("[role=alert]").first()).containsText("выплачено");
        step("chief", "payments/" + payment + "/approve", "{}");
        AgreementScreensIT.executed("2026-11-17", "3700000.00");
        accounted(card, 3, "100000.00", "2026-11-17");
        chief.page().navigate(card);
        chief.press("Завершить исполненное");
        assertThat(chief.page().locator("#standing strong")).hasText("Исполнено");
        seen(chief, "agreement-completed");
        reconciled(chief);
    }

    private static void accounted(String card, int position, String amount, String paidOn) throws Exception {
        var report = "reports/"
                + made("applicant", agreement(card) + "/reports", "{\"position\": " + position + "}")
                        .get("id")
                        .asText();
        Programs.write(
                "applicant",
                report,
                "/lines",
                "{\"lines\": [{\"item\": \"Линия\", \"contractor\": \"7728168971\", \"paidOn\": \"" + paidOn
                        + "\", \"amount\": \"" + amount + "\", " + PAPER.formatted("2" + position, paidOn) + "}]}");
        step("applicant", report + "/submit", "{}");
        step("department", report + "/accept", "{}");
    }
}
