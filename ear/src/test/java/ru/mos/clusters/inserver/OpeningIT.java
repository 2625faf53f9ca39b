package ru.mos.clusters.inserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.mos.clusters.inserver.OpeningBook.DAY;
import static ru.mos.clusters.inserver.OpeningBook.KBK;
import static ru.mos.clusters.inserver.OpeningBook.sum;

import jakarta.ejb.EJBAccessException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.ledger.Account;
import ru.mos.clusters.ledger.ExecutionFilter;
import ru.mos.clusters.ledger.JournalFormat;
import ru.mos.clusters.ledger.NewEntry;
import ru.mos.clusters.ledger.Operation;
import ru.mos.clusters.ledger.Stage;
import ru.mos.clusters.ledger.opening.OpeningState;
import ru.mos.clusters.ledger.opening.OpeningSums;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.PageRequest;

/** Opening balances by two persons, and how the ledger goes on with them. */
class OpeningIT extends OpeningInServer {

    private static Map<Stage, BigDecimal> byStage(OpeningSums sums) {
        return Map.of(
                Stage.BUDGET, sums.total().negate(),
                Stage.APPROPRIATION, sums.appropriation(),
                Stage.LIMIT, sums.limit(),
                Stage.RESERVED, sums.reserved(),
                Stage.COMMITTED, sums.committed(),
                Stage.DUE, sums.due(),
                Stage.PAID, sums.paid(),
                Stage.ACCEPTED, sums.accepted());
    }

    @Test
    void ten_running_agreements_are_taken_on_and_the_first_trial_balance_equals_the_totals_of_the_template()
            throws Exception {
        var template = new OpeningSums(
                sum("500.00"),
                sum("2500.75"),
                sum("10.00"),
                sum("52000.00"),
                sum("350.01"),
                sum("3700.02"),
                sum("900.90"));
        var prepared = prepared(OpeningBook.ofTen());
        assertThat(prepared.rows()).isEqualTo(11);
        assertThat(prepared.agreements()).isEqualTo(10);
        assertThat(prepared.sums()).isEqualTo(template);
        assertThat(prepared.total()).isEqualTo("59961.68");
        assertThat(one("select count(*) from ledger.entry")).isEqualTo("0");
        assertThat(one("select role || except_login from platform.task where kind = 'OPENING_TO_POST'"
                        + " and closed_by is null"))
                .isEqualTo("chiefaccountant");

        var posted = as("chief", () -> openings.post(prepared.id(), prepared.version()));

        assertThat(posted.state()).isEqualTo(OpeningState.POSTED);
        assertThat(posted.postedBy()).isEqualTo("chief");
        assertThat(posted.actions()).isEmpty();
        assertThat(trialBalance(DAY)).isEqualTo(byStage(template)).isEqualTo(byStage(posted.sums()));
        assertThat(trialBalance(null)).isEqualTo(byStage(template));
        assertThat(trialBalance(DAY.minusDays(1))).isEmpty();
        assertThat(one(
                        "select count(*) || ' ' || min(operation) || ' ' || min(effective_on) || ' ' || max(effective_on)"
                                + " from ledger.entry"))
                .isEqualTo("11 OPENED 2026-03-02 2026-03-02");
        assertThat(one("select count(*) from platform.task where kind = 'OPENING_TO_POST' and closed_by is null"))
                .isEqualTo("0");
        assertThat(one("select string_agg(action, ' ' order by id) from platform.change where subject = '"
                        + prepared.id() + "' and action like 'OPENING%'"))
                .isEqualTo("OPENING_PREPARED OPENING_POSTED");
    }

    @Test
    void every_agreement_has_a_subject_of_its_own_and_goes_on_under_it() throws Exception {
        var posted = posted(and(
                and(agreement("С-1", "2026", null, sum("100.00")), "с-1", "2027", null, sum("50.00")),
                "С-2",
                "2026",
                sum("10.00")));
        var first = as("auditor", () -> openings.rows(posted.id(), PageRequest.first(2)));
        var rest = as("auditor", () -> openings.rows(posted.id(), new PageRequest(2, first.next())));

        assertThat(first.items())
                .extracting(row -> row.line() + " " + row.year())
                .containsExactly("2 2026", "3 2027");
        var subject = first.items().get(0).subject();
        assertThat(subject).matches("O-\\d+");
        assertThat(first.items().get(1).subject()).isEqualTo(subject);
        assertThat(rest.items())
                .extracting(row -> row.subject())
                .doesNotContain(subject)
                .hasSize(1);
        assertThat(rest.next()).isNull();
        as("accountant", () -> ledger.post(LocalDate.of(2026, 3, 10), List.of(move("a", subject, "99.99"))));
        assertProblem(
                "commitment-exceeded",
                () -> as("accountant", () -> ledger.post(DAY.plusDays(1), List.of(move("b", subject, "0.02")))));
        assertThat(trialBalance(null)).containsEntry(Stage.DUE, new BigDecimal("99.99"));
    }

