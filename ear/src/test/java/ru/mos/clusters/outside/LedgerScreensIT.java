package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.inserver.LedgerFixture;
import ru.mos.clusters.inserver.OpeningBook;

/** The ledger in the browser: notices by two persons, the way of the money, every figure down to its document. */
class LedgerScreensIT extends FromOutside {

    private static final String KBK = "80704121234567890811";

    private Chromium chromium;

    @BeforeEach
    void people() throws Exception {
        chromium = Chromium.require();
        setDefaultAssertionTimeout(30_000);
        given("accountant", "chief", "auditor", "gckr");
        gone();
    }

    @AfterEach
    void gone() throws Exception {
        CallsRestIT.run(LedgerFixture.NOTHING_LEFT);
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void money_comes_by_notices_of_two_persons_and_every_figure_leads_to_its_document() throws Exception {
        try (var accountant = chromium.open("ru-RU", 1366, 768);
                var chief = chromium.open("ru-RU", 1920, 1080)) {
            accountant.logIn("accountant").go("ledger/list.xhtml");
            assertThat(accountant.text("Записей нет")).isVisible();
            seen(accountant, "empty");
            var appropriation = entered(accountant, "APPROPRIATION", "5 000 000");
            chief.logIn("chief").page().navigate(appropriation);
            seen(chief, "notice");
            chief.press("Провести");
            assertThat(chief.text("Уведомление проведено")).isVisible();
            var limits = entered(accountant, "LIMIT", "5 000 000,01");
            chief.page().navigate(limits);
            chief.press("Провести");
            assertThat(chief.page().locator(".errors, [role=alert]").first())
                    .containsText("Не хватает бюджетных ассигнований");
            accountant.page().navigate(limits);
            accountant.press("Отложить");
            accountant.page().locator("dialog[open] textarea").fill("Не та сумма");
            accountant.page().locator("dialog[open] input[type=submit]").click();
            assertThat(accountant.text("Уведомление отложено")).isVisible();
            chief.page().navigate(entered(accountant, "LIMIT", "4 000 000"));
            chief.press("Провести");
            assertThat(chief.text("Уведомление проведено")).isVisible();

            accountant.go("ledger/list.xhtml");
            assertThat(accountant.page().locator("#way")).containsText("Свободные лимиты");
            assertThat(accountant.page().locator("#way")).containsText("4\u202f000\u202f000,00");
            seen(accountant, "trial-balance");
            accountant.follow("Свободные лимиты бюджетных обязательств");
            seen(accountant, "account");
            accountant.page().locator("main tbody a").first().click();
            assertThat(accountant.page().locator("#legs")).containsText("LIMIT-2026-" + KBK);
            assertThat(accountant.page().locator("#standing")).containsText("Дт 501.15 Кт 501.13");
            seen(accountant, "entry");
            accountant.follow("Уведомление финоргана");
            assertThat(accountant.page().locator("h1")).containsText("Уведомление №");
            seen(accountant, "notice-posted");
            accountant.go("ledger/entries.xhtml");
            seen(accountant, "journal");
            accountant.go("ledger/notices.xhtml");
            seen(accountant, "notices");
            accountant.go("ledger/months.xhtml?check=true");
            assertThat(accountant.text("Книга цела")).isVisible();
            seen(accountant, "months");
            accountant.page().getByLabel("Закрыть по день").fill("31.01.2026");
            accountant.press("Закрыть месяц");
            assertThat(accountant.text("Месяцы по 31.01.2026 закрыты")).isVisible();
            assertThat(accountant.complaints()).isEmpty();
            assertThat(chief.complaints()).isEmpty();
        }
    }

    private static String entered(Screen accountant, String kind, String amount) {
        accountant.go("ledger/notice-entry.xhtml");
        accountant.page().getByLabel("О чём уведомление").selectOption(kind);
        accountant.fill("Название документа", "Уведомление о показателях");
        accountant.fill("Дата документа", "02.03.2026");
        accountant.fill("Действует с", "02.03.2026");
        accountant.fill("Год", "2026");
        accountant.fill("КБК", "807 04 12 123456789 811");
        accountant.fill("Сумма, ₽", amount);
        accountant.press("Внести и передать второму лицу");
        assertThat(accountant.page().locator(".errors, [role=alert]").first()).containsText("КБК");
        accountant.fill("КБК", "807 04 12 1234567890 811");
        accountant.press("Внести и передать второму лицу");
        assertThat(accountant.text("Уведомление внесено и ждёт второго лица")).isVisible();
        assertThat(accountant.text("Вы внесли это уведомление")).isVisible();
        return accountant.page().url();
    }

    @Test
    void who_reads_the_books_gets_the_journal_as_a_file_and_nobody_else_does() throws Exception {
        CallsRestIT.run(LedgerFixture.limits(2026, KBK, "100.00"));
        try (var auditor = chromium.open("en-GB", 1366, 768);
                var gckr = chromium.open("ru-RU", 1366, 768)) {
            auditor.logIn("auditor").go("ledger/entries.xhtml");
            assertThat(auditor.page().locator("main input[type=submit]")).hasCount(0);
            seen(auditor, "en-journal");
            for (var link : auditor.page().locator(".head .do a").all()) {
                var file = auditor.page().request().get(URL.replaceAll("/$", "") + link.getAttribute("href"));
                assertThat(file.status()).as(link.innerText()).isEqualTo(200);
                assertThat(file.text()).contains(KBK);
            }
            for (var page : List.of("list", "notices", "execution", "grants", "year-ends", "openings", "months")) {
                auditor.go("ledger/" + page + ".xhtml");
                seen(auditor, "en-" + page);
            }
            gckr.logIn("gckr");
            assertThat(gckr.page().locator("nav.side a[href*='/ledger/']")).hasCount(0);
            assertThat(gckr.page()
                            .request()
                            .get(URL + "files/ledger/journal.hledger")
                            .status())
                    .isEqualTo(403);
            assertThat(auditor.complaints()).isEmpty();
        }
        var stranger = Door.send("GET", "/files/ledger/journal.hledger", new String[0], null);
        assertThat(stranger.status()).isEqualTo(302);
        assertThat(stranger.header("Location")).contains("login.xhtml");
    }

    @Test
    void every_fault_of_a_notice_is_shown_at_its_own_field() throws Exception {
        try (var accountant = chromium.open("ru-RU", 1366, 768)) {
            accountant.logIn("accountant").go("ledger/notice-entry.xhtml");
            accountant.page().getByLabel("О чём уведомление").selectOption("LIMIT");
            accountant.fill("Название документа", "Уведомление о показателях");
            accountant.fill("Дата документа", "02.03.2026");
            accountant.fill("Действует с", "02.03.2026");
            accountant.fill("КБК", "807 04 12 1234567890 811");
            accountant.fill("Сумма, ₽", "0");
            accountant.fill("Год", "2026");
            accountant.press("Ещё строка");
            var second = accountant.page().locator("fieldset").nth(1);
            second.getByLabel("КБК").fill("807");
            second.getByLabel("Сумма, ₽").fill("1");
            accountant.press("Внести и передать второму лицу");

            assertThat(accountant.page().locator(".errors li")).hasCount(3);
            assertThat(accountant.page().locator(".errors")).containsText("ошибок: 2");
            var first = accountant.page().locator("fieldset").nth(0);
            assertThat(first.locator("[aria-invalid=true]")).hasCount(1);
            assertThat(first.locator(".msg")).containsText("Сумма должна быть");
            assertThat(second.locator("[aria-invalid=true]")).hasCount(1);
            assertThat(second.locator(".msg")).containsText("КБК 807 не подходит");
            assertThat(second.getByLabel("КБК")).hasValue("807");
            seen(accountant, "notice-faults");
            first.getByLabel("Сумма, ₽").fill("5");
            second.getByLabel("КБК").fill("807 04 12 0000000000 812");
            accountant.press("Внести и передать второму лицу");
            assertThat(accountant.text("Уведомление внесено и ждёт второго лица"))
                    .isVisible();
            assertThat(accountant.complaints()).isEmpty();
        }
    }

    @Test
    void the_execution_of_a_year_leads_from_each_figure_to_its_lines_and_into_a_spreadsheet() throws Exception {
        CallsRestIT.run(LedgerFixture.limits(2026, KBK, "300.00"));
        CallsRestIT.run(LedgerFixture.reserved("x", 2026, KBK, "100.00"));
        try (var auditor = chromium.open("ru-RU", 1366, 768)) {
            auditor.logIn("auditor").go("ledger/execution.xhtml?year=2026");
            var rows = auditor.page().locator("main tbody tr");
            assertThat(rows).hasCount(2);
            assertThat(rows.nth(0)).containsText("807 04 12 1234567890 811");
            assertThat(rows.nth(0)).containsText("0,0\u00a0%");
            assertThat(rows.nth(1)).containsText("A-1");
            seen(auditor, "execution");
            var sheet = auditor.page().request().get(URL + "ledger/execution.xhtml?year=2026&export=xlsx");
            assertThat(sheet.status()).isEqualTo(200);
            assertThat(new String(sheet.body(), 0, 2, StandardCharsets.US_ASCII))
                    .isEqualTo("PK");
            rows.nth(1).getByRole(AriaRole.LINK).first().click();
            assertThat(auditor.page().locator("main")).containsText("RESERVED-2026-" + KBK + "-A-1");
            auditor.go("ledger/execution.xhtml?year=2026");
            rows.nth(0)
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("100,00\u00a0₽"))
                    .click();
            assertThat(auditor.page().locator("main")).containsText("A-1");
            assertThat(auditor.page().locator("#way")).containsText("Зарезервировано решениями");
            auditor.go("ledger/execution.xhtml?year=2024");
            assertThat(auditor.text("Ничего не найдено")).isVisible();
            assertThat(auditor.complaints()).isEmpty();
        }
    }

