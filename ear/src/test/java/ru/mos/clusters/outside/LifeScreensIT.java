package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The life of clusters as people enter it: joining, merging, consultations, deputies. */
class LifeScreensIT extends FromOutside {

    private static final DateTimeFormatter RU = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Moscow"));
    private static final String RUN = Long.toString(System.currentTimeMillis() % 1_000_000);

    private static Chromium chromium;

    @BeforeAll
    static void prepare() throws Exception {
        chromium = Chromium.require();
        setDefaultAssertionTimeout(30_000);
        given("department", "department2", "gckr", "admin", "expert", "auditor", "applicant");
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void a_join_refused_without_a_listed_ground_warns_in_the_fifth_condition() throws Exception {
        var code = cluster("Открытость " + RUN);
        try (var screen = chromium.open("ru-RU", 1366, 768)) {
            screen.logIn("gckr").go("cluster/joining.xhtml");
            screen.follow("Подать заявление");
            id(screen, "join:cluster").selectOption(new SelectOption().setLabel(code + " «Открытость " + RUN + "»"));
            id(screen, "join:inn").fill("7700000016");
            screen.page().locator("[id='join:roles'] input").first().check();
            id(screen, "join:documentTitle").fill("Заявление о вступлении");
            id(screen, "join:do").click();
            assertThat(screen.page().locator(".result")).containsText("Заявление о вступлении в " + code + " подано");
            assertThat(screen.page().locator("#effect tbody tr")).hasCount(5);

            id(screen, "refuse:ground").selectOption("-");
            id(screen, "refuse:reason").fill("Мест нет");
            id(screen, "refuse:documentTitle").fill("Протокол собрания");
            id(screen, "refuse:documentDate").fill(RU.format(TODAY));
            id(screen, "refuse:do").click();
            assertThat(screen.page().locator(".verdict")).containsText("Во вступлении отказано");
            assertThat(screen.page().locator(".verdict")).containsText("предусмотренного основания нет");

            screen.go("cluster/card.xhtml?id=" + code + "&rule=E5");
            assertThat(screen.page().locator("main"))
                    .containsText("отказы во вступлении без предусмотренного основания");
            screen.go("cluster/fairness.xhtml?by=CLUSTER&sector=INSTRUMENTS");
            assertThat(screen.page().locator("#fairness")).containsText(code);
            assertThat(screen.complaints()).isEmpty();
        }
    }

    @Test
    void clusters_are_merged_by_two_people_and_the_card_tells_what_became_of_them() throws Exception {
        var ends = cluster("Уходящий " + RUN);
        var stays = cluster("Остающийся " + RUN);
        member(ends, "7700000023");
        try (var screen = chromium.open("ru-RU", 1366, 768);
                var second = chromium.open("ru-RU", 1366, 768)) {
            screen.logIn("gckr").go("cluster/merge.xhtml");
            screen.page().locator("#sector").selectOption("INSTRUMENTS");
            screen.page().locator("#into").selectOption("EXISTING");
            screen.press("Выбрать кластеры");
            screen.page().getByLabel(ends + " «Уходящий " + RUN + "»").first().check();
            id(screen, "merge:successor")
                    .selectOption(new SelectOption().setLabel(stays + " «Остающийся " + RUN + "»"));
            id(screen, "merge:day").fill(RU.format(TODAY));
            id(screen, "merge:documentTitle").fill("Решение собраний");
            id(screen, "merge:documentDate").fill(RU.format(TODAY));
            id(screen, "merge:do").click();
            assertThat(screen.page().locator(".verdict")).containsText("Ждёт подтверждения");
            assertThat(screen.text("Подтвердить должен другой сотрудник")).isVisible();

            second.logIn("department2").go(screen.page().url().replace(URL, ""));
            assertThat(second.page().locator("#effect tbody tr")).hasCount(5);
            picture(second, "merger-1366");
            second.press("Подтвердить укрупнение");
            assertThat(second.page().locator(".verdict")).containsText("Укрупнение состоялось");

            second.go("cluster/card.xhtml?id=" + ends + "&tab=members");
            assertThat(second.page().locator("main")).containsText("вошёл в кластер " + stays);
            second.go("cluster/card.xhtml?id=" + stays + "&tab=members");
            assertThat(second.page().locator("#members")).containsText("7700000023");
            assertThat(second.complaints()).isEmpty();
            assertThat(screen.complaints()).isEmpty();
        }
    }

    @Test
    void an_order_to_deputise_and_a_consultation_are_entered() throws Exception {
        try (var admin = chromium.open("ru-RU", 1366, 768);
                var gckr = chromium.open("ru-RU", 1366, 768)) {
            admin.logIn("admin").go("users/deputies.xhtml");
            id(admin, "appoint:deputy").selectOption("expert");
            id(admin, "appoint:deputised").selectOption("auditor");
            id(admin, "appoint:from").fill(RU.format(TODAY));
            id(admin, "appoint:to").fill(RU.format(TODAY));
            id(admin, "appoint:documentTitle").fill("Приказ о замещении");
            id(admin, "appoint:documentDate").fill(RU.format(TODAY));
            id(admin, "appoint:do").click();
            assertThat(admin.page().locator("#deputies")).containsText("действует");
            assertThat(Door.api("expert", "GET", "audit?limit=1", null).status())
                    .isEqualTo(200);

            gckr.logIn("gckr").go("consultations/list.xhtml");
            gckr.follow("Внести консультацию");
            id(gckr, "entry:inn").fill("7700000016");
            id(gckr, "entry:form").selectOption("VISIT");
            id(gckr, "entry:topic").fill("Учёт затрат " + RUN);
            id(gckr, "entry:do").click();
            assertThat(gckr.page().locator("#consultations")).containsText("Учёт затрат " + RUN);
            assertThat(admin.complaints()).isEmpty();
            assertThat(gckr.complaints()).isEmpty();
        }
        for (var order :
                Door.api("admin", "GET", "deputies?inForce=true", null).json().get("items")) {
            Door.api(
                    "admin",
                    "POST",
                    "deputies/" + order.get("id").asText() + "/end",
                    "{\"from\": \"" + TODAY + "\", \"reason\": \"Проверено\"}");
        }
    }

    @Test
    void the_pages_are_whole_in_both_languages_at_both_sizes() throws Exception {
        var code = cluster("Страницы " + RUN);
        var application = Door.api("gckr", "POST", "clusters/" + code + "/applications", """
                        {"inn": "7700000016", "name": "ООО «Соискатель»", "roles": ["OTHER"],
                         "document": {"title": "Заявление", "date": "%s"}}""".formatted(TODAY))
                .json()
                .get("id")
                .asText();
        var faults = new TreeMap<String, String>();
        for (var size : List.of(new int[] {1366, 768}, new int[] {1920, 1080})) {
            for (var language : List.of("ru-RU", "en-US")) {
                try (var screen = chromium.open(language, size[0], size[1])) {
                    screen.logIn("department");
                    look(screen, "cluster/joining.xhtml", "joining", size[0], language, faults);
                    look(screen, "cluster/join.xhtml", "join", size[0], language, faults);
                    look(
                            screen,
                            "cluster/join-decision.xhtml?id=" + application,
                            "join-decision",
                            size[0],
                            language,
                            faults);
                    look(screen, "cluster/fairness.xhtml", "fairness", size[0], language, faults);
                    look(screen, "cluster/fairness.xhtml?by=CLUSTER", "fairness-clusters", size[0], language, faults);
                    look(screen, "cluster/merge.xhtml", "merge", size[0], language, faults);
                    look(
                            screen,
                            "cluster/merge.xhtml?sector=INSTRUMENTS&into=NEW",
                            "merge-new",
                            size[0],
                            language,
                            faults);
                    look(screen, "consultations/list.xhtml", "consultations", size[0], language, faults);
                }
                try (var screen = chromium.open(language, size[0], size[1])) {
                    screen.logIn("gckr");
                    look(screen, "consultations/entry.xhtml", "consultation-entry", size[0], language, faults);
                }
                try (var screen = chromium.open(language, size[0], size[1])) {
                    screen.logIn("admin");
                    look(screen, "users/deputies.xhtml", "deputies", size[0], language, faults);
                }
                try (var screen = chromium.open(language, size[0], size[1])) {
                    screen.logIn("applicant");
                    look(screen, "cluster/joining.xhtml", "joining-applicant", size[0], language, faults);
                    look(screen, "cluster/join.xhtml", "join-applicant", size[0], language, faults);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static void look(
            Screen screen, String path, String name, int width, String language, TreeMap<String, String> faults) {
        screen.go(path);
        var where = name + " " + width + " " + language;
        picture(screen, name + "-" + width + "-" + language);
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

    private static void picture(Screen screen, String name) {
        screen.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "screens", "life-" + name + ".png"))
                        .setFullPage(true));
    }

    private static Locator id(Screen screen, String id) {
        return screen.page().locator("[id='" + id + "']");
    }

    private static String cluster(String name) throws IOException {
        var made = Door.api("department", "POST", "clusters", """
                {"sector": "INSTRUMENTS", "name": "%s", "organisation": {"inn": "7707083893"}, "from": "2024-02-01"}""".formatted(name));
        return made.json().get("code").asText();
    }

    private static void member(String cluster, String inn) throws IOException {
        Door.api("department", "POST", "clusters/" + cluster + "/members", """
                {"inn": "%s", "roles": ["OTHER"], "from": "2024-02-01"}""".formatted(inn));
    }
}
