package ru.mos.clusters.web.platform;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.ADMIN;
import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.EXPERT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.TaskView;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.web.shell.ChangeWords;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;
import ru.mos.clusters.web.shell.Subjects;

/** The first page: what the person has to do, about whom, by when. */
@Named
@RequestScoped
public class MyTasks {

    // @formatter:off
    private static final List<Step> STEPS = List.of(
            new Step("/registry/release-upload.xhtml", "steps.release",  List.of(DEPARTMENT)),
            new Step("/cluster/take-on.xhtml",         "steps.takeOn",   List.of(DEPARTMENT, GCKR)),
            new Step("/registry/fact-entry.xhtml",     "steps.fact",     List.of(DEPARTMENT, GCKR)),
            new Step("/dashboard/list.xhtml",          "steps.dashboards", List.of(CHIEF, DEPARTMENT, GCKR, AUDITOR)),
            new Step("/cluster/list.xhtml",            "steps.clusters", List.of(CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR)),
            new Step("/call/list.xhtml?phase=INTAKE",  "steps.calls",    List.of(APPLICANT)),
            new Step("/project/list.xhtml",            "steps.project",  List.of(APPLICANT)),
            new Step("/audit/list.xhtml",              "steps.audit",    List.of(AUDITOR, ADMIN)),
            new Step("/users/list.xhtml",              "steps.users",    List.of(ADMIN)));
    // @formatter:on

    @EJB
    private Tasks tasks;

    @Inject
    private Caller caller;

    @Inject
    private ListQuery query;

    @Inject
    private ChangeWords words;

    @Inject
    private Subjects subjects;

    private LazyTable<TaskView> table;

    @PostConstruct
    void open() {
        table = query.table(tasks::mine, tasks::countMine);
    }

    public LazyTable<TaskView> getTable() {
        return table;
    }

    /**
     * Something to begin with, for who has no task.
     *
     * @param label key of what the link says
     */
    public record Step(String page, String label, List<String> roles) {}

    /** What the person's roles begin with, in the order of the work. */
    public List<Step> getSteps() {
        return STEPS.stream()
                .filter(step -> step.roles().stream().anyMatch(caller::hasRole))
                .toList();
    }

    /** What is to be done, in words. */
    public String what(TaskView task) {
        return words.task(task.kind(), task.facts());
    }

    /** The page of what the task is about; null where there is none. */
    public @Nullable String about(TaskView task) {
        return subjects.page(task.subjectKind(), task.subject());
    }

    public String close(UUID id) {
        tasks.close(id, null);
        Messages.info("tasks.closed");
        return Redirect.to("/index.xhtml");
    }
}
