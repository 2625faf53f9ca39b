package ru.mos.clusters.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.Sql;

/**
 * The whole journal as text for plain-text accounting, entries by the day they take effect, at the end the balance of every
 * account as an assertion: whoever reads it adds everything up and finds out whether it comes to the same.
 */
@ApplicationScoped
class JournalWriter {

    private static final int ROWS_AT_ONCE = 1000;

    private static final String POSTINGS = """
            select e.id as entry, e.effective_on as day, e.operation, e.memo, a.code as account, p.amount
              from ledger.entry e
              join ledger.posting p on p.entry_id = e.id
              join ledger.account a on a.id = p.account_id
             where e.recorded_at <= :known
             order by e.effective_on, e.id, p.amount desc, a.code, p.line""";

    private static final String ACCOUNTS = """
            select a.code, a.stage = 'BUDGET' as source, min(e.effective_on) as first, sum(p.amount) as balance
              from ledger.account a
              join ledger.posting p on p.account_id = a.id
              join ledger.entry e on e.id = p.entry_id
             where e.recorded_at <= :known
             group by a.code, a.stage
             order by a.code""";

    @Inject
    private Sql sql;

    private record Posting(
            long entry, LocalDate day, Operation operation, String memo, String account, BigDecimal amount) {}

    private record Opened(String code, boolean source, LocalDate first, BigDecimal balance) {
        /** beancount knows five roots; what the budget gives is where all comes from. */
        String rooted() {
            return (source ? "Equity:" : "Assets:") + code;
        }
    }

    void write(JournalFormat format, Locale locale, OutputStream to) {
        sql.with(handle -> {
            var out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
            try {
                write(handle, format, locale, out);
                out.flush();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return true;
        });
    }

    private static void write(Handle handle, JournalFormat format, Locale locale, Writer out) throws IOException {
        var known = handle.createQuery("select ledger.settled_now()")
                .mapTo(Instant.class)
                .one();
        LocalDate end = null;
        try (var accounts = accounts(handle, known)) {
            out.write(head(format, locale));
            for (var account : (Iterable<Opened>) accounts::iterator) {
                out.write(opened(format, account));
            }
        }
        try (var postings =
                handle
                        .createQuery(POSTINGS)
                        .bind("known", known)
                        .setFetchSize(ROWS_AT_ONCE)
                        .mapTo(Posting.class)
                        .stream()) {
            long entry = 0;
            for (var posting : (Iterable<Posting>) postings::iterator) {
                if (posting.entry() != entry) {
                    entry = posting.entry();
                    end = posting.day();
                    out.write(begun(format, posting, locale));
                }
                out.write(line(format, posting));
            }
        }
        if (end != null) {
            try (var accounts = accounts(handle, known)) {
                out.write(
                        format == JournalFormat.HLEDGER
                                ? "\n" + end + " * " + text("journal.closing", locale) + "\n"
                                : "\n");
                for (var account : (Iterable<Opened>) accounts::iterator) {
                    out.write(closed(format, account, end));
                }
            }
        }
    }

    private static Stream<Opened> accounts(Handle handle, Instant known) {
        return handle
                .createQuery(ACCOUNTS)
                .bind("known", known)
                .setFetchSize(ROWS_AT_ONCE)
                .mapTo(Opened.class)
                .stream();
    }

    private static String head(JournalFormat format, Locale locale) {
        return format == JournalFormat.HLEDGER
                ? "; " + text("journal.title", locale) + "\ncommodity 1000.00 RUB\n\n"
                : "option \"title\" \"" + text("journal.title", locale)
                        + "\"\noption \"operating_currency\" \"RUB\"\n\n";
    }

    private static String opened(JournalFormat format, Opened account) {
        return format == JournalFormat.HLEDGER
                ? "account " + account.code() + "\n"
                : account.first() + " open " + account.rooted() + " RUB\n";
    }

    private static String begun(JournalFormat format, Posting first, Locale locale) {
        var operation = text("Operation." + first.operation().name(), locale);
        return format == JournalFormat.HLEDGER
                ? "\n" + first.day() + " * (" + first.entry() + ") " + operation + " | "
                        + oneLine(first.memo()).replace(';', ',') + "\n"
                : "\n" + first.day() + " * \"" + operation + "\" \""
                        + oneLine(first.memo()).replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n  entry: \""
                        + first.entry()
                        + "\"\n";
    }

    private static String line(JournalFormat format, Posting posting) {
        var account = format == JournalFormat.HLEDGER
                ? posting.account()
                : (posting.account().startsWith("BUDGET-") ? "Equity:" : "Assets:") + posting.account();
        return "  " + account + "  " + posting.amount().toPlainString() + " RUB\n";
    }

    private static String closed(JournalFormat format, Opened account, LocalDate end) {
        var balance = account.balance().toPlainString();
        return format == JournalFormat.HLEDGER
                ? "  " + account.code() + "  0.00 RUB = " + balance + " RUB\n"
                : end.plusDays(1) + " balance " + account.rooted() + "  " + balance + " RUB\n";
    }

    private static String oneLine(String memo) {
        return memo.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static String text(String key, Locale locale) {
        return ProblemTexts.text(LedgerProblem.class, key, locale);
    }
}
