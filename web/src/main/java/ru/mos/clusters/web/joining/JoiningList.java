package ru.mos.clusters.web.joining;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ru.mos.clusters.cluster.joining.ApplicationFilter;
import ru.mos.clusters.cluster.joining.ApplicationState;
import ru.mos.clusters.cluster.joining.ApplicationView;
import ru.mos.clusters.cluster.joining.Joining;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Spreadsheet;
import ru.mos.clusters.web.shell.Texts;

/** Applications to join clusters; of an applicant, those of the own organisation. */
@Named
@RequestScoped
public class JoiningList {

    @EJB
    private Joining joining;

    @Inject
    private ListQuery query;

    @Inject
    private JoiningWords words;

    @Inject
    private Texts texts;

    private LazyTable<ApplicationView> table;

    @PostConstruct
    void open() {
        var filter = new ApplicationFilter(
                query.read("cluster", joining::cluster).orElse(null),
                query.text("sector").orElse(null),
                query.choice("state", ApplicationState.class).orElse(null),
                query.read("inn", Inn::new).orElse(null),
                query.value("overdue").equals("true"),
                query.date("submittedFrom").orElse(null),
                query.date("submittedTo").map(day -> day.plusDays(1)).orElse(null));
        table = query.table(page -> joining.list(filter, page), () -> joining.count(filter));
    }

    public LazyTable<ApplicationView> getTable() {
        return table;
    }

    public List<Map.Entry<String, String>> getStates() {
        return Stream.of(ApplicationState.values())
                .map(state -> Map.entry(state.name(), Functions.show(state)))
                .toList();
    }

    /** Whether only late answers are asked for. */
    public List<Map.Entry<String, String>> getTerms() {
        return List.of(Map.entry("true", texts.get("joining.onlyOverdue")));
    }

    /** The whole list as a spreadsheet. */
    public void export() {
        if (!query.value("export").equals("xlsx") || query.isFaulty()) {
            return;
        }
        new Spreadsheet<ApplicationView>("joining.title")
                .column("joining.cluster", 12, ApplicationView::clusterCode)
                .column("joining.clusterName", 40, ApplicationView::clusterName)
                .column("joining.inn", 14, application -> application.inn().digits())
                .column("joining.name", 40, ApplicationView::name)
                .column("joining.submittedOn", 12, ApplicationView::submittedOn)
                .column("joining.answerDue", 12, ApplicationView::answerDue)
                .column("joining.state", 20, ApplicationView::state)
                .column("joining.decidedOn", 12, ApplicationView::decidedOn)
                .column("joining.overdue", 12, ApplicationView::overdue)
                .column("joining.ground", 50, words::ground)
                .column("joining.reason", 50, ApplicationView::reason)
                .send(table);
    }
}
