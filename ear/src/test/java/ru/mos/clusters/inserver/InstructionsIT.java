package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.bank.InstructionAction;
import ru.mos.clusters.bank.InstructionFilter;
import ru.mos.clusters.bank.InstructionState;
import ru.mos.clusters.bank.NewInstruction;
import ru.mos.clusters.bank.Source;
import ru.mos.clusters.bank.file.PaymentFormat;
import ru.mos.clusters.platform.PageRequest;

/** Payment orders: numbered once, repeated under a new number, never changed once concluded. */
class InstructionsIT extends BankInServer {

    @Test
    void orders_are_numbered_through_the_year_and_the_same_request_is_issued_once() throws Exception {
        var id = UUID.randomUUID();
        var first = as("chief", () -> instructions.issue(order(id, "100.00", "Субсидия")));
        var again = as("department", () -> instructions.issue(order(id, "100.0", " Субсидия ")));
        var second = issued("5.00");

        assertThat(again.number()).isEqualTo(first.number()).isEqualTo(1);
        assertThat(second.number()).isEqualTo(2);
        assertProblem(
                "instruction-id-taken", () -> as("chief", () -> instructions.issue(order(id, "100.01", "Субсидия"))));
        assertThat(one("select count(*) from bank.instruction")).isEqualTo("2");
    }

    @Test
    void no_number_ends_in_three_zeros() throws Exception {
        issued("1.00");
        execute("update bank.numbering set last = 999");

        assertThat(issued("1.00").number()).isEqualTo(1001);

        execute("update bank.numbering set last = 999999");
        assertProblem("instruction-numbers-used-up", () -> issued("1.00"));
    }

    @Test
    void an_impossible_order_is_refused() throws Exception {
        for (var amount : List.of("0", "-1.00", "0.001", "10000000000000")) {
            assertProblem("instruction-sum-impossible", () -> issued(amount));
        }
        assertProblem(
                "instruction-purpose-long",
                () -> as("chief", () -> instructions.issue(order(UUID.randomUUID(), "1.00", "о".repeat(211)))));
        assertProblem(
                "bank-text-impossible",
                () -> as("chief", () -> instructions.issue(order(UUID.randomUUID(), "1.00", "Оплата 1 ₽"))));
        assertProblem("bank-account-key", () -> payee("40703810500000000101"));
        assertThat(issued("9999999999999.99").amount()).isEqualByComparingTo("9999999999999.99");
    }

    @Test
    void without_an_account_that_pays_on_the_day_nothing_leaves() throws Exception {
        var early = new NewInstruction(
                UUID.randomUUID(),
                LocalDate.of(2025, 12, 31),
                payee(BankFixture.THEIRS),
                BigDecimal.ONE,
                "Субсидия",
                2025,
                KBK,
                new Source("TRANSFER", "1"));

        assertProblem("paying-account-missing", () -> as("chief", () -> instructions.issue(early)));
    }

    @Test
    void a_rejected_order_is_repeated_once_under_a_new_number() throws Exception {
        var order = issued("100.00");
        assertThat(as("accountant", () -> instructions.view(order.id())).actions())
                .containsExactly(InstructionAction.EXECUTE, InstructionAction.REJECT);
        assertProblem(
                "instruction-concluded-in-future",
                () -> as("accountant", () -> instructions.reject(order.id(), DAY.plusDays(1), "Счёт закрыт")));
        var rejected = as("accountant", () -> instructions.reject(order.id(), DAY, "Счёт закрыт"));
        assertThat(rejected.state()).isEqualTo(InstructionState.REJECTED);
        assertThat(rejected.reason()).isEqualTo("Счёт закрыт");

        var next = as("chief", () -> instructions.repeat(order.id(), payee("40703810400000000101")));

        assertThat(next.number()).isEqualTo(2);
        assertThat(next.repeats()).isEqualTo(order.id());
        assertThat(next.source()).isEqualTo(order.source());
        assertThat(seen(order).repeatedBy()).isEqualTo(next.id());
        assertProblem("instruction-repeated-twice", () -> as("chief", () -> instructions.repeat(order.id(), null)));
        assertProblem("transition-not-allowed", () -> as("chief", () -> instructions.repeat(next.id(), null)));
    }