    private static NewEntry move(String key, String subject, String amount) {
        return NewEntry.move(
                key,
                Operation.FELL_DUE,
                "Срок",
                null,
                new Account(Stage.COMMITTED, 2026, KBK, subject),
                new Account(Stage.DUE, 2026, KBK, subject),
                new BigDecimal(amount));
    }

    @Test
    void the_execution_of_a_year_counts_what_was_taken_on() throws Exception {
        posted(OpeningBook.ofTen());

        var lines = as(
                        "auditor",
                        () -> books.execution(new ExecutionFilter(2026, null, null, null), PageRequest.first(20)))
                .items();

        var whole = lines.get(0);
        assertThat(whole.subject()).isNull();
        assertThat(List.of(
                        whole.appropriation(),
                        whole.limit(),
                        whole.free(),
                        whole.reserved(),
                        whole.committed(),
                        whole.due(),
                        whole.paid(),
                        whole.accepted(),
                        whole.lapsed(),
                        whole.returned()))
                .extracting(BigDecimal::toPlainString)
                .containsExactly(
                        "51761.18",
                        "51261.18",
                        "2500.75",
                        "10.00",
                        "47000.00",
                        "350.01",
                        "1400.42",
                        "400.40",
                        "0.00",
                        "0.00");
        assertThat(lines).hasSize(8);
        assertThat(lines.get(1).limit()).isEqualByComparingTo("0");
        assertThat(lines.subList(1, 8))
                .extracting(line -> line.paid())
                .extracting(BigDecimal::toPlainString)
                .containsOnlyOnce("300.02", "400.40", "700.00");
        var before = as(
                        "auditor",
                        () -> books.execution(new ExecutionFilter(2025, null, null, null), PageRequest.first(20)))
                .items();
        assertThat(before.get(0).paid()).isEqualByComparingTo("3200.50");
        assertThat(before.get(0).accepted()).isEqualByComparingTo("500.50");
        assertThat(before.get(0).executed()).isEqualTo(new Fraction(BigInteger.ONE, BigInteger.ONE));
    }

    @Test
    void journals_for_other_programs_tell_an_opening_balance_without_a_pair_of_budget_accounts() throws Exception {
        posted(agreement("С-1; \"=1+1\"", "2026", null, sum("100.00"), sum("5.00")));
        var csv = new ByteArrayOutputStream();
        var hledger = new ByteArrayOutputStream();
        as("auditor", () -> {
            books.table(null, null, Locale.forLanguageTag("ru"), csv);
            books.journal(JournalFormat.HLEDGER, Locale.ENGLISH, hledger);
            return null;
        });

        assertThat(csv.toString(UTF_8))
                .contains(";Принят входящий остаток;;;2026;" + KBK + ";O-")
                .contains(";100.00;")
                .contains(";5.00;");
        assertThat(hledger.toString(UTF_8))
                .contains("Opening balance taken on | Входящий остаток: соглашение № С-1, \"=1+1\" от 01.09.2025")
                .contains("BUDGET-2026-" + KBK + "  -105.00 RUB");
    }

    @Test
    void who_prepared_it_does_not_post_it_whatever_roles_they_have() throws Exception {
        given("accountant3");
        execute("insert into platform.user_role (login, role) values ('accountant3', 'chief') on conflict do nothing");
        var bytes = OpeningBook.ofTen().bytes();
        var own = as("accountant3", () -> openings.prepare(new ByteArrayInputStream(bytes), "a.xlsx", DAY))
                .opening();

        assertThat(own.actions()).extracting(Enum::name).containsExactly("CANCEL");
        assertProblem("second-person-required", () -> as("accountant3", () -> openings.post(own.id(), null)));
        assertProblem(
                "second-person-required",
                () -> execute("update ledger.opening set state = 'POSTED', posted_by = 'accountant3'"));
        for (var login : List.of("accountant", "department", "auditor", "gckr")) {
            assertThatThrownBy(() -> as(login, () -> openings.post(own.id(), null)))
                    .isInstanceOf(EJBAccessException.class);
        }
        for (var login : List.of("chief", "department", "auditor", "gckr")) {
            assertThatThrownBy(() -> as(login, () -> openings.prepare(new ByteArrayInputStream(bytes), "a.xlsx", DAY)))
                    .isInstanceOf(EJBAccessException.class);
        }
        assertProblem("changed-meanwhile", () -> as("chief", () -> openings.post(own.id(), own.version() + 1)));
        as("chief", () -> openings.post(own.id(), own.version()));
        assertProblem("transition-not-allowed", () -> as("chief", () -> openings.post(own.id(), null)));
        assertProblem("transition-not-allowed", () -> as("chief", () -> openings.cancel(own.id(), null, "x")));
        assertProblem("opening-unknown", () -> as("auditor", () -> openings.view(UUID.randomUUID())));
        assertProblem(
                "opening-unknown", () -> as("auditor", () -> openings.rows(UUID.randomUUID(), PageRequest.first(1))));
    }

