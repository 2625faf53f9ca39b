package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.ledger.Account;
import ru.mos.clusters.ledger.AccountBalance;
import ru.mos.clusters.ledger.AccountFilter;
import ru.mos.clusters.ledger.Books;
import ru.mos.clusters.ledger.EntryFilter;
import ru.mos.clusters.ledger.EntryView;
import ru.mos.clusters.ledger.ExecutionFilter;
import ru.mos.clusters.ledger.ExecutionLine;
import ru.mos.clusters.ledger.Ledger;
import ru.mos.clusters.ledger.Months;
import ru.mos.clusters.ledger.NewEntry;
import ru.mos.clusters.ledger.Operation;
import ru.mos.clusters.ledger.Stage;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.ProblemTranslator;

/** The ledger at its edges: the last kopeck, the last day, the second time, and who else tries at the same time. */
class LedgerIT extends InServer {

    private static final String KBK = "80704121234567890811";
    private static final String OTHER = "80704120000000000812";
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);

    @Inject
    Ledger ledger;

    @Inject
    Books books;

    @Inject
    Months months;

    @Resource
    UserTransaction transaction;

    @Resource(lookup = "java:jboss/datasources/ClustersDS")
    DataSource application;

    @BeforeEach
    void free_limits_of_a_thousand_roubles() throws Exception {
        given("accountant");
        given("auditor");
        gone();
        at("2026-06-15 12:00");
        execute(owner, LedgerFixture.limits(2026, KBK, "1000.00"));
    }

    @AfterEach
    void gone() throws Exception {
        execute(owner, "delete from platform.clock_shift");
        execute(owner, LedgerFixture.NOTHING_LEFT);
    }

    @AfterEach
    void every_balance_follows_from_the_postings() throws Exception {
        assertThat(one("select count(*) from ledger.faults()")).isEqualTo("0");
    }

    private void at(String moscow) throws Exception {
        execute(owner, "delete from platform.clock_shift");
        execute(
                owner,
                "insert into platform.clock_shift select (timestamp '" + moscow
                        + "' at time zone 'Europe/Moscow') - clock_timestamp()");
    }

    private static void execute(DataSource as, String statement) throws Exception {
        try (var connection = as.getConnection();
                var run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private static NewEntry reservation(String key, String subject, String amount) {
        return NewEntry.move(
                key,
                Operation.RESERVED,
                "Решение",
                null,
                Account.of(Stage.LIMIT, 2026, KBK),
                new Account(Stage.RESERVED, 2026, KBK, subject),
                new BigDecimal(amount));
    }

    private static NewEntry next(String key, Operation operation, Stage from, Stage to, int year, String amount) {
        return NewEntry.move(
                key,
                operation,
                "Шаг",
                null,
                new Account(from, year, KBK, from == Stage.LIMIT ? null : "A-1"),
                new Account(to, year, KBK, to == Stage.LIMIT ? null : "A-1"),
                new BigDecimal(amount));
    }

    private List<Long> posted(NewEntry... entries) throws Exception {
        return posted(DAY, entries);
    }

    private List<Long> posted(LocalDate day, NewEntry... entries) throws Exception {
        return as("accountant", () -> ledger.post(day, List.of(entries)));
    }

    private String balance(Stage stage) throws Exception {
        return one("select sum(balance) from ledger.account where stage = '" + stage + "'");
    }

    @Test
    void the_last_kopeck_of_a_limit_is_reserved_and_not_one_more() throws Exception {
        posted(reservation("a", "A-1", "999.99"));
        assertProblem("limit-exceeded", () -> posted(reservation("b", "A-2", "0.02")));
        posted(reservation("c", "A-2", "0.01"));

        assertProblem("limit-exceeded", () -> posted(reservation("d", "A-3", "0.01")));
        assertThat(balance(Stage.LIMIT)).isEqualTo("0.00");
        assertThat(balance(Stage.RESERVED)).isEqualTo("1000.00");
    }

    @Test
    void no_stage_gives_more_than_it_has() throws Exception {
        posted(reservation("a", "A-1", "100.00"));
        var way = List.of(
                next("b", Operation.COMMITTED, Stage.RESERVED, Stage.COMMITTED, 2026, "100.00"),
                next("c", Operation.FELL_DUE, Stage.COMMITTED, Stage.DUE, 2026, "60.00"),
                next("d", Operation.PAID, Stage.DUE, Stage.PAID, 2026, "60.00"),
                next("e", Operation.ACCEPTED, Stage.PAID, Stage.ACCEPTED, 2026, "25.00"),
                next("f", Operation.REFUNDED, Stage.PAID, Stage.LIMIT, 2026, "35.00"));
        var refusals = List.of(
                "reservation-exceeded",
                "commitment-exceeded",
                "obligation-exceeded",
                "refund-exceeded",
                "refund-exceeded");
        for (int at = 0; at < way.size(); at++) {
            var step = way.get(at);
            var leg = step.legs().get(0);
            var from = step.legs().get(1).account();
            var available = new BigDecimal(
                    one("select coalesce(sum(balance), 0) from ledger.account where stage = '" + from.stage() + "'"));
            assertProblem(
                    refusals.get(at),
                    () -> posted(NewEntry.move(
                            step.key() + "!",
                            step.operation(),
                            "Больше",
                            null,
                            from,
                            leg.account(),
                            available.add(new BigDecimal("0.01")))));
            posted(step);
        }
        assertThat(balance(Stage.PAID)).isEqualTo("0.00");
        assertThat(balance(Stage.LIMIT)).isEqualTo("935.00");
    }

    @Test
    void debit_and_credit_are_equal_or_nothing_is_written() throws Exception {
        var legs = List.of(
                new NewEntry.Leg(new Account(Stage.RESERVED, 2026, KBK, "A-1"), new BigDecimal("10.00")),
                new NewEntry.Leg(Account.of(Stage.LIMIT, 2026, KBK), new BigDecimal("-9.99")));

        assertProblem("entry-unbalanced", () -> posted(new NewEntry("a", Operation.RESERVED, "Неравная", null, legs)));
        assertThat(one("select count(*) from ledger.entry")).isEqualTo("2");
    }

    @Test
    void a_command_repeated_posts_nothing_twice_and_its_key_stands_for_nothing_else() throws Exception {
        var first = posted(reservation("a", "A-1", "600.00"), reservation("b", "A-2", "400.00"));

        assertThat(posted(reservation("a", "A-1", "600.00"), reservation("b", "A-2", "400.00")))
                .isEqualTo(first);
        assertProblem("entry-key-reused", () -> posted(reservation("a", "A-1", "599.99")));
        assertProblem("entry-key-reused", () -> posted(reservation("a", "A-9", "600.00")));
        assertProblem(
                "entry-key-reused", () -> posted(reservation("a", "A-1", "600.00"), reservation("new", "A-2", "0.01")));
        assertThat(balance(Stage.RESERVED)).isEqualTo("1000.00");
    }

    @Test
    void of_several_entries_all_are_posted_or_none() throws Exception {
        assertProblem(
                "limit-exceeded", () -> posted(reservation("a", "A-1", "600.00"), reservation("b", "A-2", "400.01")));

        assertThat(one("select count(*) from ledger.entry")).isEqualTo("2");
        assertThat(balance(Stage.LIMIT)).isEqualTo("1000.00");
    }

    @Test
    void sums_are_whole_kopecks_not_zero_and_of_fifteen_digits_at_most() throws Exception {
        for (var amount : List.of("0.00", "0.001", "10000000000000.00")) {
            assertProblem("posting-sum-impossible", () -> posted(reservation(amount, "A-1", amount)));
        }
        execute(owner, LedgerFixture.limits(2026, OTHER, "9999999999999.99"));
        assertThat(one("select balance from ledger.account where stage = 'LIMIT' and kbk = '" + OTHER + "'"))
                .isEqualTo("9999999999999.99");
        posted(reservation("whole", "A-1", "1.5000"));
    }

    @Test
    void a_code_is_of_the_layout_of_its_year_and_an_account_of_a_known_kind() throws Exception {
        assertProblem(
                "account-kbk-not-of-year",
                () -> posted(NewEntry.move(
                        "a",
                        Operation.APPROPRIATED,
                        "x",
                        null,
                        Account.of(Stage.BUDGET, 2015, KBK),
                        Account.of(Stage.APPROPRIATION, 2015, KBK),
                        BigDecimal.ONE)));
        assertThat(catchThrowable(() -> posted(NewEntry.move(
                        "b",
                        Operation.RESERVED,
                        "x",
                        null,
                        Account.of(Stage.LIMIT, 2026, KBK),
                        Account.of(Stage.RESERVED, 2026, KBK),
                        BigDecimal.ONE))))
                .as("a reservation without its decision")
                .isNotNull();
    }

    @Test
    void nothing_is_dated_tomorrow_nor_in_a_closed_month() throws Exception {
        assertProblem("entry-in-future", () -> posted(DAY.plusDays(1), reservation("a", "A-1", "1.00")));
        posted(LocalDate.of(2026, 5, 31), reservation("b", "A-1", "1.00"));
        assertProblem("closing-early", () -> as("accountant", () -> months.close(LocalDate.of(2026, 6, 30))));
        assertProblem("closing-not-a-month-end", () -> as("accountant", () -> months.close(LocalDate.of(2026, 5, 30))));

        as("accountant", () -> months.close(LocalDate.of(2026, 5, 31)));

        assertProblem(
                "entry-in-closed-month", () -> posted(LocalDate.of(2026, 5, 31), reservation("c", "A-1", "1.00")));
        posted(LocalDate.of(2026, 6, 1), reservation("d", "A-1", "1.00"));
        assertProblem("closing-made", () -> as("accountant", () -> months.close(LocalDate.of(2026, 5, 31))));
        assertThat(posted(LocalDate.of(2026, 5, 31), reservation("b", "A-1", "1.00")))
                .as("the answer to an old command repeated")
                .hasSize(1);
    }

    @Test
    void the_money_of_a_year_is_paid_until_its_last_second_in_moscow() throws Exception {
        at("2026-12-31 23:59:59");
        var last = LocalDate.of(2026, 12, 31);
        posted(
                last,
                reservation("a", "A-1", "100.00"),
                next("b", Operation.COMMITTED, Stage.RESERVED, Stage.COMMITTED, 2026, "100.00"),
                next("c", Operation.FELL_DUE, Stage.COMMITTED, Stage.DUE, 2026, "90.00"),
                next("d", Operation.PAID, Stage.DUE, Stage.PAID, 2026, "40.00"));
        at("2027-01-01 00:00:00");

        assertProblem(
                "entry-outside-year",
                () -> posted(
                        LocalDate.of(2027, 1, 1), next("e", Operation.PAID, Stage.DUE, Stage.PAID, 2026, "50.00")));
        assertProblem(
                "entry-outside-year",
                () -> posted(
                        LocalDate.of(2027, 1, 1),
                        next("f", Operation.FELL_DUE, Stage.COMMITTED, Stage.DUE, 2026, "1.00")));
        posted(last, next("g", Operation.PAID, Stage.DUE, Stage.PAID, 2026, "50.00"));
    }

    @Test
    void a_mistake_is_reversed_once_and_both_entries_stay() throws Exception {
        long wrong = posted(reservation("a", "A-1", "100.00")).get(0);
        long back = as("accountant", () -> ledger.reverse(wrong, DAY, "undo", "Ошибка в сумме"));

        assertThat(as("accountant", () -> ledger.reverse(wrong, DAY, "undo", "Ошибка в сумме")))
                .as("the same again")
                .isEqualTo(back);
        assertProblem(
                "entry-reversed-twice", () -> as("accountant", () -> ledger.reverse(wrong, DAY, "again", "Ещё раз")));
        assertProblem("entry-unknown", () -> as("accountant", () -> ledger.reverse(0, DAY, "none", "x")));
        assertThat(balance(Stage.LIMIT)).isEqualTo("1000.00");
        var shown = as("accountant", () -> books.entry(wrong));
        assertThat(shown.reversedBy()).isEqualTo(back);
        assertThat(as("accountant", () -> books.entry(back)).legs())
                .extracting(leg -> leg.account() + " " + leg.debit() + " " + leg.credit())
                .containsExactly("LIMIT-2026-" + KBK + " 100.00 0.00", "RESERVED-2026-" + KBK + "-A-1 0.00 100.00");
    }

    @Test
    void a_balance_is_asked_for_on_a_day_and_as_it_was_known() throws Exception {
        posted(LocalDate.of(2026, 6, 1), reservation("a", "A-1", "100.00"));
        var known = Instant.parse(
                one("select to_char(platform.now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
        posted(LocalDate.of(2026, 6, 10), reservation("b", "A-1", "30.00"));
        posted(LocalDate.of(2026, 6, 1), reservation("c", "A-1", "7.00"));

        assertThat(reserved("2026-05-31", null)).isEqualTo("0");
        assertThat(reserved("2026-06-01", null)).isEqualTo("107.00");
        assertThat(reserved("2026-06-09", null)).isEqualTo("107.00");
        assertThat(reserved("2026-06-10", null)).isEqualTo("137.00");
        assertThat(reserved(null, null)).isEqualTo("137.00");
        assertThat(reserved("2026-06-10", known)).isEqualTo("100.00");
        assertThat(reserved(null, known)).isEqualTo("100.00");
    }

    private String reserved(String on, Instant known) throws Exception {
        var balance = as("accountant", () -> books.trialBalance(on == null ? null : LocalDate.parse(on), known));
        assertThat(balance.debit()).isEqualByComparingTo(balance.credit());
        return balance.accounts().stream()
                .filter(account -> account.stage() == Stage.RESERVED)
                .map(account -> account.balance().toPlainString())
                .findFirst()
                .orElse("0");
    }

    @Test
    void sums_kept_at_the_close_of_a_month_come_to_the_same_as_all_postings() throws Exception {
        posted(LocalDate.of(2026, 4, 30), reservation("a", "A-1", "100.00"));
        posted(LocalDate.of(2026, 5, 1), reservation("b", "A-1", "10.00"));
        var before = as("accountant", () -> books.trialBalance(LocalDate.of(2026, 5, 20), null));
        as("accountant", () -> months.close(LocalDate.of(2026, 4, 30)));
        as("accountant", () -> months.close(LocalDate.of(2026, 5, 31)));

        assertThat(as("accountant", () -> books.trialBalance(LocalDate.of(2026, 5, 20), null)))
                .isEqualTo(before);
        assertThat(reserved("2026-05-31", null)).isEqualTo("110.00");
        assertThat(reserved("2026-04-30", null)).isEqualTo("100.00");
        assertThat(as("accountant", () -> months.list())).hasSize(2);
    }

    @Test
    void the_application_can_only_post_it_neither_writes_nor_changes_a_row() throws Exception {
        posted(reservation("a", "A-1", "100.00"));
        for (var attempt : List.of(
                "update ledger.posting set amount = 1",
                "delete from ledger.posting",
                "truncate ledger.posting cascade",
                "insert into ledger.posting values (1, 99, 1, 1, 1, '')",
                "update ledger.entry set memo = 'x'",
                "delete from ledger.entry",
                "update ledger.account set debit = debit + 1",
                "insert into ledger.closing values ('2026-05-31', now(), 'x')",
                "delete from ledger.closed_balance")) {
            assertThatThrownBy(() -> execute(application, attempt))
                    .as(attempt)
                    .hasMessageContaining("permission denied");
        }
        for (var attempt : List.of(
                "update ledger.posting set amount = 1",
                "delete from ledger.posting",
                "update ledger.entry set memo = 'x'",
                "delete from ledger.entry",
                "truncate ledger.posting, ledger.entry cascade",
                "delete from ledger.account",
                "delete from ledger.closing")) {
            assertThatThrownBy(() -> execute(owner, attempt))
                    .as("as the owner: " + attempt)
                    .hasMessageContaining("the books are never changed");
        }
        assertThatThrownBy(
                        () -> execute(owner, "update ledger.account set credit = credit + 5000 where stage = 'LIMIT'"))
                .hasMessageContaining("account_overdrawn");
    }

    @Test
    void any_changed_byte_is_found_and_named() throws Exception {
        long entry = posted(reservation("a", "A-1", "100.00")).get(0);
        posted(reservation("b", "A-1", "20.00"));
        for (var change : List.of(
                "update ledger.posting set amount = amount * 2 where entry_id = %d",
                "update ledger.posting set balance = balance + 0.01 where entry_id = %d",
                "update ledger.posting set seal = '\\x00' where entry_id = %d",
                "update ledger.entry set memo = memo || '.' where id = %d",
                "update ledger.entry set actor = 'other' where id = %d",
                "update ledger.entry set effective_on = effective_on - 1 where id = %d",
                "update ledger.entry set recorded_at = recorded_at - interval '1 microsecond' where id = %d",
                "delete from ledger.posting where entry_id = %d")) {
            transaction.begin();
            try {
                execute(owner, "select 1");
                try (var connection = owner.getConnection();
                        var run = connection.createStatement()) {
                    run.execute(
                            "alter table ledger.posting disable trigger user; alter table ledger.entry disable trigger user; "
                                    + change.formatted(entry));
                    var named = run.executeQuery("select count(*) from ledger.faults() where entry = " + entry
                            + " or account like 'RESERVED%'");
                    named.next();
                    assertThat(named.getInt(1)).as(change).isPositive();
                }
            } finally {
                transaction.rollback();
            }
        }
    }

    @Test
    void of_eight_who_reserve_at_once_none_gets_past_the_limit_and_none_waits_for_good() throws Exception {
        var outcomes = atOnce(8, at -> posted(reservation("k" + at, "A-" + at, "125.01")));

        assertThat(outcomes).filteredOn("posted"::equals).hasSize(7);
        assertThat(outcomes).filteredOn("limit-exceeded"::equals).hasSize(1);
        assertThat(balance(Stage.LIMIT)).isEqualTo("124.93");
    }

    @Test
    void of_eight_who_send_the_same_at_once_one_posts_and_all_are_answered() throws Exception {
        var outcomes = atOnce(8, at -> posted(reservation("same", "A-1", "300.00")));

        assertThat(outcomes).hasSize(8).containsOnly("posted");
        assertThat(balance(Stage.RESERVED)).isEqualTo("300.00");
    }

    @Test
    void accounts_named_in_any_order_are_locked_in_one() throws Exception {
        execute(owner, LedgerFixture.limits(2026, OTHER, "1000.00"));
        var deadlocks = one("select deadlocks from pg_stat_database where datname = current_database()");

        var outcomes = atOnce(8, at -> {
            for (int turn = 0; turn < 10; turn++) {
                var codes = at % 2 == 0 ? List.of(KBK, OTHER) : List.of(OTHER, KBK);
                var entries = new ArrayList<NewEntry>();
                for (var kbk : codes) {
                    entries.add(NewEntry.move(
                            at + "/" + turn + "/" + kbk,
                            Operation.RESERVED,
                            "x",
                            null,
                            Account.of(Stage.LIMIT, 2026, kbk),
                            new Account(Stage.RESERVED, 2026, kbk, "A-1"),
                            new BigDecimal("1.00")));
                }
                posted(entries.toArray(NewEntry[]::new));
            }
            return null;
        });

        assertThat(outcomes).hasSize(8).containsOnly("posted");
        assertThat(balance(Stage.RESERVED)).isEqualTo("160.00");
        assertThat(one("select deadlocks from pg_stat_database where datname = current_database()"))
                .isEqualTo(deadlocks);
    }

    private interface Work {
        Object of(int at) throws Exception;
    }

    private static List<String> atOnce(int many, Work work) throws Exception {
        var barrier = new CyclicBarrier(many);
        var pool = Executors.newFixedThreadPool(many);
        try {
            var futures = IntStream.range(0, many)
                    .mapToObj(at -> pool.submit((Callable<String>) () -> {
                        barrier.await();
                        try {
                            work.of(at);
                            return "posted";
                        } catch (Exception refused) {
                            return ProblemTranslator.translate(refused)
                                    .map(problem -> problem.code().slug())
                                    .orElse(refused.toString());
                        }
                    }))
                    .toList();
            var outcomes = new ArrayList<String>();
            for (Future<String> future : futures) {
                outcomes.add(future.get());
            }
            return outcomes;
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void stages_and_operations_of_the_program_are_those_of_the_database() throws Exception {
        assertThat(one("select string_agg(code, ' ' order by position) from ledger.stage"))
                .isEqualTo(String.join(
                        " ", Arrays.stream(Stage.values()).map(Enum::name).toList()));
        assertThat(one("select string_agg(code, ' ' order by code) from ledger.operation"))
                .isEqualTo(String.join(
                        " ",
                        Arrays.stream(Operation.values())
                                .map(Enum::name)
                                .sorted()
                                .toList()));
    }

    @Test
    void every_figure_leads_to_its_entries_page_by_page() throws Exception {
        for (int at = 0; at < 5; at++) {
            posted(reservation("k" + at, "A-" + at, "10.00"));
        }
        var first = as("accountant", () -> books.accounts(AccountFilter.at(null, null), PageRequest.first(3)));
        assertThat(first.items()).hasSize(3);
        var rest =
                as("accountant", () -> books.accounts(AccountFilter.at(null, null), new PageRequest(50, first.next())));
        assertThat(rest.items()).hasSize(5);
        assertThat(as("accountant", () -> books.count(AccountFilter.at(DAY, null))))
                .isEqualTo(8);
        assertThat(as("accountant", () -> books.count(new AccountFilter(null, null, Stage.RESERVED, 2026, KBK, "a-3"))))
                .isEqualTo(1);
        var lines = as("accountant", () -> books.statement("LIMIT-2026-" + KBK, PageRequest.first(2)));
        assertThat(lines.items())
                .extracting(line -> line.balance().toPlainString())
                .containsExactly("950.00", "960.00");
        assertThat(as("accountant", () -> books.countLines("LIMIT-2026-" + KBK)))
                .isEqualTo(6);
        assertThat(as("accountant", () -> books.stages(AccountFilter.at(null, null))))
                .extracting(stage -> stage.stage() + " " + stage.accounts())
                .containsExactly("BUDGET 1", "APPROPRIATION 1", "LIMIT 1", "RESERVED 5");
        var journal = as(
                "accountant",
                () -> books.entries(new EntryFilter(Operation.RESERVED, DAY, DAY.plusDays(1)), PageRequest.first(50)));
        assertThat(journal.items()).hasSize(5).allSatisfy(entry -> {
            assertThat(entry.debitAccount()).isEqualTo("501.13");
            assertThat(entry.creditAccount()).isEqualTo("502.17");
            assertThat(entry.amount()).isEqualByComparingTo("10.00");
        });
    }

    @Test
    void accounts_stand_in_the_order_of_the_way_of_the_money_over_all_pages() throws Exception {
        execute(owner, LedgerFixture.limits(2026, OTHER, "1.00"));
        execute(owner, LedgerFixture.limits(2027, KBK, "1.00"));
        posted(
                reservation("a", "A-10", "10.00"),
                reservation("b", "A-2", "10.00"),
                next("c", Operation.RESERVED, Stage.LIMIT, Stage.RESERVED, 2026, "5.00"),
                next("d", Operation.COMMITTED, Stage.RESERVED, Stage.COMMITTED, 2026, "5.00"));
        var read = new ArrayList<String>();
        var page = PageRequest.first(1);
        while (page != null) {
            var at = page;
            var stretch = as("accountant", () -> books.accounts(AccountFilter.at(null, null), at));
            stretch.items().forEach(account -> read.add(account.code()));
            page = stretch.next() == null ? null : new PageRequest(1, stretch.next());
        }

        assertThat(read)
                .containsExactly(
                        "BUDGET-2026-" + OTHER,
                        "BUDGET-2026-" + KBK,
                        "BUDGET-2027-" + KBK,
                        "APPROPRIATION-2026-" + OTHER,
                        "APPROPRIATION-2026-" + KBK,
                        "APPROPRIATION-2027-" + KBK,
                        "LIMIT-2026-" + OTHER,
                        "LIMIT-2026-" + KBK,
                        "LIMIT-2027-" + KBK,
                        "RESERVED-2026-" + KBK + "-A-1",
                        "RESERVED-2026-" + KBK + "-A-10",
                        "RESERVED-2026-" + KBK + "-A-2",
                        "COMMITTED-2026-" + KBK + "-A-1");
        assertThat(as("accountant", () -> books.trialBalance(DAY, null)).accounts())
                .as("the contract's is by code")
                .extracting(AccountBalance::code)
                .isSorted()
                .hasSize(13);
    }

    @Test
    void the_execution_of_a_year_counts_a_correction_as_what_it_takes_back() throws Exception {
        posted(
                LocalDate.of(2026, 6, 1),
                reservation("a", "A-1", "400.00"),
                next("b", Operation.COMMITTED, Stage.RESERVED, Stage.COMMITTED, 2026, "300.00"),
                next("c", Operation.FELL_DUE, Stage.COMMITTED, Stage.DUE, 2026, "200.00"),
                next("d", Operation.PAID, Stage.DUE, Stage.PAID, 2026, "150.00"));
        long twice = posted(
                        LocalDate.of(2026, 6, 2),
                        next("e", Operation.PAID, Stage.DUE, Stage.PAID, 2026, "50.00"),
                        next("f", Operation.ACCEPTED, Stage.PAID, Stage.ACCEPTED, 2026, "60.00"),
                        next("g", Operation.REFUNDED, Stage.PAID, Stage.LIMIT, 2026, "30.00"))
                .get(0);
        as("accountant", () -> ledger.reverse(twice, LocalDate.of(2026, 6, 3), "undo", "Дважды"));
        posted(NewEntry.move(
                "h",
                Operation.REFUNDED_LATER,
                "Возврат",
                null,
                new Account(Stage.PAID, 2026, KBK, "A-1"),
                Account.of(Stage.INCOME, 2026, KBK),
                new BigDecimal("10.00")));

        var lines = execution(null);

        assertThat(lines).hasSize(2);
        assertThat(figures(lines.get(0)))
                .isEqualTo("null 1000.00 1000.00 630.00 100.00 100.00 50.00 120.00 60.00 0.00 30.00 10.00 3/25");
        assertThat(figures(lines.get(1)))
                .isEqualTo("A-1 0.00 0.00 0.00 100.00 100.00 50.00 120.00 60.00 0.00 30.00 10.00 12/37");
        var earlier = execution(LocalDate.of(2026, 6, 1));
        assertThat(figures(earlier.get(1)))
                .as("as the first of June ended; limits came on the fifteenth")
                .isEqualTo("A-1 0.00 0.00 0.00 100.00 100.00 50.00 150.00 0.00 0.00 0.00 0.00 3/8");
        var filter = new ExecutionFilter(2026, DAY, null, null);
        assertThat(as("auditor", () -> books.countExecution(filter))).isEqualTo(2);
        var first = as("auditor", () -> books.execution(filter, PageRequest.first(1)));
        assertThat(as("auditor", () -> books.execution(filter, new PageRequest(1, first.next())))
                        .items())
                .extracting(ExecutionLine::subject)
                .containsExactly("A-1");
        assertThat(as(
                                "auditor",
                                () -> books.execution(new ExecutionFilter(2025, DAY, null, null), PageRequest.first(1)))
                        .items())
                .isEmpty();
    }

    private List<ExecutionLine> execution(LocalDate on) throws Exception {
        return as("auditor", () -> books.execution(new ExecutionFilter(2026, on, null, KBK), PageRequest.first(50)))
                .items();
    }

    private static String figures(ExecutionLine line) {
        return String.join(
                " ",
                String.valueOf(line.subject()),
                line.appropriation().toPlainString(),
                line.limit().toPlainString(),
                line.free().toPlainString(),
                line.reserved().toPlainString(),
                line.committed().toPlainString(),
                line.due().toPlainString(),
                line.paid().toPlainString(),
                line.accepted().toPlainString(),
                line.lapsed().toPlainString(),
                line.returned().toPlainString(),
                line.returnedLater().toPlainString(),
                String.valueOf(line.executed()));
    }

    @Test
    void the_table_of_the_journal_sums_up_to_the_turnover_and_names_the_accounts_of_its_day() throws Exception {
        execute(owner, LedgerFixture.limits(2018, KBK, "500.00").replace("platform.today()", "date '2018-12-01'"));
        posted(
                LocalDate.of(2018, 12, 31),
                next("a", Operation.RESERVED, Stage.LIMIT, Stage.RESERVED, 2018, "300.00"),
                next("b", Operation.COMMITTED, Stage.RESERVED, Stage.COMMITTED, 2018, "300.00"),
                next("c", Operation.FELL_DUE, Stage.COMMITTED, Stage.DUE, 2018, "300.00"),
                next("d", Operation.PAID, Stage.DUE, Stage.PAID, 2018, "300.00"));
        long accepted = posted(
                        LocalDate.of(2019, 1, 1),
                        next("e", Operation.ACCEPTED, Stage.PAID, Stage.ACCEPTED, 2018, "200.00"))
                .get(0);
        long back = as("accountant", () -> ledger.reverse(accepted, DAY, "undo", "=ОШИБКА; не тот отчёт"));
        as("accountant", () -> ledger.reverse(back, DAY, "redo", "Всё же тот"));
        posted(new NewEntry(
                "split",
                Operation.RESERVED,
                "Два решения",
                null,
                List.of(
                        new NewEntry.Leg(new Account(Stage.RESERVED, 2026, KBK, "A-1"), new BigDecimal("10.00")),
                        new NewEntry.Leg(new Account(Stage.RESERVED, 2026, KBK, "A-2"), new BigDecimal("5.00")),
                        new NewEntry.Leg(Account.of(Stage.LIMIT, 2026, KBK), new BigDecimal("-15.00")))));

        var all = table(null, null);

        assertThat(all.get(0)).startsWith("\uFEFFДата;Номер записи;");
        var sum = all.stream()
                .skip(1)
                .map(line -> new BigDecimal(line.split(";", -1)[8]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum)
                .isEqualByComparingTo(
                        as("accountant", () -> books.trialBalance(null, null)).debit());
        assertThat(all)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("2018-12-31;")
                        .contains(";Кассовый расход;206.42;304.05;2018;" + KBK + ";A-1;300.00;"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("2019-01-01;")
                        .contains(";Отчёт принят;302.46;206.46;2018;" + KBK + ";A-1;200.00;"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith(DAY + ";" + back + ";")
                        .contains(";Обратная запись;206.46;302.46;")
                        .contains(";200.00;\"'=ОШИБКА; не тот отчёт\";;" + accepted))
                .anySatisfy(line -> assertThat(line)
                        .contains(";Обратная запись;302.46;206.46;")
                        .endsWith(";" + back))
                .anySatisfy(line -> assertThat(line).contains(";501.13;502.17;2026;" + KBK + ";A-1;10.00;Два решения;"))
                .anySatisfy(line -> assertThat(line).contains(";501.13;502.17;2026;" + KBK + ";A-2;5.00;Два решения;"));
        assertThat(table(LocalDate.of(2018, 12, 31), LocalDate.of(2018, 12, 31)))
                .hasSize(1 + 4);
        assertThat(table(LocalDate.of(2019, 1, 1), LocalDate.of(2019, 1, 1))).hasSize(1 + 1);
        assertThat(table(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 1, 1))).hasSize(1);
        assertThat(as("accountant", () -> books.entry(back)))
                .extracting(EntryView::debitAccount, EntryView::creditAccount)
                .containsExactly("206.46", "302.46");
    }

    private List<String> table(LocalDate from, LocalDate to) throws Exception {
        var bytes = new ByteArrayOutputStream();
        as("accountant", () -> {
            books.table(from, to, ProblemTexts.RUSSIAN, bytes);
            return true;
        });
        return List.of(bytes.toString(StandardCharsets.UTF_8).split("\r\n"));
    }
}