    @Test
    void a_withdrawn_order_is_concluded_for_good() throws Exception {
        var order = issued("100.00");
        assertProblem("field-required", () -> as("chief", () -> instructions.withdraw(order.id(), " ")));
        as("department", () -> instructions.withdraw(order.id(), "Решение отменено"));

        assertProblem(
                "transition-not-allowed", () -> as("accountant", () -> instructions.reject(order.id(), DAY, "x")));
        assertThatThrownBy(() -> execute("update bank.instruction set state = 'ISSUED', concluded_on = null"))
                .hasMessageContaining("stays");
        assertThatThrownBy(() -> execute("delete from bank.instruction")).hasMessageContaining("stays");
    }

    @Test
    void an_order_is_executed_by_a_document_only_whoever_writes() throws Exception {
        issued("100.00");

        assertThatThrownBy(() -> execute("update bank.instruction set state = 'EXECUTED', concluded_on = '2026-06-15'"))
                .hasMessageContaining("executed by nothing");
    }

    @Test
    void an_accountant_neither_issues_nor_withdraws_and_a_chief_does_not_reject() throws Exception {
        var order = issued("100.00");

        assertThatThrownBy(() -> as("accountant", () -> instructions.issue(order(UUID.randomUUID(), "1.00", "x"))))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> as("accountant", () -> instructions.withdraw(order.id(), "x")))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> as("chief", () -> instructions.reject(order.id(), DAY, "x")))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> as("gckr", () -> instructions.view(order.id())))
                .isInstanceOf(EJBAccessException.class);
    }

    @Test
    void both_files_say_the_same() throws Exception {
        var order = issued("1250000.00");

        var text = new String(
                as("accountant", () -> instructions.file(order.id(), PaymentFormat.CLIENT_BANK_1C)),
                BankFixture.CP1251);
        var xml = new String(
                as("accountant", () -> instructions.file(order.id(), PaymentFormat.PAIN_001)), StandardCharsets.UTF_8);

        assertThat(text)
                .contains("Номер=1\r\n", "Сумма=1250000.00\r\n", "ПоказательКБК=" + KBK, "ДатаСоздания=15.06.2026");
        assertThat(xml)
                .contains(
                        "<InstrId>1</InstrId>",
                        "1250000.00",
                        KBK,
                        order.id().toString().replace("-", ""));
    }

    @Test
    void orders_are_found_by_payee_state_and_source() throws Exception {
        var order = issued("100.00");
        as("accountant", () -> instructions.reject(order.id(), DAY, "Счёт закрыт"));
        var other = issued("7.00");

        assertThat(found(InstructionFilter.ALL)).containsExactly(other.id(), order.id());
        assertThat(found(new InstructionFilter(InstructionState.REJECTED, null, null, null, null)))
                .containsExactly(order.id());
        assertThat(found(InstructionFilter.of(other.source()))).containsExactly(other.id());
        assertThat(found(new InstructionFilter(null, null, null, null, "центр")))
                .hasSize(2);
        assertThat(found(new InstructionFilter(null, null, null, null, "2"))).containsExactly(other.id());
        assertThat(found(new InstructionFilter(null, null, DAY.plusDays(1), null, null)))
                .isEmpty();
        assertThat(found(new InstructionFilter(null, null, null, DAY, null))).isEmpty();
    }

    private List<UUID> found(InstructionFilter filter) throws Exception {
        long count = as("auditor", () -> instructions.count(filter));
        var first = as("auditor", () -> instructions.list(filter, PageRequest.first(1)));
        var all = new java.util.ArrayList<>(first.items());
        if (first.next() != null) {
            all.addAll(as("auditor", () -> instructions.list(filter, new PageRequest(50, first.next())))
                    .items());
        }
        assertThat(all).hasSize((int) count);
        return all.stream().map(one -> one.id()).toList();
    }
}
