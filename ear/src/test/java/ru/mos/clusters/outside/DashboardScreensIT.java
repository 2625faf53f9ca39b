package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.Pictures.seen;
import static ru.mos.clusters.outside.ProblemAssert.assertProblem;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.TestSession;
import ru.mos.clusters.benchmark.GrownPolicy;
import ru.mos.clusters.inserver.LedgerFixture;

/** Boards and passports as the chief reads, prints and takes them along. */
class DashboardScreensIT extends FromOutside {

    private static final List<String> BOARDS =
            List.of("BUDGET", "COFINANCING", "SUPPORT", "ELIGIBILITY", "TERMS", "DURATIONS", "COVERAGE");
    private static final String DAY = "&asOf=2026-06-10";

    private static Chromium chromium;

    @BeforeAll
    static void grow() throws Exception {
        setDefaultAssertionTimeout(30_000);
        chromium = Chromium.require();
        given("chief", "gckr", "department", "auditor", "applicant");
        run(LedgerFixture.NOTHING_LEFT);
        run(GrownPolicy.of(24, 60, 700));
    }

    @AfterAll
    static void gone() throws Exception {
        if (chromium != null) {
            chromium.close();
        }
        run(GrownPolicy.GONE);
        run(LedgerFixture.NOTHING_LEFT);
    }

    private static void run(String statements) throws Exception {
        try (var connection = TestSession.superuser();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(statements);
            connection.commit();
        }
    }

    @Test
    void the_chief_finds_the_boards_follows_a_figure_and_prints_one_sheet_of_each() throws Exception {
        try (var screen = chromium.open("ru-RU", 1366, 768)) {
            screen.logIn("chief");
            screen.follow("Панели показателей");
            assertThat(screen.page().locator("h1")).hasText("Исполнение бюджета");
            for (var board : BOARDS) {
                screen.go("dashboard/list.xhtml?tab=" + board + DAY);
                assertThat(screen.page().locator("svg.bars").first()).isVisible();
                seen(screen, "dashboard-" + board.toLowerCase());
                assertThat(screen.page().locator("main").innerText()).contains("10.06.2026");
                var paper = Path.of("target", "pictures", "dashboard-" + board + ".pdf");
                screen.page().pdf(new Page.PdfOptions().setPath(paper).setPreferCSSPageSize(true));
                assertThat(pages(Files.readAllBytes(paper))).as(board).isEqualTo(1);
                var cookie = new String[] {"Cookie", screen.cookies()};
                var pdf = Door.send("GET", "/dashboard/list.xhtml?tab=" + board + DAY + "&export=pdf", cookie, null);
                assertThat(pdf.body()).startsWith("%PDF");
            }
            screen.go("dashboard/list.xhtml?tab=TERMS");
            screen.page().locator("tr.total td a").first().click();
            assertThat(screen.page().locator("h1")).hasText("Открытые задачи");
            assertThat(screen.page().locator("#tasks, [id$=':tasks']").first()).isVisible();
            seen(screen, "dashboard-tasks");
            screen.go("dashboard/list.xhtml?tab=SUPPORT&by=CLUSTER");
            screen.page().locator("a[href*='passport.xhtml']").first().click();
            assertThat(screen.page().locator("h1")).containsText("Паспорт кластера");
            seen(screen, "passport");
            assertThat(screen.complaints()).isEmpty();
        }
    }