    @Test
    void a_balance_is_taken_on_once_and_may_be_entered_anew_after_it_was_cancelled() throws Exception {
        var first = prepared(agreement("С-1", "2026", null, sum("1.00")).budgetLine("2026", KBK, null, sum("5.00")));

        assertThat(refused(agreement("с-1", "2026", sum("9.00")).budgetLine("2026", KBK, sum("1.00"), null)))
                .containsExactly(
                        "/Соглашения/2/Номер соглашения * opening-taken-before",
                        "/Строки бюджета/2/КБК * opening-taken-before");
        assertThat(load(agreement("С-1", "2026", sum("9.00")).bytes(), DAY).rejected())
                .singleElement()
                .satisfies(
                        rejected -> assertThat(rejected.problem().arguments()).containsExactly(first.number()));
        assertProblem(
                "opening-taken",
                () -> execute(
                        "insert into ledger.opening_row (opening_id, position, line, agreement_id, year, kbk, appropriation, free,"
                                + " reserved, committed, due, paid, accepted) select opening_id, 99, 99, agreement_id, year, kbk,"
                                + " appropriation, free, reserved, committed, due, paid, accepted from ledger.opening_row"
                                + " where position = 1"));
        prepared(agreement("С-1", "2027", null, sum("1.00")));
        as("accountant", () -> openings.cancel(first.id(), first.version(), "Не та сумма"));
        assertProblem("transition-not-allowed", () -> as("chief", () -> openings.post(first.id(), null)));

        var second = posted(agreement("С-1", "2026", null, sum("2.00")).budgetLine("2026", KBK, null, sum("5.00")));

        assertThat(second.state()).isEqualTo(OpeningState.POSTED);
        assertThat(refused(agreement("С-1", "2026", null, sum("2.00"))))
                .containsExactly("/Соглашения/2/Номер соглашения * opening-taken-before");
        assertThat(one("select count(distinct agreement_id) from ledger.opening_row"))
                .isEqualTo("1");
        assertThat(trialBalance(null)).containsEntry(Stage.COMMITTED, new BigDecimal("2.00"));
    }

    @Test
    void the_database_lets_nothing_be_posted_but_what_the_rows_say_and_nothing_be_changed() throws Exception {
        prepared(OpeningBook.ofTen());
        for (var statement : List.of(
                "delete from ledger.opening",
                "update ledger.opening set effective_on = effective_on - 1",
                "delete from ledger.opening_row",
                "update ledger.opening_row set paid = 1",
                "update ledger.opening_row set live = false",
                "update ledger.opening_agreement set inn = '7700000016'",
                "delete from ledger.opening_agreement")) {
            assertProblem("books-stay", () -> execute(statement));
        }
        assertProblem(
                "opening-posted-otherwise",
                () -> execute("update ledger.opening set state = 'POSTED', posted_by = 'chief'"));
        assertProblem(
                "opening-posted-otherwise",
                () -> execute("update ledger.opening set state = 'CANCELLED', reason = 'x'"));
        for (var wrong : Map.of(
                        "paid = 1", "opening-sum-misplaced",
                        "appropriation = -1, free = 2", "opening-sum-impossible",
                        "appropriation = 0, free = 0", "opening-row-empty",
                        "free = 10000000000000", "opening-total-impossible")
                .entrySet()) {
            assertProblem(wrong.getValue(), () -> execute(insertion(wrong.getKey())));
        }
    }

    /** A budget line of another code with these sums, the others nothing. */
    private static String insertion(String sums) {
        var given = new HashMap<>(Map.of("appropriation", "0", "free", "0", "paid", "0"));
        for (var one : sums.split(", ")) {
            given.put(one.split(" = ")[0], one.split(" = ")[1]);
        }
        return "insert into ledger.opening_row (opening_id, position, line, year, kbk, appropriation, free, reserved, committed, due,"
                + " paid, accepted) select id, 99, 99, 2026, '" + OTHER + "', " + given.get("appropriation") + ", "
                + given.get("free") + ", 0, 0, 0, " + given.get("paid") + ", 0 from ledger.opening";
    }
}