    @Test
    void the_execution_by_what_money_was_given_for_leads_from_each_figure_to_its_entries_and_their_document()
            throws Exception {
        CallsRestIT.run(LedgerFixture.limits(2026, KBK, "300.00"));
        CallsRestIT.run(LedgerFixture.reserved("x", 2026, KBK, "100.01").replace("'A-1'", "'X-1'"));
        try (var auditor = chromium.open("ru-RU", 1366, 768);
                var gckr = chromium.open("ru-RU", 1366, 768)) {
            auditor.logIn("auditor").go("ledger/execution.xhtml?year=2026");
            auditor.follow("По мерам и отборам");
            var rows = auditor.page().locator("main tbody tr");
            assertThat(rows).hasCount(2);
            assertThat(rows.nth(0)).containsText("Всего");
            assertThat(rows.nth(0)).containsText("100,01");
            assertThat(rows.nth(1)).containsText("Не из отборов этой системы");
            seen(auditor, "grants");
            auditor.page().getByLabel("Показать").selectOption("AGREEMENT");
            auditor.page()
                    .locator(".filters button, .filters input[type=submit]")
                    .first()
                    .click();
            assertThat(rows.nth(1)).containsText("X-1");
            assertThat(rows.nth(1)).containsText("Без соглашения в системе");
            var sheet = auditor.page().request().get(URL + "ledger/grants.xhtml?by=AGREEMENT&export=xlsx");
            assertThat(sheet.status()).isEqualTo(200);
            assertThat(new String(sheet.body(), 0, 2, StandardCharsets.US_ASCII))
                    .isEqualTo("PK");
            rows.nth(1)
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("100,01\u00a0₽"))
                    .click();
            assertThat(auditor.page().locator("h1")).containsText("Зарезервировано: X-1");
            assertThat(auditor.page().locator("#standing")).containsText("100,01");
            assertThat(rows).hasCount(1);
            seen(auditor, "grant-entries");
            rows.nth(0).getByRole(AriaRole.LINK).first().click();
            assertThat(auditor.page().locator("#legs")).containsText("RESERVED-2026-" + KBK + "-X-1");
            auditor.go("ledger/grants.xhtml?year=2026&by=PARTICIPANT");
            assertThat(auditor.text("Ничего не найдено")).isVisible();
            assertThat(auditor.complaints()).isEmpty();
            gckr.logIn("gckr");
            for (var page : List.of("grants", "grant-entries")) {
                assertThat(gckr.page()
                                .request()
                                .get(URL + "ledger/" + page + ".xhtml?figure=PAID")
                                .status())
                        .as(page)
                        .isEqualTo(403);
            }
            assertThat(auditor.page()
                            .request()
                            .get(URL + "ledger/grant-entries.xhtml?by=CALL&figure=PAID&line=x")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void an_accountant_prepares_the_end_of_a_year_and_a_chief_carries_it_out() throws Exception {
        CallsRestIT.run(LedgerFixture.limits(2025, KBK, "300.00"));
        CallsRestIT.run(LedgerFixture.reserved("x", 2025, KBK, "100.00"));
        try (var accountant = chromium.open("ru-RU", 1366, 768);
                var chief = chromium.open("ru-RU", 1920, 1080)) {
            accountant.logIn("accountant").go("ledger/year-ends.xhtml?year=2025");
            assertThat(accountant.page().locator("main tbody tr")).hasCount(2);
            seen(accountant, "year-ends");
            accountant.follow("Подготовить окончание 2025 года");
            seen(accountant, "year-end-entry");
            accountant.fill("Перерегистрировать, ₽", "100,01");
            accountant.fill("КБК 2026 года", "807");
            accountant.press("Подготовить и передать руководителю");
            assertThat(accountant.page().locator("fieldset [aria-invalid=true]"))
                    .hasCount(2);
            assertThat(accountant.page().locator(".errors")).containsText("ошибок: 2");
            seen(accountant, "year-end-faults");
            accountant.fill("Перерегистрировать, ₽", "100");
            accountant.fill("КБК 2026 года", "807 04 12 1234567890 811");
            accountant.press("Подготовить и передать руководителю");
            assertThat(accountant.text("Окончание года подготовлено и ждёт руководителя"))
                    .isVisible();
            assertThat(accountant.text("Вы подготовили окончание года")).isVisible();
            seen(accountant, "year-end-own");
            chief.logIn("chief").page().navigate(accountant.page().url());
            seen(chief, "year-end");
            chief.press("Провести окончание года");
            assertThat(chief.page().locator(".errors, [role=alert]").first())
                    .containsText("Не хватает свободных лимитов");
            CallsRestIT.run(LedgerFixture.limits(2026, KBK, "100.00"));
            chief.press("Провести окончание года");
            assertThat(chief.text("Окончание года проведено")).isVisible();
            assertThat(chief.page().locator("#standing")).containsText("300,00");
            seen(chief, "year-end-done");
            chief.go("ledger/year-ends.xhtml?year=2025");
            assertThat(chief.page().locator("#made")).containsText("Проведено");
            seen(chief, "year-ends-done");
            assertThat(accountant.complaints()).isEmpty();
            assertThat(chief.complaints()).isEmpty();
        }
    }

    @Test
    void an_accountant_uploads_opening_balances_and_a_chief_posts_them() throws Exception {
        try (var accountant = chromium.open("ru-RU", 1366, 768);
                var chief = chromium.open("ru-RU", 1920, 1080)) {
            accountant.logIn("accountant").go("ledger/openings.xhtml");
            assertThat(accountant.text("Входящих остатков нет")).isVisible();
            seen(accountant, "openings-empty");
            accountant.follow("Загрузить остатки");
            seen(accountant, "opening-entry");
            var template = accountant.page().request().get(URL + "ledger/opening-entry.xhtml?template=xlsx");
            assertThat(new String(template.body(), 0, 2, StandardCharsets.US_ASCII))
                    .isEqualTo("PK");
            upload(
                    accountant,
                    new OpeningBook()
                            .agreement("1", "01.09.2025", "7707083894", "2026", KBK, null, "1,001", null, null, null)
                            .bytes());
            assertThat(accountant.text("Ничего не принято: 2 ошибки в файле")).isVisible();
            assertThat(accountant.page().locator("main tbody tr")).hasCount(2);
            assertThat(accountant.page().locator("main tbody tr").first()).containsText("C2");
            assertThat(accountant.page().getByLabel("День остатков")).hasValue("02.03.2026");
            seen(accountant, "opening-refused");
            upload(accountant, OpeningBook.ofTen().bytes());
            assertThat(accountant.text("Входящие остатки подготовлены и ждут руководителя"))
                    .isVisible();
            assertThat(accountant.text("Вы подготовили эти остатки")).isVisible();
            assertThat(accountant.page().locator("main tbody tr")).hasCount(11);
            seen(accountant, "opening-own");
            chief.logIn("chief").page().navigate(accountant.page().url());
            seen(chief, "opening");
            chief.press("Провести остатки");
            assertThat(chief.text("Входящие остатки проведены")).isVisible();
            assertThat(chief.page().locator("#sums")).containsText("52\u202f000,00");
            seen(chief, "opening-posted");
            chief.page().locator("main tbody a").first().click();
            assertThat(chief.page().locator("#way")).containsText("Зарезервировано решениями");
            assertThat(chief.page().locator("#way")).containsText("10,00");
            chief.go("ledger/list.xhtml");
            assertThat(chief.page().locator("#way")).containsText("52\u202f000,00");
            chief.go("ledger/openings.xhtml");
            assertThat(chief.page().locator("main tbody")).containsText("Проведено");
            seen(chief, "openings");
            assertThat(accountant.complaints()).isEmpty();
            assertThat(chief.complaints()).isEmpty();
        }
    }

    private static void upload(Screen accountant, byte[] workbook) {
        accountant.fill("День остатков", "02.03.2026");
        accountant
                .page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "остатки.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook));
        accountant.press("Подготовить и передать руководителю");
    }

    private static void seen(Screen screen, String name) {
        assertThat(screen.barriers()).as(name).isEmpty();
        assertThat(screen.overflow()).as(name).isZero();
        assertThat(screen.page().locator("main").innerText()).as(name).doesNotContain("[ledger.", "[field.");
        var size = screen.page().viewportSize();
        for (var width : List.of(size.width, 1920)) {
            screen.page().setViewportSize(width, width == 1920 ? 1080 : 768);
            assertThat(screen.overflow()).as(name).isZero();
            screen.page()
                    .screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target", "screens", "ledger-" + name + "-" + width + ".png")));
        }
        screen.page().setViewportSize(size.width, size.height);
    }
}
