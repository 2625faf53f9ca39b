package ru.mos.clusters.agreement;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ru.mos.clusters.ledger.Account;
import ru.mos.clusters.ledger.Ledger;
import ru.mos.clusters.ledger.NewEntry;
import ru.mos.clusters.ledger.Operation;
import ru.mos.clusters.ledger.Stage;

/**
 * What agreements, payments and reports mean for the ledger. Every entry is named by what it stands for, so it is made once; one on a
 * payment bears the payment's id in its name, by which {@code execution} finds who was paid.
 */
@ApplicationScoped
class AgreementBooks {

    @EJB
    private Ledger ledger;

    /** An edition is registered: its amount is committed, in place of that of the edition before. */
    void commit(AgreementView agreement, EditionView edition, LocalDate on) {
        var key = "agreement/" + agreement.id() + "/" + edition.number();
        var memo = "Соглашение СГ-" + agreement.number()
                + (edition.number() == 1 ? "" : ", дополнительное соглашение № " + (edition.number() - 1));
        var source = source(agreement);
        var reserved = reserved(agreement);
        var committed = account(Stage.COMMITTED, agreement.year(), agreement.kbk(), agreement);
        var limit = Account.of(Stage.LIMIT, agreement.year(), agreement.kbk());
        var before = agreement.inForce();
        var entries = new ArrayList<NewEntry>();
        var more = edition.amount().subtract(before == null ? BigDecimal.ZERO : before.amount());
        if (before != null && more.signum() > 0) {
            entries.add(NewEntry.move(key + "/reserved", Operation.RESERVED, memo, source, limit, reserved, more));
        }
        if (more.signum() != 0) {
            entries.add(
                    NewEntry.move(key + "/committed", Operation.COMMITTED, memo, source, reserved, committed, more));
        }
        var spare = before == null ? agreement.awarded().subtract(edition.amount()) : more.negate();
        if (spare.signum() > 0) {
            entries.add(NewEntry.move(key + "/released", Operation.RELEASED, memo, source, reserved, limit, spare));
        }
        if (!entries.isEmpty()) {
            ledger.post(on, entries);
        }
    }

    /** What is committed and was not paid is free again. */
    void release(AgreementView agreement, LocalDate on) {
        var rest = agreement.amount().subtract(agreement.paid());
        if (rest.signum() == 0) {
            return;
        }
        var key = "agreement/" + agreement.id() + "/terminated";
        var memo = "Соглашение СГ-" + agreement.number() + " расторгнуто";
        var reserved = reserved(agreement);
        ledger.post(
                on,
                List.of(
                        NewEntry.move(
                                key + "/committed",
                                Operation.COMMITTED,
                                memo,
                                source(agreement),
                                reserved,
                                account(Stage.COMMITTED, agreement.year(), agreement.kbk(), agreement),
                                rest.negate()),
                        NewEntry.move(
                                key + "/released",
                                Operation.RELEASED,
                                memo,
                                source(agreement),
                                reserved,
                                Account.of(Stage.LIMIT, agreement.year(), agreement.kbk()),
                                rest)));
    }

    /** What was reserved for it is free again. */
    void giveUp(AgreementView agreement, LocalDate on) {
        ledger.post(
                on,
                List.of(NewEntry.move(
                        "agreement/" + agreement.id() + "/cancelled",
                        Operation.RELEASED,
                        "Соглашение СГ-" + agreement.number() + " не заключено",
                        source(agreement),
                        reserved(agreement),
                        Account.of(Stage.LIMIT, agreement.year(), agreement.kbk()),
                        agreement.awarded())));
    }

    void due(AgreementView agreement, PaymentView payment, LocalDate on) {
        move(
                "payment/" + payment.id() + "/due/" + payment.version(),
                Operation.FELL_DUE,
                agreement,
                payment,
                Stage.COMMITTED,
                Stage.DUE,
                on);
    }

    void paid(AgreementView agreement, PaymentView payment, UUID document, LocalDate on) {
        move(
                "payment/" + payment.id() + "/paid/" + payment.version() + "/" + document,
                Operation.PAID,
                agreement,
                payment,
                Stage.DUE,
                Stage.PAID,
                on);
    }

    private void move(
            String key,
            Operation operation,
            AgreementView agreement,
            PaymentView payment,
            Stage from,
            Stage to,
            LocalDate on) {
        ledger.post(
                on,
                List.of(NewEntry.move(
                        key,
                        operation,
                        "Соглашение СГ-" + agreement.number() + ", платёж № " + payment.number(),
                        new NewEntry.Source(Payments.SUBJECT, payment.id().toString()),
                        account(from, payment.year(), payment.kbk(), agreement),
                        account(to, payment.year(), payment.kbk(), agreement),
                        payment.amount())));
    }

    /** Takes back the last entry of a payment, which both stay to be seen; still in the year of its budget. */
    void takeBack(PaymentView payment, LocalDate today, String why) {
        var end = LocalDate.of(payment.year(), 12, 31);
        var on = today.isAfter(end) ? end : today;
        var entries =
                ledger.of(new NewEntry.Source(Payments.SUBJECT, payment.id().toString()));
        long last = entries.get(entries.size() - 1);
        ledger.reverse(last, on, "payment/" + payment.id() + "/reversed/" + last, why);
    }

    /** What of the payments of an instalment is accounted for, the first payment first. */
    void accepted(
            AgreementView agreement, ReportView report, BigDecimal sum, List<PaymentView> payments, LocalDate on) {
        var entries = new ArrayList<NewEntry>();
        var left = sum;
        for (var payment : payments) {
            var part = left.min(payment.amount().subtract(payment.returned()));
            if (part.signum() > 0) {
                entries.add(NewEntry.move(
                        "report/" + report.id() + "/" + payment.id(),
                        Operation.ACCEPTED,
                        "Соглашение СГ-" + agreement.number() + ", отчёт № " + report.number(),
                        new NewEntry.Source(Reports.SUBJECT, report.id().toString()),
                        account(Stage.PAID, payment.year(), payment.kbk(), agreement),
                        account(Stage.ACCEPTED, payment.year(), payment.kbk(), agreement),
                        part));
                left = left.subtract(part);
            }
        }
        if (!entries.isEmpty()) {
            ledger.post(on, entries);
        }
    }

    private static Account account(Stage stage, int year, String kbk, AgreementView agreement) {
        return new Account(stage, year, kbk, agreement.subject());
    }

    /** What the award reserved bears the number of the application. */
    private static Account reserved(AgreementView agreement) {
        return new Account(
                Stage.RESERVED,
                agreement.year(),
                agreement.kbk(),
                "A-" + agreement.applicationNumber().substring(2));
    }

    private static NewEntry.Source source(AgreementView agreement) {
        return new NewEntry.Source(Agreements.SUBJECT, agreement.id().toString());
    }
}
