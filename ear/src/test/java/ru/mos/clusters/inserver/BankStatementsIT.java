package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.mos.clusters.inserver.BankFixture.statement;

import jakarta.ejb.EJBAccessException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.bank.InstructionState;
import ru.mos.clusters.bank.Source;
import ru.mos.clusters.bank.statement.DocumentFilter;
import ru.mos.clusters.bank.statement.DocumentView;
import ru.mos.clusters.bank.statement.StatementState;
import ru.mos.clusters.platform.PageRequest;

/** Statements: taken in whole or not at all, each movement once, in whatever order, and what does not fit waits for a second person. */
class BankStatementsIT extends BankInServer {

    private List<DocumentView> found(DocumentFilter filter) throws Exception {
        return as("auditor", () -> documents.list(filter, PageRequest.first(500)))
                .items();
    }

    private DocumentView payment() throws Exception {
        return found(new DocumentFilter(false, null, null, null, null)).get(0);
    }

    private String count(String table) throws Exception {
        return one("select count(*) from bank." + table);
    }

    @Test
    void what_a_statement_shows_beyond_doubt_executes_the_orders() throws Exception {
        var order = issued("250.00");

        var taken = taken(statement("2026-06-15", "1000.00").paid(1, "250.00").received(77, "75.50"));

        assertThat(taken.state()).isEqualTo(StatementState.ACCEPTED);
        assertThat(taken.problems()).isEmpty();
        assertThat(taken.documents()).isEqualTo(2);
        assertThat(taken.turnover()).isEqualByComparingTo("325.50");
        assertThat(taken.closing()).isEqualByComparingTo("825.50");
        assertThat(taken.matched()).isEqualTo(1);
        assertThat(taken.unmatched()).isEqualTo(1);
        var executed = seen(order);
        assertThat(executed.state()).isEqualTo(InstructionState.EXECUTED);
        assertThat(executed.concludedOn()).isEqualTo(DAY);
        assertThat(executed.document()).isEqualTo(payment().id());
        assertThat(payment().automatic()).isTrue();
    }

    @Test
    void the_same_bytes_are_refused_and_nothing_is_counted_twice() throws Exception {
        var order = issued("250.00");
        taken(statement("2026-06-15", "1000.00").paid(1, "250.00"));

        assertProblem(
                "statement-taken-before",
                () -> taken(statement("2026-06-15", "1000.00").paid(1, "250.00")));

        assertThat(count("statement")).isEqualTo("1");
        assertThat(count("line")).isEqualTo("1");
        assertThat(seen(order).state()).isEqualTo(InstructionState.EXECUTED);
    }

    @Test
    void a_document_that_an_earlier_statement_showed_is_recognised_and_two_alike_are_two() throws Exception {
        taken(statement("2026-06-15", "1000.00").paid(5, "10.00").paid(5, "10.00"));

        var again = taken(statement("2026-06-15", "1000.00")
                .paid(5, "10.00")
                .paid(5, "10.00")
                .paid(6, "1.00"));

        assertThat(again.state()).isEqualTo(StatementState.ACCEPTED);
        assertThat(count("document")).isEqualTo("3");
        var lines = as("auditor", () -> statements.lines(again.id(), PageRequest.first(50)))
                .items();
        assertThat(lines).extracting(line -> line.shownBefore()).containsExactly(true, true, false);
    }

    @Test
    void statements_out_of_order_are_held_against_both_neighbours() throws Exception {
        taken(statement("2026-06-10", "1000.00").paid(1, "100.00"));
        var later = taken(statement("2026-06-12", "850.00").paid(2, "50.00"));
        assertThat(later.state()).isEqualTo(StatementState.ACCEPTED);
        assertThat(later.gapBefore()).isTrue();

        var wrong = taken(statement("2026-06-11", "900.00").paid(3, "49.99"));
        assertThat(codes(wrong)).containsExactly("statement-closing-differs");
        var wrongToo = taken(statement("2026-06-11", "900.01").paid(3, "50.01"));
        assertThat(codes(wrongToo)).containsExactly("statement-opening-differs");
        var right = taken(statement("2026-06-11", "900.00").paid(3, "50.00"));

        assertThat(right.state()).isEqualTo(StatementState.ACCEPTED);
        assertThat(as("auditor", () -> statements.view(later.id())).gapBefore()).isFalse();
        assertThat(count("document")).isEqualTo("3");
    }

