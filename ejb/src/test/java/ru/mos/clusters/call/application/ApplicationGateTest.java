package ru.mos.clusters.call.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mos.clusters.call.ApplicantKind;
import ru.mos.clusters.call.CallTerms;
import ru.mos.clusters.call.EligibilityUse;
import ru.mos.clusters.call.SupportForm;
import ru.mos.clusters.call.application.ApplicationAnswers.Attachment;
import ru.mos.clusters.call.application.ApplicationAnswers.Contact;
import ru.mos.clusters.call.application.ApplicationAnswers.Request;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.platform.Citation;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.project.ProjectRule;
import ru.mos.clusters.project.ProjectVerdict;

class ApplicationGateTest {

    private static final String CHARTER = "Устав";
    private static final String LETTER = "Письмо";

    private static CallTerms terms() {
        try {
            return Json.mapper().readValue("""
                {"applicants": ["CLUSTER_ORGANISATION"], "forms": ["FINANCIAL", "CONSULTING"],
                 "documents": [{"titleRu": "Устав", "titleEn": "Charter", "mandatory": true, "template": "1"},
                               {"titleRu": "Письмо", "titleEn": "Letter", "mandatory": false, "template": "2"}]}\
                """, CallTerms.class);
        } catch (JsonProcessingException defect) {
            throw new AssertionError(defect);
        }
    }

    private static Attachment attached(String requirement) {
        return new Attachment(
                requirement,
                UUID.fromString("00000000-0000-0000-0000-000000000001"),
                "a.pdf",
                "application/pdf",
                1,
                "00");
    }

    private static ApplicationAnswers answers() {
        return new ApplicationAnswers(
                new Contact("Иванова А. А.", "+7 495 000-00-00", "office@example.ru", "Москва"),
                new Request("Оснастка", List.of(SupportForm.FINANCIAL)),
                List.of(attached(CHARTER)),
                Arrays.asList(ApplicantDeclaration.values()));
    }

    private static ApplicationFacts facts(UnaryOperator<ApplicationAnswers> change) {
        return new ApplicationFacts(
                terms(),
                change.apply(answers()),
                ApplicantKind.CLUSTER_ORGANISATION,
                true,
                2026,
                true,
                List.of(),
                null);
    }

    private static List<String> faults(ApplicationFacts facts) {
        return ApplicationGate.faults(facts).stream()
                .map(fault -> fault.code().slug() + " " + fault.field())
                .toList();
    }

    @Test
    void an_application_that_lacks_nothing_has_no_fault_and_all_sections_are_complete() {
        var faults = ApplicationGate.faults(facts(answers -> answers));

        assertThat(faults).isEmpty();
        assertThat(ApplicationGate.bySection(faults))
                .hasSize(4)
                .allSatisfy((section, none) -> assertThat(none).isEmpty());
    }

    @Test
    void an_empty_application_names_everything_it_lacks_in_its_section() {
        var faults = ApplicationGate.faults(facts(answers -> ApplicationAnswers.empty()));

        var sections = ApplicationGate.bySection(faults);
        assertThat(sections.get(ApplicationSection.APPLICANT)).hasSize(4);
        assertThat(sections.get(ApplicationSection.PROJECT)).hasSize(2);
        assertThat(sections.get(ApplicationSection.DOCUMENTS)).hasSize(1);
        assertThat(sections.get(ApplicationSection.DECLARATIONS)).hasSize(ApplicantDeclaration.values().length);
    }

