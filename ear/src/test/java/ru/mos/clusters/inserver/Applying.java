package ru.mos.clusters.inserver;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import ru.mos.clusters.call.CallTerms;
import ru.mos.clusters.call.CallView;
import ru.mos.clusters.call.Calls;
import ru.mos.clusters.call.SupportForm;
import ru.mos.clusters.call.application.ApplicantDeclaration;
import ru.mos.clusters.call.application.ApplicationAnswers.Contact;
import ru.mos.clusters.call.application.ApplicationAnswers.Request;
import ru.mos.clusters.call.application.ApplicationDrafts;
import ru.mos.clusters.call.application.ApplicationView;
import ru.mos.clusters.call.application.Applications;
import ru.mos.clusters.call.programme.Measure;
import ru.mos.clusters.call.programme.PlanLine;
import ru.mos.clusters.call.programme.PlanProgramme;
import ru.mos.clusters.call.programme.ProgrammeAct;
import ru.mos.clusters.call.programme.Programmes;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Mandates;
import ru.mos.clusters.platform.Mandates.GiveMandate;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.project.ProjectConsents;
import ru.mos.clusters.project.ProjectContent;
import ru.mos.clusters.project.ProjectKind;
import ru.mos.clusters.project.Projects;

/** What people do until an application can be signed. */
@Dependent
class Applying {

    static final byte[] PDF = "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.US_ASCII);

    @Inject
    private Programmes programmes;

    @Inject
    private Calls calls;

    @Inject
    private Mandates mandates;

    @Inject
    private Projects projects;

    @Inject
    private ProjectConsents consents;

    @Inject
    private Applications applications;

    @Inject
    private ApplicationDrafts drafts;

    static Paper paper(String title) {
        return new Paper(title, "1", LocalDate.of(2026, 1, 1));
    }

    /** Of a call whose money goes on to participants, and whose intake ends with March. */
    static CallTerms terms(String eligibility) {
        return CallFixture.terms(node -> {
            node.put("eligibility", eligibility);
            node.put("intakeUntil", "2026-03-31T21:00:00Z"); // midnight in Moscow
            node.putObject("flow")
                    .put("route", "ONWARD_TO_PARTICIPANTS")
                    .put("act", "PPM_1863_2019")
                    .put("paragraph", "п. 3")
                    .put("agreements", true);
            node.withArray("money")
                    .addObject()
                    .put("year", 2026)
                    .put("kbk", "80704121234567890811")
                    .put("amount", new BigDecimal("10000000"));
        });
    }

    /** With one measure, called 1. */
    void programme(String code) throws Exception {
        InServer.as(
                "department",
                () -> programmes.enter(new PlanProgramme(
                        code,
                        "Программа",
                        "Programme",
                        2026,
                        2027,
                        LocalDate.of(2026, 2, 1),
                        List.of(new ProgrammeAct("PPM_1863_2019", LocalDate.of(2024, 2, 7))),
                        List.of(new Measure(
                                "1",
                                "Проекты",
                                "Projects",
                                List.of(new PlanLine(2026, new BigDecimal("30000000"))))))));
    }

    CallView publish(String programme, CallTerms terms) throws Exception {
        var draft = InServer.as("department", () -> calls.create(programme, "1", terms));
        InServer.as("department", () -> calls.check(draft.id()));
        return InServer.as("chief", () -> calls.publish(draft.id()));
    }

    void mandate(String login, Inn organisation, LocalDate from, LocalDate until) throws Exception {
        InServer.as(
                "admin", () -> mandates.give(new GiveMandate(login, organisation, from, until, paper("Доверенность"))));
    }

    /** A project of the applicant's organisation that all concerned have consented to. */
    UUID project(Inn lead, ProjectContent content) throws Exception {
        var project = InServer.as("applicant", () -> projects.create(ProjectKind.CLUSTER, lead, content))
                .id();
        for (var asked : InServer.as("department", () -> consents.list(project))) {
            InServer.as(
                    "department",
                    () -> consents.consent(project, asked.inn(), asked.cluster(), asked.part(), paper("Согласие")));
        }
        return project;
    }

    ApplicationView filled(String login, UUID call, UUID project) throws Exception {
        var id = InServer.as(login, () -> drafts.begin(call, project)).id();
        fill(login, id);
        return InServer.as(login, () -> applications.view(id));
    }

    private void fill(String login, UUID id) throws Exception {
        var contact = new Contact("Иванова А. А.", "+7 495 000-00-00", "office@example.ru", "Москва");
        var request = new Request("Оснастка", List.of(SupportForm.FINANCIAL));
        var declarations = Arrays.asList(ApplicantDeclaration.values());
        InServer.as(login, () -> drafts.save(id, version(login, id), contact));
        InServer.as(login, () -> drafts.save(id, version(login, id), request));
        InServer.as(login, () -> drafts.declare(id, version(login, id), declarations));
        InServer.as(login, () -> drafts.attach(id, null, "Заявление", "заявление.pdf", new ByteArrayInputStream(PDF)));
    }

    long version(String login, UUID id) throws Exception {
        return InServer.as(login, () -> applications.view(id)).version();
    }
}
