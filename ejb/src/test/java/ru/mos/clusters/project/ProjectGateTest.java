package ru.mos.clusters.project;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.project.ProjectBuilder.context;
import static ru.mos.clusters.project.ProjectBuilder.project;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.ProblemTexts;

class ProjectGateTest {

    private static final String SECOND_CLUSTER = """
            {"cluster": "00000000-0000-4000-8000-000000000002", "lead": false}""";
    private static final String OF_SECOND_CLUSTER = """
            {"inn": "7700000030", "cluster": "00000000-0000-4000-8000-000000000002", "roles": ["OTHER"], "tasks": "Испытания"}""";
    private static final String INITIATOR = """
            {"inn": "7700000048", "evidence": [{"kind": "ORDER", "amount": 100.00,
             "document": {"title": "Заказ", "number": "5", "date": "2025-11-01"}}]}""";

    private static List<String> faults(ProjectContent content, GateContext context) {
        return ProjectGate.faults(content, context).stream()
                .map(fault -> fault.code().slug() + " " + fault.field())
                .toList();
    }

    private static List<String> faults(ProjectKind kind, String... changes) {
        var content = project(changes);
        return faults(content, context(kind, content));
    }

    @Test
    void a_sound_project_passes() {
        assertThat(faults(ProjectKind.CLUSTER)).isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
            /title                    | " "                                  | project-title-missing /title
            /summary                  | null                                 | project-summary-missing /summary
            /goals                    | []                                   | project-goals-missing /goals
            /goals/0/productStage     | null                                 | project-goal-incomplete /goals/0
            /goals/0/product          | ""                                   | project-goal-incomplete /goals/0
            /goals/0/result           | null                                 | project-goal-incomplete /goals/0
            /goals/0                  | {"kind": "COMPETITIVENESS", "result": "Дешевле"} | -
            /directions/0/main        | false                                | project-main-direction /directions
            /directions/1/main        | true                                 | project-main-direction /directions
            /directions/-             | {"direction": "EFFICIENCY_QUALITY"}  | project-direction-twice /directions/2
            /directions/-             | {"direction": "OTHER"}               | project-direction-without-text /directions/2/text
            /directions/-             | {"direction": "OTHER", "text": "Иное"} | project-direction-unapproved /directions/2
            /directions/-             | {"direction": "OTHER", "text": "Общий музей"} | -
            /stages/0/name            | null                                 | project-stage-incomplete /stages/0
            /stages/1/from            | "2026-06-30"                         | project-stages-disordered /stages/1
            /stages/2/to              | "2026-12-31"                         | project-stages-disordered /stages/2
            /activities               | []                                   | project-activities-missing /activities
            /activities/0/kind        | null                                 | project-activity-incomplete /activities/0
            /activities/0/stage       | 4                                    | project-activity-incomplete /activities/0
            /activities/0/from        | "2025-12-31"                         | project-activity-outside-stage /activities/0
            /activities/0/to          | "2026-07-01"                         | project-activity-outside-stage /activities/0
            /activities/0/performer   | "7700000030"                         | project-performer-unknown /activities/0/performer
            /participants/1/inn       | "7700000024"                         | project-participant-unknown /participants/1/inn
            /participants/1/tasks     | null                                 | project-participant-incomplete /participants/1
            /participants/1/roles     | []                                   | project-participant-incomplete /participants/1
            /participants/1/cluster   | null                                 | -
            /participants/1/cluster   | "00000000-0000-4000-8000-000000000002" | project-participant-of-other-cluster /participants/1/cluster
            /participants/1/inn       | "7700000030"                         | project-participant-not-member /participants/1/cluster
            /agreements/0/parties     | ["ООО «Альфа»", " "]                 | project-agreement-incomplete /agreements/0
            /agreements/0/amount      | 0                                    | project-agreement-incomplete /agreements/0
            /agreements/0/document/date | null                               | project-agreement-incomplete /agreements/0
            /indicators               | []                                   | project-indicators-missing /indicators
            /indicators/0/code        | "NONE"                               | project-indicator-unknown /indicators/0/code
            /indicators/0/code        | "HIRED"                              | project-indicator-of-other-direction /indicators/0/code
            /indicators/0/plan        | 0.0000000001                         | -
            /indicators/0/plan        | 0                                    | project-indicator-not-more /indicators/0/plan
            /indicators/1/plan        | 4.9999999999                         | -
            /indicators/1/plan        | 5.00                                 | project-indicator-not-less /indicators/1/plan
            /indicators/1/by          | null                                 | project-indicator-incomplete /indicators/1
            /risks                    | []                                   | project-risks-missing /risks
            /risks/0/response         | null                                 | project-risk-incomplete /risks/0
            /documents/0/file         | "00000000-0000-4000-8000-00000000000e" | project-document-incomplete /documents/0
            /initiator                | {"inn": "7700000048"}                | project-initiator-undue /initiator
            /clusters/0/lead          | false                                | project-lead-cluster-missing /clusters
            /clusters                 | []                                   | project-lead-cluster-missing /clusters
            """)
    void each_fault_names_its_place(String pointer, String value, String fault) {
        var found = faults(ProjectKind.CLUSTER, pointer, value);

        if (fault == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).contains(fault);
        }
    }

    @Test
    void all_faults_of_an_empty_project_are_told_at_once_each_with_a_sentence_in_both_languages() {
        var faults = ProjectGate.faults(
                ProjectContent.titled(null), context(ProjectKind.LARGE_ENTERPRISE, ProjectContent.titled(null)));

        assertThat(faults).hasSizeGreaterThan(10);
        assertThat(faults).allSatisfy(fault -> {
            assertThat(ProblemTexts.text(fault, ProblemTexts.RUSSIAN))
                    .endsWith(".")
                    .doesNotContain("{");
            assertThat(ProblemTexts.text(fault, Locale.ENGLISH)).endsWith(".").doesNotContain("{");
        });
    }

    @ParameterizedTest
    @EnumSource(ProjectProblem.class)
    void every_problem_has_a_text_in_both_languages(ProjectProblem problem) {
        assertThat(ProblemTexts.text(problem, ProblemTexts.RUSSIAN, 2, 2, 2)).isNotBlank();
        assertThat(ProblemTexts.text(problem, Locale.ENGLISH, 2, 2, 2)).isNotBlank();
    }

    @Test
    void one_participant_besides_the_lead_organisation_makes_no_joint_project() {
        assertThat(faults(ProjectKind.CLUSTER, "/participants/1", """
                        {"inn": "7700000111", "cluster": "00000000-0000-4000-8000-000000000001", "tasks": "Ведёт",
                         "receives": 200.00}"""))
                .containsExactly("project-participants-too-few /participants");
    }

    @Test
    void clusters_of_one_agglomeration_have_a_project_together_and_of_different_ones_have_none() {
        var content = project("/clusters/-", SECOND_CLUSTER, "/participants/-", OF_SECOND_CLUSTER);
        var limits = FundingLimits.ofEvery(null);

        assertThat(faults(content, context(ProjectKind.INTER_CLUSTER, content, limits, "AGG-1")))
                .isEmpty();
        assertThat(faults(content, context(ProjectKind.INTER_CLUSTER, content, limits, "AGG-2")))
                .containsExactly("project-agglomerations-differ /clusters");
        assertThat(faults(content, context(ProjectKind.INTER_CLUSTER, content, limits, null)))
                .containsExactly("project-cluster-outside-agglomeration /clusters/1");
        assertThat(faults(content, context(ProjectKind.CLUSTER, content, limits, "AGG-1")))
                .containsExactly("project-of-one-cluster /clusters");
        assertThat(faults(ProjectKind.INTER_CLUSTER)).containsExactly("project-of-several-clusters /clusters");
    }

    @Test
    void the_cluster_that_leads_is_that_of_the_applicant_and_no_cluster_is_idle() {
        assertThat(faults(
                        ProjectKind.INTER_CLUSTER,
                        "/clusters",
                        "[" + SECOND_CLUSTER.replace("false", "true") + ", "
                                + "{\"cluster\": \"00000000-0000-4000-8000-000000000001\"}]"))
                .containsExactly("project-lead-of-another /clusters/0", "project-cluster-idle /clusters/0");
    }

    @Test
    void a_large_enterprise_brings_something_by_a_document_and_receives_nothing() {
        assertThat(faults(ProjectKind.LARGE_ENTERPRISE, "/initiator", INITIATOR))
                .isEmpty();
        assertThat(faults(ProjectKind.LARGE_ENTERPRISE)).containsExactly("project-initiator-missing /initiator");
        assertThat(faults(ProjectKind.LARGE_ENTERPRISE, "/initiator", "{\"inn\": \"7700000048\", \"evidence\": []}"))
                .containsExactly("project-initiator-evidence-missing /initiator/evidence");
        assertThat(faults(ProjectKind.LARGE_ENTERPRISE, "/initiator", INITIATOR.replace("100.00", "0.001")))
                .containsExactly("project-initiator-evidence-incomplete /initiator/evidence/0");
        assertThat(faults(
                        ProjectKind.LARGE_ENTERPRISE,
                        "/initiator",
                        INITIATOR,
                        "/participants/-",
                        "{\"inn\": \"7700000048\", \"roles\": [\"LARGE_ENTERPRISE\"], \"tasks\": \"Заказ\", \"receives\": 0.01}",
                        "/participants/0/receives",
                        "249.99"))
                .containsExactly("project-initiator-receives /participants/2/receives");
    }

    @Test
    void a_consent_is_to_a_part_as_it_reads_and_lapses_with_it_alone() {
        var consented = project();
        var context = context(ProjectKind.CLUSTER, consented);

        assertThat(faults(project("/summary", "\"Иначе\""), context)).isEmpty();
        assertThat(faults(project("/participants/1/tasks", "\"Сырьё\""), context))
                .containsExactly("project-consent-missing /participants/1/consent");
        assertThat(faults(project("/participants/1/roles", "[\"OTHER\"]"), context))
                .containsExactly("project-consent-missing /participants/1/consent");
        assertThat(faults(project("/participants/0/receives", "249.99", "/participants/1/receives", "200.01"), context))
                .containsExactly(
                        "project-consent-missing /participants/0/consent",
                        "project-consent-missing /participants/1/consent");
        assertThat(faults(consented, context(ProjectKind.CLUSTER, null, FundingLimits.ofEvery(Fraction.ONE))))
                .hasSize(2);
    }

    @Test
    void a_consent_follows_its_participant_to_another_line() {
        var node = ProjectBuilder.json();
        var lines = (com.fasterxml.jackson.databind.node.ArrayNode) node.get("participants");
        lines.add(lines.remove(0));

        assertThat(faults(ProjectBuilder.read(node), context(ProjectKind.CLUSTER, project())))
                .isEmpty();
    }

    @Test
    void the_organisation_of_another_cluster_consents_to_what_its_participants_do() {
        var content = project("/clusters/-", SECOND_CLUSTER, "/participants/-", OF_SECOND_CLUSTER);
        var context = context(ProjectKind.INTER_CLUSTER, content);

        assertThat(faults(
                        project(
                                "/clusters/-",
                                SECOND_CLUSTER,
                                "/participants/-",
                                OF_SECOND_CLUSTER.replace("Испытания", "Другое")),
                        context))
                .containsExactly(
                        "project-consent-missing /participants/2/consent",
                        "project-consent-missing /clusters/1/consent");
    }
}
