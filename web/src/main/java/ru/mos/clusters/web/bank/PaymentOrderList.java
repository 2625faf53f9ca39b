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
}