    @Test
    void a_statement_of_another_account_is_flagged_until_the_account_is_ours() throws Exception {
        var other = "40201810500000000002";
        var taken = taken(statement("2026-06-15", "0.00").of(other).received(1, "5.00"));
        assertThat(taken.state()).isEqualTo(StatementState.FLAGGED);
        assertThat(codes(taken)).containsExactly("account-unknown");
        assertThat(count("document")).isEqualTo("0");
        assertProblem(
                "account-unknown", () -> as("accountant2", () -> statements.accept(taken.id(), null, "Наш счёт")));
        as("chief", () -> accounts.open(account(other, false)));

        var accepted = as("accountant2", () -> statements.accept(taken.id(), taken.version(), "Счёт внесён"));

        assertThat(accepted.state()).isEqualTo(StatementState.ACCEPTED);
        assertThat(count("document")).isEqualTo("1");
    }

    @Test
    void a_flagged_statement_matches_nothing_before_a_second_person_accepts_it() throws Exception {
        var order = issued("250.00");
        var unexplained = statement("2026-06-15", "1000.00")
                .paid(1, "250.00")
                .text()
                .replace("ВсегоСписано=250.00", "ВсегоСписано=350.00")
                .replace("КонечныйОстаток=750.00", "КонечныйОстаток=650.00");

        var taken = taken(unexplained.getBytes(BankFixture.CP1251));

        assertThat(codes(taken)).containsExactly("statement-unexplained");
        assertThat(taken.matched()).isZero();
        assertThat(seen(order).state()).isEqualTo(InstructionState.ISSUED);
        assertThat(one("select count(*) from platform.task where kind = 'STATEMENT_TO_EXAMINE' and closed_by is null"))
                .isEqualTo("1");
        assertProblem(
                "second-person-required", () -> as("accountant", () -> statements.accept(taken.id(), null, "Верно")));
        assertProblem("changed-meanwhile", () -> as("accountant2", () -> statements.accept(taken.id(), 7L, "Верно")));
        assertProblem("field-required", () -> as("accountant2", () -> statements.accept(taken.id(), null, " ")));

        var accepted = as("accountant2", () -> statements.accept(taken.id(), taken.version(), "Комиссия банка"));

        assertThat(accepted.matched()).isEqualTo(1);
        assertThat(seen(order).state()).isEqualTo(InstructionState.EXECUTED);
        assertThat(one("select count(*) from platform.task where kind = 'STATEMENT_TO_EXAMINE' and closed_by is null"))
                .isEqualTo("0");
    }

    @Test
    void a_discarded_statement_shows_nothing_and_stays_so() throws Exception {
        var taken =
                taken(statement("2026-06-15", "0.00").of("40201810500000000002").received(1, "5.00"));

        var away = as("accountant", () -> statements.discard(taken.id(), null, "Не наша"));

        assertThat(away.state()).isEqualTo(StatementState.DISCARDED);
        assertProblem(
                "transition-not-allowed", () -> as("accountant2", () -> statements.accept(taken.id(), null, "x")));
        assertThatThrownBy(() -> execute("update bank.statement set state = 'ACCEPTED'"))
                .hasMessageContaining("decided");
        assertThatThrownBy(() -> execute("delete from bank.statement")).hasMessageContaining("stays");
    }

