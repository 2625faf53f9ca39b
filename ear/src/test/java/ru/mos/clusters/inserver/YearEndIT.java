package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.ledger.Account;
import ru.mos.clusters.ledger.Books;
import ru.mos.clusters.ledger.CarriedOver;
import ru.mos.clusters.ledger.Ledger;
import ru.mos.clusters.ledger.Months;
import ru.mos.clusters.ledger.NewEntry;
import ru.mos.clusters.ledger.Operation;
import ru.mos.clusters.ledger.Stage;
import ru.mos.clusters.ledger.year.PrepareYearEnd;
import ru.mos.clusters.ledger.year.YearEnd;
import ru.mos.clusters.ledger.year.YearEndState;
import ru.mos.clusters.ledger.year.YearEndView;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.ProblemTranslator;

/**
 * The end of 2025: of 1070 roubles 70 were never given as limits, 600 are free, A-2 has 100 reserved, A-1 180 committed, 70 due and
 * 50 paid.
 */
class YearEndIT extends InServer {

    private static final String KBK = "80704121234567890811";
    private static final String OTHER = "80704120000000000812";
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    private static final String NEW_YEAR = "2026-01-01 00:00:00";

    @Inject
    Ledger ledger;

    @Inject
    Books books;

    @Inject
    Months months;

    @Inject
    YearEnd yearEnd;

    @Inject
    CarriedOverHeard heard;

