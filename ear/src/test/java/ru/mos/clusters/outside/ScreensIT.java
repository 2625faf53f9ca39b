package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.generator.FormatVersion;
import ru.mos.clusters.generator.SmeRelease;

/** The product as its people meet it: in the browser, in Russian, as each role. The walk comes first and leaves data. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScreensIT extends FromOutside {

    private static final String[] ROLES = {
        "department",
        "department2",
        "gckr",
        "chief",
        "accountant",
        "infrastructure",
        "expert",
        "commission",
        "applicant",
        "auditor",
        "admin"
    };
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Moscow"));
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final String FROM = "01.02.2024";
    /** Another in every run, so that a database may be walked twice. */
    private static final String NAME = "Обход экранов " + System.currentTimeMillis() % 1_000_000;

    /** A text that nobody translated: a missing key or the constant of a program. */
    private static final Pattern UNTRANSLATED = Pattern.compile(
            "\\[[a-zA-Z]+\\.[a-zA-Z.]+]|\\b(?!SHA_|RELEASE_COMPLETED)[A-Z]{3,}_[A-Z_]+\\b|Optional\\[|\\?\\?\\?");

    private static final int MOST_PAGES = 60;

    /** Pages whose barriers were looked for, each once in each language, whatever the role. */
    private static final Set<String> LOOKED_AT = new HashSet<>();

    private static Chromium chromium;

    @TempDir
    static Path folder;

    @BeforeAll
    static void prepare() throws Exception {
        chromium = Chromium.require();
        setDefaultAssertionTimeout(30_000);
        given(ROLES);
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    @Order(1)
    void the_main_job_is_done_in_the_browser_from_log_in_to_the_conclusion_on_paper() throws Exception {
        try (var screen = chromium.open("ru-RU", 1366, 768)) {
            refusesAWrongPassword(screen);
            screen.logIn("department");
            assertThat(screen.page().locator("h1")).hasText("Мои задачи");
            importsARelease(screen);
            var members = members();
            findsTheEnterprise(screen, members.get(0));
            qualifies(screen, members);
            takesOn(screen, members.subList(0, 4));
            admits(screen, members.get(4));
            concludes(screen);
            prints(screen);
            assertThat(screen.complaints()).isEmpty();
        }
    }

    private static void refusesAWrongPassword(Screen screen) {
        screen.go("cluster/list.xhtml");
        screen.page().locator("input[type=text]").fill("department");
        screen.page().locator("input[type=password]").fill("not this one");
        screen.page().locator("input[type=password]").press("Enter");
        assertThat(screen.text("Имя для входа или пароль неверны")).isVisible();
        assertThat(screen.page().locator("input[type=text]")).hasValue("department");
    }

    private static void importsARelease(Screen screen) throws IOException {
        var release = SmeRelease.first(77, 900, TODAY.minusDays(3), FormatVersion.V4_06);
        var file = folder.resolve(release.archiveName());
        release.writeTo(file);
        screen.follow("Загрузки");
        screen.follow("Загрузить выпуск");
        screen.page().locator("input[type=file]").setInputFiles(file);
        assertThat(screen.page().locator(".chosen")).hasText(release.archiveName());
        screen.page()
                .getByLabel("Часть реестра: об остальных он ничего не говорит")
                .check();
        screen.press("Загрузить");
        assertThat(screen.text("Загружен и действует"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(120_000));
        assertThat(screen.page().locator(".verdict")).containsText("900 записей");
        assertThat(screen.text("записей не принято")).isVisible();
    }

    private static List<String> members() throws IOException {
        var found = Door.api("department", "GET", "entities?kind=LEGAL_ENTITY&region=77&status=IN&limit=200", null)
                .json()
                .path("items");
        var inns = new ArrayList<String>();
        for (int i = 0; i < found.size() && inns.size() < 5; i++) {
            var inn = found.get(i).path("inn").asText();
            boolean untouched = Door.api("department", "GET", "entities/" + inn, null)
                    .json()
                    .path("manualFacts")
                    .isEmpty();
            if (untouched && taskOf("department2", inn) == 0) {
                inns.add(inn);
            }
        }
        return inns;
    }

    private static void findsTheEnterprise(Screen screen, String inn) throws IOException {
        var search = screen.page().getByPlaceholder("ИНН, ОГРН, название или код кластера");
        search.fill(inn.substring(0, 9));
        search.press("Enter");
        var found = screen.page().locator("#entities tbody tr");
        assertThat(found.first()).containsText(inn);
        found.first().locator("a").first().click();
        assertThat(screen.page().locator(".verdict")).containsText("Состоит в реестре МСП");
        screen.follow("История");
        assertThat(screen.text("Статус и категория по времени")).isVisible();
        assertThat(screen.page().locator("main table").last()).containsText("В реестре МСП");
    }

    /** The first enterprise is found innovative on the screen by two persons, the others by the same two over REST. */
    private static void qualifies(Screen screen, List<String> members) throws IOException {
        var inn = members.get(0);
        screen.go("registry/fact-entry.xhtml?inn=" + inn);
        field(screen, "fact").selectOption("INNOVATIVE");
        screen.press("Дальше");
        field(screen, "entry:value").selectOption("true");
        field(screen, "entry:from").fill(FROM);
        field(screen, "entry:title").fill("Свидетельство участника инновационного проекта");
        field(screen, "entry:number").fill("17");
        field(screen, "entry:date").fill(FROM);
        field(screen, "entry:enter").click();
        assertThat(screen.page().locator(".result")).isVisible();
        assertThat(taskOf("department", inn)).isZero();

        try (var second = chromium.open("ru-RU", 1366, 768)) {
            second.logIn("department2");
            second.page()
                    .getByText("Подтвердить или отклонить внесённое сведение")
                    .first()
                    .click();
            second.press("Подтвердить");
            assertThat(second.page().locator(".result")).isVisible();
            assertThat(second.complaints()).isEmpty();
        }
        for (var other : members.subList(1, 4)) {
            var fact = Door.api("department", "POST", "entities/" + other + "/facts", """
                            {"fact": "INNOVATIVE", "value": "true", "from": "2024-02-01",
                             "document": {"title": "Свидетельство", "number": "18", "date": "2024-02-01"}}""")
                    .json();
            assertThat(Door.api(
                                    "department2",
                                    "POST",
                                    "entities/" + other + "/facts/"
                                            + fact.path("id").asText() + "/confirm",
                                    "{}")
                            .status())
                    .isEqualTo(200);
        }
    }

    private static Locator field(Screen screen, String id) {
        return screen.page().locator("[id='" + id + "']");
    }

    private static long taskOf(String login, String inn) throws IOException {
        var tasks = Door.api(login, "GET", "tasks?limit=500", null).json().path("items");
        long count = 0;
        for (var task : tasks) {
            if (task.path("subject").asText().startsWith(inn)) {
                count++;
            }
        }
        return count;
    }

    private static void takesOn(Screen screen, List<String> members) throws IOException {
        screen.follow("Кластеры");
        screen.follow("Принять списком");
        var template = screen.page().waitForDownload(() -> screen.follow("шаблон XLSX"));
        assertThat(template.suggestedFilename()).endsWith(".xlsx");

        screen.page().locator("input[type=file]").setInputFiles(workbook(members, "НЕТ ТАКОЙ"));
        screen.press("Принять список");
        assertThat(screen.text("Ничего не принято: 1 ошибка в файле")).isVisible();
        assertThat(screen.page().locator("main table").first()).containsText("Отрасль");

        screen.page()
                .locator("input[type=file]")
                .setInputFiles(workbook(members, "Измерительные приборы и технологии"));
        screen.press("Принять список");
        assertThat(screen.text("Принято: 1 кластер, 1 организация, 4 участника"))
                .isVisible();
        screen.follow(NAME);
        assertThat(screen.page().locator("h1")).containsText("«" + NAME + "»");
    }

    private static Path workbook(List<String> members, String sector) throws IOException {
        var file = folder.resolve("clusters-" + sector.length() + ".xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                var book = new Workbook(out, "test", "1.0")) {
            sheet(
                    book,
                    "Кластеры",
                    List.of("Кластер *", "Отрасль *", "Наименование кластера *", "С *"),
                    List.of(List.of("А", sector, NAME, FROM)));
            sheet(
                    book,
                    "Организации",
                    List.of("Кластер *", "ИНН *", "Наименование", "С *"),
                    List.of(List.of("А", "7707083893", "Ассоциация «Обход»", FROM)));
            sheet(
                    book,
                    "Участники",
                    List.of("Кластер *", "ИНН *", "Роли *", "Член организации", "С *"),
                    members.stream()
                            .map(inn -> List.of("А", inn, "Инновационное МСП", "да", FROM))
                            .toList());
        }
        return file;
    }

    private static void sheet(Workbook book, String name, List<String> heads, List<List<String>> rows) {
        var sheet = book.newWorksheet(name);
        for (int column = 0; column < heads.size(); column++) {
            sheet.value(0, column, heads.get(column));
            for (int row = 0; row < rows.size(); row++) {
                sheet.value(row + 1, column, rows.get(row).get(column));
            }
        }
    }

    private static void admits(Screen screen, String inn) {
        screen.page().locator(".tabs").getByText("Участники").click();
        screen.follow("Принять участника");
        screen.fill("ИНН участника", inn);
        screen.page().getByLabel("Производственная компания").check();
        screen.press("Принять участника");
        assertThat(screen.page().locator(".errors")).containsText("Участвует с");
        assertThat(screen.page().getByLabel("Производственная компания")).isChecked();
        screen.fill("Участвует с", FROM);
        screen.press("Принять участника");
        assertThat(screen.text("5 участников организации")).isVisible();
        assertThat(screen.page().locator("#members")).containsText(inn);
    }

    private static void concludes(Screen screen) {
        screen.follow("Соответствие условиям");
        assertThat(screen.page().locator(".answer strong")).containsText("Недостаточно сведений");
        for (var rule : List.of("E1", "E3", "E4", "E5")) {
            var condition = screen.page().locator("details#" + rule);
            if (condition.getAttribute("open") == null) {
                condition.locator("summary").click();
            }
            var all = condition.locator("a.button");
            (all.count() > 0
                            ? all.first()
                            : condition.getByText("Записать заключение").first())
                    .click();
            for (var part :
                    screen.page().locator(".checksField input[type=checkbox]").all()) {
                part.check();
            }
            screen.page()
                    .getByLabel("Выполнено", new Page.GetByLabelOptions().setExact(true))
                    .check();
            screen.fill("Обоснование", "Проверено по представленному документу.");
            screen.page()
                    .getByLabel("Документ", new Page.GetByLabelOptions().setExact(true))
                    .fill("Устав");
            screen.fill("Дата документа", FROM);
            screen.fill("Действует с", FROM);
            screen.press("Записать заключение");
            assertThat(screen.page().locator(".answer strong")).isVisible();
        }
        assertThat(screen.page().locator(".answer strong")).hasText("Соответствует всем пяти условиям");
        assertThat(screen.page().locator(".answer")).containsText("Концепция — проект");
    }

    private static void prints(Screen screen) throws IOException {
        var link = screen.page().locator("a", new Page.LocatorOptions().setHasText("Заключение, PDF"));
        var answer = screen.page()
                .request()
                .get(screen.page().evaluate("a => a.href", link.elementHandle()).toString());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("content-type")).startsWith("application/pdf");
        assertThat(answer.body()).startsWith("%PDF-".getBytes(UTF_8));
    }

    @ParameterizedTest
    @Order(2)
    @CsvSource({
        "department,ru-RU",
        "department2,en-US",
        "gckr,ru-RU",
        "chief,en-US",
        "accountant,ru-RU",
        "infrastructure,ru-RU",
        "expert,en-US",
        "commission,ru-RU",
        "applicant,ru-RU",
        "auditor,ru-RU",
        "admin,ru-RU"
    })
    void every_page_a_role_can_reach_is_whole_translated_and_free_of_barriers(String login, String locale) {
        var faults = new TreeMap<String, String>();
        try (var screen = chromium.open(locale, 1366, 768)) {
            screen.logIn(login);
            var seen = new HashSet<String>();
            var waiting = new ArrayDeque<String>(List.of("/"));
            for (int pages = 0; !waiting.isEmpty() && pages < MOST_PAGES; pages++) {
                var path = waiting.poll();
                screen.go(path);
                faultsOf(screen, path, locale)
                        .forEach((what, where) -> faults.put(login + " " + path + " " + what, where));
                for (var href : screen.page().locator("a[href]").all()) {
                    var next = href.getAttribute("href");
                    if (next.startsWith("/") && seen.add(shape(next)) && isPage(next)) {
                        waiting.add(next);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static TreeMap<String, String> faultsOf(Screen screen, String path, String language) {
        var faults = new TreeMap<String, String>();
        var complaints = screen.complaints();
        if (!complaints.isEmpty()) {
            faults.put("complaint", complaints.toString());
        }
        if (screen.overflow() > 0) {
            faults.put("wider than the window", screen.overflow() + " px");
        }
        var untranslated = UNTRANSLATED.matcher(screen.page().locator("body").innerText());
        if (untranslated.find()) {
            faults.put("untranslated", untranslated.group());
        }
        var barriers = LOOKED_AT.add(shape(path) + language) ? screen.barriers() : "";
        if (!barriers.isEmpty()) {
            faults.put("barrier", barriers);
        }
        return faults;
    }

    private static boolean isPage(String href) {
        return href.contains(".xhtml")
                && !href.contains("page=")
                && !href.contains("xlsx")
                && !href.contains("pdf")
                && !href.contains("#");
    }

    /** Pages that differ only in whom they show are looked at once. */
    private static String shape(String href) {
        return href.replaceAll("([?&](?:id|inn|conclusion|subject|login|cluster|part|rule|code|waiver)=)[^&]*", "$1")
                .replaceAll("[?&](?:asOf|knownOn|ruleSet|before|after|sort|size|hide|sector|page|from|back)=[^&]*", "");
    }

    @Test
    @Order(3)
    void two_people_editing_one_cluster_the_second_is_told_and_keeps_what_was_typed() {
        try (var first = chromium.open("ru-RU", 1366, 768);
                var second = chromium.open("ru-RU", 1366, 768)) {
            var edit = "cluster/list.xhtml?q=" + URLEncoder.encode(NAME, UTF_8);
            for (var screen : List.of(first.logIn("department"), second.logIn("gckr"))) {
                screen.go(edit);
                screen.follow(NAME);
                screen.follow("Изменить");
            }
            rename(first, NAME + " первый");
            assertThat(first.page().locator(".result")).isVisible();
            rename(second, NAME + " второй");
            assertThat(second.page().locator("main")).containsText("изменил");
            assertThat(nameField(second)).hasValue(NAME + " второй");
        }
    }

    private static void rename(Screen screen, String name) {
        nameField(screen).fill(name);
        nameField(screen).press("Enter");
    }

    private static Locator nameField(Screen screen) {
        return field(screen, "rename:name");
    }

    @Test
    @Order(4)
    void a_member_is_chosen_by_typing_part_of_its_name() {
        try (var screen = chromium.open("ru-RU", 1366, 768)) {
            opensCluster(screen);
            screen.page().locator(".tabs").getByText("Участники").click();
            screen.follow("Принять участника");
            var typed = screen.page().getByLabel("ИНН участника").first();
            typed.pressSequentially("прибор", new Locator.PressSequentiallyOptions().setDelay(80));
            var offered = screen.page().locator("li.ui-autocomplete-item").first();
            assertThat(offered).containsText(Pattern.compile("ПРИБОР|прибор"));
            var line = offered.innerText();
            offered.click();
            assertThat(typed).hasValue(line);
            assertThat(screen.complaints()).isEmpty();
        }
    }

    private static void opensCluster(Screen screen) {
        screen.logIn("department").go("cluster/list.xhtml?q=" + URLEncoder.encode(NAME, UTF_8));
        screen.page().locator("#clusters tbody a").first().click();
    }

    @Test
    @Order(5)
    void what_is_typed_outlives_a_switch_of_the_language_and_a_mended_form_can_be_left_backwards() {
        try (var screen = chromium.open("ru-RU", 1366, 768)) {
            opensCluster(screen);
            var card = screen.title();
            screen.follow("Изменить");
            nameField(screen).fill("");
            nameField(screen).press("Enter");
            assertThat(screen.page().locator(".errors")).isVisible();
            nameField(screen).fill("Половина названия");
            screen.press("EN");
            assertThat(nameField(screen)).hasValue("Половина названия");
            screen.press("RU");
            assertThat(nameField(screen)).hasValue("Половина названия");
            screen.page().goBack();
            screen.page().goBack();
            screen.page().goBack();
            screen.page().goBack();
            assertThat(screen.page().locator("h1")).hasText(card);
        }
    }

    @Test
    @Order(6)
    void a_form_shown_to_one_person_is_not_sent_by_another_and_a_log_out_is_no_expiry() {
        try (var screen = chromium.open("ru-RU", 1366, 768)) {
            opensCluster(screen);
            screen.follow("Изменить");
            var other = screen.page().context().newPage();
            other.navigate(FromOutside.URL + "login.xhtml");
            other.locator("input[type=text]").fill("gckr");
            other.locator("input[type=password]").fill("demo");
            other.locator("input[type=password]").press("Enter");
            other.waitForURL(url -> !url.contains("login.xhtml"));
            rename(screen, "Чужое имя");
            assertThat(screen.page().locator(".result")).containsText("Форма была открыта под именем");
            assertThat(nameField(screen)).not().hasValue("Чужое имя");
            screen.press("Выйти");
            assertThat(screen.page().locator(".lead")).not().containsText("Сеанс завершён");
            screen.go("cluster/list.xhtml");
            assertThat(screen.page().locator(".lead")).not().containsText("Сеанс завершён");
        }
    }

    @Test
    @Order(7)
    void the_card_of_a_day_before_the_cluster_says_when_it_begins_and_leads_there() {
        try (var screen = chromium.open("ru-RU", 1366, 768)) {
            opensCluster(screen);
            screen.page().navigate(screen.page().url() + "&asOf=1900-01-01");
            assertThat(screen.text("На 01.01.1900 кластера ещё нет")).isVisible();
            screen.follow("Показать на " + FROM);
            assertThat(screen.page().locator("details.condition")).hasCount(5);
            assertThat(screen.page().locator("input[name=asOf]")).hasValue(FROM);
            assertThat(screen.complaints()).isEmpty();
        }
    }

    @Test
    @Order(8)
    void a_file_without_bytes_is_told_to_be_one_where_it_is_required_and_where_it_is_not() throws IOException {
        var empty = Files.createFile(folder.resolve("empty.pdf"));
        try (var screen = chromium.open("ru-RU", 1366, 768)) {
            screen.logIn("department").go("cluster/take-on.xhtml");
            screen.page().locator("input[type=file]").setInputFiles(empty);
            screen.press("Принять список");
            assertThat(screen.page().locator(".errors")).containsText("нет ни одного байта");
            screen.go("cluster/list.xhtml?q=" + URLEncoder.encode(NAME, UTF_8));
            screen.page().locator("#clusters tbody a").first().click();
            screen.page().locator(".tabs").getByText("Документы").click();
            screen.follow("Приложить документ");
            field(screen, "file:kind").selectOption("CHARTER");
            field(screen, "file:title").fill("Устав");
            field(screen, "file:date").fill(FROM);
            screen.page().locator("input[type=file]").setInputFiles(empty);
            field(screen, "file:do").click();
            assertThat(screen.page().locator(".errors")).containsText("нет ни одного байта");
        }
    }

    @Test
    @Order(10)
    void a_waiver_is_asked_for_by_one_given_by_another_shown_on_the_card_and_printed() throws Exception {
        var cluster = tooFew();
        try (var screen = chromium.open("ru-RU", 1366, 768)) {
            screen.logIn("gckr").go("cluster/card.xhtml?id=" + cluster);
            assertThat(screen.page().locator(".answer strong")).containsText("Не соответствует");
            screen.page().locator(".tabs").getByText("Отступления").click();
            assertWhole(screen);
            screen.follow("Запросить отступление");
            assertWhole(screen);
            screen.page().locator("main a[href*='rule=E3']").first().click();
            field(screen, "ask:statement").fill("Отрасль создаётся, третьего участника ещё нет.");
            field(screen, "ask:act").selectOption("PPM_1863_2019/2024-02-07");
            field(screen, "ask:paragraph").fill("пункт 4.2");
            field(screen, "ask:documentTitle").fill("Служебная записка");
            field(screen, "ask:documentNumber").fill("17");
            field(screen, "ask:documentDate").fill(FROM);
            field(screen, "ask:validFrom").fill(TODAY.format(DAY));
            field(screen, "ask:do").click();
            assertThat(screen.page().locator(".errors")).containsText("Последний день действия");
            field(screen, "ask:validTo").fill(TODAY.plusYears(1).format(DAY));
            assertWhole(screen);
            field(screen, "ask:do").click();
            assertThat(screen.page().locator(".answer strong")).hasText("ждёт решения");
            assertWhole(screen);

            try (var second = chromium.open("ru-RU", 1920, 1080)) {
                second.logIn("chief");
                second.page()
                        .getByText("Решить о допущении отступления: кластер " + cluster)
                        .first()
                        .click();
                second.press("Допустить отступление");
                assertThat(second.page().locator(".result")).isVisible();
                assertThat(second.page().locator(".answer strong")).hasText("действует");
                assertWhole(second);
            }
            screen.go("cluster/card.xhtml?id=" + cluster);
            assertThat(screen.page().locator(".answer strong"))
                    .hasText("Соответствует условиям с отступлением (условие 3)");
            assertThat(screen.page().locator("details#E3")).containsText("допущено отступление по: Постановление");
            assertWhole(screen);
            var link = screen.page().locator("a", new Page.LocatorOptions().setHasText("Заключение, PDF"));
            var paper = screen.page()
                    .request()
                    .get(screen.page()
                            .evaluate("a => a.href", link.elementHandle())
                            .toString());
            assertThat(new PdfTextExtractor(new PdfReader(paper.body()))
                            .getTextFromPage(1)
                            .replaceAll("\\s+", " "))
                    .contains("условие 3 не выполнено; допущено отступление по: Постановление Правительства Москвы");
        }
    }

    @Test
    @Order(11)
    void an_act_is_entered_amended_and_repealed_on_its_card() {
        var code = "OBHOD_" + NAME.replaceAll("\\D", "") + "_1";
        try (var screen = chromium.open("ru-RU", 1920, 1080)) {
            screen.logIn("department").go("rules/acts.xhtml");
            assertThat(screen.page().locator("#acts")).containsText("№ 818-ПП");
            assertWhole(screen);
            screen.follow("Внести акт");
            field(screen, "enter:code").fill(code);
            field(screen, "enter:adoptedOn").fill("01.03.2020");
            field(screen, "enter:title").fill("Постановление для обхода экранов");
            field(screen, "enter:subject").fill("Проверка");
            field(screen, "enter:source").fill("Обход");
            screen.page()
                    .getByLabel("действует", new Page.GetByLabelOptions().setExact(true))
                    .check();
            field(screen, "enter:do").click();
            assertThat(screen.page().locator(".answer strong")).containsText("действует");
            field(screen, "edition:edition").fill("01.02.2021");
            field(screen, "edition:by").selectOption("PPM_717_2021");
            field(screen, "edition:from").fill("01.03.2021");
            field(screen, "edition:add").click();
            assertThat(screen.page().locator("#editions tbody tr")).hasCount(2);
            assertThat(screen.page().locator("#editions")).containsText("№ 717-ПП");
            assertWhole(screen);
            field(screen, "repeal:repealedFrom").fill("01.01.2023");
            field(screen, "repeal:end").click();
            assertThat(screen.page().locator(".answer strong")).containsText("утратил силу");
            screen.go("rules/act.xhtml?code=" + code + "&asOf=2022-12-31");
            assertThat(screen.page().locator(".answer strong")).containsText("действует");
            assertWhole(screen);
        }
    }

    /** Neither barriers nor complaints, nothing wider than the window. */
    private static void assertWhole(Screen screen) {
        assertThat(screen.barriers()).isEmpty();
        assertThat(screen.overflow()).isLessThanOrEqualTo(0);
        assertThat(screen.complaints()).isEmpty();
    }

    /** The code of a cluster of two members, where three qualified ones are asked for; all else is on record. */
    private static String tooFew() throws IOException {
        var cluster =
                Door.api("department", "POST", "clusters", """
                        {"sector": "IT", "name": "Отступление %s", "organisation": {"inn": "7707083893",
                         "name": "Ассоциация «Отступление»"}, "from": "2024-02-01"}""".formatted(NAME)).json();
        var code = cluster.path("code").asText();
        for (var inn : members().subList(0, 2)) {
            Door.api("department", "POST", "clusters/" + code + "/members", """
                    {"inn": "%s", "roles": ["OTHER"], "from": "2024-02-01", "memberOfOrganisation": true}""".formatted(inn));
        }
        for (var finding : Door.api("department", "GET", "clusters/" + code + "/verdict", null)
                .json()
                .path("findings")) {
            for (var part : finding.path("parts")) {
                if (!part.path("outcome").asText().equals("MET")) {
                    Door.api("department", "POST", "clusters/" + code + "/conclusions", """
                            {"rule": "%s", "part": "%s", "outcome": "MET", "statement": "Проверено", "validFrom": "2024-02-01",
                             "document": {"title": "Протокол", "number": "1", "date": "2024-02-01"}}""".formatted(
                            finding.path("rule").asText(), part.path("code").asText()));
                }
            }
        }
        return code;
    }

    @Test
    @Order(9)
    void a_list_is_leafed_through_to_its_eighth_page_and_back() {
        try (var screen = chromium.open("ru-RU", 1366, 768)) {
            screen.logIn("department").go("registry/list.xhtml?size=25");
            var range = screen.page().locator(".pager .small").first();
            for (int page = 2; page <= 8; page++) {
                screen.follow("Вперёд →");
                assertThat(range).containsText((page - 1) * 25 + 1 + "–" + page * 25);
            }
            for (int page = 7; page >= 1; page--) {
                screen.follow("← Назад");
                assertThat(range).containsText((page - 1) * 25 + 1 + "–" + page * 25);
            }
            assertThat(screen.complaints()).isEmpty();
        }
    }
}