    @Test
    void of_a_file_that_cannot_be_used_nothing_stays() throws Exception {
        issued("250.00");
        var sound = statement("2026-06-15", "1000.00").paid(1, "250.00");
        var bytes = sound.bytes();

        assertProblem("statement-cut-short", () -> taken(java.util.Arrays.copyOf(bytes, bytes.length / 2)));
        assertProblem(
                "statement-sum-malformed",
                () -> taken(
                        sound.text().replace("Сумма=250.00", "Сумма=250.001").getBytes(BankFixture.CP1251)));
        assertProblem("statement-format-unknown", () -> taken("нет".getBytes(BankFixture.CP1251)));
        assertProblem("upload-empty", () -> taken(new byte[0]));
        var mixed = new java.io.ByteArrayOutputStream();
        mixed.writeBytes(sound.text().split("НазначениеПлатежа")[0].getBytes(BankFixture.CP1251));
        mixed.writeBytes("НазначениеПлатежа=Субсидия\nКонецДокумента\nКонецФайла\n"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertProblem("statement-encoding-mixed", () -> taken(mixed.toByteArray()));

        assertThat(count("statement")).isEqualTo("0");
        assertThat(count("line")).isEqualTo("0");
        assertThat(taken(bytes).matched()).isEqualTo(1);
    }

    @Test
    void a_header_that_claims_another_encoding_is_noted_and_holds_nothing_up() throws Exception {
        var order = issued("250.00");

        var taken = taken(statement("2026-06-15", "1000.00").paid(1, "250.00").utf8());

        assertThat(codes(taken)).containsExactly("encoding-differs");
        assertThat(taken.state()).isEqualTo(StatementState.ACCEPTED);
        assertThat(taken.encoding()).isEqualTo("UTF-8");
        assertThat(seen(order).state()).isEqualTo(InstructionState.EXECUTED);
    }

    @Test
    void a_wrong_key_of_an_account_holds_the_statement_up() throws Exception {
        var taken = taken(statement("2026-06-15", "1000.00").paid(1, "250.00", "40703810500000000101", "Субсидия"));

        assertThat(codes(taken)).containsExactly("statement-account-impossible");
        assertThat(taken.state()).isEqualTo(StatementState.FLAGGED);
    }

    @Test
    void a_payment_that_differs_from_the_order_in_anything_is_left_to_a_person() throws Exception {
        var order = issued("250.00");
        taken(statement("2026-06-15", "10000.00")
                .paid(2, "250.00")
                .paid(1, "250.01")
                .paid(1, "250.00", "40702810100000000017", "Субсидия"));
        assertThat(seen(order).state()).isEqualTo(InstructionState.ISSUED);

        var other = found(new DocumentFilter(false, false, null, null, "2")).get(0);
        var candidates = as("accountant", () -> documents.candidates(other.id()));
        assertThat(candidates).hasSize(1);
        assertThat(candidates.get(0).sameNumber()).isFalse();
        assertThat(candidates.get(0).sameAccount()).isTrue();
        var dearer = found(new DocumentFilter(false, false, null, null, "1")).stream()
                .filter(one -> one.amount().toPlainString().equals("250.01"))
                .findFirst()
                .orElseThrow();
        assertProblem("match-differs", () -> as("accountant", () -> documents.match(dearer.id(), order.id())));

        as("chief", () -> documents.match(other.id(), order.id()));

        assertThat(seen(order).document()).isEqualTo(other.id());
        assertProblem("document-matched-twice", () -> as("chief", () -> documents.match(other.id(), order.id())));
        var third = found(new DocumentFilter(false, false, null, null, "1")).stream()
                .filter(one -> !one.id().equals(dearer.id()))
                .findFirst()
                .orElseThrow();
        assertProblem("instruction-matched-twice", () -> as("chief", () -> documents.match(third.id(), order.id())));
    }

    @Test
    void of_two_payments_that_fit_one_order_the_words_of_the_purpose_decide_or_nobody() throws Exception {
        var order =
                as("chief", () -> instructions.issue(order(UUID.randomUUID(), "250.00", "Субсидия по соглашению № 5")));
        taken(statement("2026-06-14", "10000.00")
                .paid(1, "250.00", BankFixture.THEIRS, "a")
                .paid(1, "250.00", BankFixture.THEIRS, "b"));
        assertThat(seen(order).state()).isEqualTo(InstructionState.ISSUED);

        taken(statement("2026-06-15", "9500.00")
                .paid(1, "250.00", BankFixture.THEIRS, "Аренда")
                .paid(1, "250.00", BankFixture.THEIRS, "СУБСИДИЯ по соглашению №5"));

        assertThat(as("auditor", () -> documents.view(seen(order).document())).purpose())
                .startsWith("СУБСИДИЯ");
    }

    @Test
    void a_match_taken_back_lets_the_order_wait_again() throws Exception {
        var order = issued("250.00");
        taken(statement("2026-06-15", "1000.00").paid(1, "250.00"));
        var document = payment();
        assertProblem("field-required", () -> as("accountant", () -> documents.undo(document.id(), "")));

        as("accountant", () -> documents.undo(document.id(), "Не тот платёж"));

        assertThat(seen(order).state()).isEqualTo(InstructionState.ISSUED);
        assertThat(seen(order).concludedOn()).isNull();
        assertProblem("document-not-matched", () -> as("accountant", () -> documents.undo(document.id(), "x")));
        as("accountant", () -> documents.match(document.id(), order.id()));
        assertThat(seen(order).state()).isEqualTo(InstructionState.EXECUTED);
        assertThat(count("match")).isEqualTo("2");
    }

    @Test
    void receipts_are_assigned_by_an_accountant_and_until_then_stand_in_a_list() throws Exception {
        taken(statement("2026-06-15", "1000.00").received(77, "75.50").paid(1, "1.00"));
        var receipt = found(DocumentFilter.UNASSIGNED_RECEIPTS).get(0);
        var to = new Source("AGREEMENT", "1");
        assertThatThrownBy(() -> as("chief", () -> documents.assign(receipt.id(), to)))
                .isInstanceOf(EJBAccessException.class);
        assertProblem(
                "assignment-of-payment",
                () -> as("accountant", () -> documents.assign(payment().id(), to)));

        as("accountant", () -> documents.assign(receipt.id(), to));

        assertThat(found(DocumentFilter.UNASSIGNED_RECEIPTS)).isEmpty();
        assertThat(as("auditor", () -> documents.view(receipt.id())).assignedTo())
                .isEqualTo(to);
        assertProblem("receipt-assigned-twice", () -> as("accountant", () -> documents.assign(receipt.id(), to)));
        as("accountant", () -> documents.unassign(receipt.id(), "Не то соглашение"));
        assertThat(found(DocumentFilter.UNASSIGNED_RECEIPTS)).hasSize(1);
    }

    @Test
    void only_an_accountant_uploads() {
        for (var login : List.of("chief", "department", "auditor", "gckr")) {
            assertThatThrownBy(() ->
                            as(login, () -> statements.submit("x", new java.io.ByteArrayInputStream(new byte[1]), 9)))
                    .as(login)
                    .isInstanceOf(EJBAccessException.class);
        }
    }

    @Test
    void a_hundred_thousand_documents_are_taken_in_and_matched() throws Exception {
        execute("""
                insert into bank.instruction (id, number, day, account_id, payee_inn, payee_name, payee_account, payee_bic, payee_bank,
                                              amount, purpose, year, kbk, source_kind, source, state, issued_by, recorded_by, changed_by)
                select gen_random_uuid(), n, '2026-06-15', a.id, '7700000023', 'АНО', '%s', '%s', 'Банк', 1.00, 'Субсидия', 2026, '%s',
                       'TRANSFER', n::text, 'ISSUED', 'chief', a.recorded_by, a.recorded_by
                  from bank.account a, generate_series(1, 100000) n""".formatted(BankFixture.THEIRS, BankFixture.THEIR_BIC, KBK));
        var many = statement("2026-06-15", "100000.00");
        for (int number = 1; number <= 100_000; number++) {
            many.paid(number, "1.00");
        }

        var taken = taken(many);

        assertThat(taken.documents()).isEqualTo(100_000);
        assertThat(taken.matched()).isEqualTo(100_000);
        assertThat(one("select count(*) from bank.instruction where state = 'EXECUTED'"))
                .isEqualTo("100000");
    }
}
