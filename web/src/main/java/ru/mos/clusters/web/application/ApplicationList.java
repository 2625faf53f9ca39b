package ru.mos.clusters.web.application;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallFilter;
import ru.mos.clusters.call.CallPhase;
import ru.mos.clusters.call.Calls;
import ru.mos.clusters.call.application.ApplicationDrafts;
import ru.mos.clusters.call.application.ApplicationFilter;
import ru.mos.clusters.call.application.ApplicationState;
import ru.mos.clusters.call.application.ApplicationView;
import ru.mos.clusters.call.application.Applications;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.project.ProjectFilter;
import ru.mos.clusters.project.Projects;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** Applications that the person sees, the latest first, and the form to begin one. */
@Named
@RequestScoped
public class ApplicationList {

    private static final int ALL = 500;

    @EJB
    private Applications applications;

    @EJB
    private ApplicationDrafts drafts;

    @EJB
    private Calls calls;

    @EJB
    private Projects projects;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    private LazyTable<ApplicationView> table;
    private @Nullable String call;
    private @Nullable String project;

    @PostConstruct
    void open() {
        var filter = new ApplicationFilter(
                query.text("call")
                        .filter(ApplicationPage::isId)
                        .map(UUID::fromString)
                        .orElse(null),
                null,
                query.choice("state", ApplicationState.class).orElse(null));
        call = query.value("call");
        table = query.table(page -> applications.list(filter, page), () -> applications.count(filter));
    }

    public LazyTable<ApplicationView> getTable() {
        return table;
    }

    /** Whether the person may begin an application. */
    public boolean isWriter() {
        return Stream.of(Role.APPLICANT, Role.DEPARTMENT, Role.GCKR).anyMatch(caller::hasRole);
    }

    /** Calls that are published, by name. */
    public List<Map.Entry<String, String>> getCalls() {
        return calls(null);
    }

    /** Calls that take applications now; staff take over papers of others too. */
    public List<Map.Entry<String, String>> getOpenCalls() {
        return calls(caller.hasRole(Role.APPLICANT) ? CallPhase.INTAKE : null);
    }

    private List<Map.Entry<String, String>> calls(@Nullable CallPhase phase) {
        boolean english = Language.current().getLanguage().equals("en");
        return calls.list(new CallFilter(null, null, phase), PageRequest.first(ALL)).items().stream()
                .filter(one -> one.edition() > 0)
                .map(one -> Map.entry(
                        one.id().toString(),
                        one.code() + " "
                                + (english ? one.terms().titleEn() : one.terms().titleRu())))
                .toList();
    }

    public List<Map.Entry<String, String>> getStates() {
        return Stream.of(ApplicationState.values())
                .map(state -> Map.entry(state.name(), Functions.show(state)))
                .toList();
    }

    /** Projects with which the person may apply. */
    public List<Map.Entry<String, String>> getProjects() {
        return projects.list(ProjectFilter.ALL, PageRequest.first(ALL)).items().stream()
                .filter(one -> one.mayEdit())
                .map(one -> Map.entry(one.id().toString(), one.code() + " " + one.title()))
                .toList();
    }

    /** Begins an application and opens it. */
    public String begin() {
        var begun = drafts.begin(UUID.fromString(String.valueOf(call)), UUID.fromString(String.valueOf(project)));
        Messages.info("application.begun", begun.number());
        return Redirect.to("/application/card.xhtml", "id", begun.id());
    }

    public @Nullable String getCall() {
        return call;
    }

    public void setCall(@Nullable String call) {
        this.call = call;
    }

    public @Nullable String getProject() {
        return project;
    }

    public void setProject(@Nullable String project) {
        this.project = project;
    }
}
