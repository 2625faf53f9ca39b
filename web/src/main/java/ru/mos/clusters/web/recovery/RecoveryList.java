package ru.mos.clusters.web.recovery;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import ru.mos.clusters.agreement.AgreementProblem;
import ru.mos.clusters.recovery.RecoveryFilter;
import ru.mos.clusters.recovery.RecoveryOrderView;
import ru.mos.clusters.recovery.RecoveryOrders;
import ru.mos.clusters.recovery.RecoveryState;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Spreadsheet;
import ru.mos.clusters.web.shell.Texts;

/** Demands that the person sees, of all agreements or of one. */
@Named
@RequestScoped
public class RecoveryList {

    @EJB
    private RecoveryOrders orders;

    @Inject
    private ListQuery query;

    @Inject
    private Texts texts;

    private LazyTable<RecoveryOrderView> table;

    @PostConstruct
    void open() {
        var filter = new RecoveryFilter(
                query.choice("state", RecoveryState.class).orElse(null),
                query.text("agreement")
                        .map(text -> Ids.of(text, AgreementProblem.SUBSIDY_AGREEMENT_UNKNOWN))
                        .orElse(null),
                query.value("overdue").equals("yes"));
        table = query.table(page -> orders.list(filter, page), () -> orders.count(filter));
    }

    public LazyTable<RecoveryOrderView> getTable() {
        return table;
    }

    /** The one choice of the filter of what is late. */
    public List<Map.Entry<String, String>> getOverdueChoice() {
        return List.of(Map.entry("yes", texts.get("recovery.onlyOverdue")));
    }

    /** The whole list as a spreadsheet. */
    public void export() {
        if (!query.value("export").equals("xlsx") || query.isFaulty()) {
            return;
        }
        new Spreadsheet<RecoveryOrderView>("recovery.orders")
                .column("recovery.order", 10, RecoveryOrderView::number)
                .column("recovery.agreement", 12, row -> "СГ-" + row.agreementNumber())
                .column("recovery.kind", 12, RecoveryOrderView::kind)
                .column("recovery.payer", 60, RecoveryOrderView::payerName)
                .column("recovery.inn", 14, RecoveryOrderView::payer)
                .column("recovery.state", 20, RecoveryOrderView::state)
                .column("recovery.sum", 20, RecoveryOrderView::amount)
                .column("recovery.met", 20, RecoveryOrderView::met)
                .column("recovery.overdue", 20, RecoveryOrderView::overdue)
                .column("recovery.issuedOn", 12, RecoveryOrderView::issuedOn)
                .column("recovery.dueOn", 12, RecoveryOrderView::dueOn)
                .send(table);
    }
}
