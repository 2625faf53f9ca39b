package ru.mos.clusters.web.council;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import ru.mos.clusters.call.decision.AppealState;
import ru.mos.clusters.call.decision.AppealView;
import ru.mos.clusters.call.decision.Appeals;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;

/** Appeals, the latest first; applicants see their own. */
@Named
@RequestScoped
public class AppealList {

    @EJB
    private Appeals appeals;

    @Inject
    private ListQuery query;

    private LazyTable<AppealView> table;

    @PostConstruct
    void open() {
        var state = query.choice("state", AppealState.class).orElse(null);
        table = query.table(page -> appeals.list(state, page), () -> appeals.count(state));
    }

    public LazyTable<AppealView> getTable() {
        return table;
    }

    public List<Map.Entry<String, String>> getStates() {
        return CouncilWords.options(AppealState.values());
    }
}
