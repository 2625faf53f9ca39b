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
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Csv;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.Sql;

/**
 * The journal as a table of text for the department's accounting program, written as it is read: UTF-8 with its mark, columns apart
 * by semicolons, dates as 2026-03-01, roubles with a point. Text that a spreadsheet could take for a formula gets an apostrophe.
 */
@ApplicationScoped
class JournalTable {

    private static final int ROWS_AT_ONCE = 1000;
    private static final String MARK = "\uFEFF";
    private static final List<String> COLUMNS = List.of(
            "day",
            "entry",
            "operation",
            "debit",
            "credit",
            "year",
            "kbk",
            "subject",
            "amount",
            "memo",
            "source",
            "reverses");

    @Inject
    private Sql sql;

    /** A pair of accounts of the budget chart; none where the operation books nothing there. */
    record Pair(
            LocalDate day,
            long entry,
            Operation operation,
            @Nullable String debit,
            @Nullable String credit,
            int year,
            String kbk,
            @Nullable String subject,
            BigDecimal amount,
            String memo,
            @Nullable String sourceKind,
            @Nullable String source,
            @Nullable Long reverses) {

        /** As a line of the table, without its end. */
        String line(Locale locale) {
            return row(
                    day,
                    entry,
                    ProblemTexts.text(LedgerProblem.class, "Operation." + operation.name(), locale),
                    debit,
                    credit,
                    year,
                    kbk,
                    subject,
                    amount.toPlainString(),
                    memo,
                    sourceKind == null ? null : sourceKind + " " + source,
                    reverses);
        }
    }

    /** Entries that take effect from one day through another; null: without an end. */
    void write(@Nullable LocalDate from, @Nullable LocalDate to, Locale locale, OutputStream out) {
        sql.with(handle -> {
            var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            try {
                writer.write(MARK + head(locale) + Csv.LINE_END);
                writePairs(handle, from, to, locale, writer);
                writer.flush();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return true;
        });
    }

    private void writePairs(
            Handle handle, @Nullable LocalDate from, @Nullable LocalDate to, Locale locale, Writer writer)
            throws IOException {
        var known = handle.createQuery("select ledger.settled_now()")
                .mapTo(Instant.class)
                .one();
        try (var pairs = handle
                .createQuery(sql.file(JournalTable.class, "JournalPairs"))
                .bind("from", from)
                .bind("to", to)
                .bind("known", known)
                .setFetchSize(ROWS_AT_ONCE)
                .mapTo(Pair.class)
                .stream()) {
            for (var pair : (Iterable<Pair>) pairs::iterator) {
                writer.write(pair.line(locale) + Csv.LINE_END);
            }
        }
    }

    static String head(Locale locale) {
        return row(COLUMNS.stream()
                .map(column -> ProblemTexts.text(LedgerProblem.class, "csv." + column, locale))
                .toArray());
    }

    private static String row(@Nullable Object... cells) {
        return Csv.line(';', cells);
    }
}
