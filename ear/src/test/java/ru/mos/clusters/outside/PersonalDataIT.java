package ru.mos.clusters.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mos.clusters.TestSession;

/** The full name of a private person is shown to few, one subject at a time and on record; everywhere else it is cut. */
class PersonalDataIT extends FromOutside {

    private static String inn;
    private static String full;
    private static String cut;
    private static String cluster;

    @BeforeEach
    void anEntrepreneurInACluster() throws Exception {
        given(
                "department",
                "gckr",
                "auditor",
                "service",
                "chief",
                "accountant",
                "infrastructure",
                "commission",
                "expert");
        if (inn != null) {
            return;
        }
        inn = Sample.inn("ENTREPRENEUR");
        // names are forgotten by whoever asks for it, as tests of all operations do
        CallsRestIT.run("""
                set session_replication_role = replica;
                update registry.sme_run set name = 'ПРОБНЫЙ КУЗЬМА ФОМИЧ', last_name = 'ПРОБНЫЙ', first_name = 'КУЗЬМА',
                                            middle_name = 'ФОМИЧ'
                 where inn = '%1$s';
                update registry.entity set name = 'ПРОБНЫЙ КУЗЬМА ФОМИЧ', search_name = registry.search_form('ПРОБНЫЙ КУЗЬМА ФОМИЧ')
                 where inn = '%1$s'""".formatted(inn));
        full = name("department");
        cut = name("chief");
        cluster = "clusters/"
                + Door.api("department", "POST", "clusters", """
                        {"sector": "IT", "name": "Лица", "organisation": {"inn": "7707083893"}, "from": "2019-01-01"}""")
                        .json()
                        .get("code")
                        .asText();
        var admitted = Door.api("department", "POST", cluster + "/members", """
                {"inn": "%s", "name": "ИП %s", "roles": ["OTHER"], "from": "2019-01-01"}""".formatted(inn, full));
        assertThat(admitted.status()).as(admitted.toString()).isEqualTo(201);
        assertThat(admitted.body()).doesNotContain(full);
    }

    private static String name(String login) throws Exception {
        return Door.api(login, "GET", "entities/" + inn + "?asOf=2019-02-10", null)
                .json()
                .get("name")
                .asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"department", "gckr", "auditor", "service"})
    void the_full_name_is_shown_to_those_who_work_with_it_and_each_view_is_on_record(String login) throws Exception {
        long before = views();

        assertThat(name(login)).isEqualTo(full).matches("\\S+ \\S+ \\S+.*");
        assertThat(Door.api(login, "GET", "entities/" + inn + "/history?limit=500", null)
                        .body())
                .contains(full);

        assertThat(views()).isEqualTo(before + 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chief", "accountant", "infrastructure", "commission"})
    void others_see_surname_and_initials(String login) throws Exception {
        long before = views();

        assertThat(name(login)).isEqualTo(cut).matches("\\S+ \\S\\. \\S\\..*");
        assertThat(Door.api(login, "GET", "entities/" + inn + "/history?limit=500", null)
                        .body())
                .contains(cut)
                .doesNotContain(full);

        assertThat(views()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"department", "chief", "expert", "auditor"})
    void lists_of_a_cluster_and_its_history_hold_no_full_name(String login) throws Exception {
        for (var list : new String[] {"", "/members", "/members/timeline", "/members/" + inn, "/history"}) {
            var answer = Door.api(login, "GET", cluster + list + "?asOf=2019-02-10", null);

            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertThat(answer.body()).as(list).contains(cut).doesNotContain(full);
        }
    }

    @Test
    void searches_exports_changes_and_verdicts_hold_no_full_name() throws Exception {
        assertThat(Door.api("department", "GET", "entities?asOf=2019-02-10&query=" + inn, null)
                        .body())
                .contains(cut)
                .doesNotContain(full);
        assertThat(unzipped(Door.api("department", "GET", "entities/export.xlsx?asOf=2019-02-10&query=" + inn, null)))
                .contains(cut)
                .doesNotContain(full);
        var verdict = Door.api("department", "GET", cluster + "/verdict?asOf=2019-02-10", null);
        assertThat(verdict.body()).contains(cut).doesNotContain(full);
        var release = Door.api("department", "GET", "register/releases?limit=1", null)
                .json()
                .at("/items/0/id")
                .asText();
        assertThat(Door.api("department", "GET", "register/releases/" + release + "/changes?limit=500", null)
                        .body())
                .doesNotContain(full);
    }

    private static String unzipped(Door.Answer workbook) throws Exception {
        var file = Files.write(Files.createTempFile("export", ".xlsx"), workbook.bytes());
        try (var zip = new ZipFile(file.toFile())) {
            var text = new StringBuilder();
            for (var entry : Collections.list(zip.entries())) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
            }
            return Pattern.compile("&#x(\\p{XDigit}+);")
                    .matcher(text)
                    .replaceAll(
                            sign -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(sign.group(1), 16))));
        } finally {
            Files.delete(file);
        }
    }

    private static long views() throws Exception {
        try (var connection = TestSession.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from platform.change where action = 'PERSONAL_DATA_VIEWED' and subject = '"
                                + inn + "' and address is not null")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
