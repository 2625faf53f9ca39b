package ru.mos.clusters.web.agreement;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import ru.mos.clusters.agreement.AgreementProblem;
import ru.mos.clusters.agreement.PaymentState;
import ru.mos.clusters.agreement.PaymentView;
import ru.mos.clusters.agreement.Payments;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Spreadsheet;

/** Payments that the person sees, of all agreements or of one. */
@Named
@RequestScoped
public class PaymentList {

    @EJB
    private Payments payments;

    @Inject
    private ListQuery query;

    private LazyTable<PaymentView> table;

    @PostConstruct
    void open() {
        var state = query.choice("state", PaymentState.class).orElse(null);
        var agreement = query.text("agreement")
                .map(text -> Ids.of(text, AgreementProblem.SUBSIDY_AGREEMENT_UNKNOWN))
                .orElse(null);
        table = query.table(page -> payments.list(state, agreement, page), () -> payments.count(state, agreement));
    }

    public LazyTable<PaymentView> getTable() {
        return table;
    }

    /** The whole list as a spreadsheet. */
    public void export() {
        if (!query.value("export").equals("xlsx") || query.isFaulty()) {
            return;
        }
        new Spreadsheet<PaymentView>("grant.payments")
                .column("grant.payment", 10, PaymentView::number)
                .column("grant.agreement", 12, row -> "СГ-" + row.agreementNumber())
                .column("grant.instalment", 10, PaymentView::position)
                .column("grant.payee", 60, PaymentView::payeeName)
                .column("grant.inn", 14, PaymentView::payee)
                .column("grant.account", 24, PaymentView::account)
                .column("grant.sum", 20, PaymentView::amount)
                .column("grant.state", 30, PaymentView::state)
                .column("grant.orderedOn", 12, PaymentView::orderedOn)
                .column("grant.executedOn", 12, PaymentView::executedOn)
                .send(table);
    }
}
