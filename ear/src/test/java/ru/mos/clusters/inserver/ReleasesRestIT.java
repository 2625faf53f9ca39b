package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mos.clusters.TestSession;
import ru.mos.clusters.generator.Defect;
import ru.mos.clusters.generator.FormatVersion;
import ru.mos.clusters.generator.Movement;
import ru.mos.clusters.generator.Release;
import ru.mos.clusters.generator.SmeRelease;

/** Releases as a program outside uploads them and reads what became of them, on files of the generator and the samples. */
@RunAsClient
class ReleasesRestIT extends InServer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String AUTHORIZATION = "Basic "
            + Base64.getEncoder().encodeToString("department:demo".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    private static final List<String> BAD_FILES = new ArrayList<>();

    @TempDir
    Path folder;

    @BeforeAll
    static void a_user() throws Exception {
        sql(
                "insert into platform.app_user (login, name, password)"
                        + " values ('department', 'department', public.crypt('demo', public.gen_salt('bf', 4))) on conflict do nothing");
        sql("insert into platform.user_role (login, role) values ('department', 'department') on conflict do nothing");
    }

    @BeforeEach
    void an_empty_register() throws Exception {
        sql("truncate registry.release, registry.release_file, registry.problem, registry.sme_run, registry.headcount,"
                + " registry.income, registry.entity, registry.activity cascade");
    }

    /** What was uploaded and how the product answered, for people to read. */
    @AfterAll
    static void table_of_bad_files() throws Exception {
        BAD_FILES.sort(null);
        BAD_FILES.add(0, "| input | state | code | seconds | message |\n| --- | --- | --- | --- | --- |");
        Files.write(Path.of("target", "bad-files.md"), BAD_FILES);
    }

    private static void sql(String statement) throws Exception {
        try (var connection = TestSession.superuser();
                var running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    private static HttpRequest.Builder request(String path, String language) {
        return HttpRequest.newBuilder(URI.create(System.getProperty("clusters.url") + "api/v1/" + path))
                .header("Authorization", AUTHORIZATION)
                .header("Accept-Language", language);
    }

    private static JsonNode get(String path, String language) throws Exception {
        var answer = HTTP.send(request(path, language).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static JsonNode get(String path) throws Exception {
        return get(path, "ru");
    }

    /** Everything on all pages of a list. */
    private static List<JsonNode> all(String path) throws Exception {
        var items = new ArrayList<JsonNode>();
        for (String cursor = ""; ; ) {
            var page = get(path + (path.contains("?") ? "&" : "?") + "limit=500" + cursor);
            page.get("items").forEach(items::add);
            if (page.get("next").isNull()) {
                return items;
            }
            cursor = "&cursor=" + page.get("next").asText();
        }
    }

    private static HttpResponse<String> upload(Path file, String query) throws Exception {
        return HTTP.send(
                request("register/releases?fileName=" + file.getFileName() + query, "ru")
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofFile(file))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The release as it ended. */
    private static JsonNode imported(Path file, String query) throws Exception {
        var accepted = upload(file, query);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        return ended(JSON.readTree(accepted.body()).get("id").asText());
    }

    private static JsonNode ended(String id) throws Exception {
        var until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (System.nanoTime() < until) {
            var release = get("register/releases/" + id);
            if (!List.of("QUEUED", "RUNNING").contains(release.get("state").asText())) {
                return release;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("release " + id + " did not end: " + get("register/releases/" + id));
    }

    private Path written(Release release) throws Exception {
        var file = folder.resolve(release.archiveName());
        release.writeTo(file);
        return file;
    }

    @ParameterizedTest(name = "in format {0}")
    @ValueSource(strings = {"4.01", "4.04", "4.06"})
    void whoever_the_generator_moved_is_listed_and_nobody_else(String format) throws Exception {
        var version = FormatVersion.of(format);
        var first = SmeRelease.first(format.hashCode(), 3000, LocalDate.of(2022, 4, 10), version);
        var next = first.next(LocalDate.of(2022, 5, 10), version, new Movement(30, 40, 110, 100));
        var before = imported(written(first), "");
        var file = written(next);
        var after = imported(file, "");
        var told = Files.readAllLines(file.resolveSibling(file.getFileName() + ".changes.csv"));

        assertThat(before.get("state").asText()).isEqualTo("COMPLETED");
        assertThat(before.get("entered").asInt()).isEqualTo(3000);
        assertThat(after.get("formatVersions").get(0).asText()).isEqualTo(format);
        assertThat(after.get("rejected").asInt()).isZero();
        for (var kind : List.of("ENTERED", "LEFT", "CHANGED")) {
            var expected = told.stream()
                    .filter(line -> line.startsWith(kind + ","))
                    .map(line -> line.substring(kind.length() + 1))
                    .sorted()
                    .toList();
            var listed = all("register/releases/" + after.get("id").asText() + "/changes?kind=" + kind);
            assertThat(listed.stream().map(item -> item.get("inn").asText()))
                    .as(format + " " + kind)
                    .hasSizeGreaterThan(50)
                    .containsExactlyElementsOf(expected);
            assertThat(after.get(kind.toLowerCase(Locale.ROOT)).asInt()).isEqualTo(expected.size());
        }
    }

    @Test
    void a_format_nobody_has_met_is_read_and_what_is_new_in_it_is_reported() throws Exception {
        var release = imported(written(SmeRelease.first(7, 1000, LocalDate.of(2026, 10, 10), FormatVersion.V4_07)), "");
        var problems = all("register/releases/" + release.get("id").asText() + "/problems");

        assertThat(release.get("state").asText()).isEqualTo("COMPLETED");
        assertThat(release.get("formatVersions").get(0).asText()).isEqualTo("4.07");
        assertThat(release.get("records").asInt()).isEqualTo(1000);
        assertThat(release.get("rejected").asInt()).isZero();
        assertThat(problems)
                .extracting(problem -> problem.get("code").asText() + " "
                        + problem.get("field").asText())
                .containsExactly("format-version-unproven ВерсФорм", "element-unknown СвЦифрПрофиль");
        assertThat(problems.get(0).get("message").asText()).contains("4.07");
        assertThat(problems.get(1).get("line").asInt()).isEqualTo(1);
        assertThat(problems.get(1).get("document").asText()).isNotEmpty();
    }

    @Test
    void the_samples_arrive_whole_and_a_second_time_change_nothing() throws Exception {
        for (var sample : List.of("sme-register-2019-02-10", "headcount-2018", "income-2018")) {
            var file = Path.of("src", "test", "resources", "fns", sample + "-sample.zip");
            var first = imported(file, "");
            var again = imported(file, "");

            assertThat(first.get("records").asInt())
                    .as(sample)
                    .isEqualTo(sample.startsWith("sme") ? 2700 : sample.startsWith("head") ? 9 : 795);
            assertThat(first.get("rejected").asInt()).isZero();
            assertThat(again.get("state").asText()).isEqualTo("COMPLETED");
            assertThat(again.get("unchanged").asInt())
                    .isEqualTo(first.get("records").asInt());
            assertThat(again.get("entered").asInt()
                            + again.get("left").asInt()
                            + again.get("changed").asInt())
                    .isZero();
        }
    }

    @Test
    void every_field_of_ten_records_of_the_sample_is_shown() throws Exception {
        var file = Path.of("src", "test", "resources", "fns", "sme-register-2019-02-10-sample.zip");
        assertThat(imported(file, "").get("state").asText()).isEqualTo("COMPLETED");
        var wanted = List.of(
                "5232003628", // medium
                "5232000095", // a licence for many addresses
                "5235000135", // seven licences
                "523100925298", // sixteen products
                "890158962424", // 616 activities
                "890133210944", // a newly registered entrepreneur
                "8901037297", // a newly registered legal entity
                "8901030037", // no short name
                "890103525778", // no patronymic
                "890121487469"); // an entrepreneur with a licence
        var records = SampleRecord.of(file, wanted);

        assertThat(records).hasSize(10);
        for (var record : records) {
            record.assertShownBy(get("entities/" + record.inn() + "?asOf=2019-02-10"));
        }
    }

    @Test
    void a_running_import_says_how_far_it_is_and_can_be_stopped_and_go_on() throws Exception {
        var file = written(SmeRelease.first(9, 20_000, LocalDate.of(2026, 8, 10), FormatVersion.V4_06));
        var place = "register/releases/"
                + JSON.readTree(upload(file, "").body()).get("id").asText();
        var running = get(place);
        while (running.get("files").asInt() == 0) {
            running = get(place);
        }
        assertThat(running.get("state").asText()).isEqualTo("RUNNING");
        assertThat(running.get("filesTotal").asInt()).isEqualTo(23);
        assertThat(running.get("records").asInt())
                .isBetween(1, 900 * running.get("files").asInt());
        assertThat(running.at("/progress/phase").asText()).isEqualTo("READ");

        assertThat(post(place + "/stop").statusCode()).isEqualTo(200);
        var stopped = ended(running.get("id").asText());
        assertThat(stopped.get("state").asText()).isEqualTo("STOPPED");
        assertThat(stopped.get("files").asInt()).isBetween(1, 22);
        assertThat(stopped.get("progress").isNull()).isTrue();
        assertThat(get("entities").get("items")).isEmpty();

        assertThat(post(place + "/restart").statusCode()).isEqualTo(200);
        var done = ended(running.get("id").asText());
        assertThat(done.get("state").asText()).isEqualTo("COMPLETED");
        assertThat(done.get("records").asInt()).isEqualTo(20_000);
        assertThat(done.get("entered").asInt()).isEqualTo(20_000);
        assertThat(post(place + "/stop").statusCode()).isEqualTo(409);
    }

    private static HttpResponse<String> post(String path) throws Exception {
        return HTTP.send(request(path, "ru").POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    TRUNCATED_ARCHIVE.zip         | REFUSED   | archive-broken
                    NOT_AN_ARCHIVE.zip            | REFUSED   | root-unknown
                    NOTHING.zip                   | 422       | upload-empty
                    EMPTY_ARCHIVE.zip             | REFUSED   | archive-empty
                    NESTED_ARCHIVE.zip            | REFUSED   | archive-nested
                    TOO_MANY_ENTRIES.zip          | REFUSED   | archive-too-many-files
                    SAME_ENTRY_TWICE.zip          | REFUSED   | archive-name-twice
                    FOREIGN_ENTRY.zip             | REFUSED   | archive-foreign-file
                    ONLY_FOREIGN_ENTRY.zip        | REFUSED   | archive-foreign-file
                    PATH_UPWARDS.zip              | REFUSED   | archive-path
                    PATH_ABSOLUTE.zip             | REFUSED   | archive-path
                    PATH_BACKSLASH.zip            | REFUSED   | archive-path
                    SYMBOLIC_LINK.zip             | REFUSED   | archive-link
                    FALSE_SIZE.zip                | REFUSED   | archive-checksum
                    FALSE_CHECKSUM.zip            | REFUSED   | archive-checksum
                    ENCRYPTED_ENTRY.zip           | REFUSED   | archive-encrypted
                    HUGE_ATTRIBUTE.zip            | REFUSED   | archive-bomb
                    HUGE_ATTRIBUTE.xml            | REFUSED   | xml-limit
                    MANY_ATTRIBUTES.zip           | REFUSED   | xml-limit
                    DEEP_NESTING.zip              | REFUSED   | archive-bomb
                    DEEP_NESTING.xml              | REFUSED   | xml-limit
                    DOCTYPE.zip                   | REFUSED   | xml-dtd
                    EXTERNAL_ENTITY.zip           | REFUSED   | xml-dtd
                    EXTERNAL_DOCTYPE.zip          | REFUSED   | xml-dtd
                    BILLION_LAUGHS.zip            | REFUSED   | xml-dtd
                    WINDOWS_1251_AS_UTF_8.zip     | REFUSED   | xml-not-utf8
                    WINDOWS_1251.zip              | REFUSED   | xml-encoding
                    UTF_16_DECLARED.zip           | REFUSED   | xml-encoding
                    BYTE_ORDER_MARK.zip           | COMPLETED |
                    WRONG_ROOT.zip                | REFUSED   | root-unknown
                    COUNT_DIFFERS.zip             | COMPLETED | count-differs
                    EMPTY_FILE.zip                | REFUSED   | xml-empty
                    NO_DOCUMENTS.zip              | REFUSED   | release-empty
                    UNKNOWN_VERSION.zip           | COMPLETED | format-version-unproven
                    UNKNOWN_INFORMATION.zip       | REFUSED   | kind-unknown
                    NOT_WELL_FORMED.zip           | REFUSED   | xml-malformed
                    TRUNCATED_FILE.zip            | REFUSED   | xml-malformed
                    ATTRIBUTE_TWICE.zip           | REFUSED   | xml-malformed
                    NUL_REFERENCE.zip             | REFUSED   | xml-malformed
                    CONTROL_REFERENCE.zip         | REFUSED   | xml-malformed
                    CONTROL_CHARACTER.zip         | REFUSED   | xml-malformed
                    MISSING_INN_OF_ENTITY.zip     | COMPLETED | document-attribute-missing ИННЮЛ
                    MISSING_INN_OF_PERSON.zip     | COMPLETED | document-attribute-missing ИННФЛ
                    MISSING_SUBJECT.zip           | COMPLETED | document-subject-missing *
                    MISSING_NAME.zip              | COMPLETED | document-attribute-missing НаимОрг
                    MISSING_KIND.zip              | COMPLETED | document-attribute-missing ВидСубМСП
                    MISSING_CATEGORY.zip          | COMPLETED | document-attribute-missing КатСубМСП
                    MISSING_ENTRY_DATE.zip        | COMPLETED | document-attribute-missing ДатаВклМСП
                    MISSING_STATE_DATE.zip        | COMPLETED | document-attribute-missing ДатаСост
                    MISSING_REGION.zip            | COMPLETED | field-empty КодРегион
                    UNKNOWN_KIND.zip              | COMPLETED | document-code-unknown ВидСубМСП
                    KIND_CONTRADICTS.zip          | COMPLETED | document-subject-missing ИПВклМСП
                    UNKNOWN_CATEGORY.zip          | COMPLETED | document-code-unknown КатСубМСП
                    IMPOSSIBLE_DATE.zip           | COMPLETED | document-date-impossible ДатаВклМСП
                    FUTURE_ENTRY_DATE.zip         | COMPLETED | document-date-later ДатаВклМСП
                    OTHER_STATE_DATE.zip          | COMPLETED | document-date-other ДатаСост
                    INN_CHECKSUM.zip              | COMPLETED | inn-checksum *
                    INN_MALFORMED.zip             | COMPLETED | inn-malformed *
                    OGRN_CHECKSUM.zip             | COMPLETED | ogrn-checksum *
                    SAME_SUBJECT_TWICE.zip        | COMPLETED | document-subject-twice *
                    SAME_SUBJECT_CONTRADICTED.zip | COMPLETED | document-subject-twice *
                    ACTIVITIES_616.zip            | COMPLETED |
                    LONG_NAME.zip                 | COMPLETED | text-cut НаимОрг
                    UNKNOWN_ELEMENT.zip           | COMPLETED | element-unknown СвНовое
                    NEGATIVE_STAFF.zip            | COMPLETED | document-number-impossible ССЧР
                    NEGATIVE_HEADCOUNT.zip        | COMPLETED | document-number-impossible КолРаб
                    HEADCOUNT_NOT_A_NUMBER.zip    | COMPLETED | document-number-impossible КолРаб
                    INCOME_TOO_FINE.zip           | COMPLETED | document-number-impossible СумДоход
                    """)
    void a_bad_file_is_answered_in_words(String input, String state, String code) throws Exception {
        var defect = Defect.valueOf(input.substring(0, input.indexOf('.')));
        var file = folder.resolve(input.toLowerCase(Locale.ROOT));
        defect.writeTo(file);
        var answer = upload(file, "");
        Files.delete(file);
        if (answer.statusCode() != 202) {
            var problem = JSON.readTree(answer.body());
            note(
                    input,
                    Integer.toString(answer.statusCode()),
                    problem.get("type").asText(),
                    "-",
                    problem.get("detail"));
            assertThat(answer.statusCode() + " " + problem.get("type").asText())
                    .isEqualTo(state + " /problems/" + code);
            return;
        }
        var release = ended(JSON.readTree(answer.body()).get("id").asText());
        var place = "register/releases/" + release.get("id").asText();
        var took = Duration.between(
                Instant.parse(release.get("startedAt").asText()),
                Instant.parse(release.get("finishedAt").asText()));
        if (state.equals("REFUSED")) {
            var refusal = release.get("refusal");
            note(
                    input,
                    release.get("state").asText(),
                    refusal.at("/code").asText(),
                    seconds(took),
                    refusal.at("/message"));
            assertThat(refusal.at("/code").asText()).as(release.toString()).isEqualTo(code);
            assertSpoken(
                    refusal.get("message").asText(),
                    get(place, "en").at("/refusal/message").asText());
            assertThat(get("entities").get("items"))
                    .as("an intolerable file changes nothing")
                    .isEmpty();
            assertThat(took).isLessThan(Duration.ofSeconds(10));
            return;
        }
        assertThat(release.get("state").asText()).as(release.toString()).isEqualTo(state);
        var problems = all(place + "/problems");
        if (code == null) {
            note(input, state, "-", seconds(took), JSON.getNodeFactory().textNode("-"));
            assertThat(problems).isEmpty();
            return;
        }
        var problem = problems.get(0);
        note(input, state, problem.get("code").asText(), seconds(took), problem.get("message"));
        assertThat(problem.get("code").asText()
                        + (code.contains(" ") ? " " + problem.get("field").asText() : ""))
                .matches(code.replace("*", ".+"));
        assertThat(problem.get("file").asText()).endsWith(".xml");
        assertSpoken(
                problem.get("message").asText(),
                get(place + "/problems", "en").at("/items/0/message").asText());
        long good = release.get("records").asLong() - release.get("rejected").asLong();
        assertThat(get("entities?limit=500").get("items").size())
                .as("the good records arrive")
                .isEqualTo((int) good);
    }

    private static String seconds(Duration took) {
        return took.toMillis() / 1000 + "." + took.toMillis() % 1000 / 100;
    }

    private static void note(String input, String state, String code, String seconds, JsonNode message) {
        BAD_FILES.add("| " + input + " | " + state + " | " + code + " | " + seconds + " | "
                + message.asText().replaceAll("(Ё{20})Ё+", "$1…") + " |");
    }

    private static void assertSpoken(String russian, String english) {
        assertThat(russian).contains(" ").containsPattern("[а-я]{3}").doesNotContainPattern("\\{\\d\\}");
        assertThat(english).contains(" ").containsPattern("[a-z]{3}").doesNotContainPattern("\\{\\d\\}");
        assertThat(english).isNotEqualTo(russian);
    }

    static List<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
