package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agglomerations, a partner, the infrastructure and the picture of all of it, as people enter and see them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StructureScreensIT extends FromOutside {

    private static final String FROM = "01.02.2024";
    private static final String RUN = String.valueOf(System.currentTimeMillis() % 1_000_000);
    private static final List<String> CODES = new ArrayList<>();

    private static Chromium chromium;
    private static String organisation;

    @BeforeAll
    static void prepare() throws Exception {
        chromium = Chromium.require();
        setDefaultAssertionTimeout(30_000);
        given("department", "department2", "gckr", "infrastructure", "expert");
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    @Order(1)
    void three_clusters_are_put_into_two_agglomerations_by_decision() {
        try (var screen = chromium.open("ru-RU", 1366, 768)) {
            screen.logIn("department");
            CODES.add(opens(screen, "IT", "Первый " + RUN));
            CODES.add(opens(screen, "MEDTECH", "Второй " + RUN));
            CODES.add(opens(screen, "BIOPHARMA", "Третий " + RUN));
            var east = founds(screen, "Восток " + RUN);
            puts(screen, east, CODES.get(0));
            puts(screen, east, CODES.get(1));
            var west = founds(screen, "Запад " + RUN);
            puts(screen, west, CODES.get(2));
            screen.go("cluster/agglomeration-edit.xhtml?id=" + west);
            field(screen, "assign:cluster").selectOption(label(screen, CODES.get(0)));
            field(screen, "assign:from").fill(FROM);
            decides(screen, "assign");
            field(screen, "assign:do").click();
            assertThat(screen.page().locator(".errors")).containsText("уже входит в агломерацию");
            assertThat(screen.complaints()).isEmpty();
        }
    }

    private static String opens(Screen screen, String sector, String name) {
        screen.go("cluster/edit.xhtml");
        field(screen, "create:sector").selectOption(sector);
        field(screen, "create:name").fill(name);
        field(screen, "create:from").fill(FROM);
        field(screen, "create:inn").fill("7707083893");
        field(screen, "create:do").click();
        assertThat(screen.page().locator("h1")).containsText(name);
        return screen.title().split(" ")[0];
    }

    private static String founds(Screen screen, String name) {
        screen.go("cluster/agglomerations.xhtml");
        screen.follow("Создать агломерацию");
        field(screen, "create:name").fill(name);
        field(screen, "create:from").fill(FROM);
        decides(screen, "create");
        field(screen, "create:do").click();
        assertThat(screen.page().locator("h1")).containsText(name);
        return screen.title().split(" ")[0];
    }

    private static void decides(Screen screen, String form) {
        field(screen, form + ":title").fill("Приказ ДМСП");
        field(screen, form + ":number").fill("17-р");
        field(screen, form + ":date").fill("25.01.2024");
    }

    private static void puts(Screen screen, String agglomeration, String cluster) {
        screen.go("cluster/agglomeration.xhtml?id=" + agglomeration);
        screen.follow("Изменить агломерацию");
        field(screen, "assign:cluster").selectOption(label(screen, cluster));
        field(screen, "assign:from").fill(FROM);
        decides(screen, "assign");
        field(screen, "assign:do").click();
        assertThat(screen.page().locator("#clusters")).containsText(cluster);
    }

    /** The value of the option that begins with the code. */
    private static String label(Screen screen, String code) {
        return field(screen, "assign:cluster")
                .locator("option", new Locator.LocatorOptions().setHasText(code + " "))
                .first()
                .getAttribute("value");
    }

    @Test
    @Order(2)
    void a_partner_university_and_an_agreement_with_it_leave_n_unchanged() throws IOException {
        var code = CODES.get(0);
        Door.api("department", "POST", "clusters/" + code + "/members", """
                {"inn": "7700000016", "name": "ООО «Альфа»", "roles": ["MANUFACTURER"], "from": "2024-02-01"}""");
        var before = e2(code);
        try (var screen = chromium.open("ru-RU", 1366, 768)) {
            screen.logIn("department").go("cluster/card.xhtml?id=" + code + "&tab=partners");
            screen.follow("Принять партнёра");
            screen.fill("ИНН участника", "7700000023");
            screen.fill("Наименование", "Университет «Бета»");
            screen.page()
                    .getByLabel("Вуз", new Page.GetByLabelOptions().setExact(true))
                    .check();
            screen.fill("Участвует с", FROM);
            screen.press("Принять участника");
            screen.go("cluster/card.xhtml?id=" + code + "&tab=partners");
            assertThat(screen.page().locator("#partners")).containsText("Университет «Бета»");
            screen.follow("Внести соглашение");
            field(screen, "conclude:number").fill("НИР-1");
            field(screen, "conclude:date").fill(FROM);
            field(screen, "conclude:subject").fill("Совместные НИР");
            screen.page().locator("input[type=checkbox][value='7700000023']").check();
            field(screen, "conclude:do").click();
            assertThat(screen.page().locator(".errors")).containsText("хотя бы две разные стороны");
            assertThat(screen.page().locator("input[type=checkbox][value='7700000023']"))
                    .isChecked();
            screen.page().locator("input[type=checkbox][value='7707083893']").check();
            field(screen, "conclude:do").click();
            assertThat(screen.page().locator("#agreements")).containsText("№ НИР-1 от 01.02.2024");
            assertThat(screen.page().locator("#agreements")).containsText("Университет «Бета»");
            assertThat(screen.barriers()).isEmpty();
            assertThat(screen.complaints()).isEmpty();
        }
        assertThat(e2(code)).isEqualTo(before);
    }

    /** What the second condition measures: of how many. */
    private static JsonNode e2(String code) throws IOException {
        var verdict = Door.api("department", "GET", "clusters/" + code + "/verdict", null)
                .json();
        for (var finding : verdict.path("findings")) {
            if (finding.path("rule").asText().equals("E2")) {
                return finding.path("measured");
            }
        }
        throw new AssertionError(verdict);
    }

    @Test
    @Order(3)
    void an_organisation_of_the_infrastructure_is_accredited_by_a_second_person() throws IOException {
        try (var screen = chromium.open("ru-RU", 1366, 768)) {
            screen.logIn("department").go("infrastructure/list.xhtml");
            screen.follow("Внести организацию");
            field(screen, "register:inn").fill("7700000030");
            field(screen, "register:kind").selectOption("TECHNOPARK");
            field(screen, "register:name").fill("Технопарк " + RUN);
            field(screen, "register:address").fill("г. Москва, ул. Опытная, 1");
            field(screen, "register:from").fill(FROM);
            field(screen, "register:do").click();
            assertThat(screen.page().locator(".verdict")).containsText("Не аккредитована");
            organisation = screen.page().url().replaceAll(".*id=([A-Z]+-\\d+).*", "$1");
            screen.follow("Изменить");
            field(screen, "offer:service").selectOption("PREMISES");
            field(screen, "offer:capacity").fill("1 200,5");
            field(screen, "offer:from").fill(FROM);
            field(screen, "offer:do").click();
            assertThat(screen.page().locator("#offers")).containsText("Помещения");
            screen.follow("Предложить аккредитацию");
            field(screen, "propose:from").fill(FROM);
            field(screen, "propose:through").fill("31.12.2035");
            var titles = screen.page().locator("[id$=':title']").all();
            var dates = screen.page().locator("[id$=':date']").all();
            for (int i = 0; i < titles.size(); i++) {
                titles.get(i).fill("Справка");
                dates.get(i).fill(FROM);
            }
            field(screen, "propose:do").click();
            assertThat(screen.page().locator(".verdict")).containsText("ждёт решения");
            assertThat(screen.page().locator("[id='giving:give']")).hasCount(0);
            assertThat(screen.barriers()).isEmpty();
            assertThat(screen.complaints()).isEmpty();
        }
        try (var screen = chromium.open("ru-RU", 1366, 768)) {
            assertThat(tasks("department2")).contains("\"code\":\"" + organisation + "\"");
            screen.logIn("department2").go("infrastructure/card.xhtml?id=" + organisation);
            field(screen, "giving:give").click();
            assertThat(screen.page().locator(".verdict")).containsText("Аккредитована по 31.12.2035");
            screen.go("infrastructure/coverage.xhtml");
            field(screen, "need:sector").selectOption("IT");
            field(screen, "need:service").selectOption("PREMISES");
            field(screen, "need:amount").fill("1 000 000");
            field(screen, "need:basis").fill("Опрос участников");
            field(screen, "need:do").click();
            assertThat(screen.page().locator("#coverage")).containsText("Не хватает");
            assertThat(screen.barriers()).isEmpty();
            assertThat(screen.complaints()).isEmpty();
        }
    }

    private static String tasks(String login) throws IOException {
        return Door.api(login, "GET", "tasks?limit=500", null).body();
    }

    @ParameterizedTest(name = "{0}, {1}, {2} px")
    @Order(4)
    @CsvSource({
        "department, ru-RU, 1366, 768",
        "department, en-US, 1366, 768",
        "department, ru-RU, 1920, 1080",
        "department, en-US, 1920, 1080",
        "expert, ru-RU, 1366, 768"
    })
    void the_structure_shows_them_as_a_picture_and_as_tables(String login, String locale, int width, int height)
            throws IOException {
        try (var screen = chromium.open(locale, width, height)) {
            screen.logIn(login).go("structure.xhtml");
            if (locale.startsWith("en")) {
                assertThat(screen.page().locator("h1")).hasText("Structure of the programme");
            }
            var picture = screen.page().locator("svg.structure[role=group]");
            for (var code : CODES) {
                assertThat(picture.locator("a", new Locator.LocatorOptions().setHasText(code + " "))
                                .first())
                        .isAttached();
                assertThat(screen.page().locator("a[href*='id=" + code + "']").first())
                        .isAttached();
            }
            assertThat(picture.locator(".rail")).not().hasCount(0);
            assertThat(screen.barriers()).isEmpty();
            assertThat(screen.overflow()).isZero();
            Files.createDirectories(Path.of("target", "screens"));
            screen.page()
                    .screenshot(new Page.ScreenshotOptions()
                            .setPath(Path.of(
                                    "target", "screens", "structure-" + login + "-" + locale + "-" + width + ".png"))
                            .setFullPage(true));
            screen.page()
                    .pdf(new Page.PdfOptions()
                            .setPath(Path.of("target", "screens", "structure-" + locale + ".pdf"))
                            .setPreferCSSPageSize(true));
            assertThat(pages(Path.of("target", "screens", "structure-" + locale + ".pdf")))
                    .as("sheets of paper")
                    .isEqualTo(1);
            screen.page().locator(".tabs a").nth(1).click();
            assertThat(screen.page().locator("#clusters")).containsText(CODES.get(0));
            assertThat(screen.barriers()).isEmpty();
            assertThat(screen.complaints()).isEmpty();
        }
    }

    private static long pages(Path pdf) throws IOException {
        var written = Files.readString(pdf, ISO_8859_1);
        return Pattern.compile("/Type\\s*/Page\\b").matcher(written).results().count();
    }

    @Test
    @Order(5)
    void the_structure_of_a_day_before_them_shows_none_of_them_and_rest_says_the_same() throws IOException {
        var before =
                Door.api("department", "GET", "structure?asOf=2024-01-31", null).json();
        var on =
                Door.api("department", "GET", "structure?asOf=2024-02-01", null).json();

        assertThat(before.toString()).doesNotContain("Первый " + RUN, "Восток " + RUN);
        assertThat(on.toString()).contains("Первый " + RUN, "Восток " + RUN);
        assertThat(Door.api("expert", "GET", "structure", null)
                        .json()
                        .path("outcomesShown")
                        .asBoolean())
                .isFalse();
    }

    private static Locator field(Screen screen, String id) {
        return screen.page().locator("[id='" + id + "']");
    }
}
