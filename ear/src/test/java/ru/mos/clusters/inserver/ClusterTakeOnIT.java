package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.TakeOn;
import ru.mos.clusters.cluster.TakeOnReport;
import ru.mos.clusters.platform.workbook.Rejected;

class ClusterTakeOnIT extends InServer {

    private static final LocalDate MARCH = LocalDate.of(2011, 3, 1);
    private static final Object[] CLUSTERS = {
        "Кластер *",
        "Отрасль *",
        "Номер в отрасли",
        "Наименование кластера *",
        "С *",
        "По (последний день)",
        "Причина закрытия",
        "Куратор"
    };
    private static final Object[] ORGANISATIONS = {
        "Кластер *", "ИНН *", "Наименование", "Правовая форма", "С *", "По (последний день)"
    };
    private static final Object[] MEMBERS = {
        "Кластер *", "ИНН *", "Наименование", "Роли *", "Член организации", "С *", "По (последний день)"
    };

    @Inject
    TakeOn takeOn;

    @Inject
    Clusters clusters;

    @Test
    void clusters_with_their_organisations_and_members_are_taken_on() throws Exception {
        given("gckr");

        var report = load(book(
                List.of(
                        row("Первый", "Биофармацевтика", 70, "Первый кластер", MARCH, null, null, "gckr"),
                        row(
                                "Второй",
                                "BIOPHARMA",
                                null,
                                "Второй кластер",
                                "01.01.2011",
                                "31.12.2011",
                                "Слияние",
                                null)),
                List.of(
                        row("Первый", 7707083893L, "Союз", "Союз", MARCH, null),
                        row("Второй", "7707083893", null, "ASSOCIATION", "01.01.2011", null)),
                List.of(
                        row("Первый", "7700000016", "Альфа", "МСП-лидер; MANUFACTURER", "да", MARCH, null),
                        row("Первый", "770000000156", null, "OTHER", "нет", MARCH, "31.03.2011"),
                        row("Второй", "7700000016", null, "OTHER", null, "01.01.2011", null))));

        assertThat(report.rejected()).isEmpty();
        assertThat(report.clusters()).isEqualTo(2);
        assertThat(report.members()).isEqualTo(3);
        assertThat(report.created()).extracting(TakeOnReport.Taken::code).contains("BIOPHARMA-70", "BIOPHARMA-71");
        var first = as("auditor", () -> clusters.card(clusters.resolve("BIOPHARMA-70"), MARCH, null));
        assertThat(first.cluster().memberCount()).isEqualTo(1);
        assertThat(first.cluster().partnerCount()).isEqualTo(1);
        assertThat(first.cluster().curator().login()).isEqualTo("gckr");
        var april = as("auditor", () -> clusters.card(first.cluster().id(), LocalDate.of(2011, 4, 1), null));
        assertThat(april.cluster().partnerCount()).isZero();
        var second = as("auditor", () -> clusters.card(clusters.resolve("BIOPHARMA-71"), MARCH, null));
        assertThat(second.cluster().to()).isEqualTo("2012-01-01");
        assertThat(second.members().get(0).to()).isEqualTo("2012-01-01");
    }

    @Test
    void one_fault_keeps_everything_out_and_every_fault_is_told_with_its_place() throws Exception {
        var before =
                one("select count(*) || ' ' || (select sum(last_number) from cluster.numbering) from cluster.cluster");

        var report = load(book(
                List.of(
                        row("А", "Рудники", null, "Кластер", MARCH, null, null, null),
                        row("Б", "IT", 0, "Кластер", MARCH, null, null, "nobody"),
                        row("Б", "IT", null, null, "31.02.2011", null, null, null),
                        row("В", "IT", null, "Без организации", MARCH, null, null, null),
                        row("Г", "IT", null, "Годный", MARCH, "01.02.2011", null, null),
                        row("Д", "IT", null, "Годный", MARCH, null, null, null)),
                List.of(
                        row("Б", "770000000156", null, "Союз", MARCH, null),
                        row("Я", "7707083893", null, "Трест", MARCH, null),
                        row("Д", "7707083893", null, null, MARCH, null)),
                List.of(
                        row("Д", "7707083893", null, "OTHER", null, MARCH, null),
                        row("Д", "7700000017", null, "OTHER", null, MARCH, null),
                        row("Д", "7700000016", null, "начальник", "может быть", MARCH, null),
                        row("Д", "7700000023", null, "OTHER", null, MARCH, null),
                        row("Д", "7700000023", null, "OTHER", null, MARCH, null),
                        row("Д", "7700000023", null, "OTHER", null, "01.05.2011", null),
                        row("Д", "7700000030", null, "OTHER", null, "28.02.2011", null),
                        row("IT-99999", "7700000030", null, "OTHER", null, MARCH, null))));

        assertThat(report.isDone()).isFalse();
        assertThat(report.rejected())
                .extracting(rejected ->
                        rejected.pointer() + " " + rejected.problem().code().slug())
                .containsExactlyInAnyOrder(
                        "/Кластеры/2/Отрасль * sector-unknown",
                        "/Кластеры/3/Номер в отрасли cluster-number-malformed",
                        "/Кластеры/4/Кластер * cluster-label-repeated",
                        "/Кластеры/4/Наименование кластера * cell-missing",
                        "/Кластеры/4/С * cell-date-malformed",
                        "/Кластеры/5/Кластер * organisation-missing",
                        "/Кластеры/6/По (последний день) period-empty",
                        "/Организации/2/ИНН * organisation-not-legal-entity",
                        "/Организации/3/Правовая форма legal-form-unknown",
                        "/Участники/2/ИНН * organisation-is-not-a-member",
                        "/Участники/3/ИНН * inn-checksum",
                        "/Участники/4/Роли * participant-role-unknown",
                        "/Участники/4/Член организации yes-or-no-unreadable",
                        "/Участники/6/Кластер * row-repeated",
                        "/Участники/7/С * membership-overlaps",
                        "/Участники/8/С * date-before-cluster",
                        "/Участники/9/Кластер * cluster-label-unknown");
        assertThat(report.rejected()).extracting(Rejected::cell).contains("B2", "A9");
        assertThat(
                        one(
                                "select count(*) || ' ' || (select sum(last_number) from cluster.numbering) from cluster.cluster"))
                .isEqualTo(before);
    }

