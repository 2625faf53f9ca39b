package ru.mos.clusters.agreement;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import ru.mos.clusters.call.FundingMode;
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

    @Inject
    private AgreementStore store;

    /**
     * An edition is registered: its amounts are committed under the limits of the years they are paid in, in place of those of the
     * edition before. What the award reserved is committed first; what is left of it is free again.
     */
    void commit(AgreementView agreement, EditionView edition, LocalDate on) {
        var before = agreement.inForce();
        var committed = before == null ? new TreeMap<Integer, BigDecimal>() : agreement.byYear(before);
        var wanted = agreement.byYear(edition);
        var years = new TreeSet<>(committed.keySet());
        years.addAll(wanted.keySet());
        years.add(agreement.year());
        var memo = "Соглашение СГ-" + agreement.number()
                + (edition.number() == 1 ? "" : ", дополнительное соглашение № " + (edition.number() - 1));
        var entries = new ArrayList<NewEntry>();
        var left = store.committed(agreement.id());
        for (int year : years) {
            var more =
                    wanted.getOrDefault(year, BigDecimal.ZERO).subtract(committed.getOrDefault(year, BigDecimal.ZERO));
            entries.addAll(recommitted(
                    agreement,
                    year,
                    "agreement/" + agreement.id() + "/" + edition.number(),
                    memo,
                    before == null && year == agreement.year() ? agreement.awarded() : BigDecimal.ZERO,
                    more.max(left.getOrDefault(year, BigDecimal.ZERO)
                            .negate()))); // what lapsed with its year is given up already
        }
        post(entries, on);
    }

    /**
     * What is committed and was not paid is free again, in each year.
     *
     * @param how in the name of the entries
     * @param said the same in their words
     */
    void release(AgreementView agreement, LocalDate on, String how, String said) {
        var entries = new ArrayList<NewEntry>();
        store.committed(agreement.id())
                .forEach((year, left) -> entries.addAll(recommitted(
                        agreement,
                        year,
                        "agreement/" + agreement.id() + "/" + how,
                        "Соглашение СГ-" + agreement.number() + " " + said,
                        BigDecimal.ZERO,
                        left.negate())));
        post(entries, on);
    }

    private void post(List<NewEntry> entries, LocalDate on) {
        if (!entries.isEmpty()) {
            ledger.post(on, entries);
        }
    }

    /**
     * Commits more of a year, or less where it is negative: out of what is reserved for it, else out of free limits, to which goes back
     * what is not needed.
     */
    private static List<NewEntry> recommitted(
            AgreementView agreement, int year, String named, String memo, BigDecimal reserved, BigDecimal more) {
        var key = year == agreement.year() ? named : named + "/" + year;
        var source = source(agreement);
        var limit = Account.of(Stage.LIMIT, year, agreement.kbk());
        var held = reserved(agreement, year);
        var entries = new ArrayList<NewEntry>();
        var missing = more.subtract(reserved);
        if (missing.signum() > 0) {
            entries.add(NewEntry.move(key + "/reserved", Operation.RESERVED, memo, source, limit, held, missing));
        }
        if (more.signum() != 0) {
            entries.add(NewEntry.move(
                    key + "/committed",
                    Operation.COMMITTED,
                    memo,
                    source,
                    held,
                    account(Stage.COMMITTED, year, agreement.kbk(), agreement),
                    more));
        }
        if (missing.signum() < 0) {
            entries.add(
                    NewEntry.move(key + "/released", Operation.RELEASED, memo, source, held, limit, missing.negate()));
        }
        return entries;
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
                        reserved(agreement, agreement.year()),
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

    /** The bank has paid it; costs that are reimbursed are accounted for already. */
    void paid(AgreementView agreement, PaymentView payment, UUID document, LocalDate on) {
        boolean advance = agreement.mode() == FundingMode.ADVANCE;
        move(
                "payment/" + payment.id() + "/paid/" + payment.version() + "/" + document,
                advance ? Operation.PAID : Operation.REIMBURSED,
                agreement,
                payment,
                Stage.DUE,
                advance ? Stage.PAID : Stage.ACCEPTED,
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
    private static Account reserved(AgreementView agreement, int year) {
        return new Account(
                Stage.RESERVED,
                year,
                agreement.kbk(),
                "A-" + agreement.applicationNumber().substring(2));
    }

    private static NewEntry.Source source(AgreementView agreement) {
        return new NewEntry.Source(Agreements.SUBJECT, agreement.id().toString());
    }
}
