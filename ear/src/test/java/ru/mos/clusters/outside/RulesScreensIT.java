package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.TestSession;

/** A version of the rules from its draft to the clusters that come out otherwise, in the browser. */
class RulesScreensIT extends FromOutside {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Moscow"));
    private static final String SECTOR = "Правила и проба";

    private Chromium chromium;
    private String cluster;

    @BeforeEach
    void a_cluster_of_three_of_whom_nothing_is_known() throws Exception {
        chromium = Chromium.require();
        setDefaultAssertionTimeout(30_000);
        given("department", "chief", "auditor");
        run("truncate registry.manual_fact, registry.sme_run, registry.headcount, registry.income, registry.entity,"
                + " registry.release_file, registry.problem, registry.activity, registry.release cascade");
        Door.api("department", "POST", "sectors", """
                {"code": "RULED", "nameRu": "%s", "nameEn": "Rules and trial", "from": "2019-01-01"}""".formatted(SECTOR));
        var made = Door.api("department", "POST", "clusters", """
                {"sector": "RULED", "name": "Проба правил", "organisation": {"inn": "7707083893", "name": "Ассоциация «Проба»"},
                 "from": "2019-01-01"}""");
        cluster = made.json().get("code").asText();
        for (var inn : new String[] {"7700000016", "7700000023", "7700000030"}) {
            Door.api("department", "POST", "clusters/" + cluster + "/members", """
                    {"inn": "%s", "roles": ["OTHER"], "from": "2019-01-01"}""".formatted(inn));
        }
    }

    /** What was published here must not judge in other tests. */
    @AfterEach
    void the_rules_as_they_were() throws Exception {
        chromium.close();
        run("""
                set session_replication_role = replica;
                delete from eligibility.standing;
                delete from eligibility.verdict where rule_set_version > 2;
                delete from eligibility.rule_comment;
                delete from eligibility.rule_draft;
                delete from eligibility.rule_citation where version > 2;
                delete from eligibility.parameter where version > 2;
                delete from eligibility.rule_example where version > 2;
                delete from eligibility.transition_clause where version > 2;
                delete from eligibility.rule_set where version > 2""");
    }

    private static void run(String statements) throws Exception {
        try (var connection = TestSession.superuser();
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private String outcome() throws Exception {
        return Door.api("auditor", "GET", "clusters/" + cluster + "/verdict", null)
                .json()
                .get("outcome")
                .asText();
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("dd.MM.yyyy").format(day);
    }

    @Test
    void a_threshold_is_raised_for_one_sector_mended_by_the_gates_list_and_published_by_a_second_person()
            throws Exception {
        var before = outcome();
        try (var department = chromium.open("ru-RU", 1366, 768);
                var chief = chromium.open("ru-RU", 1920, 1080)) {
            department.logIn("department").go("rules/list.xhtml");
            assertThat(department.text("Действует версия 2")).isVisible();
            assertThat(department.barriers()).isEmpty();
            department.press("Составить проект на основе последней версии");
            assertThat(department.text("Проверка нашла")).isVisible();
            assertThat(department.barriers()).isEmpty();

            department.follow("Изменить название, день и основание");
            department.fill("Первый день действия", day(TODAY));
            department.fill("Название документа", "Приказ о порогах");
            department.fill("Номер", "12");
            department.fill("Дата документа", day(TODAY.minusDays(1)));
            department.press("Сохранить");
            department.follow("Добавить значение параметра");
            department
                    .page()
                    .getByLabel("Параметр")
                    .first()
                    .selectOption(new SelectOption().setLabel("Наименьшее число подходящих субъектов МСП"));
            department.fill("Значение", "4");
            department.page().getByLabel("Отрасль").first().selectOption(new SelectOption().setLabel(SECTOR));
            department.fill("Основание", "Приказ, п. 4");
            assertThat(department.barriers()).isEmpty();
            department.press("Сохранить");

            assertThat(department.text("Нет примера на самой границе условия E3"))
                    .isVisible();
            department.press("Добавить примеры на границах");
            assertThat(department.text("Проверка нашла 1 замечание")).isVisible();
            department.fill("Срок замечаний, дней", "0");
            department.press("Открыть для замечаний");
            assertThat(department.text("Проверка ничего не нашла")).isVisible();
            department.follow("Показать, какие кластеры изменятся");
            assertThat(department.page().locator("main")).containsText(cluster);
            assertThat(department.barriers()).isEmpty();
            department.press("Проверить и передать второму лицу");
            assertThat(department.text("Проект ждёт второго лица")).isVisible();
            var draft = department.page().url();
            assertThat(department.complaints()).isEmpty();

            chief.logIn("chief");
            chief.page().navigate(draft);
            chief.press("Опубликовать");
            assertThat(chief.text("Правила, версия 3")).isVisible();
            assertThat(chief.barriers()).isEmpty();
            assertThat(chief.overflow()).isZero();
            chief.go("rules/readings.xhtml");
            assertThat(chief.text("Порог владения")).isVisible();
            assertThat(chief.barriers()).isEmpty();
            assertThat(chief.complaints()).isEmpty();
        }
        assertThat(before).isEqualTo("UNKNOWN");
        assertThat(outcome()).isEqualTo("NOT_ELIGIBLE");
    }
}
