package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.Pictures.seen;
import static ru.mos.clusters.outside.ProblemAssert.assertProblem;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.inserver.LedgerFixture;

/** Open data from preparation to download: by programs, without log-in, and in the browser. */
class OpenDataScreensIT extends FromOutside {

    private static final String KBK = "80704121234567890811";
    private static final String PARTY = "7707083893";
    private static final String[] NOBODY = {};

    @BeforeEach
    void an_agreement_in_force() throws Exception {
        given("department", "department2", "chief", "accountant", "auditor", "applicant", "applicant2");
        gone();
        CallsRestIT.run(
                "insert into platform.clock_shift select (timestamp '2026-06-01 12:00' at time zone 'Europe/Moscow')"
                        + " - clock_timestamp()");
        var call = CallsRestIT.created("OPEN_DATA").get("id").asText();
        Door.api("department", "POST", "calls/" + call + "/check", null);
        Door.api("chief", "POST", "calls/" + call + "/publish", null);
        var application = UUID.randomUUID().toString();
        CallsRestIT.run(LedgerFixture.limits(2026, KBK, "5000000"));
        CallsRestIT.run(Award.of(application, call, PARTY, KBK));
        var id = done(Door.api("department", "POST", "agreements", "{\"application\": \"" + application + "\"}"))
                .json()
                .get("id")
                .asText();
        done(Door.api("chief", "POST", "agreements/" + id + "/sign", "{}"));
        done(Door.api(
                "accountant",
                "POST",
                "agreements/" + id + "/register",
                "{\"number\": \"БО-1\", \"on\": \"2026-06-01\"}"));
        CallsRestIT.run("""
                set session_replication_role = replica;
                update project.edition set content = content || '{"title": "Стенд Образцовой Марии Петровны"}'
                 where project_id = '%s'""".formatted(application));
    }

    private static Door.Answer done(Door.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
        return answer;
    }

    @AfterEach
    void gone() throws Exception {
        CallsRestIT.run("truncate opendata.publication, opendata.public_title cascade");
        new CallsRestIT().gone();
        CallsRestIT.run(LedgerFixture.NOTHING_LEFT);
        CallsRestIT.run("""
                set session_replication_role = replica;
                delete from platform.clock_shift;
                delete from platform.mandate;
                delete from platform.organisation where inn = '7707083893';
                delete from cluster.membership m using cluster.cluster c where c.id = m.cluster_id and c.sector = 'OPENDATA';
                delete from cluster.organisation m using cluster.cluster c where c.id = m.cluster_id and c.sector = 'OPENDATA';
                delete from cluster.particulars m using cluster.cluster c where c.id = m.cluster_id and c.sector = 'OPENDATA';
                delete from cluster.cluster where sector = 'OPENDATA';
                delete from cluster.sector where code = 'OPENDATA';
                delete from platform.task where kind in ('CALL_TO_PUBLISH', 'OPEN_DATA_TO_PUBLISH') or subject_kind = 'AGREEMENT'""");
    }

    private static Door.Answer open(String method, String path, String... headers) throws Exception {
        return Door.send(method, "/open-data/" + path, headers, null);
    }

    private static String prepared() throws Exception {
        return done(Door.api("department", "POST", "open-data/publications", "{}"))
                .json()
                .get("id")
                .asText();
    }

    private static void published(String id) throws Exception {
        done(Door.api(
                "chief",
                "POST",
                "open-data/publications/" + id + "/publish",
                "{\"acknowledgement\": \"Имя в честь учёного\"}"));
    }