    @Test
    void members_can_be_added_to_a_cluster_on_record() throws Exception {
        var made = ClustersRestIT.send("gckr", "POST", "clusters", """
                {"sector": "MEDTECH", "name": "Проба", "organisation": {"inn": "7707083893"}, "from": "2011-01-01"}""");
        var code = made.body().replaceAll("(?s).*\"code\":\"([^\"]+)\".*", "$1");
        var members = List.<Object[]>of(row(code, "7700000016", null, "OTHER", null, MARCH, null));

        assertThat(load(book(List.of(), List.of(), members)).rejected()).isEmpty();

        var again = load(book(List.of(), List.of(), members));
        assertThat(again.rejected())
                .singleElement()
                .satisfies(
                        rejected -> assertThat(rejected.problem().code().slug()).isEqualTo("membership-overlaps"));
    }

    @Test
    void the_template_filled_with_nothing_is_understood_and_called_empty() throws Exception {
        for (var language : List.of(Locale.forLanguageTag("ru"), Locale.ENGLISH)) {
            var template = new ByteArrayOutputStream();
            as("gckr", () -> {
                takeOn.template(language, template);
                return null;
            });
            assertProblem("take-on-empty", () -> load(template.toByteArray()));
        }
    }

    @Test
    void a_wrong_heading_a_wrong_sheet_and_what_is_no_workbook_are_refused() throws Exception {
        assertProblem("workbook-unreadable", () -> load("не книга".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            sheet(workbook, "Участники", new Object[] {"Кластер", "ИНН", "Роли", "Начало"}, List.of());
            sheet(workbook, "Разное", new Object[] {"Что-то"}, List.of());
        }

        assertThat(load(bytes.toByteArray()).rejected())
                .extracting(rejected ->
                        rejected.pointer() + " " + rejected.problem().code().slug())
                .containsExactlyInAnyOrder(
                        "/Участники/1 column-unknown", "/Участники/1 column-missing", "/Разное sheet-unknown");
    }

    private TakeOnReport load(byte[] workbook) throws Exception {
        return as("gckr", () -> takeOn.load(new ByteArrayInputStream(workbook), "кластеры.xlsx"));
    }

    private static Object[] row(Object... cells) {
        return cells;
    }

    private static byte[] book(List<Object[]> clusters, List<Object[]> organisations, List<Object[]> members)
            throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            sheet(workbook, "Кластеры", CLUSTERS, clusters);
            sheet(workbook, "Организации", ORGANISATIONS, organisations);
            sheet(workbook, "Участники", MEMBERS, members);
        }
        return bytes.toByteArray();
    }

    private static void sheet(Workbook workbook, String title, Object[] headings, List<Object[]> rows)
            throws Exception {
        var sheet = workbook.newWorksheet(title);
        for (int column = 0; column < headings.length; column++) {
            sheet.value(0, column, (String) headings[column]);
        }
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).length; column++) {
                var cell = rows.get(row)[column];
                if (cell instanceof LocalDate day) {
                    sheet.value(row + 1, column, day);
                } else if (cell instanceof Number number) {
                    sheet.value(row + 1, column, number);
                } else if (cell != null) {
                    sheet.value(row + 1, column, (String) cell);
                }
            }
        }
        sheet.finish();
    }
}
