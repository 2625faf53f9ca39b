package ru.mos.clusters.bank.file;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.bank.AccountKey;
import ru.mos.clusters.bank.BankProblem;
import ru.mos.clusters.platform.Problem;

/**
 * Adds a statement up while it is read: what its parts say, what its documents come to, and whether one explains the other.
 */
final class StatementTally {

    private static final int MOST_REMARKS = 100;

    private final StatementTaker taker;
    private final List<StatementRemark> remarks = new ArrayList<>();
    private @Nullable Section whole;
    private int documents;
    private BigDecimal came = new BigDecimal("0.00");
    private BigDecimal went = new BigDecimal("0.00");
    private @Nullable LocalDate earliest;
    private @Nullable LocalDate latest;

    StatementTally(StatementTaker taker) {
        this.taker = taker;
    }

    /** Of an account, for some days; sums that the bank does not give are null. */
    record Section(
            int line,
            String account,
            LocalDate from,
            LocalDate until,
            @Nullable BigDecimal opening,
            @Nullable BigDecimal received,
            @Nullable BigDecimal paid,
            @Nullable BigDecimal closing) {

        private Section and(Section next) {
            return new Section(
                    line,
                    account,
                    from,
                    next.until,
                    opening,
                    sum(received, next.received),
                    sum(paid, next.paid),
                    next.closing);
        }

        private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
            return one == null || other == null ? null : one.add(other);
        }
    }

    /** The account of the statement. @throws Problem {@code statement-account-missing} before any part was read */
    String account(int line) {
        if (whole == null) {
            throw new Problem(BankProblem.STATEMENT_ACCOUNT_MISSING, Integer.toString(line));
        }
        return whole.account();
    }

    void remark(StatementRemark remark) {
        if (remarks.size() < MOST_REMARKS) {
            remarks.add(remark);
        }
    }

    /**
     * The next part; days of one account may come as parts of their own.
     *
     * @throws Problem {@code statement-accounts-several}, {@code statement-days-reversed}
     */
    void section(Section next) {
        if (next.until().isBefore(next.from())) {
            throw new Problem(BankProblem.STATEMENT_DAYS_REVERSED, Integer.toString(next.line()));
        }
        requireBalanced(next);
        var before = whole;
        if (before == null) {
            whole = next;
            return;
        }
        if (!before.account().equals(next.account())) {
            throw new Problem(BankProblem.STATEMENT_ACCOUNTS_SEVERAL, before.account(), next.account());
        }
        if (!next.from().isAfter(before.until())) {
            throw new Problem(BankProblem.STATEMENT_DAYS_REVERSED, Integer.toString(next.line()));
        }
        if (differ(before.closing(), next.opening())) {
            remark(StatementRemark.flag(
                    BankProblem.STATEMENT_PARTS_DIFFER,
                    Integer.toString(next.line()),
                    plain(before.closing()),
                    plain(next.opening())));
        }
        whole = before.and(next);
    }

    private void requireBalanced(Section part) {
        if (part.opening() == null || part.received() == null || part.paid() == null || part.closing() == null) {
            return;
        }
        var due = part.opening().add(part.received()).subtract(part.paid());
        if (due.compareTo(part.closing()) != 0) {
            remark(StatementRemark.flag(
                    BankProblem.STATEMENT_UNBALANCED,
                    plain(part.opening()),
                    plain(part.received()),
                    plain(part.paid()),
                    plain(due),
                    plain(part.closing())));
        }
    }

    /** @throws Problem what the taker throws */
    void document(StatementDocument next) {
        documents++;
        if (next.incoming()) {
            came = came.add(next.amount());
        } else {
            went = went.add(next.amount());
        }
        earliest = earliest == null || next.bookedOn().isBefore(earliest) ? next.bookedOn() : earliest;
        latest = latest == null || next.bookedOn().isAfter(latest) ? next.bookedOn() : latest;
        requireKey(next);
        taker.document(next);
    }

    private void requireKey(StatementDocument next) {
        if (next.other().account().isEmpty() || next.other().bic().isEmpty()) {
            return;
        }
        try {
            AccountKey.check(next.other().bic(), next.other().account());
        } catch (Problem wrong) {
            remark(StatementRemark.flag(
                    BankProblem.STATEMENT_ACCOUNT_IMPOSSIBLE,
                    Integer.toString(next.line()),
                    next.other().account(),
                    next.other().bic()));
        }
    }

    /** @throws Problem {@code statement-account-missing} */
    StatementSummary finish(StatementFormat format, String version, String encoding, int lastLine) {
        account(lastLine);
        var sums = Objects.requireNonNull(whole);
        requireExplained(sums);
        requireInside(sums);
        return new StatementSummary(
                format,
                version,
                encoding,
                sums.account(),
                sums.from(),
                sums.until(),
                sums.opening(),
                sums.received(),
                sums.paid(),
                sums.closing(),
                documents,
                came.add(went),
                List.copyOf(remarks));
    }

    /** What the bank says came and went has to be what its documents come to; so has the difference of the balances. */
    private void requireExplained(Section sums) {
        if (differ(sums.received(), came) || differ(sums.paid(), went)) {
            remark(StatementRemark.flag(
                    BankProblem.STATEMENT_UNEXPLAINED,
                    plain(sums.received()),
                    plain(sums.paid()),
                    plain(came),
                    plain(went)));
        } else if (sums.opening() != null
                && differ(sums.closing(), sums.opening().add(came).subtract(went))) {
            remark(StatementRemark.flag(
                    BankProblem.STATEMENT_UNBALANCED,
                    plain(sums.opening()),
                    plain(came),
                    plain(went),
                    plain(sums.opening().add(came).subtract(went)),
                    plain(sums.closing())));
        }
    }

    private void requireInside(Section sums) {
        if (earliest != null && latest != null && (earliest.isBefore(sums.from()) || latest.isAfter(sums.until()))) {
            remark(StatementRemark.flag(
                    BankProblem.STATEMENT_DOCUMENT_OUTSIDE,
                    (earliest.isBefore(sums.from()) ? earliest : latest).toString(),
                    sums.from().toString(),
                    sums.until().toString()));
        }
    }

    private static boolean differ(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one != null && other != null && one.compareTo(other) != 0;
    }

    private static String plain(@Nullable BigDecimal amount) {
        return amount == null ? "" : amount.toPlainString();
    }
}
