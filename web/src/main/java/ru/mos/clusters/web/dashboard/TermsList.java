package ru.mos.clusters.web.dashboard;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.dashboard.Board;
import ru.mos.clusters.dashboard.BoardFigure;
import ru.mos.clusters.dashboard.Dashboards;
import ru.mos.clusters.dashboard.TermsFilter;
import ru.mos.clusters.platform.TaskView;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Spreadsheet;
import ru.mos.clusters.web.shell.Subjects;

/** Open tasks of everybody, and what they are about. */
@Named
@RequestScoped
public class TermsList {

    @EJB
    private Dashboards dashboards;

    @Inject
    private BoardWords words;

    @Inject
    private ListQuery query;

    @Inject
    private Subjects subjects;

    @Inject
    private Time time;

    private LocalDate day;
    private LazyTable<TaskView> table;

    @PostConstruct
    void open() {
        day = query.date("asOf").orElseGet(time::today);
        var filter = new TermsFilter(
                day,
                query.text("kind").orElse(null),
                query.text("role").orElse(null),
                query.choice("when", BoardFigure.class)
                        .filter(Board.TERMS.figures()::contains)
                        .orElse(null));
        table = query.table(page -> dashboards.tasks(filter, page), () -> dashboards.countTasks(filter));
    }

    public LocalDate getDay() {
        return day;
    }

    public LazyTable<TaskView> getTable() {
        return table;
    }

    /** How a term may stand. */
    public List<Map.Entry<String, String>> getTerms() {
        return Board.TERMS.figures().stream()
                .map(one -> Map.entry(one.name(), Functions.show(one)))
                .toList();
    }

    /** The page of what a task is about; null where there is none, or the person may not open it. */
    public @Nullable String about(TaskView task) {
        return subjects.page(task.subjectKind(), task.subject());
    }

    /** The whole list as a spreadsheet. */
    public void export() {
        if (!query.value("export").equals("xlsx") || query.isFaulty()) {
            return;
        }
        new Spreadsheet<TaskView>("dashboard.tasks")
                .column("tasks.what", 80, task -> words.task(task.kind(), task.facts()))
                .column("tasks.whose", 30, task -> words.doer(task.role(), task.login()))
                .column("tasks.due", 14, TaskView::due)
                .column("tasks.opened", 20, TaskView::openedAt)
                .send(table);
    }
}
