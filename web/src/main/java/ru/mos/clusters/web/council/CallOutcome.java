package ru.mos.clusters.web.council;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import ru.mos.clusters.call.CallProblem;
import ru.mos.clusters.call.decision.CallResult;
import ru.mos.clusters.call.decision.Decisions;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;

/** What came of a call, for everybody, on its card. */
@Named
@RequestScoped
public class CallOutcome {

    @EJB
    private Decisions decisions;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    private List<CallResult> results;

    @PostConstruct
    void open() {
        results = decisions.results(Ids.of(query.value("id"), CallProblem.CALL_UNKNOWN));
    }

    /** The latest decision on each application. */
    public List<CallResult> getResults() {
        return results;
    }

    /** Whether the person may open the board of its assessment, which experts may not. */
    public boolean isBoardReader() {
        return Stream.of(Role.DEPARTMENT, Role.GCKR, Role.CHIEF, Role.AUDITOR).anyMatch(caller::hasRole);
    }
}
