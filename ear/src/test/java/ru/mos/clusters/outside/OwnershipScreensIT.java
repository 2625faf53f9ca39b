package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.mos.clusters.generator.EgrulExtracts;
import ru.mos.clusters.generator.EgrulExtracts.Share;
import ru.mos.clusters.generator.FormatVersion;
import ru.mos.clusters.generator.SmeRelease;

/** How an owner who buys into a second member costs a cluster its eligibility, and how it is won back: in the browser. */
class OwnershipScreensIT extends FromOutside {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Moscow"));
    private static final LocalDate FOUNDED = LocalDate.of(2021, 3, 1);
    private static final String PAPER = "{\"title\": \"Протокол\", \"number\": \"7\", \"date\": \"2024-02-01\"}";
    private static final int MOST_TABS = 150;

    private static Chromium chromium;

    @TempDir
    static Path folder;

    private final List<String> members = new ArrayList<>();
    private String cluster;
    private int files;

    @BeforeAll
    static void prepare() throws Exception {
        chromium = Chromium.require();
        given("department", "department2", "gckr");
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    /** Has 60 % of a member and directs it. */
    private static EgrulExtracts.Party founder(int member) {
        return EgrulExtracts.person(9, 100 + member);
    }

    /** Has the other 40 %, or 30 % once somebody has bought from it. */
    private static EgrulExtracts.Party partner(int member) {
        return EgrulExtracts.person(9, 200 + member);
    }

    @Test
    void an_owner_who_buys_more_than_a_fifth_of_a_second_member_flips_it_and_the_cheapest_fix_wins_it_back()
            throws Exception {
        given_an_eligible_cluster();
        try (var screen = chromium.open("ru-RU", 1366, 768)) {
            screen.logIn("department");
            screen.go("cluster/card.xhtml?id=" + cluster);
            assertThat(screen.page().locator(".answer strong")).hasText("Соответствует всем пяти условиям");
            var first = verdict();
            keeps(screen);

            imports(screen, sold(founder(0), "20", 4));
            assertThat(outcome()).as("exactly 20 %%").isEqualTo("ELIGIBLE");
            imports(screen, sold(partner(0), "30", 3));
            assertThat(outcome()).as("an owner without control of the first").isEqualTo("ELIGIBLE");
            imports(screen, sold(founder(0), "21", 2));

            tellsTheCurator(screen);
            proves(screen);
            findsTheFixByKeyboard(screen);
            letsGo(screen, members.get(0));
            assertThat(screen.page().locator(".answer strong")).hasText("Соответствует всем пяти условиям");
            replays(screen, first);
            assertThat(screen.complaints()).isEmpty();
        }
    }

    private void given_an_eligible_cluster() throws Exception {
        var release = SmeRelease.first(78, 400, TODAY.minusDays(5), FormatVersion.V4_06);
        var file = folder.resolve(release.archiveName());
        release.writeTo(file);
        var taken = Door.send(
                "POST",
                "/api/v1/register/releases?coverage=EXTRACT&fileName=" + release.archiveName(),
                new String[] {"Authorization", Door.basic("department", "demo")},
                Files.readAllBytes(file));
        assertThat(Sample.untilEnded(taken.json().get("id").asText())
                        .get("state")
                        .asText())
                .isEqualTo("COMPLETED");
        cluster = posted("clusters", """
                {"sector": "INSTRUMENTS", "name": "Владельцы", "organisation": {"inn": "7799000012",
                 "name": "Ассоциация «Владельцы»"}, "from": "2024-02-01", "curator": "gckr"}""").get("id").asText();
        for (var found : Door.api("department", "GET", "entities?kind=LEGAL_ENTITY&region=77&status=IN&limit=200", null)
                .json()
                .path("items")) {
            if (members.size() < 4 && found.path("name").asText().startsWith("ОБЩЕСТВО С ОГРАНИЧЕННОЙ")) {
                joins(found.path("inn").asText());
            }
        }
        assertThat(members).hasSize(4);
        for (var finding : verdict().path("findings")) {
            for (var part : finding.path("parts")) {
                if (!part.path("code").asText().startsWith("DECLARATION")) {
                    posted("clusters/" + cluster + "/conclusions", """
                            {"rule": "%s", "part": "%s", "outcome": "MET", "statement": "Проверено", "document": %s,
                             "validFrom": "2024-02-01"}""".formatted(
                            finding.path("rule").asText(), part.path("code").asText(), PAPER));
                }
            }
        }
        var extracts = new EgrulExtracts(TODAY.minusDays(5));
        for (int i = 0; i < members.size(); i++) {
            own(extracts, i, List.of(new Share(founder(i), "60", FOUNDED), new Share(partner(i), "40", FOUNDED)));
        }
        var upload = folder.resolve("owners.xml");
        extracts.writeTo(upload);
        Door.send(
                "POST",
                "/api/v1/ownership/imports?fileName=owners.xml",
                new String[] {"Authorization", Door.basic("department", "demo")},
                Files.readAllBytes(upload));
        awaitOutcome("ELIGIBLE");
    }

    private void joins(String inn) throws IOException {
        members.add(inn);
        posted(
                "clusters/" + cluster + "/members",
                "{\"inn\": \"" + inn + "\", \"roles\": [\"INNOVATIVE_SME\"], \"from\": \"2024-02-01\"}");
        var fact = posted(
                "entities/" + inn + "/facts",
                "{\"fact\": \"INNOVATIVE\", \"value\": \"true\", \"from\": \"2024-02-01\", \"document\": " + PAPER
                        + "}");
        assertThat(Door.api(
                                "department2",
                                "POST",
                                "entities/" + inn + "/facts/" + fact.path("id").asText() + "/confirm",
                                "{}")
                        .status())
                .isEqualTo(200);
    }

    private static JsonNode posted(String path, String body) throws IOException {
        var answer = Door.api("department", "POST", path, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    private void own(EgrulExtracts extracts, int member, List<Share> shares) {
        extracts.company(
                members.get(member),
                EgrulExtracts.ogrn(700 + member),
                "ООО \"Владение " + (member + 1) + "\"",
                FOUNDED,
                founder(member),
                shares);
    }

    /** The second member once its founder has sold some of it, in an extract of so many days ago. */
    private Path sold(EgrulExtracts.Party buyer, String percent, int daysAgo) throws IOException {
        var day = TODAY.minusDays(daysAgo);
        var extracts = new EgrulExtracts(day);
        own(
                extracts,
                1,
                List.of(
                        new Share(founder(1), Integer.toString(60 - Integer.parseInt(percent)), day),
                        new Share(buyer, percent, day),
                        new Share(partner(1), "40", FOUNDED)));
        var file = folder.resolve("sold-" + ++files + ".xml");
        extracts.writeTo(file);
        return file;
    }

    private void imports(Screen screen, Path file) {
        screen.follow("Владение");
        screen.follow("Загрузить выписки");
        screen.page().locator("input[type=file]").setInputFiles(file);
        screen.press("Загрузить");
        assertThat(screen.text("Загружены и действуют"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
    }

    private JsonNode verdict() throws IOException {
        return Door.api("department", "GET", "clusters/" + cluster + "/verdict", null)
                .json();
    }

    private String outcome() throws IOException {
        return verdict().path("outcome").asText();
    }

    /** The outcome at the latest evaluation, which comes by itself. */
    private void awaitOutcome(String wanted) throws Exception {
        for (int i = 0; i < 600; i++) {
            for (var standing : Door.api("department", "GET", "verdicts?limit=500", null)
                    .json()
                    .path("items")) {
                if (standing.path("cluster").asText().equals(cluster)
                        && standing.path("outcome").asText().equals(wanted)) {
                    return;
                }
            }
            Thread.sleep(100);
        }
        assertThat(verdict().toPrettyString()).as("not " + wanted).isEmpty();
    }

    private void keeps(Screen screen) {
        screen.page().locator(".tabs").getByText("История").click();
        screen.press("Зафиксировать вывод");
        assertThat(screen.text("Вывод зафиксирован.")).isVisible();
    }

    private void tellsTheCurator(Screen screen) throws Exception {
        awaitOutcome("NOT_ELIGIBLE");
        try (var curator = chromium.open("ru-RU", 1366, 768)) {
            curator.logIn("gckr");
            var task = curator.page()
                    .locator("#tasks tbody tr")
                    .filter(new Locator.FilterOptions().setHasText("Владельцы"))
                    .first();
            assertThat(task).containsText("Не соответствует");
            assertThat(task).containsText("ваша");
            task.locator("a").first().click();
            assertThat(curator.page().locator("h1")).containsText("Владельцы");
            assertThat(curator.complaints()).isEmpty();
        }
        screen.go("cluster/card.xhtml?id=" + cluster);
        assertThat(screen.page().locator(".answer strong")).hasText("Не соответствует: участники аффилированы");
        screen.follow("что изменилось");
        assertThat(screen.page().locator("#difference")).containsText("Участники не аффилированы");
    }

    private void proves(Screen screen) {
        screen.go("ownership/pair.xhtml?a=" + members.get(0) + "&b=" + members.get(1));
        assertThat(screen.page().locator("h1")).containsText("Аффилированы");
        assertThat(screen.page().locator(".facts-of")).containsText("21");
        var answer = screen.page()
                .request()
                .get(screen.page()
                        .evaluate(
                                "a => a.href",
                                screen.page()
                                        .locator("a[target=_blank]")
                                        .first()
                                        .elementHandle())
                        .toString());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).startsWith("%PDF-".getBytes(UTF_8));
    }

    /** No mouse: Tab until the thing has the focus, then Enter. */
    private void findsTheFixByKeyboard(Screen screen) {
        screen.go("cluster/card.xhtml?id=" + cluster);
        enter(screen, "Что если");
        assertThat(screen.page().locator("h1")).hasText("Что если");
        assertThat(screen.page().locator("#fix")).containsText("Доказано: дешевле нельзя");
        assertThat(screen.page().locator("#fix li")).hasCount(1);
        assertThat(screen.page().locator("#fix li")).containsText("Исключить участника");
        assertThat(screen.barriers()).isEmpty();

        supposes(screen, founder(0), "20");
        assertThat(screen.page().locator(".answer strong"))
                .hasText("Получится: Недостаточно сведений"); // who has the hundredth that is left over?
        supposes(screen, founder(1), "40");
        assertThat(screen.page().locator(".answer strong")).hasText("Получится: Соответствует");
        assertThat(screen.page().locator("#difference")).containsText("Участники не аффилированы");
        assertThat(screen.barriers()).isEmpty();

        enter(screen, "Убрать все предположения");
        enter(screen, "Предположить всё сразу");
        assertThat(screen.page().locator(".answer strong")).hasText("Получится: Соответствует");
        assertThat(screen.page().locator("#fix")).containsText("Ничего менять не нужно");
        assertThat(screen.overflow()).isZero();
    }

    /** That somebody holds so much of the second member. */
    private void supposes(Screen screen, EgrulExtracts.Party owner, String percent) {
        enter(screen, "Владение или руководство");
        assertThat(screen.barriers()).isEmpty();
        reach(screen, "Кто владеет или руководит");
        screen.page().keyboard().type(owner.inn());
        reach(screen, "В ком");
        screen.page().keyboard().type(members.get(1));
        reach(screen, "Доля");
        screen.page().keyboard().type(percent);
        screen.page().keyboard().press("Enter");
        screen.page().waitForURL(url -> !url.contains("topic="));
    }

    private static void enter(Screen screen, String name) {
        var address = screen.page().url();
        reach(screen, name);
        screen.page().keyboard().press("Enter");
        screen.page().waitForURL(url -> !url.equals(address));
        screen.page().waitForLoadState();
    }

    /** Tab until what is called so has the focus: a link, a button, a field. */
    private static void reach(Screen screen, String name) {
        for (int i = 0; i < MOST_TABS; i++) {
            screen.page().keyboard().press("Tab");
            var focused = String.valueOf(screen.page().evaluate("""
                    () => { const on = document.activeElement;
                            return ((on.labels && on.labels[0] && on.labels[0].innerText) || on.innerText || on.value || '')
                                .trim(); }"""));
            if (focused.startsWith(name)) {
                return;
            }
        }
        assertThat(name).as("reached by Tab").isEmpty();
    }

    private void letsGo(Screen screen, String inn) {
        screen.go("cluster/member.xhtml?id=" + cluster + "&inn=" + inn);
        screen.page().locator("[id='end:through']").fill(day(TODAY.minusDays(1)));
        screen.page().locator("[id='end:reason']").fill("Вышел по соглашению");
        screen.page().locator("[id='end:do']").click();
        assertThat(screen.page().locator(".result")).isVisible();
        screen.page().locator(".tabs").getByRole(AriaRole.LINK).first().click();
    }

    private static String day(LocalDate day) {
        return "%02d.%02d.%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    private void replays(Screen screen, JsonNode first) throws IOException {
        var digest = first.path("digest").asText();
        var kept = Door.api("department", "GET", "clusters/" + cluster + "/verdicts?limit=100", null)
                .json()
                .path("items");
        assertThat(kept.findValuesAsText("digest")).contains(digest);
        screen.page().locator(".tabs").getByText("История").click();
        var row = screen.page()
                .locator("#verdicts tbody tr")
                .filter(new Locator.FilterOptions().setHasText(digest))
                .first();
        row.getByText("тогда и сейчас").click();
        assertThat(screen.page().locator("#comparison")).containsText("Повторён с той же свёрткой");
        screen.page()
                .locator("#verdicts tbody tr")
                .filter(new Locator.FilterOptions().setHasText(digest))
                .first()
                .getByText("Проверить заново")
                .click();
        assertThat(screen.page().locator("main")).containsText(digest);
        assertThat(screen.page().locator(".answer strong")).hasText("Соответствует всем пяти условиям");
    }
}
