package ru.mos.clusters.recovery;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import ru.mos.clusters.ledger.Account;
import ru.mos.clusters.ledger.Ledger;
import ru.mos.clusters.ledger.NewEntry;
import ru.mos.clusters.ledger.Operation;
import ru.mos.clusters.ledger.Stage;
import ru.mos.clusters.recovery.RecoveryStore.Repaid;

/**
 * What demands and their being met mean for the ledger. Money that comes back leaves what is paid and not accounted for first, then
 * what was accepted; in the year of its budget it opens the limit again, later it is income.
 * The name of such an entry bears the payment's id, by which {@code execution} finds whose money came back.
 */
@ApplicationScoped
class RecoveryBooks {

    static final String REPAYMENT = "REPAYMENT";

    @EJB
    private Ledger ledger;

    /** It is expected back. */
    void demanded(RecoveryOrderView order, LocalDate on) {
        post(order, "demanded", Operation.DEMANDED, Stage.CLAIMED, Stage.RECOVERABLE, order.amount(), on);
    }

    /** It is not expected after all. */
    void takenBack(RecoveryOrderView order, LocalDate on) {
        post(
                order,
                "withdrawn",
                Operation.DEMANDED,
                Stage.CLAIMED,
                Stage.RECOVERABLE,
                order.amount().negate(),
                on);
    }

    /** What is left of it is given up. */
    void writtenOff(RecoveryOrderView order, LocalDate on) {
        post(
                order,
                "written-off",
                Operation.WRITTEN_OFF,
                Stage.RECOVERABLE,
                Stage.FORGONE,
                order.amount().subtract(order.met()),
                on);
    }

    private void post(
            RecoveryOrderView order,
            String what,
            Operation operation,
            Stage from,
            Stage to,
            BigDecimal amount,
            LocalDate on) {
        ledger.post(
                on,
                List.of(NewEntry.move(
                        "recovery/" + order.id() + "/" + what,
                        operation,
                        memo(order),
                        new NewEntry.Source(RecoveryOrders.SUBJECT, order.id().toString()),
                        account(from, order),
                        account(to, order),
                        amount)));
    }

    /**
     * It was met with a sum. What the bank booked in a month that is closed by now is posted on the first day that is not.
     *
     * @param on day of the bank's booking
     * @param change under which this is recorded; tells apart what was met, undone and met again
     * @return of which payments how much came back; nothing for a penalty
     */
    List<Repaid> met(RecoveryOrderView order, RepaymentView repayment, LocalDate on, long change) {
        var day = ledger.openDay(on);
        var key = "repayment/" + repayment.id() + "/" + change;
        var source = new NewEntry.Source(REPAYMENT, repayment.id().toString());
        var entries = new ArrayList<NewEntry>();
        var repaid = new ArrayList<Repaid>();
        var left = repayment.amount();
        for (var part : order.parts()) {
            var sum = left.min(part.amount().subtract(part.repaid()));
            if (sum.signum() > 0) {
                left = left.subtract(sum);
                repaid.add(new Repaid(part.payment(), sum));
                boolean later = on.getYear() > part.year() || part.ended();
                var operation = later ? Operation.REFUNDED_LATER : Operation.REFUNDED;
                var to = Account.of(later ? Stage.INCOME : Stage.LIMIT, part.year(), part.kbk());
                var paid = account(Stage.PAID, part, order);
                var first = sum.min(part.unaccounted());
                var named = key + "/" + part.payment();
                if (first.signum() > 0) {
                    entries.add(NewEntry.move(named + "/paid", operation, memo(order), source, paid, to, first));
                }
                if (sum.compareTo(first) > 0) {
                    entries.add(NewEntry.move(
                            named + "/accepted",
                            operation,
                            memo(order),
                            source,
                            account(Stage.ACCEPTED, part, order),
                            to,
                            sum.subtract(first)));
                }
            }
        }
        if (!entries.isEmpty()) {
            ledger.post(day, entries);
        }
        var issued = Objects.requireNonNull(order.issuedOn());
        ledger.post(
                day.isBefore(issued) ? issued : day,
                List.of(NewEntry.move(
                        key,
                        Operation.RECOVERED,
                        memo(order),
                        source,
                        account(Stage.RECOVERABLE, order),
                        account(Stage.RECOVERED, order),
                        repayment.amount())));
        return repaid;
    }

    /** It was not met after all; both stay to be seen. */
    void unmet(UUID repayment, LocalDate on, String why) {
        var entries = new ArrayList<>(ledger.of(new NewEntry.Source(REPAYMENT, repayment.toString())));
        Collections.reverse(entries);
        for (long entry : entries) {
            ledger.reverse(entry, on, "repayment/" + repayment + "/reversed/" + entry, why);
        }
    }

    private static Account account(Stage stage, RecoveryPart part, RecoveryOrderView order) {
        return new Account(stage, part.year(), part.kbk(), subject(order));
    }

    private static Account account(Stage stage, RecoveryOrderView order) {
        return new Account(stage, order.year(), order.kbk(), subject(order));
    }

    private static String subject(RecoveryOrderView order) {
        return "G-" + order.agreementNumber();
    }

    private static String memo(RecoveryOrderView order) {
        return "Соглашение СГ-" + order.agreementNumber() + ", требование № " + order.number();
    }
}
