package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.inserver.BankFixture.statement;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.inserver.BankFixture;

/** The bank in the browser: an account, a statement with its checks, payments placed by hand, files of an order. */
class BankScreensIT extends FromOutside {

    private Chromium chromium;

    @BeforeEach
    void people() throws Exception {
        chromium = Chromium.require();
        setDefaultAssertionTimeout(30_000);
        given("accountant", "accountant2", "chief", "auditor", "gckr");
        gone();
    }

    @AfterEach
    void gone() throws Exception {
        CallsRestIT.run(BankFixture.NOTHING_LEFT);
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    private static void upload(Screen accountant, byte[] bytes) {
        accountant.go("bank/upload.xhtml");
        accountant
                .page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("kl_to_1c.txt", "text/plain", bytes));
        accountant.press("Загрузить");
    }

    @Test
    void a_statement_executes_orders_and_the_rest_is_placed_by_people() throws Exception {
        try (var accountant = chromium.open("ru-RU", 1366, 768);
                var chief = chromium.open("ru-RU", 1920, 1080)) {
            chief.logIn("chief").go("bank/accounts.xhtml");
            seen(chief, "accounts-empty");
            chief.fill("Счёт", "40201 810 3 00000000001");
            chief.page().getByLabel("БИК").fill(BankFixture.OUR_BIC);
            chief.page().locator("[id$='bank']").fill("ГУ Банка России");
            chief.page().locator("[id$='holder']").fill("Департамент");
            chief.page().locator("[id$='inn']").fill("7700000016");
            chief.page().locator("[id$='pays']").check();
            chief.page().locator("[id$='from']").fill("01.01.2026");
            chief.press("Внести счёт");
            assertThat(chief.page().locator(".errors, [role=alert]").first()).containsText("Контрольный ключ");
            chief.fill("Счёт", "40201 810 2 00000000001");
            chief.press("Внести счёт");
            assertThat(chief.text("Счёт внесён")).isVisible();
            seen(chief, "accounts");
            BankRestIT.issued(1, "250.00");
            BankRestIT.issued(5, "40.00");

            accountant.logIn("accountant").go("bank/list.xhtml");
            assertThat(accountant.text("Выписок нет")).isVisible();
            upload(accountant, "не выписка".getBytes(BankFixture.CP1251));
            assertThat(accountant.page().locator(".errors, [role=alert]").first())
                    .containsText("Файл не выписка");
            upload(
                    accountant,
                    statement("2026-03-10", "1000.00")
                            .paid(1, "250.00")
                            .paid(6, "40.00")
                            .received(9, "75.50")
                            .bytes());
            assertThat(accountant.text("Выписка загружена и принята")).isVisible();
            assertThat(accountant.page().locator("#standing")).containsText("1 из 3");
            seen(accountant, "statement");
            accountant.follow("№ 6");
            assertThat(accountant.page().locator("#candidates")).containsText("№ 5");
            seen(accountant, "matching");
            accountant
                    .page()
                    .locator("select[id$='chosen']")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            accountant.press("Сопоставить");
            assertThat(accountant.text("поручение исполнено")).isVisible();
            seen(accountant, "matched");
            accountant.go("bank/orders.xhtml");
            assertThat(accountant.page().locator("main tbody")).containsText("Исполнено");
            seen(accountant, "orders");
            accountant.follow("№ 5");
            seen(accountant, "order");
            for (var link : accountant.page().locator(".head .do a").all()) {
                var file = accountant.page().request().get(URL.replaceAll("/$", "") + link.getAttribute("href"));
                assertThat(file.status()).as(link.innerText()).isEqualTo(200);
            }
            accountant.go("bank/receipts.xhtml");
            assertThat(accountant.page().locator("main tbody")).containsText("75,50");
            seen(accountant, "receipts");
            accountant.follow("№ 9");
            assertThat(accountant.text("Отнести поступление пока не к чему")).isVisible();
            seen(accountant, "receipt");
            upload(accountant, statement("2026-03-11", "1.00").paid(7, "0.50").bytes());
            assertThat(accountant.text("что-то не сходится")).isVisible();
            assertThat(accountant.page().locator("#problems")).containsText("785,50");
            seen(accountant, "flagged");
            accountant.go("bank/list.xhtml");
            assertThat(accountant.page().locator("main tbody tr")).hasCount(2);
            seen(accountant, "list");
            assertThat(accountant.complaints()).isEmpty();
            assertThat(chief.complaints()).isEmpty();
        }
    }

    @Test
    void who_reads_the_books_reads_the_bank_and_nobody_else_does() throws Exception {
        try (var auditor = chromium.open("en-GB", 1366, 768);
                var gckr = chromium.open("ru-RU", 1366, 768)) {
            auditor.logIn("auditor");
            for (var page : List.of("list", "orders", "receipts", "accounts")) {
                auditor.go("bank/" + page + ".xhtml");
                seen(auditor, "en-" + page);
            }
            gckr.logIn("gckr");
            assertThat(gckr.page().locator("nav.side a[href*='/bank/']")).hasCount(0);
            assertThat(auditor.complaints()).isEmpty();
        }
    }

    private static void seen(Screen screen, String name) {
        assertThat(screen.barriers()).as(name).isEmpty();
        assertThat(screen.overflow()).as(name).isZero();
        assertThat(screen.page().locator("main").innerText()).as(name).doesNotContain("[bank.", "[field.");
        screen.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "screens", "bank-" + name + ".png")));
    }
}
