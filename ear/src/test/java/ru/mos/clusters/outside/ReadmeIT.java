package ru.mos.clusters.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README lets a newcomer paste is pasted here, word for word but for the server's address. */
class ReadmeIT extends FromOutside {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    /** Every call tells its status beside what it answers. */
    private static final String EACH_CALL = """
            write-out = "%{stderr}\\n@@ %{http_code} %{url_effective}\\n"
            """;

    @TempDir
    Path folder;

    @Test
    void the_main_job_by_rest_goes_from_the_register_to_an_eligible_cluster_on_paper() throws Exception {
        requireCurl();
        given("department", "department2");
        Files.createSymbolicLink(folder.resolve("config"), PROJECT.resolve("config"));
        Files.writeString(folder.resolve(".curlrc"), EACH_CALL);
        var walk = Files.writeString(folder.resolve("walk.sh"), section("The main job by REST"), UTF_8);

        var done = Program.run(
                folder,
                Map.of("CURL_HOME", folder.toString(), "LC_ALL", "C.UTF-8"),
                List.of("bash", "-eu", "-o", "pipefail", walk.toString()));

        assertThat(done.status()).as(done.said() + done.complained()).isZero();
        var calls = Pattern.compile("@@ (\\d+) \\S+/api/v1/(\\S+)")
                .matcher(done.complained())
                .results()
                .toList();
        assertThat(calls)
                .allSatisfy(call -> assertThat(call.group(1)).as(call.group()).startsWith("2"));
        assertThat(count(calls, "202", "register/releases\\?.*")).isEqualTo(1);
        assertThat(count(calls, "201", "clusters")).isEqualTo(1);
        assertThat(count(calls, "201", "clusters/[^/]+/members")).isEqualTo(5);
        assertThat(count(calls, "201", "entities/\\d+/facts")).isEqualTo(5);
        assertThat(count(calls, "200", "entities/\\d+/facts/[^/]+/confirm")).isEqualTo(5);
        assertThat(count(calls, "201", "clusters/[^/]+/conclusions")).isEqualTo(15);
        assertThat(done.said()).contains("\"state\":\"COMPLETED\"", "\"records\":1000", "\"rejected\":0");
        assertThat(verdict(done.said())).isEqualTo("ELIGIBLE");
        assertThat(Files.readAllBytes(folder.resolve("conclusion.pdf"))).startsWith("%PDF".getBytes(UTF_8));
    }

    private static void requireCurl() throws IOException, InterruptedException {
        boolean found = Program.run(Path.of("target"), Map.of(), List.of("bash", "-c", "command -v curl"))
                        .status()
                == 0;
        if (!found) {
            System.err.println("""
                    ==================================================================================
                    THE README'S WALK IS NOT TESTED: there is no curl on this machine. Install it.
                    ==================================================================================""");
            assertThat(System.getenv("CLUSTERS_CURL_REQUIRED"))
                    .as("curl is required here")
                    .isNull();
        }
        assumeTrue(found, "no curl");
    }

    /** The code of a section, to be run on the test's server. */
    private static String section(String title) throws IOException {
        var readme = Files.readString(PROJECT.resolve("README.md"), UTF_8);
        var text = readme.substring(readme.indexOf("\n## " + title + "\n")).split("\n## ")[1];
        var code = new StringBuilder();
        Pattern.compile("(?ms)^```\\w*\n(.*?)^```$")
                .matcher(text)
                .results()
                .forEach(block -> code.append(block.group(1)));
        return code.toString().replace("http://127.0.0.1:8080/", URL);
    }

    private static long count(List<MatchResult> calls, String status, String path) {
        return calls.stream()
                .filter(call -> call.group(1).equals(status) && call.group(2).matches(path))
                .count();
    }

    private static String verdict(String said) throws IOException {
        var answer = said.lines()
                .filter(line -> line.startsWith("{\"cluster\""))
                .findFirst()
                .orElseThrow();
        return new ObjectMapper().readTree(answer).path("outcome").asText();
    }
}