    @BeforeEach
    void a_year_with_something_left_in_every_stage() throws Exception {
        for (var login : List.of("accountant", "accountant2", "chief", "department", "auditor")) {
            given(login);
        }
        gone();
        at("2025-12-31 12:00:00");
        execute(LedgerFixture.limits(2025, KBK, "1000.00"));
        post(
                LAST,
                move("70", Operation.APPROPRIATED, Stage.BUDGET, Stage.APPROPRIATION, null, "70.00"),
                move("a2", Operation.RESERVED, Stage.LIMIT, Stage.RESERVED, "A-2", "100.00"),
                move("a1", Operation.RESERVED, Stage.LIMIT, Stage.RESERVED, "A-1", "300.00"),
                move("b1", Operation.COMMITTED, Stage.RESERVED, Stage.COMMITTED, "A-1", "300.00"),
                move("c1", Operation.FELL_DUE, Stage.COMMITTED, Stage.DUE, "A-1", "120.00"),
                move("d1", Operation.PAID, Stage.DUE, Stage.PAID, "A-1", "50.00"));
        heard.take();
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

    private void at(String moscow) throws Exception {
        execute("delete from platform.clock_shift");
        execute("insert into platform.clock_shift select (timestamp '" + moscow
                + "' at time zone 'Europe/Moscow') - clock_timestamp()");
    }

    private void execute(String statement) throws Exception {
        try (var connection = owner.getConnection();
                var run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private static NewEntry move(
            String key, Operation operation, Stage from, Stage to, @Nullable String subject, String amount) {
        return NewEntry.move(
                key, operation, "Шаг", null, account(from, subject), account(to, subject), new BigDecimal(amount));
    }

    private static Account account(Stage stage, @Nullable String subject) {
        boolean whole = stage == Stage.BUDGET || stage == Stage.APPROPRIATION || stage == Stage.LIMIT;
        return new Account(stage, 2025, KBK, whole ? null : subject);
    }

    private void post(LocalDate day, NewEntry... entries) throws Exception {
        as("accountant", () -> ledger.post(day, List.of(entries)));
    }

    private static PrepareYearEnd.Line line(String subject, Stage stage, String toKbk, String amount) {
        return new PrepareYearEnd.Line(subject, stage, KBK, toKbk, new BigDecimal(amount));
    }

    private static final PrepareYearEnd.Line UNPAID = line("A-1", Stage.COMMITTED, KBK, "250.00");
    private static final PrepareYearEnd.Line RESERVED = line("A-2", Stage.RESERVED, KBK, "100.00");

    private YearEndView prepared(PrepareYearEnd.Line... lines) throws Exception {
        return as("accountant", () -> yearEnd.prepare(new PrepareYearEnd(2025, List.of(lines))));
    }

    private YearEndView carriedOut(YearEndView prepared) throws Exception {
        return as("chief", () -> yearEnd.carryOut(prepared.id(), prepared.version()));
    }

    private String balances(int year) throws Exception {
        return one("select string_agg(a.stage || coalesce(nullif(' ' || a.subject, ' '), '') || ' ' || a.balance, ', '"
                + " order by s.position, a.kbk desc, a.subject) from ledger.account a join ledger.stage s on s.code = a.stage"
                + " where a.balance <> 0 and a.year = " + year);
    }

    private String entries() throws Exception {
        return one("select count(*) from ledger.entry");
    }

    @Test
    void a_year_is_not_ended_in_its_last_minute_and_is_in_the_first_of_the_next() throws Exception {
        at("2025-12-31 23:59:00");
        assertProblem("year-end-early", this::prepared);
        at(NEW_YEAR);
        var prepared = prepared();
        at("2025-12-31 23:59:00");
        assertProblem("year-end-early", () -> carriedOut(prepared));
        at(NEW_YEAR);

        assertThat(carriedOut(prepared).state()).isEqualTo(YearEndState.CARRIED_OUT);
        assertThat(balances(2025)).isEqualTo("BUDGET -1070.00, PAID A-1 50.00, LAPSED 1020.00");
    }

    @Test
    void all_that_is_left_lapses_on_31_december_and_what_is_named_goes_on_under_the_limits_of_the_next_year()
            throws Exception {
        at(NEW_YEAR);
        execute(LedgerFixture.limits(2026, KBK, "400.00"));

        var done = carriedOut(prepared(UNPAID, RESERVED));

        assertThat(done.confirmedBy()).isEqualTo("chief");
        assertThat(done.lapsed()).isEqualByComparingTo("1020.00");
        assertThat(done.total()).isEqualByComparingTo("350.00");
        assertThat(done.registeredOn()).isEqualTo("2026-01-01");
        assertThat(done.actions()).isEmpty();
        assertThat(balances(2025)).isEqualTo("BUDGET -1070.00, PAID A-1 50.00, LAPSED 1020.00");
        assertThat(balances(2026)).isEqualTo("BUDGET -400.00, LIMIT 50.00, RESERVED A-2 100.00, COMMITTED A-1 250.00");
        assertThat(heard.take())
                .containsExactly(
                        new CarriedOver("A-1", 2025, KBK, 2026, KBK, new BigDecimal("250.00")),
                        new CarriedOver("A-2", 2025, KBK, 2026, KBK, new BigDecimal("100.00")));
        assertThat(
                        one(
                                "select string_agg(distinct effective_on::text, ' ') from ledger.entry where operation = 'LAPSED'"))
                .isEqualTo("2025-12-31");
        assertThat(one("select count(*) from platform.task where kind = 'YEAR_END_TO_CARRY_OUT' and closed_by is null"))
                .isEqualTo("0");
        var then = as("auditor", () -> books.trialBalance(LAST, null));
        assertThat(then.accounts())
                .filteredOn(account -> account.stage() == Stage.COMMITTED)
                .extracting(account -> account.balance().toPlainString())
                .containsExactly("0.00");
        assertThat(then.debit()).isEqualByComparingTo(then.credit());
    }

    @Test
    void limits_of_the_next_year_that_suffice_exactly_pass_and_a_kopeck_less_leaves_all_as_it_was() throws Exception {
        at(NEW_YEAR);
        execute(LedgerFixture.limits(2026, KBK, "349.99"));
        var prepared = prepared(UNPAID, RESERVED);
        var before = entries();

        assertProblem("limit-exceeded", () -> carriedOut(prepared));

        assertThat(entries()).isEqualTo(before);
        assertThat(as("chief", () -> yearEnd.view(prepared.id())).state()).isEqualTo(YearEndState.DRAFT);
        execute(LedgerFixture.limits(2026, KBK, "0.01"));
        carriedOut(prepared);
        assertThat(balances(2026)).isEqualTo("BUDGET -350.00, RESERVED A-2 100.00, COMMITTED A-1 250.00");
    }

    @Test
    void what_is_named_may_go_on_under_another_code_that_fits_the_next_year_and_in_part() throws Exception {
        at(NEW_YEAR);
        execute(LedgerFixture.limits(2026, OTHER, "249.99"));

        carriedOut(prepared(line("A-1", Stage.COMMITTED, OTHER, "249.99")));

        assertThat(balances(2026)).isEqualTo("BUDGET -249.99, COMMITTED A-1 249.99");
        assertThat(heard.take())
                .containsExactly(new CarriedOver("A-1", 2025, KBK, 2026, OTHER, new BigDecimal("249.99")));
    }

    @Test
    void who_prepared_it_does_not_carry_it_out_whatever_roles_they_have() throws Exception {
        at(NEW_YEAR);
        given("accountant3");
        execute("insert into platform.user_role (login, role) values ('accountant3', 'chief') on conflict do nothing");
        var own = as("accountant3", () -> yearEnd.prepare(new PrepareYearEnd(2025, List.of())));

        assertThat(own.actions()).extracting(Enum::name).containsExactly("DISCARD");
        assertProblem("second-person-required", () -> as("accountant3", () -> yearEnd.carryOut(own.id(), null)));
        assertProblem(
                "second-person-required",
                () -> execute("update ledger.year_end set state = 'CARRIED_OUT', confirmed_by = 'accountant3'"));
        for (var login : List.of("chief", "department", "auditor")) {
            assertThatThrownBy(() -> as(login, () -> yearEnd.prepare(new PrepareYearEnd(2025, List.of()))))
                    .isInstanceOf(EJBAccessException.class);
        }
        for (var login : List.of("accountant", "department", "auditor")) {
            assertThatThrownBy(() -> as(login, () -> yearEnd.carryOut(own.id(), null)))
                    .isInstanceOf(EJBAccessException.class);
        }
        assertProblem("changed-meanwhile", () -> as("chief", () -> yearEnd.carryOut(own.id(), own.version() + 1)));
        assertThat(as("chief", () -> yearEnd.carryOut(own.id(), own.version())).state())
                .isEqualTo(YearEndState.CARRIED_OUT);
    }

    @Test
    void a_year_is_ended_once() throws Exception {
        at(NEW_YEAR);
        var first = prepared(UNPAID);
        assertProblem("year-end-made", this::prepared);
        as("accountant", () -> yearEnd.discard(first.id(), null, "Не та сумма"));
        assertProblem("transition-not-allowed", () -> carriedOut(first));
        var second = prepared();
        carriedOut(second);
        var after = entries();

        assertProblem("transition-not-allowed", () -> carriedOut(second));
        assertProblem("transition-not-allowed", () -> as("chief", () -> yearEnd.discard(second.id(), null, "x")));
        assertProblem("year-end-made", this::prepared);
        assertThat(entries()).isEqualTo(after);
        assertThat(as("auditor", () -> yearEnd.list(PageRequest.first(10))).items())
                .hasSize(2);
        assertProblem("year-end-unknown", () -> as("auditor", () -> yearEnd.view(UUID.randomUUID())));
    }

    @Test
    void nothing_lapses_in_a_closed_december() throws Exception {
        at("2026-02-10 12:00:00");
        execute(LedgerFixture.limits(2026, KBK, "1000.00"));
        var prepared = prepared(UNPAID);
        as("accountant", () -> months.close(LocalDate.of(2025, 11, 30)));
        as("accountant", () -> months.close(LAST));

        assertProblem("entry-in-closed-month", () -> carriedOut(prepared));
        assertThat(as("chief", () -> yearEnd.view(prepared.id())).state()).isEqualTo(YearEndState.DRAFT);
    }

    @Test
    void on_no_day_more_is_registered_than_the_limits_of_that_day_bear() throws Exception {
        at("2026-02-10 12:00:00");
        execute(LedgerFixture.limits(2026, KBK, "200.00").replace("platform.today()", "date '2025-12-20'"));
        execute(LedgerFixture.limits(2026, KBK, "50.00").replace("platform.today()", "date '2026-01-15'"));
        execute(LedgerFixture.limits(2026, KBK, "50.00").replace("platform.today()", "date '2026-02-01'"));

        assertThat(carriedOut(prepared(UNPAID)).registeredOn()).isEqualTo("2026-01-15");

        for (var day = LocalDate.of(2025, 12, 19); day.isBefore(LocalDate.of(2026, 2, 11)); day = day.plusDays(1)) {
            var on = day;
            assertThat(as("auditor", () -> books.trialBalance(on, null)).accounts())
                    .filteredOn(account -> account.stage() == Stage.LIMIT && account.year() == 2026)
                    .allSatisfy(account ->
                            assertThat(account.balance()).as(on.toString()).isGreaterThanOrEqualTo(BigDecimal.ZERO));
        }
    }

    @Test
    void no_more_goes_on_than_is_left_when_it_is_prepared_and_when_it_is_carried_out() throws Exception {
        at(NEW_YEAR);
        execute(LedgerFixture.limits(2026, KBK, "1000.00"));
        assertProblem("carry-exceeded", () -> prepared(line("A-1", Stage.COMMITTED, KBK, "250.01")));
        assertProblem("carry-exceeded", () -> prepared(line("A-2", Stage.RESERVED, KBK, "100.01")));
        assertProblem("carry-exceeded", () -> prepared(line("A-2", Stage.COMMITTED, KBK, "0.01")));
        assertProblem("carry-exceeded", () -> prepared(line("A-9", Stage.RESERVED, KBK, "0.01")));
        var prepared = prepared(UNPAID);
        post(LAST, move("late", Operation.PAID, Stage.DUE, Stage.PAID, "A-1", "0.01"));
        var before = entries();

        assertProblem("carry-exceeded", () -> carriedOut(prepared));
        assertThat(entries()).isEqualTo(before);
        assertThat(heard.take()).isEmpty();
    }

    @Test
    void of_what_is_wrong_everything_is_told_at_its_line() throws Exception {
        at(NEW_YEAR);
        assertProblem("carry-stage-impossible", () -> prepared(line("A-1", Stage.DUE, KBK, "1.00")));
        assertProblem("carry-sum-impossible", () -> prepared(line("A-1", Stage.COMMITTED, KBK, "0.001")));
        assertProblem("carry-sum-impossible", () -> prepared(line("A-1", Stage.COMMITTED, KBK, "-1.00")));
        assertProblem("account-kbk-not-of-year", () -> prepared(line("A-1", Stage.COMMITTED, "807", "1.00")));
        assertProblem("carry-twice", () -> prepared(RESERVED, RESERVED));
        assertProblem(
                "account-year-impossible",
                () -> as("accountant", () -> yearEnd.prepare(new PrepareYearEnd(2004, List.of()))));

        var refused = catchThrowable(() -> prepared(
                line("A-1", Stage.COMMITTED, "807", "250.01"), RESERVED, line("A-2", Stage.RESERVED, OTHER, "1.00")));

        assertThat(ProblemTranslator.translate(refused)).hasValueSatisfying(problem -> {
            assertThat(problem.code().slug()).isEqualTo("year-end-refused");
            assertThat(problem.faults())
                    .extracting(fault -> fault.field() + " " + fault.code().slug())
                    .containsExactly(
                            "/lines/0/amount carry-exceeded",
                            "/lines/0/toKbk account-kbk-not-of-year",
                            "/lines/2/subject carry-twice");
        });
        assertThat(one("select count(*) from ledger.year_end")).isEqualTo("0");
    }

    @Test
    void nothing_comes_back_into_a_year_that_has_ended_but_as_income_of_the_budget() throws Exception {
        at(NEW_YEAR);
        carriedOut(prepared());
        var today = LocalDate.of(2026, 1, 1);

        assertProblem(
                "account-of-ended-year",
                () -> post(today, move("r", Operation.REFUNDED, Stage.PAID, Stage.LIMIT, "A-1", "50.00")));
        assertProblem(
                "account-of-ended-year",
                () -> post(today, move("s", Operation.APPROPRIATED, Stage.BUDGET, Stage.APPROPRIATION, null, "1.00")));
        assertProblem("account-of-ended-year", () -> execute(LedgerFixture.limits(2025, OTHER, "1.00")));
        post(
                today,
                NewEntry.move(
                        "t",
                        Operation.REFUNDED_LATER,
                        "Возврат",
                        null,
                        account(Stage.PAID, "A-1"),
                        Account.of(Stage.INCOME, 2025, KBK),
                        new BigDecimal("20.00")));
        assertThat(balances(2025)).isEqualTo("BUDGET -1070.00, PAID A-1 30.00, LAPSED 1020.00, INCOME 20.00");
    }

    @Test
    void what_is_left_is_seen_by_code_and_subject_page_by_page() throws Exception {
        execute(LedgerFixture.limits(2026, KBK, "5.00"));

        var first = as("auditor", () -> yearEnd.remainders(2025, PageRequest.first(2)));
        var rest = as("auditor", () -> yearEnd.remainders(2025, new PageRequest(2, first.next())));

        assertThat(first.items())
                .extracting(row -> Arrays.asList(
                        row.subject(),
                        row.appropriation().toPlainString(),
                        row.limit().toPlainString(),
                        row.reserved().toPlainString(),
                        row.unpaid().toPlainString(),
                        row.nextLimit().toPlainString()))
                .containsExactly(
                        Arrays.asList(null, "70.00", "600.00", "0.00", "0.00", "5.00"),
                        Arrays.asList("A-1", "0.00", "0.00", "0.00", "250.00", "5.00"));
        assertThat(rest.items())
                .extracting(row -> row.subject() + " " + row.reserved())
                .containsExactly("A-2 100.00");
        assertThat(rest.next()).isNull();
        assertThat(as("auditor", () -> yearEnd.countRemainders(2025))).isEqualTo(3);
    }

    @Test
    void the_database_lets_no_year_end_pass_that_leaves_something_or_promises_more() throws Exception {
        at(NEW_YEAR);
        var prepared = prepared(UNPAID);
        assertProblem(
                "year-end-incomplete",
                () -> execute("update ledger.year_end set state = 'CARRIED_OUT', confirmed_by = 'chief'"));
        for (var statement : List.of(
                "delete from ledger.year_end",
                "update ledger.year_end set year = 2024",
                "update ledger.year_end_line set amount = 1",
                "delete from ledger.year_end_line")) {
            assertProblem("books-stay", () -> execute(statement));
        }
        execute(LedgerFixture.limits(2026, KBK, "250.00"));
        carriedOut(prepared);
        assertProblem("books-stay", () -> execute("update ledger.year_end set version = 9"));
    }
}