    @Test
    void anybody_reads_what_was_published_and_nothing_else() throws Exception {
        assertThat(open("GET", "grants-360.json").status()).isEqualTo(404);
        assertThat(open("GET", "").body()).contains("Пока ничего не опубликовано");
        var id = prepared();
        assertThat(open("GET", "grants-360.json").status()).as("only prepared").isEqualTo(404);
        assertProblem(
                Door.api("chief", "POST", "open-data/publications/" + id + "/publish", "{}"),
                422,
                "publication-persons-unanswered");
        assertProblem(
                Door.api("department", "POST", "open-data/publications", "{\"asOf\": \"2026-05-31\"}"),
                422,
                "publication-not-today");
        published(id);

        for (var name : List.of(
                "grants-360.json",
                "grants-360.csv",
                "ownership-bods.json",
                "clusters.csv",
                "clusters.csv-metadata.json",
                "entrepreneurs.csv",
                "entrepreneurs.csv-metadata.json",
                "clusters/meta.csv")) {
            var file = open("GET", name);
            assertThat(file.status()).as(name).isEqualTo(200);
            var tag = file.header("ETag");
            assertThat(tag)
                    .as(name)
                    .isEqualTo("\""
                            + HexFormat.of()
                                    .formatHex(
                                            MessageDigest.getInstance("SHA-256").digest(file.bytes()))
                            + "\"");
            assertThat(open("GET", name, "If-None-Match", tag).status())
                    .as(name)
                    .isEqualTo(304);
            assertThat(file.header("Set-Cookie")).isNull();
        }
        var grants = open("GET", "grants-360.json");
        assertThat(grants.header("Content-Type")).isEqualTo("application/json");
        assertThat(grants.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(open("GET", "x", "If-Modified-Since", grants.header("Last-Modified"))
                        .status())
                .isEqualTo(404);
        assertThat(open("GET", "grants-360.json", "If-Modified-Since", grants.header("Last-Modified"))
                        .status())
                .isEqualTo(304);
        assertThat(grants.json().at("/grants/0/amountAwarded").asText()).isEqualTo("1500000.0");
        assertThat(grants.body()).contains("\"amountAwarded\":1500000.00");
        var head = open("HEAD", "clusters.csv");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.bytes()).isEmpty();
        assertThat(head.header("Content-Type")).contains("text/csv;", "charset=UTF-8", "header=present");
        assertThat(head.header("Link")).contains("clusters.csv-metadata.json>; rel=\"describedby\"");

        for (var method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            assertThat(open(method, "grants-360.json").status()).as(method).isIn(400, 403, 405);
        }
        for (var path : List.of(
                "../index.xhtml",
                "x.xhtml",
                "%2e%2e/index.xhtml",
                "0/clusters.csv",
                "999999/clusters.csv",
                "..;/structure.xhtml")) {
            assertThat(open("GET", path).status()).as(path).isIn(302, 400, 404);
            assertThat(open("GET", path).body()).as(path).doesNotContain("Образцов");
        }
        assertThat(Door.send("GET", "/opendata/list.xhtml", NOBODY, null).status())
                .isEqualTo(302);
        assertThat(Door.send("GET", "/opendata/public.xhtml", NOBODY, null).status())
                .isEqualTo(302);
        assertThat(Door.send("GET", "/open-data-x", NOBODY, null).status()).isEqualTo(302);
        assertProblem(Door.api(null, "GET", "open-data/publications", null), 401, "unauthenticated-request");

        var number = Door.api("auditor", "GET", "open-data/publications/" + id, null)
                .json()
                .get("number")
                .asText();
        assertThat(open("GET", number + "/clusters.csv").status()).isEqualTo(200);
        done(Door.api(
                "chief", "POST", "open-data/publications/" + id + "/withdraw", "{\"reason\": \"Ошибка в названии\"}"));
        assertThat(open("GET", number + "/clusters.csv").status()).isEqualTo(410);
        assertThat(open("GET", "clusters.csv").status()).isEqualTo(404);
    }

    @Test
    void four_entrepreneurs_of_a_sector_are_not_told_five_are_and_none_by_name_or_number() throws Exception {
        CallsRestIT.run("""
                set session_replication_role = replica;
                insert into cluster.sector (code, name_ru, name_en, prefix, position, valid_from)
                values ('OPENDATA', 'Проба', 'Trial', 'OPENDATA', 99, '2010-01-01');
                insert into cluster.cluster (id, sector, number, code, version, recorded_by)
                select '00000000-0000-0000-0000-00000000d001', 'OPENDATA', 1, 'OPENDATA-1', 1, max(id) from platform.change;
                insert into cluster.particulars (id, cluster_id, name, valid_from, recorded_by)
                select gen_random_uuid(), '00000000-0000-0000-0000-00000000d001', 'Проба', '2019-01-01', max(id) from platform.change""");
        members(1, 4);
        assertThat(persons()).isEqualTo("");
        members(5, 5);
        assertThat(persons()).isEqualTo("5");
    }

    private static void members(int from, int to) throws Exception {
        CallsRestIT.run("""
                set session_replication_role = replica;
                insert into cluster.membership (id, cluster_id, inn, name, roles, member_of_organisation, valid_from, recorded_by)
                select gen_random_uuid(), '00000000-0000-0000-0000-00000000d001', '77000000000' || n, 'Образцов Пётр Ильич', '{OTHER}', true,
                       '2019-01-01', (select max(id) from platform.change)
                  from generate_series(%d, %d) n""".formatted(from, to));
    }

    /** As told of the sector and those outside of the register. */
    private static String persons() throws Exception {
        published(prepared());
        for (var name : List.of("ownership-bods.json", "clusters.csv", "entrepreneurs.csv", "grants-360.csv")) {
            assertThat(open("GET", name).body()).as(name).doesNotContain("Пётр Ильич", "77000000000");
        }
        return open("GET", "entrepreneurs.csv")
                .body()
                .lines()
                .filter(line -> line.startsWith("OPENDATA,OUTSIDE_REGISTER,"))
                .findFirst()
                .orElseThrow()
                .split(",")[2];
    }

