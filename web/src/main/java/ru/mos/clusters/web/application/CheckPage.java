package ru.mos.clusters.web.application;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.Calls;
import ru.mos.clusters.call.application.ApplicationSection;
import ru.mos.clusters.call.application.ApplicationView;
import ru.mos.clusters.call.application.Applications;
import ru.mos.clusters.call.application.CheckView.Ground;
import ru.mos.clusters.call.application.CheckView.Remark;
import ru.mos.clusters.call.application.FormalChecks;
import ru.mos.clusters.call.application.ProjectStanding;
import ru.mos.clusters.call.request.AskBody;
import ru.mos.clusters.call.request.InteragencyRequests;
import ru.mos.clusters.call.request.RequestSubject;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** The formal check of an application: how its project stands, what is to be mended, and its outcome. */
@Named
@RequestScoped
public class CheckPage {

    @EJB
    private Applications applications;

    @EJB
    private FormalChecks checks;

    @EJB
    private Calls calls;

    @EJB
    private InteragencyRequests requests;

    @Inject
    private ListQuery query;

    private ApplicationView application;
    private @Nullable ProjectStanding standing;
    private @Nullable Long seen;
    private @Nullable String conclusion;
    private @Nullable String applicant;
    private @Nullable String project;
    private @Nullable String documents;
    private @Nullable String declarations;
    private @Nullable String act;
    private @Nullable String paragraph;
    private @Nullable String why;
    private @Nullable String subject;
    private @Nullable String body;
    private @Nullable String question;

    @PostConstruct
    void open() {
        application = applications.view(ApplicationPage.id(query.value("id")));
    }

    public ApplicationView getApplication() {
        return application;
    }

    public ProjectStanding getStanding() {
        if (standing == null) {
            standing = checks.standing(application.id());
        }
        return standing;
    }

    /** The version of the application that the page shows: another round may have come meanwhile. */
    public long getVersion() {
        return application.version();
    }

    public void setVersion(long version) {
        seen = version;
    }

    public int getReturnsLeft() {
        return checks.returnsLeft(application.id());
    }

    /** Acts of the call, in the editions it names. */
    public List<Map.Entry<String, String>> getActs() {
        var announced = calls.announcement(application.call());
        var terms = calls.view(application.call()).terms();
        var acts = new ArrayList<Map.Entry<String, String>>();
        for (int at = 0; at < terms.acts().size(); at++) {
            var one = terms.acts().get(at);
            if (one.act() != null
                    && one.edition() != null
                    && at < announced.acts().size()) {
                acts.add(Map.entry(
                        one.act() + "|" + one.edition(),
                        announced.acts().get(at).title()));
            }
        }
        return acts;
    }

    public List<Map.Entry<String, String>> getSubjects() {
        return Stream.of(RequestSubject.values())
                .map(one -> Map.entry(one.name(), Functions.show(one)))
                .toList();
    }

    public String giveBack() {
        checks.returnForCorrection(application.id(), seen, remarks());
        return after("application.returned");
    }

    private List<Remark> remarks() {
        var remarks = new ArrayList<Remark>();
        add(remarks, ApplicationSection.APPLICANT, applicant);
        add(remarks, ApplicationSection.PROJECT, project);
        add(remarks, ApplicationSection.DOCUMENTS, documents);
        add(remarks, ApplicationSection.DECLARATIONS, declarations);
        return remarks;
    }

    private static void add(List<Remark> remarks, ApplicationSection section, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            remarks.add(new Remark(section, text));
        }
    }

    public String admit() {
        checks.admit(application.id(), seen, conclusion);
        return after("application.admitted");
    }

    public String reject() {
        var chosen = String.valueOf(act).split("\\|", 2);
        checks.reject(
                application.id(),
                seen,
                new Ground(chosen[0], LocalDate.parse(chosen[1]), String.valueOf(paragraph), String.valueOf(why)),
                List.of());
        return after("application.rejected");
    }

    public String ask() {
        requests.ask(new AskBody(
                application.id(),
                RequestSubject.valueOf(String.valueOf(subject)),
                String.valueOf(body),
                String.valueOf(question),
                null));
        Messages.info("application.asked");
        return Redirect.to("/application/check.xhtml", "id", application.id());
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to("/application/card.xhtml", "id", application.id());
    }

    public @Nullable String getConclusion() {
        return conclusion;
    }

    public void setConclusion(@Nullable String conclusion) {
        this.conclusion = conclusion;
    }

    public @Nullable String getApplicant() {
        return applicant;
    }

    public void setApplicant(@Nullable String applicant) {
        this.applicant = applicant;
    }

    public @Nullable String getProject() {
        return project;
    }

    public void setProject(@Nullable String project) {
        this.project = project;
    }

    public @Nullable String getDocuments() {
        return documents;
    }

    public void setDocuments(@Nullable String documents) {
        this.documents = documents;
    }

    public @Nullable String getDeclarations() {
        return declarations;
    }

    public void setDeclarations(@Nullable String declarations) {
        this.declarations = declarations;
    }

    public @Nullable String getAct() {
        return act;
    }

    public void setAct(@Nullable String act) {
        this.act = act;
    }

    public @Nullable String getParagraph() {
        return paragraph;
    }

    public void setParagraph(@Nullable String paragraph) {
        this.paragraph = paragraph;
    }

    public @Nullable String getWhy() {
        return why;
    }

    public void setWhy(@Nullable String why) {
        this.why = why;
    }

    public @Nullable String getSubject() {
        return subject;
    }

    public void setSubject(@Nullable String subject) {
        this.subject = subject;
    }

    public @Nullable String getBody() {
        return body;
    }

    public void setBody(@Nullable String body) {
        this.body = body;
    }

    public @Nullable String getQuestion() {
        return question;
    }

    public void setQuestion(@Nullable String question) {
        this.question = question;
    }
}
