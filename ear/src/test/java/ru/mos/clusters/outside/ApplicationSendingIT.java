package ru.mos.clusters.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.ProblemAssert.assertProblem;
import static ru.mos.clusters.outside.Programs.made;
import static ru.mos.clusters.outside.Programs.step;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.TestSession;

/** Applications as programs send them while a call takes them in, and what is too much of one. */
class ApplicationSendingIT extends FromOutside {

    private static final long TWO_GIGABYTES = 2L << 30;

    private Intake intake;
    private String call;

    @BeforeEach
    void a_call_in_intake() throws Exception {
        given("service");
        intake = Intake.prepared();
        call = CallSteps.published("APPLICATION_SENDING");
    }

    @AfterEach
    void gone() throws Exception {
        Intake.gone();
    }

    @Test
    void a_program_sends_for_the_organisation_of_its_mandate_follows_it_over_rest_and_is_refused_for_another()
            throws Exception {
        var project = ProjectSteps.consented(ProjectSteps.PROJECT, intake.own(), intake.near());
        var asked = "{\"call\": \"%s\", \"project\": \"%s\"}".formatted(call, project);
        assertProblem(Door.api("service", "POST", "applications", asked), 422, "call-application-project-unknown");
        Intake.mandate("service", Intake.LEAD);
        var path = ApplicationSteps.written("service", call, project);
        step("service", path + "/submit", "{\"person\": \"Осинина Дарья\"}");
        assertProblem(
                Door.api("service", "POST", path + "/certify", "{\"person\": \"осинина  дарья\"}"),
                422,
                "second-person-required");
        var receipt = step("service", path + "/certify", "{\"person\": \"Лозин Егор\"}");
        assertThat(receipt.get("receipt").asText()).startsWith("ВХ-");
        assertThat(step("service", path + "/certify", "{\"person\": \"Лозин Егор\"}"))
                .as("the same again")
                .isEqualTo(receipt);
        assertThat(state(path)).isEqualTo("SUBMITTED");
        step("gckr", path + "/return", """
                {"version": null, "remarks": [{"section": "PROJECT", "text": "Уточните"}]}""");
        assertThat(state(path)).isEqualTo("RETURNED");

        var others = made("gckr", "projects", ProjectSteps.OTHER.formatted(intake.far()))
                .get("id")
                .asText();
        assertProblem(
                Door.api("service", "POST", "applications", asked.replace(project, others)),
                422,
                "call-application-project-unknown");
    }

    private static String state(String path) throws Exception {
        return Door.api("service", "GET", path, null).json().get("state").asText();
    }

    @Test
    void a_document_of_two_gigabytes_is_refused_and_nothing_is_kept_of_it() throws Exception {
        var project = ProjectSteps.consented(ProjectSteps.OTHER, intake.far());
        var path = ApplicationSteps.begun("applicant3", call, project);
        var kept = kept();

        var answer = Door.sendZeros(
                "POST", ApplicationSteps.documents(path), ApplicationSteps.file("applicant3"), TWO_GIGABYTES);

        assertProblem(answer, 413, "body-too-large");
        assertThat(answer.json().get("detail").asText()).contains("50");
        assertThat(kept()).isEqualTo(kept);
        var answers = Door.api("applicant3", "GET", path + "/answers", null);
        assertThat(answers.json().get("documents")).isEmpty();
    }

    /** Files in the store and their rows. */
    private static String kept() throws Exception {
        var store = Files.createDirectories(Path.of(System.getProperty("clusters.data.dir"), "documents"));
        try (var connection = TestSession.superuser();
                var rows = connection.createStatement().executeQuery("select count(*) from platform.document");
                var files = Files.walk(store)) {
            rows.next();
            return rows.getLong(1) + " " + files.sorted().toList();
        }
    }
}
