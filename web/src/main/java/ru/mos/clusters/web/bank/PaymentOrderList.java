package ru.mos.clusters.web.bank;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import ru.mos.clusters.bank.InstructionFilter;
import ru.mos.clusters.bank.InstructionState;
import ru.mos.clusters.bank.InstructionView;
import ru.mos.clusters.bank.Instructions;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Spreadsheet;

/** Payment orders that left for the bank. */
@Named
@RequestScoped
public class PaymentOrderList {

    @EJB
    private Instructions instructions;

    @Inject
    private ListQuery query;

    private LazyTable<InstructionView> table;

    @PostConstruct
    void open() {
        var filter = new InstructionFilter(
                query.choice("state", InstructionState.class).orElse(null),
                null,
                query.date("since").orElse(null),
                query.date("to").map(day -> day.plusDays(1)).orElse(null),
                query.text("text").orElse(null));
        table = query.table(page -> instructions.list(filter, page), () -> instructions.count(filter));
    }

    public LazyTable<InstructionView> getTable() {
        return table;
    }

    /** The whole list as a spreadsheet. */
    public void export() {
        if (!query.value("export").equals("xlsx") || query.isFaulty()) {
            return;
        }
        new Spreadsheet<InstructionView>("bank.orders")
                .column("bank.order", 10, InstructionView::number)
                .column("bank.day", 12, InstructionView::day)
                .column("bank.payee", 60, row -> row.payee().name())
                .column("bank.inn", 14, row -> row.payee().inn())
                .column("bank.amount", 20, InstructionView::amount)
                .column("bank.purpose", 80, InstructionView::purpose)
                .column("bank.state", 20, InstructionView::state)
                .column("bank.concludedOn", 12, InstructionView::concludedOn)
                .send(table);
    }
}
