package ru.mos.clusters.web.expertise;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import ru.mos.clusters.call.Calls;
import ru.mos.clusters.call.assessment.AssessmentBoard;
import ru.mos.clusters.call.assessment.BoardRow;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;

/** The board of a call: applications and who assesses each. */
@Named
@RequestScoped
public class ExpertiseBoard {

    @EJB
    private AssessmentBoard board;

    @EJB
    private Calls calls;

    @Inject
    private ListQuery query;

    private UUID call;
    private String code;
    private LazyTable<BoardRow> table;

    @PostConstruct
    void open() {
        call = RankingPage.call(query.value("call"));
        code = calls.view(call).code();
        table = query.table(page -> board.list(call, page), () -> board.count(call));
    }

    /** The number of the call. */
    public String getCode() {
        return code;
    }

    public UUID getCall() {
        return call;
    }

    public LazyTable<BoardRow> getTable() {
        return table;
    }
}
