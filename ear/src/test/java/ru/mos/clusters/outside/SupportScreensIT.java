package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.mos.clusters.TestSession;

/** Recipients of support as people enter and check them. */
class SupportScreensIT extends FromOutside {

    private static final DateTimeFormatter RU = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Moscow"));

    private static Chromium chromium;

    @BeforeAll
    static void prepare() throws Exception {
        chromium = Chromium.require();
        setDefaultAssertionTimeout(30_000);
        given("department", "gckr", "auditor");
        try (var connection = TestSession.superuser();
                var statement = connection.createStatement()) {
            statement.execute("truncate support.record, support.violation, support.import, support.import_problem,"
                    + " support.shown, support.shown_violation cascade");
        }
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void a_support_is_entered_and_the_check_refuses_the_same_and_a_violation_bans() {
        try (var screen = chromium.open("ru-RU", 1366, 768)) {
            screen.logIn("gckr").go("support/list.xhtml");
            screen.follow("Внести поддержку");
            assertThat(screen.barriers()).isEmpty();
            id(screen, "entry:inn").fill("7700000016");
            id(screen, "entry:name").fill("ООО «Вымысел»");
            id(screen, "entry:providerInn").fill("7700000030");
            id(screen, "entry:kind").selectOption("FINANCIAL/GRANT");
            id(screen, "entry:purpose").fill("Оснащение лаборатории");
            id(screen, "entry:decidedOn").fill(RU.format(TODAY.minusDays(30)));
            id(screen, "entry:endsOn").fill(RU.format(TODAY.plusDays(30)));
            id(screen, "entry:size").fill("1 250 000,50");
            id(screen, "entry:unit").selectOption("ROUBLE");
            id(screen, "entry:documentTitle").fill("Решение о предоставлении субсидии");
            id(screen, "entry:documentDate").fill(RU.format(TODAY.minusDays(30)));
            id(screen, "entry:do").click();
            assertThat(screen.page().locator(".result")).containsText("Поддержка внесена");
            assertThat(screen.page().locator("main")).containsText("оказывается");
            assertThat(screen.barriers()).isEmpty();

            screen.follow("Проверить");
            screen.page().locator("#kind").selectOption("FINANCIAL/GRANT");
            screen.page().locator("#purpose").fill("оснащение лаборатории");
            screen.press("Проверить");
            assertThat(screen.page().locator(".verdict")).containsText("В поддержке отказывают");
            assertThat(screen.page().locator("#findings")).containsText("ст. 14, ч. 5, п. 3");
            assertThat(screen.page().locator("#findings")).containsText("наша запись");
            assertThat(screen.barriers()).isEmpty();

            screen.page().locator("#purpose").fill("Обучение");
            screen.press("Проверить");
            assertThat(screen.page().locator(".verdict")).containsText("Неизвестно");
            assertThat(screen.page().locator("#findings")).containsText("Загрузите набор");

            screen.go("support/list.xhtml?tab=violations");
            screen.follow("Внести нарушение");
            id(screen, "entry:inn").fill("7700000023");
            id(screen, "entry:kind").selectOption("MISUSE");
            id(screen, "entry:recognisedOn").fill(RU.format(TODAY.minusDays(1)));
            id(screen, "entry:description").fill("Средства израсходованы на иное");
            id(screen, "entry:documentTitle").fill("Акт проверки");
            id(screen, "entry:documentDate").fill(RU.format(TODAY.minusDays(1)));
            id(screen, "entry:do").click();
            assertThat(screen.page().locator(".result")).containsText("Нарушение внесено");

            screen.go("support/check.xhtml?inn=7700000023&kind=FINANCIAL/GRANT");
            assertThat(screen.page().locator(".verdict")).containsText("В поддержке отказывают");
            assertThat(screen.page().locator("#findings")).containsText("ст. 14, ч. 5, п. 4");
            assertThat(screen.complaints()).isEmpty();
        }
    }

    @Test
    void a_set_is_uploaded_by_its_form_and_the_lists_are_taken_away_as_workbooks(@TempDir Path folder)
            throws Exception {
        var file = Files.writeString(folder.resolve("recipients.xml"), """
                <Файл ВерсФорм="4.04" ТипИнф="РЕЕСТРМСП-ПП" КолДок="1"><Документ ИдДок="1" ДатаСост="%s"><СвЮЛ \
                ИННЮЛ="7700000055" НаимОрг="ООО «ВЫМЫСЕЛ»"/><СвПредПод НомерПод="77-9" ИННЮЛ="7700000030" ВидПП="1" \
                ДатаПрин="10.01.2024" СрокПод="31.12.2099"><ФормПод КодФорм="0900" НаимФорм="Небывалая"/><ВидПод \
                КодВид="0901"/></СвПредПод></Документ></Файл>""".formatted(RU.format(TODAY.minusDays(1))));
        try (var screen = chromium.open("ru-RU", 1366, 768)) {
            screen.logIn("department").go("support/list.xhtml?tab=imports");
            screen.follow("Загрузить набор ФНС");
            screen.page().locator("input[type=file]").setInputFiles(file);
            screen.page()
                    .getByLabel("Часть реестра: об остальных он ничего не говорит")
                    .check();
            screen.press("Загрузить");
            assertThat(screen.text("Загружен и действует"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
            assertThat(screen.page().locator("#remarks")).containsText("0900 Небывалая");
            assertThat(screen.barriers()).isEmpty();
            for (var list :
                    List.of("support/list.xhtml?export=xlsx", "support/list.xhtml?tab=violations&export=xlsx")) {
                var workbook = screen.page().request().get(URL + list);
                assertThat(workbook.status()).as(list).isEqualTo(200);
                assertThat(new String(workbook.body(), 0, 2, StandardCharsets.US_ASCII))
                        .isEqualTo("PK");
            }
            assertThat(screen.complaints()).isEmpty();
        }
    }

    @Test
    void the_pages_are_whole_in_both_languages() {
        var faults = new TreeMap<String, String>();
        for (var language : List.of("ru-RU", "en-US")) {
            try (var screen = chromium.open(language, 1366, 768)) {
                screen.logIn("department");
                for (var page : List.of(
                        "support/list.xhtml",
                        "support/list.xhtml?tab=violations",
                        "support/list.xhtml?tab=imports",
                        "support/list.xhtml?tab=terms",
                        "support/record-entry.xhtml",
                        "support/violation-entry.xhtml",
                        "support/import-upload.xhtml",
                        "support/check.xhtml",
                        "support/check.xhtml?inn=7700000016&kind=FINANCIAL/GRANT")) {
                    look(screen, page, language, faults);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static void look(Screen screen, String path, String language, TreeMap<String, String> faults) {
        screen.go(path);
        var where = path + " " + language;
        screen.page()
                .screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                        .setPath(Path.of(
                                "target", "screens", "support-" + path.replaceAll("\\W+", "-") + language + ".png"))
                        .setFullPage(true));
        var complaints = screen.complaints();
        if (!complaints.isEmpty()) {
            faults.put(where + " complaint", complaints.toString());
        }
        if (screen.overflow() > 0) {
            faults.put(where + " wider than the window", screen.overflow() + " px");
        }
        var text = screen.page().locator("body").innerText();
        if (text.matches("(?s).*(\\[[a-zA-Z]+\\.[a-zA-Z.]+]|\\b[A-Z]{3,}_[A-Z_]+\\b).*")) {
            faults.put(
                    where + " untranslated",
                    text.replaceAll("(?s).*?(\\[[a-zA-Z]+\\.[a-zA-Z.]+]|\\b[A-Z]{3,}_[A-Z_]+\\b).*", "$1"));
        }
        var barriers = screen.barriers();
        if (!barriers.isEmpty()) {
            faults.put(where + " barrier", barriers);
        }
    }

    private static Locator id(Screen screen, String id) {
        return screen.page().locator("[id='" + id + "']");
    }
}
