package ru.mos.clusters.web.bank;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import ru.mos.clusters.bank.statement.DocumentFilter;
import ru.mos.clusters.bank.statement.DocumentView;
import ru.mos.clusters.bank.statement.Documents;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Spreadsheet;

/** Movements that belong to nothing yet: receipts to be assigned, payments without an order; or all of them. */
@Named
@RequestScoped
public class ReceiptList {

    @EJB
    private Documents documents;

    @Inject
    private ListQuery query;

    private LazyTable<DocumentView> table;

    @PostConstruct
    void open() {
        var filter = new DocumentFilter(
                !query.value("kind").equals("paid"),
                query.value("all").equals("true") ? null : Boolean.FALSE,
                query.date("since").orElse(null),
                query.date("to").map(day -> day.plusDays(1)).orElse(null),
                query.text("text").orElse(null));
        table = query.table(page -> documents.list(filter, page), () -> documents.count(filter));
    }

    public LazyTable<DocumentView> getTable() {
        return table;
    }

    /** The whole list as a spreadsheet. */
    public void export() {
        if (!query.value("export").equals("xlsx") || query.isFaulty()) {
            return;
        }
        new Spreadsheet<DocumentView>("bank.receipts")
                .column("bank.document", 12, DocumentView::number)
                .column("bank.bookedOn", 12, DocumentView::bookedOn)
                .column("bank.amount", 20, DocumentView::amount)
                .column("bank.other", 60, row -> row.other().name())
                .column("bank.inn", 14, row -> row.other().inn())
                .column("bank.purpose", 80, DocumentView::purpose)
                .column("bank.order", 10, DocumentView::instructionNumber)
                .send(table);
    }
}