    @Test
    void the_same_in_english() throws Exception {
        try (var screen = chromium.open("en-US", 1366, 768)) {
            screen.logIn("auditor");
            for (var board : BOARDS) {
                screen.go("dashboard/list.xhtml?tab=" + board + DAY);
                seen(screen, "dashboard-" + board.toLowerCase() + "-en");
            }
            var code = one("select code from cluster.cluster where number > 900000 order by number limit 1");
            screen.go("cluster/card.xhtml?id=" + code);
            screen.follow("Passport");
            assertThat(screen.page().locator("h1")).containsText("Passport of cluster " + code);
            seen(screen, "passport-en");
            var paper = Door.send(
                    "GET",
                    "/dashboard/passport.xhtml?id=" + code + "&print=pdf",
                    new String[] {"Cookie", screen.cookies()},
                    null);
            assertThat(paper.body()).startsWith("%PDF");
            assertThat(screen.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BUDGET, MEASURE",
        "BUDGET, CALL",
        "COFINANCING, PROJECT",
        "SUPPORT, CLUSTER",
        "ELIGIBILITY, MONTH",
        "TERMS, KIND",
        "DURATIONS, AGREEMENT",
        "COVERAGE, SERVICE"
    })
    void a_board_takes_at_most_five_statements(String board, String by) throws Exception {
        try (var screen = chromium.open("ru-RU", 1366, 768)) {
            screen.logIn("gckr");
            assertThat(StatementsIT.statements(
                            screen.cookies(), "dashboard/list.xhtml?tab=" + board + "&by=" + by + "&size=25"))
                    .isLessThanOrEqualTo(5);
        }
    }

    @Test
    void programs_read_them_and_a_spreadsheet_has_every_line() throws Exception {
        var lines = Door.api("gckr", "GET", "dashboards/SUPPORT?by=CLUSTER&asOf=2026-06-10&limit=5", null)
                .json();
        assertThat(lines.get("items")).hasSize(5);
        assertThat(lines.at("/items/0/kind").asText()).isEqualTo("TOTAL");
        assertThat(lines.at("/items/0/figures/RECORDS").asText())
                .isEqualTo(
                        one(
                                "select count(*) from support.record where superseded_by is null and decided_on <= '2026-06-10'"));
        assertProblem(Door.api("gckr", "GET", "dashboards/TERMS?by=CALL", null), 422, "board-not-told-so");
        var code = lines.at("/items/1/code").asText();
        var passport = Door.api("gckr", "GET", "clusters/" + code + "/passport?asOf=2026-06-10", null)
                .json();
        assertThat(passport.at("/cluster/code").asText()).isEqualTo(code);
        assertThat(passport.get("support")).isNotEmpty();
        assertThat(Door.api("applicant", "GET", "dashboards/BUDGET", null).status())
                .isEqualTo(403);
        try (var screen = chromium.open("ru-RU", 1366, 768)) {
            screen.logIn("department");
            var bytes = screen.page()
                    .request()
                    .get(URL + "dashboard/list.xhtml?tab=SUPPORT&by=CLUSTER&export=xlsx")
                    .body();
            assertThat(rows(bytes)).isEqualTo(Integer.parseInt(one("""
                            select 3 + count(distinct m.cluster_id) from support.record r
                              join cluster.membership m on m.inn = r.inn and m.valid_from <= r.decided_on and m.superseded_by is null
                             where r.superseded_by is null""")) - nobody());
        }
    }

    /** Of the only sheet, the heading too. */
    private static long rows(byte[] workbook) throws Exception {
        var file = Files.write(Path.of("target", "dashboard.xlsx"), workbook);
        try (var zip = new ZipFile(file.toFile())) {
            var sheet = zip.stream()
                    .filter(entry -> entry.getName().endsWith("sheet1.xml"))
                    .findFirst()
                    .orElseThrow();
            var rows = new String(zip.getInputStream(sheet).readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("<row ").matcher(rows).results().count();
        }
    }

    /** One line less where all recipients are members. */
    private static int nobody() throws Exception {
        return one("""
                select count(*) from support.record r
                 where r.superseded_by is null and not exists (
                       select from cluster.membership m where m.inn = r.inn and m.valid_from <= r.decided_on and m.superseded_by is null)""").equals("0") ? 1 : 0;
    }

    private static String one(String query) throws Exception {
        try (var connection = TestSession.superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static long pages(byte[] pdf) {
        var written = new String(pdf, StandardCharsets.ISO_8859_1);
        return Pattern.compile("/Type\\s*/Page\\b").matcher(written).results().count();
    }
}
