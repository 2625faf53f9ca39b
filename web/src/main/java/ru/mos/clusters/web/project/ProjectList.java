package ru.mos.clusters.web.project;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.project.ProjectContent;
import ru.mos.clusters.project.ProjectFilter;
import ru.mos.clusters.project.ProjectKind;
import ru.mos.clusters.project.ProjectView;
import ru.mos.clusters.project.Projects;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** Joint projects, the latest first, and the form to begin one. */
@Named
@RequestScoped
public class ProjectList {

    @EJB
    private Projects projects;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    private LazyTable<ProjectView> table;
    private @Nullable String kind;
    private @Nullable String lead;
    private @Nullable String title;

    @PostConstruct
    void open() {
        var filter = new ProjectFilter(
                query.choice("kind", ProjectKind.class).orElse(null),
                null,
                null,
                query.text("title").orElse(null));
        table = query.table(page -> projects.list(filter, page), () -> projects.count(filter));
    }

    public LazyTable<ProjectView> getTable() {
        return table;
    }

    public boolean isWriter() {
        return caller.hasRole(Role.DEPARTMENT) || caller.hasRole(Role.GCKR) || caller.hasRole(Role.APPLICANT);
    }

    /** Begins a project and opens it. */
    public String create() {
        var project = projects.create(
                ProjectKind.valueOf(String.valueOf(kind)),
                new Inn(String.valueOf(lead)),
                ProjectContent.titled(title));
        Messages.info("project.created", project.code());
        return Redirect.to("/project/card.xhtml", "id", project.id());
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public @Nullable String getLead() {
        return lead;
    }

    public void setLead(@Nullable String lead) {
        this.lead = lead;
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title;
    }
}
