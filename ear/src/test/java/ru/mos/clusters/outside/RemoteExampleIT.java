package ru.mos.clusters.outside;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.mos.clusters.example.RemoteExample;
import ru.mos.clusters.generator.FormatVersion;
import ru.mos.clusters.generator.SmeRelease;
import ru.mos.clusters.inserver.LedgerFixture;
import ru.mos.clusters.launcher.RestClient;

/** The example client in a Java of its own, with nothing but the client jar and WildFly's client library. */
class RemoteExampleIT extends FromOutside {

    private static final String KBK = "80704121234567890811";

    private static final String APPLICANT = "7708999907";

    private static final String PAYMENT = """
            set session_replication_role = replica;
            insert into agreement.payee_account (id, inn, account, bic, bank, document_title, document_date, state, entered_by,
                                                 recorded_by, changed_by)
            select '%1$s', '%3$s', '40702810500000000125', '044525225', 'Банк', 'Письмо', '2026-06-01', 'ENTERED', 'x', max(id), max(id)
              from platform.change;
            insert into agreement.payment (id, agreement_id, position, payee, account_id, amount, year, kbk, state, two_chiefs,
                                           prepared_by, recorded_by, changed_by)
            select gen_random_uuid(), '%1$s', 1, '%3$s', '%1$s', 1000000, 2026, '%2$s', 'PREPARED', false, 'x', max(id), max(id)
              from platform.change""";

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

    @Test
    void a_program_is_told_open_calls_and_the_agreements_and_payments_that_its_user_sees() throws Exception {
        given("department", "chief", "accountant", "auditor", "applicant", "applicant2");
        try {
            at("2026-03-10");
            var made = CallsRestIT.created("REMOTE_GRANTS");
            var call = made.get("id").asText();
            var code = made.get("code").asText();
            Door.api("department", "POST", "calls/" + call + "/check", null);
            Door.api("chief", "POST", "calls/" + call + "/publish", null);
            assertThat(ask("service", "demo", code).said())
                    .contains("open " + code + " until 2026-04-01T15:00:00Z", code + ": PUBLISHED INTAKE");

            at("2026-06-01");
            var application = UUID.randomUUID().toString();
            CallsRestIT.run(LedgerFixture.limits(2026, KBK, "5000000"));
            CallsRestIT.run(Award.of(application, call, APPLICANT, KBK));
            var agreement = Door.api("department", "POST", "agreements", "{\"application\": \"" + application + "\"}")
                    .json();
            var id = agreement.get("id").asText();
            var signed = Door.api("chief", "POST", "agreements/" + id + "/sign", "{}");
            assertThat(signed.status()).as(signed.toString()).isEqualTo(200);
            Door.api("accountant", "POST", "agreements/" + id + "/register", """
                    {"number": "БО-1", "on": "2026-06-01"}""");
            CallsRestIT.run(PAYMENT.formatted(id, KBK, APPLICANT));

            var told = ask("department", "demo", code);
            assertThat(told.status()).as(told.complained()).isZero();
            assertThat(told.said())
                    .doesNotContain("open ")
                    .contains("agreement " + agreement.get("number") + " on " + code
                            + ": IN_FORCE, 1500000.00, paid 0.00")
                    .contains(
                            "  1 from 2026-06-01: 1000000.00",
                            "  payment of 1 to " + APPLICANT + ": 1000000.00 PREPARED");
            assertThat(ask("applicant", "demo", code).said()).contains("agreement " + agreement.get("number"));
            assertThat(ask("applicant2", "demo", code).said()).doesNotContain("agreement ");
            assertThat(ask("service", "demo", "C-0").said()).startsWith("call-unknown: ");
        } finally {
            Award.gone();
        }
    }

    private static void at(String day) throws Exception {
        CallsRestIT.run("delete from platform.clock_shift; insert into platform.clock_shift select (timestamp '" + day
                + " 12:00' at time zone 'Europe/Moscow') - clock_timestamp()");
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
        var question = example.resolveSibling("RemoteExample$Question.class");
        Files.copy(Path.of("target", "test-classes").resolve(question), classes.resolve(question), REPLACE_EXISTING);
        return classes;
    }

    private Program ask(String login, String password, String... asked) throws Exception {
        var classPath =
                String.join(File.pathSeparator, classes().toString(), System.getProperty("clusters.remote.client"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(
                java,
                "-Dfile.encoding=UTF-8",
                "-Dsun.stdout.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                classPath,
                RemoteExample.class.getName(),
                URL,
                login,
                password));
        command.addAll(List.of(asked));
        return Program.run(folder, Map.of(), command);
    }
}