    @Test
    void fifty_thousand_grants_are_written_and_examined_as_they_are_read() throws Exception {
        CallsRestIT.run("""
                set session_replication_role = replica;
                insert into ledger.opening (id, effective_on, document_id, state, prepared_by, posted_by, recorded_by, changed_by)
                select '00000000-0000-0000-0000-00000000d002', '2026-01-01', gen_random_uuid(), 'POSTED', 'x', 'y', max(id), max(id)
                  from platform.change;
                insert into ledger.opening_agreement (number, signed_on, inn)
                select 'П-' || n, '2025-03-01', '7707083893' from generate_series(1, 50000) n;
                insert into ledger.opening_row (opening_id, position, line, agreement_id, year, kbk, appropriation, free, reserved, committed,
                                                due, paid, accepted)
                select '00000000-0000-0000-0000-00000000d002', row_number() over (), 1, a.id, 2026, '%s', 0, 0, 0, 1000.01, 0, 0, 0
                  from ledger.opening_agreement a""".formatted(KBK));
        long before = System.nanoTime();

        var id = prepared();

        var seconds = (System.nanoTime() - before) / 1_000_000_000L;
        System.out.println("50 001 grants prepared in " + seconds + " s");
        var publication =
                Door.api("auditor", "GET", "open-data/publications/" + id, null).json();
        assertThat(publication.get("awarded").asText()).isEqualTo("51500500.00");
        assertThat(publication.at("/files/0/records").asLong()).isEqualTo(50_001);
        var file = Door.api("auditor", "GET", "open-data/publications/" + id + "/files/grants-360.json", null);
        assertThat(file.json().get("grants")).hasSize(50_001);
        assertThat(new String(file.bytes(), StandardCharsets.UTF_8)).contains("\"amountAwarded\":1000.01,");
        assertThat(seconds).isLessThan(240);
    }

    @Test
    void what_one_prepares_another_publishes_and_anybody_sees() throws Exception {
        setDefaultAssertionTimeout(30_000);
        try (var chromium = Chromium.require();
                var department = chromium.open("ru-RU", 1366, 768);
                var chief = chromium.open("ru-RU", 1366, 768);
                var anybody = chromium.open("ru-RU", 1366, 768)) {
            anybody.go("open-data/");
            assertThat(anybody.text("Пока ничего не опубликовано")).isVisible();
            seen(anybody, "open-data-none");
            department.logIn("department").go("opendata/list.xhtml");
            seen(department, "open-data-list-empty");
            department.press("Подготовить выпуск");
            assertThat(department.text("Выпуск подготовлен и ждёт руководителя"))
                    .isVisible();
            seen(department, "open-data-persons");
            department.follow("Дать публичное название");
            department.fill("Публичное название", "Стенд М. П. Образцовой");
            department.press("Сохранить название");
            assertThat(department.text("тоже похоже на сведения о человеке")).isVisible();
            department.fill("Публичное название", "Испытательный стенд");
            seen(department, "open-data-title");
            department.press("Сохранить название");
            assertThat(department.text("Публичное название сохранено")).isVisible();
            department.press("Подготовить выпуск");
            assertThat(department.text("Выпуск подготовлен и ждёт руководителя"))
                    .isVisible();
            seen(department, "open-data-prepared");

            chief.logIn("chief").go("opendata/list.xhtml");
            seen(chief, "open-data-list");
            chief.page().locator("#publications tbody a").first().click();
            chief.press("Опубликовать");
            assertThat(chief.text("Выпуск опубликован")).isVisible();
            seen(chief, "open-data-published");

            anybody.go("open-data/");
            assertThat(anybody.page().locator("#files tbody tr")).hasCount(11);
            seen(anybody, "open-data-public");
            var download = anybody.page()
                    .waitForDownload(() -> anybody.page()
                            .evaluate("document.querySelector('#files a[href$=\"grants-360.csv\"]').click()"));
            assertThat(java.nio.file.Files.readString(download.path()))
                    .contains("Испытательный стенд")
                    .doesNotContain("Образцов");
            anybody.press("EN");
            assertThat(anybody.page().locator("main")).containsText("No registration is needed");
            assertThat(anybody.page()).hasURL(URL + "open-data/");
            seen(anybody, "open-data-public-en");

            chief.press("Отозвать выпуск…");
            chief.fill("Причина", "Перепутана дата");
            chief.press("Отозвать выпуск");
            assertThat(chief.text("Выпуск отозван")).isVisible();
            anybody.page().reload();
            assertThat(anybody.page().locator("main")).containsText("Nothing is published yet");
            for (var screen : new Screen[] {department, chief, anybody}) {
                assertThat(screen.complaints()).isEmpty();
            }
        }
    }
}
