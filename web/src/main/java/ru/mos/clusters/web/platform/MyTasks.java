package ru.mos.clusters.web.platform;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    @EJB
    private Tasks tasks;

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
