package ru.mos.clusters.recovery;

import static ru.mos.clusters.platform.Role.DEPARTMENT;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ru.mos.clusters.agreement.PaymentCancelled;
import ru.mos.clusters.agreement.PaymentExecuted;
import ru.mos.clusters.agreement.PaymentExecutionUndone;
import ru.mos.clusters.agreement.Payments;
import ru.mos.clusters.bank.AssignmentUndone;
import ru.mos.clusters.bank.ReceiptAssigned;
import ru.mos.clusters.bank.ReceiptQuestion;
import ru.mos.clusters.bank.Source;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.platform.paper.Roubles;
import ru.mos.clusters.recovery.RecoveryStore.Repaid;

/**
 * How demands are met: by receipts that an accountant assigns to them, and by set-off when the payment is executed. In the
 * transaction in which it becomes known.
 */
@ApplicationScoped
class Repayments {

    private static final String TO_COME = "RECOVERY_TO_COME";
    private static final int MOST = 50;

    @Inject
    private RecoveryStore store;

    @Inject
    private RecoveryBooks books;

    @EJB
    private Payments payments;

    @EJB
    private Tasks tasks;

    @Inject
    private Changes changes;

    @Inject
    private Time time;

    /** Offers the demands that are open: those of the payer first, then those of the same sum. */
    void offer(@Observes ReceiptQuestion question) {
        store.candidates(question.payerInn(), question.amount(), MOST)
                .forEach(order -> question.offer(
                        new Source(RecoveryOrders.SUBJECT, order.id().toString()), text(order)));
    }

    private static String text(RecoveryOrderView order) {
        return "Требование № " + order.number() + " по соглашению СГ-" + order.agreementNumber() + ", ИНН "
                + order.payer().digits() + ", осталось " + Roubles.text(order.open()) + " ₽";
    }

    void received(@Observes ReceiptAssigned news) {
        if (!RecoveryOrders.SUBJECT.equals(news.to().kind())) {
            return;
        }
        var order = locked(UUID.fromString(news.to().id()));
        if (news.amount().compareTo(order.open()) > 0) {
            throw new Problem(RecoveryProblem.REPAYMENT_BEYOND_ORDER, news.amount(), order.open());
        }
        var repayment = new RepaymentView(
                UUID.randomUUID(),
                0,
                order.id(),
                RepaymentWay.RECEIPT,
                news.amount(),
                RepaymentState.DONE,
                news.on(),
                news.document(),
                null,
                null,
                null);
        long change = recorded("RECOVERY_RECEIVED", order, news.amount());
        store.repay(repayment, change);
        meet(order, repayment, news.on(), change);
    }

    void taken(@Observes AssignmentUndone news) {
        if (RecoveryOrders.SUBJECT.equals(news.to().kind())) {
            store.receipt(news.document()).ifPresent(repayment -> {
                var order = locked(repayment.order());
                if (order.state() == RecoveryState.WRITTEN_OFF) {
                    throw new Problem(RecoveryProblem.RECOVERY_ORDER_OVER);
                }
                unmeet(order, repayment, RepaymentState.UNDONE, news.reason());
            });
        }
    }

    void executed(@Observes PaymentExecuted news) {
        store.setOff(news.payment().id()).ifPresent(repayment -> {
            var order = locked(repayment.order());
            long change = recorded("RECOVERY_RECEIVED", order, repayment.amount());
            store.moveRepayment(repayment.id(), RepaymentState.DONE, news.on(), null, change);
            meet(order, repayment, news.on(), change);
        });
    }

    void undone(@Observes PaymentExecutionUndone news) {
        store.setOff(news.payment().id()).ifPresent(repayment -> {
            var order = locked(repayment.order());
            unmeet(order, repayment, RepaymentState.PENDING, news.reason());
        });
    }

    void cancelled(@Observes PaymentCancelled news) {
        store.setOff(news.payment().id()).ifPresent(repayment -> {
            var order = locked(repayment.order());
            long change = recorded("RECOVERY_NOT_SET_OFF", order, repayment.amount());
            store.moveRepayment(repayment.id(), RepaymentState.UNDONE, null, news.reason(), change);
        });
    }

    private RecoveryOrderView locked(UUID id) {
        return store.lock(id).orElseThrow(() -> new Problem(RecoveryProblem.RECOVERY_ORDER_UNKNOWN));
    }

    private void meet(RecoveryOrderView order, RepaymentView repayment, LocalDate on, long change) {
        var repaid = books.met(order, repayment, on, change);
        store.writeRepaid(repayment.id(), repaid);
        payments.returned(sums(repaid, 1));
        if (order.met().add(repayment.amount()).compareTo(order.amount()) == 0) {
            store.move(order.id(), RecoveryState.SETTLED, null, null, time.today(), change);
            forget(order.id());
        } else {
            watch(locked(order.id()));
        }
    }

    private void unmeet(RecoveryOrderView order, RepaymentView repayment, RepaymentState to, String why) {
        long change = recorded("RECOVERY_NOT_RECEIVED", order, repayment.amount());
        books.unmet(repayment.id(), time.today(), why);
        payments.returned(sums(store.takeRepaid(repayment.id()), -1));
        store.moveRepayment(repayment.id(), to, null, why, change);
        if (order.state() == RecoveryState.SETTLED) {
            store.move(order.id(), RecoveryState.ISSUED, null, null, time.today(), change);
        }
        var open = locked(order.id());
        if (open.state() == RecoveryState.ISSUED) {
            watch(open);
        }
    }

    private static Map<UUID, BigDecimal> sums(List<Repaid> parts, int sign) {
        var sums = new HashMap<UUID, BigDecimal>();
        parts.forEach(
                part -> sums.merge(part.payment(), part.amount().multiply(BigDecimal.valueOf(sign)), BigDecimal::add));
        return sums;
    }

    /** Somebody is to see to it that it comes by its term. */
    void watch(RecoveryOrderView order) {
        tasks.open(
                TO_COME,
                Doer.role(DEPARTMENT),
                RecoveryOrders.SUBJECT,
                order.id().toString(),
                facts(order),
                order.dueOn());
    }

    /** There is nothing more to see to. */
    void forget(UUID order) {
        tasks.done(TO_COME, RecoveryOrders.SUBJECT, order.toString());
    }

    static Map<String, Object> facts(RecoveryOrderView order) {
        return Map.of("number", order.number(), "agreement", "СГ-" + order.agreementNumber(), "amount", order.amount());
    }

    private long recorded(String action, RecoveryOrderView order, BigDecimal amount) {
        return changes.record(action, RecoveryOrders.SUBJECT, order.id().toString(), null, Map.of("amount", amount));
    }
}
