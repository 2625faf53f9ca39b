package ru.mos.clusters.inserver;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.inserver.OpeningBook.DAY;
import static ru.mos.clusters.inserver.OpeningBook.KBK;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import ru.mos.clusters.ledger.AccountBalance;
import ru.mos.clusters.ledger.Books;
import ru.mos.clusters.ledger.Ledger;
import ru.mos.clusters.ledger.Months;
import ru.mos.clusters.ledger.Stage;
import ru.mos.clusters.ledger.opening.OpeningReport;
import ru.mos.clusters.ledger.opening.OpeningView;
import ru.mos.clusters.ledger.opening.Openings;
import ru.mos.clusters.ledger.year.YearEnd;

/** On 10 March 2026 the ledger is empty, and running agreements are taken on as of 2 March. */
abstract class OpeningInServer extends InServer {

    static final String OTHER = "80704120000000000812";
    static final String INN = "7707083893";
    static final LocalDate SIGNED = LocalDate.of(2025, 9, 1);

    @Inject
    Openings openings;

    @Inject
    Ledger ledger;

    @Inject
    Books books;

    @Inject
    Months months;

    @Inject
    YearEnd yearEnd;

    @BeforeEach
    void an_empty_ledger() throws Exception {
        for (var login : List.of("accountant", "chief", "department", "auditor", "gckr")) {
            given(login);
        }
        gone();
        at("2026-03-10 12:00:00");
    }

    @AfterEach
    void gone() throws Exception {
        execute("delete from platform.clock_shift");
        execute(LedgerFixture.NOTHING_LEFT);
    }

    @AfterEach
    void every_balance_follows_from_the_postings() throws Exception {
        assertThat(one("select count(*) from ledger.faults()")).isEqualTo("0");
    }

    void at(String moscow) throws Exception {
        execute("delete from platform.clock_shift");
        execute("insert into platform.clock_shift select (timestamp '" + moscow
                + "' at time zone 'Europe/Moscow') - clock_timestamp()");
    }

    void execute(String statement) throws Exception {
        try (var connection = owner.getConnection();
                var run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    OpeningReport load(byte[] workbook, LocalDate day) throws Exception {
        return as("accountant", () -> openings.prepare(new ByteArrayInputStream(workbook), "остатки.xlsx", day));
    }

    OpeningView prepared(OpeningBook book) throws Exception {
        var report = load(book.bytes(), DAY);
        assertThat(places(report)).isEmpty();
        return report.opening();
    }

    OpeningView posted(OpeningBook book) throws Exception {
        var opening = prepared(book);
        return as("chief", () -> openings.post(opening.id(), opening.version()));
    }

    static List<String> places(OpeningReport report) {
        return report.rejected().stream()
                .map(rejected ->
                        rejected.pointer() + " " + rejected.problem().code().slug())
                .toList();
    }

    List<String> refused(OpeningBook book) throws Exception {
        var before = kept();
        var report = load(book.bytes(), DAY);
        assertThat(report.isDone()).isFalse();
        assertThat(kept()).isEqualTo(before);
        return places(report);
    }

    String kept() throws Exception {
        return one("select (select count(*) from ledger.opening) || ' ' || (select count(*) from ledger.opening_row)"
                + " || ' ' || (select count(*) from ledger.opening_agreement) || ' '"
                + " || (select count(*) from platform.document) || ' ' || (select count(*) from ledger.entry)");
    }

    static OpeningBook agreement(String number, String year, Object... sums) {
        return and(new OpeningBook(), number, year, sums);
    }

    static OpeningBook and(OpeningBook book, String number, String year, Object... sums) {
        var cells = Arrays.copyOf(new Object[] {number, SIGNED, INN, year, KBK}, 10);
        System.arraycopy(sums, 0, cells, 5, sums.length);
        return book.agreement(cells);
    }

    Map<Stage, BigDecimal> trialBalance(LocalDate on) throws Exception {
        var balance = as("auditor", () -> books.trialBalance(on, null));
        assertThat(balance.debit()).isEqualByComparingTo(balance.credit());
        return balance.accounts().stream()
                .collect(groupingBy(
                        AccountBalance::stage, reducing(BigDecimal.ZERO, AccountBalance::balance, BigDecimal::add)));
    }
}
