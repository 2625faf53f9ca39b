package ru.mos.clusters.call.application;

import static ru.mos.clusters.call.application.ApplicationProblem.CALL_APPLICATION_DECLARATION_MISSING;
import static ru.mos.clusters.call.application.ApplicationProblem.CALL_APPLICATION_DOCUMENT_MISSING;
import static ru.mos.clusters.call.application.ApplicationProblem.CALL_APPLICATION_EMAIL_MALFORMED;
import static ru.mos.clusters.call.application.ApplicationProblem.CALL_APPLICATION_FIELD_MISSING;
import static ru.mos.clusters.call.application.ApplicationProblem.CALL_APPLICATION_FORM_NOT_CALLED;
import static ru.mos.clusters.call.application.ApplicationProblem.CALL_APPLICATION_KIND_NOT_CALLED;
import static ru.mos.clusters.call.application.ApplicationProblem.CALL_APPLICATION_MONEY_WITHOUT_FORM;
import static ru.mos.clusters.call.application.ApplicationProblem.CALL_APPLICATION_NOT_ELIGIBLE;
import static ru.mos.clusters.call.application.ApplicationProblem.CALL_APPLICATION_NOT_PLANNED;
import static ru.mos.clusters.call.application.ApplicationProblem.CALL_APPLICATION_PROJECT_FAULTY;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.SupportForm;
import ru.mos.clusters.platform.Problem;

/** What keeps an application from being sent: everything at once, each fault with its place in the form. */
final class ApplicationGate {

    private final ApplicationFacts facts;
    private final List<Problem> faults = new ArrayList<>();

    private ApplicationGate(ApplicationFacts facts) {
        this.facts = facts;
    }

    /** Empty where nothing is at fault. */
    static List<Problem> faults(ApplicationFacts facts) {
        var gate = new ApplicationGate(facts);
        gate.applicant();
        gate.request();
        gate.project();
        gate.documents();
        gate.declarations();
        return List.copyOf(gate.faults);
    }

    /** The faults of each part of the form; a part without any is complete. */
    static Map<ApplicationSection, List<Problem>> bySection(List<Problem> faults) {
        var sections = new EnumMap<ApplicationSection, List<Problem>>(ApplicationSection.class);
        for (var section : ApplicationSection.values()) {
            sections.put(
                    section,
                    faults.stream()
                            .filter(fault -> ApplicationSection.of(fault.field()) == section)
                            .toList());
        }
        return sections;
    }

    private void add(ApplicationProblem code, String pointer, Object... arguments) {
        faults.add(new Problem(code, arguments).at(pointer));
    }

    private void required(@Nullable String text, String pointer) {
        if (text == null) {
            add(CALL_APPLICATION_FIELD_MISSING, pointer);
        }
    }

    private void applicant() {
        var contact = facts.answers().applicant();
        if (!facts.terms().applicants().contains(facts.kind())) {
            add(CALL_APPLICATION_KIND_NOT_CALLED, "/applicant");
        }
        required(contact.person(), "/applicant/person");
        required(contact.phone(), "/applicant/phone");
        required(contact.email(), "/applicant/email");
        required(contact.address(), "/applicant/address");
        if (contact.email() != null && !contact.email().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]{2,}")) {
            add(CALL_APPLICATION_EMAIL_MALFORMED, "/applicant/email");
        }
    }

    private void request() {
        var request = facts.answers().project();
        required(request.purpose(), "/project/purpose");
        if (request.forms().isEmpty()) {
            add(CALL_APPLICATION_FIELD_MISSING, "/project/forms");
        }
        if (!facts.terms().forms().containsAll(request.forms())) {
            add(CALL_APPLICATION_FORM_NOT_CALLED, "/project/forms");
        }
        if (facts.asksMoney() && !request.forms().isEmpty() && !request.forms().contains(SupportForm.FINANCIAL)) {
            add(CALL_APPLICATION_MONEY_WITHOUT_FORM, "/project/forms");
        }
        if (!facts.planned()) {
            add(CALL_APPLICATION_NOT_PLANNED, "/project", facts.year());
        }
    }

    private void project() {
        if (!facts.projectFaults().isEmpty()) {
            faults.add(new Problem(
                            CALL_APPLICATION_PROJECT_FAULTY,
                            facts.projectFaults().size())
                    .at("/project")
                    .because(facts.projectFaults()));
        }
        if (facts.standing() != null && facts.standing().barred()) {
            add(
                    CALL_APPLICATION_NOT_ELIGIBLE,
                    "/project",
                    String.join("; ", facts.standing().reasons()));
        }
    }

    private void documents() {
        var listed = facts.terms().documents();
        for (int at = 0; at < listed.size(); at++) {
            var document = listed.get(at);
            boolean there = facts.answers().documents().stream()
                    .anyMatch(attachment -> Objects.equals(attachment.requirement(), document.titleRu()));
            if (document.mandatory() && !there) {
                add(CALL_APPLICATION_DOCUMENT_MISSING, "/documents/" + at, String.valueOf(document.titleRu()));
            }
        }
    }

    private void declarations() {
        for (var declaration : ApplicantDeclaration.values()) {
            if (!facts.answers().declarations().contains(declaration)) {
                add(CALL_APPLICATION_DECLARATION_MISSING, "/declarations/" + declaration.name());
            }
        }
    }
}
