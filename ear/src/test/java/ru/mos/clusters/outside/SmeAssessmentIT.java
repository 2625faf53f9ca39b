package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An enterprise put to the criteria of the law: over REST, and on the screens of who reads it. */
class SmeAssessmentIT extends FromOutside {

    /** Another in every run, so that a database may be used twice. */
    private static final String SUBJECT = inn((int) (System.currentTimeMillis() / 1000 % 1_000_000) + 8_000_000);

    @BeforeAll
    static void an_enterprise_of_three_years_with_its_owner() throws Exception {
        given("department", "department2", "accountant");
        fact("LEGAL_FORM", "LIMITED_LIABILITY_COMPANY", "2010-01-01", null);
        for (int year = 2013; year <= 2016; year++) {
            var after = (year + 1) + "-01-01";
            fact(year < 2015 ? "HEADCOUNT_ALL" : "HEADCOUNT", "12", year + "-01-01", after);
            fact(year < 2015 ? "REVENUE" : "INCOME", "5000000.00", year + "-01-01", after);
        }
        var stake = Door.api("department", "POST", "ownership/stakes", """
                        {"owner": {"person": {"name": "Пробный Иван Петрович"}}, "subject": {"inn": "%s"},
                         "kind": "SHAREHOLDING", "share": {"numerator": "1", "denominator": "1"}, "from": "2010-01-01",
                         "document": {"title": "Список участников", "number": "1", "date": "2010-01-01"}}""".formatted(SUBJECT));
        assertThat(stake.status()).as(stake.toString()).isEqualTo(201);
    }

    private static void fact(String kind, String value, String from, String to) throws IOException {
        var entered = Door.api("department", "POST", "entities/" + SUBJECT + "/facts", """
                        {"fact": "%s", "value": "%s", "from": "%s", "to": %s, "name": "Общество с ограниченной ответственностью \\"Проба критериев\\"",
                         "document": {"title": "Справка", "number": "1", "date": "2018-01-01"}}""".formatted(
                        kind, value, from, to == null ? "null" : '"' + to + '"'));
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
        var confirmed = Door.api(
                "department2",
                "POST",
                "entities/" + SUBJECT + "/facts/" + entered.json().get("id").asText() + "/confirm",
                "{}");
        assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(200);
    }

    @Test
    void the_criteria_decide_before_01_12_2018_and_are_a_diagnosis_since() throws Exception {
        var before = assess("asOf=2017-06-01");
        assertThat(fields(before))
                .isEqualTo(Set.of(
                        "inn",
                        "name",
                        "asOf",
                        "knownOn",
                        "decidedBy",
                        "status",
                        "category",
                        "criteria",
                        "register",
                        "disagreement"));
        assertThat(before.get("decidedBy").asText()).isEqualTo("CRITERIA");
        assertThat(before.get("status").asText()).isEqualTo("IN");
        assertThat(before.get("category").asText()).isEqualTo("MICRO");
        assertThat(before.at("/criteria/findings")).hasSize(5);
        assertThat(before.at("/criteria/findings/1/lines/0/most")
                        .get("denominator")
                        .asText())
                .as("limits are exact shares")
                .isIn("4", "100");

        var since = assess("asOf=2018-12-01");
        assertThat(since.get("decidedBy").asText()).isEqualTo("REGISTER");
        assertThat(since.at("/criteria/status").asText())
                .as("2017 is missing, and could not move it")
                .isEqualTo("IN");
    }

    @Test
    void an_answer_is_tagged_replays_and_is_refused_to_who_may_not_see_owners() throws Exception {
        var first = Door.api("department", "GET", path("asOf=2017-06-01"), null);
        assertThat(first.header("ETag")).isNotBlank();
        var knownOn = first.json().get("knownOn").asText();
        var again = Door.api("department", "GET", path("asOf=2017-06-01&knownOn=" + knownOn), null);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(Door.api("accountant", "GET", path(""), null).status()).isEqualTo(403);
        assertThat(Door.api(null, "GET", path(""), null).status()).isEqualTo(401);
    }

    @Test
    void bad_questions_are_told_what_is_wrong_with_them_and_an_unknown_enterprise_is_unknown() throws Exception {
        ProblemAssert.assertProblem(
                Door.api("department", "GET", "entities/7707083894/sme-assessment", null), 400, "inn-checksum");
        assertThat(Door.api("department", "GET", path("asOf=2024-02-30"), null).status())
                .isEqualTo(400);
        assertThat(Door.api("department", "GET", path("knownOn=yesterday"), null)
                        .status())
                .isEqualTo(400);
        assertThat(Door.api("department", "GET", "sme-disagreements?kind=NOPE", null)
                        .status())
                .isBetween(400, 404);
        var unknown = Door.api("department", "GET", "entities/7736050003/sme-assessment?asOf=2017-06-01", null);
        assertThat(unknown.status()).isEqualTo(200);
        assertThat(unknown.json().get("status").asText()).isEqualTo("UNKNOWN");
        assertThat(unknown.json().at("/criteria/missing")).isNotEmpty();
        assertThat(assess("asOf=2007-12-31").at("/criteria/missing/0/code").asText())
                .isEqualTo("NO_LAW");
    }

    @Test
    void the_conclusion_stands_first_on_the_page_and_every_criterion_with_value_limit_source_and_paragraph()
            throws Exception {
        try (var chromium = Chromium.require();
                var screen = chromium.open("ru-RU", 1366, 768)) {
            screen.logIn("department").go("registry/entity.xhtml?inn=" + SUBJECT + "&asOf=2017-06-01");
            screen.follow("Критерии МСП");
            assertThat(screen.page().locator("#sme strong"))
                    .hasText("По критериям закона — субъект МСП: микропредприятие");
            assertThat(screen.page().locator("#criteria")).containsText("Доли участников");
            assertThat(screen.page().locator("#criteria")).containsText("не более 49");
            assertThat(screen.page().locator("#bases")).containsText("статья 4");
            assertThat(screen.overflow()).isZero();
            assertThat(screen.barriers()).isEmpty();

            screen.go("assessment/list.xhtml");
            screen.press("Оценить заново");
            assertThat(screen.page().locator(".result")).containsText("оценены заново");
            assertThat(screen.barriers()).isEmpty();
            assertThat(screen.complaints()).isEmpty();
            for (var size : new int[][] {{1366, 768}, {1920, 1080}}) {
                for (var page : new String[] {
                    "registry/entity.xhtml?inn=" + SUBJECT + "&asOf=2017-06-01&tab=sme", "assessment/list.xhtml"
                }) {
                    screen.page().setViewportSize(size[0], size[1]);
                    screen.go(page);
                    screen.page()
                            .screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                                    .setPath(java.nio.file.Path.of(
                                            "target",
                                            "screens",
                                            "sme-" + size[0] + "-"
                                                    + page.substring(0, 8).replace('/', '-') + ".png"))
                                    .setFullPage(true));
                }
            }
        }
    }

    private static String path(String query) {
        return "entities/" + SUBJECT + "/sme-assessment" + (query.isEmpty() ? "" : "?" + query);
    }

    private static JsonNode assess(String query) throws IOException {
        var answer = Door.api("department", "GET", path(query), null);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private static Set<String> fields(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The n-th invented INN of a legal entity, with the right check digit. */
    private static String inn(int number) {
        var nine = String.format("77%07d", number % 10_000_000);
        int[] weights = {2, 4, 10, 3, 5, 9, 4, 6, 8};
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += weights[i] * (nine.charAt(i) - '0');
        }
        return nine + sum % 11 % 10;
    }
}