    @Test
    void a_document_that_is_not_mandatory_may_be_missing_and_another_does_not_stand_for_it() {
        assertThat(faults(facts(answers -> new ApplicationAnswers(
                        answers.applicant(), answers.project(), List.of(attached(LETTER)), answers.declarations()))))
                .containsExactly("call-application-document-missing /documents/0");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"office", "office@", "office@example", "of fice@example.ru", "office@example."})
    void what_is_no_address_of_mail_is_told(String email) {
        assertThat(faults(facts(answers -> answers.with(new Contact("И", "1", email, "М")))))
                .containsExactly("call-application-email-malformed /applicant/email");
    }

    @Test
    void money_needs_its_form_and_a_form_the_call() {
        assertThat(faults(facts(answers -> answers.with(new Request("Оснастка", List.of(SupportForm.CONSULTING))))))
                .containsExactly("call-application-money-without-form /project/forms");
        assertThat(faults(facts(answers ->
                        answers.with(new Request("Оснастка", List.of(SupportForm.FINANCIAL, SupportForm.PROPERTY))))))
                .containsExactly("call-application-form-not-called /project/forms");
    }

    @Test
    void only_kinds_of_applicants_that_are_called_apply_and_only_under_a_planned_measure() {
        var faults = faults(new ApplicationFacts(
                terms(), answers(), ApplicantKind.LEADING_ORGANISATION, true, 2027, false, List.of(), null));

        assertThat(faults)
                .containsExactly(
                        "call-application-kind-not-called /applicant", "call-application-not-planned /project");
    }

    @Test
    void faults_of_the_project_are_told_within_its_section() {
        var fault = new Problem(ApplicationProblem.CALL_APPLICATION_FIELD_MISSING).at("/title");

        var told = ApplicationGate.faults(new ApplicationFacts(
                terms(), answers(), ApplicantKind.CLUSTER_ORGANISATION, true, 2026, true, List.of(fault, fault), null));

        assertThat(told).singleElement().satisfies(one -> {
            assertThat(one.code()).isEqualTo(ApplicationProblem.CALL_APPLICATION_PROJECT_FAULTY);
            assertThat(one.faults()).hasSize(2);
            assertThat(ApplicationSection.of(one.field())).isEqualTo(ApplicationSection.PROJECT);
        });
    }

    @ParameterizedTest(name = "{0} of {1} as {2} bars: {3}, stays open: {4}")
    @CsvSource({
        "NOT_MET,CLUSTER_ELIGIBLE,GATE,true,false",
        "NOT_MET,CLUSTER_ELIGIBLE,PRIORITY,false,false",
        "NOT_MET,PARTICIPANTS_UNAFFILIATED,GATE,true,false",
        "UNKNOWN,CLUSTER_ELIGIBLE,GATE,false,true",
        "UNKNOWN,CLUSTER_ELIGIBLE,PRIORITY,false,false",
        "MANUAL,CLUSTER_ELIGIBLE,GATE,false,false",
        "MET,CLUSTER_ELIGIBLE,GATE,false,false",
        "NOT_MET,SUPPORT_ALLOWED,PRIORITY,true,false",
        "NOT_MET,APPLICANT_CONDITIONS,PRIORITY,true,false",
        "UNKNOWN,APPLICANT_CONDITIONS,GATE,false,false"
    })
    void conditions_of_clusters_bar_as_a_gate_and_those_of_law_always(
            Outcome outcome, ProjectRule rule, EligibilityUse use, boolean bars, boolean open) {
        var act = new Citation("Акт", null, "п. 1", Citation.Status.IN_FORCE);
        var finding = new ProjectVerdict.Finding(rule, "IT-1", null, outcome, "Е2", List.of(), act);
        var verdict = new ProjectVerdict(
                UUID.randomUUID(),
                "P-1",
                1,
                java.time.LocalDate.of(2026, 3, 10),
                null,
                Eligibility.MANUAL,
                "",
                List.of(finding),
                "");

        var standing = ProjectStanding.of(verdict, use, List.of());

        assertThat(standing.barred()).isEqualTo(bars);
        assertThat(standing.open()).isEqualTo(open);
        assertThat(faults(new ApplicationFacts(
                        terms(), answers(), ApplicantKind.CLUSTER_ORGANISATION, true, 2026, true, List.of(), standing)))
                .isEqualTo(bars ? List.of("call-application-not-eligible /project") : List.of());
    }
}
