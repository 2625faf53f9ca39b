package ru.mos.clusters.outside;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.mos.clusters.example.RemoteExample;
import ru.mos.clusters.generator.FormatVersion;
import ru.mos.clusters.generator.SmeRelease;
import ru.mos.clusters.launcher.RestClient;

/** The example client in a Java of its own, with nothing but the client jar and WildFly's client library. */
class RemoteExampleIT extends FromOutside {

    @TempDir
    Path folder;

    private RestClient department;

    @BeforeEach
    void users() throws Exception {
        given("department", "service", "applicant");
        department = new RestClient(URL, "department", "demo");
    }

    @Test
    void a_program_of_another_department_is_told_an_enterprise_and_a_verdict_as_rest_tells_them() throws Exception {
        var member = enterpriseOfTheRegister();
        var cluster = clusterOf(member);

        var told = ask("service", "demo", member, cluster);

        var entity = department.get("entities/" + member);
        var verdict = department.get("clusters/" + cluster + "/verdict");
        assertThat(told.status()).as(told.complained()).isZero();
        assertThat(told.said())
                .contains(member + " " + entity.path("name").asText() + ": "
                        + entity.at("/sme/status").asText())
                .contains(cluster + ": " + verdict.path("outcome").asText())
                .contains("digest " + verdict.path("digest").asText());
        for (var finding : verdict.path("findings")) {
            assertThat(told.said())
                    .contains(finding.path("rule").asText() + " "
                            + finding.path("outcome").asText() + ": "
                            + finding.path("explanation").asText());
        }
    }

    @Test
    void a_refusal_arrives_with_the_code_and_the_words_of_the_problem() throws Exception {
        var misprint = ask("service", "demo", "7707083894", "IT-1");

        assertThat(misprint.status()).isEqualTo(1);
        assertThat(misprint.said()).contains("inn-checksum: ", "7707083894");
    }

    @Test
    void a_wrong_password_opens_nothing() throws Exception {
        var refused = ask("service", "guess", "7707083893", "IT-1");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.said()).isEqualTo("log-in-refused: wrong login or password\n");
    }

    @Test
    void a_role_without_the_permission_is_told_nothing() throws Exception {
        var refused = ask("applicant", "demo", "7707083893", "IT-1");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.said()).isEqualTo("forbidden-role: this login may not ask\n");
    }

    private String enterpriseOfTheRegister() throws Exception {
        var release = SmeRelease.first(815, 20, LocalDate.parse("2026-06-10"), FormatVersion.V4_06);
        var file = folder.resolve(release.archiveName());
        release.writeTo(file);
        assertThat(department
                        .importRelease(file, "&coverage=EXTRACT")
                        .path("state")
                        .asText())
                .isEqualTo("COMPLETED");
        return department
                .get("entities?kind=LEGAL_ENTITY&status=IN&asOf=2026-06-10&limit=1")
                .at("/items/0/inn")
                .asText();
    }

    private String clusterOf(String member) throws Exception {
        var cluster = department.post(
                "clusters",
                Map.of(
                        "sector", "IT",
                        "name", "Удалённый",
                        "organisation", Map.of("inn", "7707083893"),
                        "from", "2026-01-15"));
        department.post(
                "clusters/" + cluster.path("id").asText() + "/members",
                Map.of("inn", member, "roles", List.of("SME_LEADER"), "from", "2026-01-15"));
        return cluster.path("code").asText();
    }

    /** The example alone, so that no class of the product can help it. */
    private Path classes() throws IOException {
        var classes = folder.resolve("classes");
        var example = Path.of(RemoteExample.class.getName().replace('.', '/') + ".class");
        Files.createDirectories(classes.resolve(example).getParent());
        Files.copy(Path.of("target", "test-classes").resolve(example), classes.resolve(example), REPLACE_EXISTING);
        return classes;
    }

    private Program ask(String login, String password, String inn, String cluster) throws Exception {
        var classPath =
                String.join(File.pathSeparator, classes().toString(), System.getProperty("clusters.remote.client"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Program.run(
                folder,
                Map.of(),
                List.of(
                        java,
                        "-Dfile.encoding=UTF-8",
                        "-Dsun.stdout.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        classPath,
                        RemoteExample.class.getName(),
                        URL,
                        login,
                        password,
                        inn,
                        cluster));
    }
}
