package ru.mos.clusters.web.reconciliation;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.reconciliation.Reconciliation;
import ru.mos.clusters.reconciliation.ReconciliationLine;
import ru.mos.clusters.reconciliation.ReconciliationTotals;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Spreadsheet;
import ru.mos.clusters.web.shell.Texts;

/** Bank, agreements and ledger side by side: all together, and line by line where they differ, or all lines. */
@Named
@RequestScoped
public class ReconciliationList {

    @EJB
    private Reconciliation reconciliation;

    @Inject
    private ListQuery query;

    @Inject
    private Texts texts;

    private LazyTable<ReconciliationLine> table;
    private @Nullable ReconciliationTotals totals;

    @PostConstruct
    void open() {
        boolean differing = !isAll();
        table = query.table(page -> reconciliation.lines(differing, page), () -> reconciliation.count(differing));
    }

    public LazyTable<ReconciliationLine> getTable() {
        return table;
    }

    /** Whether lines are shown that agree, too. */
    public boolean isAll() {
        return query.value("lines").equals("all");
    }

    public ReconciliationTotals getTotals() {
        if (totals == null) {
            totals = reconciliation.totals();
        }
        return totals;
    }

    /** How the three stand to each other, as texts and looks are named. */
    public String getStanding() {
        if (!isAgreed()) {
            return "differs";
        }
        return getTotals().payments().count() + getTotals().receipts().count() == 0 ? "agreed" : "unplaced";
    }

    private boolean isAgreed() {
        return getTotals().measures().stream().allMatch(ReconciliationTotals.Total::agrees)
                && reconciliation.count(true) == 0;
    }

    /** The choice of the filter. */
    public List<Map.Entry<String, String>> getChoices() {
        return List.of(Map.entry("all", texts.get("reconciliation.all")));
    }

    /** The whole list as a spreadsheet. */
    public void export() {
        if (!query.value("export").equals("xlsx") || query.isFaulty()) {
            return;
        }
        new Spreadsheet<ReconciliationLine>("reconciliation.title")
                .column("reconciliation.agreement", 12, row -> "СГ-" + row.number())
                .column("reconciliation.measure", 20, ReconciliationLine::measure)
                .column("reconciliation.agreements", 20, ReconciliationLine::agreements)
                .column("reconciliation.bank", 20, ReconciliationLine::bank)
                .column("reconciliation.ledger", 20, ReconciliationLine::ledger)
                .column("reconciliation.difference", 20, ReconciliationLine::difference)
                .send(table);
    }
}
