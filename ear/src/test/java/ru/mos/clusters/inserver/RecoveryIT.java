package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.agreement.AgreementState;
import ru.mos.clusters.agreement.Agreements;
import ru.mos.clusters.agreement.PaymentState;
import ru.mos.clusters.agreement.PaymentView;
import ru.mos.clusters.agreement.Payments;
import ru.mos.clusters.agreement.Reports;
import ru.mos.clusters.bank.ReceiptQuestion;
import ru.mos.clusters.bank.Source;
import ru.mos.clusters.bank.statement.Documents;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.reconciliation.Measure;
import ru.mos.clusters.reconciliation.Reconciliation;
import ru.mos.clusters.reconciliation.ReconciliationLine;
import ru.mos.clusters.reconciliation.ReconciliationTotals;
import ru.mos.clusters.recovery.BreachKind;
import ru.mos.clusters.recovery.BreachState;
import ru.mos.clusters.recovery.BreachView;
import ru.mos.clusters.recovery.Breaches;
import ru.mos.clusters.recovery.EnterBreach;
import ru.mos.clusters.recovery.PenaltyForm;
import ru.mos.clusters.recovery.RecoveryAction;
import ru.mos.clusters.recovery.RecoveryFilter;
import ru.mos.clusters.recovery.RecoveryKind;
import ru.mos.clusters.recovery.RecoveryOrderView;
import ru.mos.clusters.recovery.RecoveryOrders;
import ru.mos.clusters.recovery.RecoveryState;
import ru.mos.clusters.recovery.RecoveryTerm;
import ru.mos.clusters.recovery.RepaymentState;

/** From a breach to the last kopeck that came back, was set off or written off. */
class RecoveryIT extends InServer {

    private static final LocalDate TODAY = Awarding.TODAY;
    private static final LocalDate SECOND_STAGE = LocalDate.of(2026, 10, 1);

    @Inject
    Awarding awarding;

    @Inject
    Granting grant;

    @Inject
    Agreements agreements;

    @Inject
    Payments payments;

    @Inject
    Reports reports;

    @Inject
    Documents documents;

    @Inject
    Breaches breaches;

    @Inject
    RecoveryOrders orders;

    @Inject
    Reconciliation reconciliation;

    private UUID id;

    @AfterEach
    void gone() throws Exception {
        grant.reconciled();
        awarding.own("delete from recovery.parameter where valid_from > '2010-01-01'");
        awarding.nothingLeft();
    }

    private PaymentView firstPaid() throws Exception {
        id = grant.inForce("1000000.00").id();
        grant.account(Granting.ACCOUNT);
        grant.evidenced(1, "600000.00", "11");
        return grant.paid(1);
    }

    private BreachView found(BreachKind kind, @Nullable Integer position, List<EnterBreach.Reached> results)
            throws Exception {
        return as(
                "department",
                () -> breaches.enter(new EnterBreach(
                        id,
                        kind,
                        position,
                        "Оборудование не куплено",
                        new Paper("Акт проверки", "3", TODAY),
                        results)));
    }

    private BreachView confirmed(BreachKind kind) throws Exception {
        var breach = found(kind, null, List.of());
        return as("chief", () -> breaches.confirm(breach.id(), breach.version()));
    }

    private RecoveryOrderView drawn(UUID breach, @Nullable String amount) throws Exception {
        return as(
                "department", () -> orders.demandReturn(breach, null, amount == null ? null : new BigDecimal(amount)));
    }

    private RecoveryOrderView issued(@Nullable String amount) throws Exception {
        var order = drawn(confirmed(BreachKind.MISUSE).id(), amount);
        return as("chief", () -> orders.issue(order.id(), order.version()));
    }

    private RecoveryOrderView seen(RecoveryOrderView order) throws Exception {
        return as("auditor", () -> orders.view(order.id()));
    }

    private static Source source(RecoveryOrderView order) {
        return new Source("RECOVERY_ORDER", order.id().toString());
    }

    private void receive(RecoveryOrderView order, int number, String amount) throws Exception {
        var document = grant.received(number, amount);
        as("accountant", () -> documents.assign(document, source(order)));
    }

    private String demands() throws Exception {
        return one("""
                select string_agg(stage || ' ' || balance, ', ' order by stage)
                  from (select stage, sum(balance) as balance from ledger.account
                         where stage in ('CLAIMED', 'RECOVERABLE', 'RECOVERED', 'FORGONE', 'INCOME') group by stage) s
                 where balance <> 0""");
    }

    @Test
    void what_comes_back_in_the_year_of_its_payment_opens_the_limit_again_to_the_kopeck() throws Exception {
        var payment = firstPaid();
        assertThat(grant.books()).isEqualTo("COMMITTED 400000.00, LIMIT 99000000.00, PAID 600000.00");

        var order = issued("100000.01");
        assertThat(order.dueOn()).isEqualTo(TODAY.plusDays(30));
        assertThat(order.parts()).singleElement().satisfies(part -> {
            assertThat(part.payment()).isEqualTo(payment.id());
            assertThat(part.amount()).isEqualByComparingTo("100000.01");
        });
        assertThat(demands()).isEqualTo("CLAIMED -100000.01, RECOVERABLE 100000.01");
        assertThat(grant.books()).as("a demand moves no money").contains("PAID 600000.00");

        var first = grant.received(71, "40000.00");
        assertThat(as("accountant", () -> documents.subjects(first)))
                .extracting(ReceiptQuestion.Candidate::source)
                .containsExactly(source(order));
        as("accountant", () -> documents.assign(first, source(order)));
        assertThat(seen(order).state()).isEqualTo(RecoveryState.ISSUED);
        assertThat(seen(order).met()).isEqualByComparingTo("40000");
        assertThat(grant.books()).isEqualTo("COMMITTED 400000.00, LIMIT 99040000.00, PAID 560000.00");

        awarding.on(TODAY.plusDays(1));
        receive(order, 72, "60000.00");
        assertThat(seen(order).open()).isEqualByComparingTo("0.01");
        awarding.on(TODAY.plusDays(2));
        receive(order, 73, "0.01");
        assertThat(seen(order).state()).isEqualTo(RecoveryState.SETTLED);
        assertThat(grant.books()).isEqualTo("COMMITTED 400000.00, LIMIT 99100000.01, PAID 499999.99");
        assertThat(demands()).isEqualTo("CLAIMED -100000.01, RECOVERED 100000.01");
        assertThat(as("auditor", () -> payments.view(payment.id())).returned()).isEqualByComparingTo("100000.01");
        assertThat(grant.seen().returned()).isEqualByComparingTo("100000.01");
        assertThat(one("select count(*) from ledger.faults()")).isEqualTo("0");
    }

    @Test
    void what_comes_back_in_a_later_year_is_income_and_the_limit_stays_closed() throws Exception {
        var payment = firstPaid();
        paidTheYearBefore(payment);
        var second = secondPrepared();
        var order = issued("100000.00");
        assertThat(order.year()).isEqualTo(2025);
        assertProblem(
                "set-off-of-other-budget",
                () -> as("accountant", () -> orders.setOff(order.id(), null, second.id(), null)));
        receive(order, 71, "100000.00");

        assertThat(seen(order).state()).isEqualTo(RecoveryState.SETTLED);
        assertThat(grant.books()).as("no limit is opened").contains("LIMIT 99000000.00");
        assertThat(demands()).isEqualTo("CLAIMED -100000.00, INCOME 100000.00, RECOVERED 100000.00");
        assertThat(one("select balance from ledger.account where stage = 'ACCEPTED' and year = 2025"))
                .isEqualTo("500000.00");
    }

    @Test
    void a_figure_that_one_of_three_books_has_otherwise_is_named() throws Exception {
        firstPaid();
        assertThat(as("auditor", () -> reconciliation.lines(true, PageRequest.first(10)))
                        .items())
                .isEmpty();
        assertThat(as("auditor", () -> reconciliation.lines(false, PageRequest.first(3)))
                        .next())
                .isNotNull();
        awarding.own(
                "alter table agreement.payment disable trigger user; update agreement.payment set amount = amount - 0.01;"
                        + " alter table agreement.payment enable trigger user");
        assertThat(as("auditor", () -> reconciliation.lines(true, PageRequest.first(10)))
                        .items())
                .extracting(ReconciliationLine::measure, ReconciliationLine::difference)
                .containsExactly(
                        tuple(Measure.COMMITTED, new BigDecimal("0.01")), tuple(Measure.PAID, new BigDecimal("-0.01")));
        assertThat(as("auditor", () -> reconciliation.totals()).measures())
                .filteredOn(total -> !total.agrees())
                .extracting(ReconciliationTotals.Total::measure)
                .containsExactly(Measure.COMMITTED, Measure.PAID);
        awarding.own(
                "alter table agreement.payment disable trigger user; update agreement.payment set amount = amount + 0.01;"
                        + " alter table agreement.payment enable trigger user");
    }

    /** The payment is one of the budget of 2025, in the ledger, too. */
    private void paidTheYearBefore(PaymentView payment) throws Exception {
        awarding.own("""
                alter table agreement.payment disable trigger user;
                update agreement.payment set year = 2025 where id = '%1$s';
                alter table agreement.payment enable trigger user;
                select ledger.post(platform.today(), 'fixture', array['fixture-2025'], array['PAID'], array['fixture'], array[null], array[null],
                                   array[null]::bigint[], array[1, 1], array['PAID', 'PAID'], array[2025, 2026],
                                   array['%2$s', '%2$s'], array['%3$s', '%3$s'], array[600000, -600000]::numeric[])""".formatted(payment.id(), Awarding.KBK, grant.seen().subject()));
    }

    private PaymentView secondPrepared() throws Exception {
        var report = grant.submitted(1, List.of(Granting.line("1", TODAY, "600000.00")));
        as("department", () -> reports.accept(report.id(), null, null, null));
        awarding.on(SECOND_STAGE);
        awarding.released(LocalDate.of(2026, 9, 25), 5);
        grant.evidenced(2, "900000.00", "12");
        return grant.prepared(2);
    }

    @Test
    void what_is_set_off_is_kept_back_from_the_payment_and_counts_when_the_bank_has_paid_the_rest() throws Exception {
        firstPaid();
        var order = issued("100000.00");
        var second = secondPrepared();
        assertProblem(
                "payment-held-back-whole",
                () -> as("accountant", () -> orders.setOff(issued("400000.00").id(), null, second.id(), null)));
        var kept = as("accountant", () -> orders.setOff(order.id(), null, second.id(), null));
        assertThat(kept.pending()).isEqualByComparingTo("100000");
        assertThat(kept.open()).isEqualByComparingTo("0");
        assertThat(as("auditor", () -> payments.view(second.id())).net()).isEqualByComparingTo("300000");
        assertProblem(
                "repayment-beyond-order",
                () -> as("accountant", () -> orders.setOff(order.id(), null, second.id(), BigDecimal.ONE)));

        var approved = as("chief", () -> payments.approve(second.id(), null));
        assertThat(one("select amount from bank.instruction where source = '" + second.id() + "'"))
                .isEqualTo("300000.00");
        assertThat(seen(order).met()).isEqualByComparingTo("0");
        grant.execute(approved);

        assertThat(seen(order).state()).isEqualTo(RecoveryState.SETTLED);
        assertThat(grant.books())
                .as("first instalment less what was set off, second as a whole: 900 000 left the bank")
                .isEqualTo("ACCEPTED 500000.00, LIMIT 99100000.00, PAID 400000.00");
        assertThat(demands()).contains("RECOVERED 100000.00");
        assertThat(one("select count(*) from ledger.faults()")).isEqualTo("0");
    }

    @Test
    void a_set_off_ends_with_its_payment() throws Exception {
        firstPaid();
        var order = issued("100000.00");
        var second = secondPrepared();
        as("accountant", () -> orders.setOff(order.id(), null, second.id(), new BigDecimal("40000.00")));
        assertProblem("recovery-partly-met", () -> as("chief", () -> orders.writeOff(order.id(), null, "x", "x")));
        assertProblem("recovery-partly-met", () -> as("chief", () -> orders.withdraw(order.id(), null, "x")));

        as("accountant", () -> payments.cancel(second.id(), null, "Ошибка"));

        assertThat(seen(order).pending()).isEqualByComparingTo("0");
        assertThat(seen(order).repayments())
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(RepaymentState.UNDONE));
        assertThat(as("auditor", () -> payments.view(second.id())).heldBack()).isEqualByComparingTo("0");
        var again = grant.prepared(2);
        as("accountant", () -> orders.setOff(order.id(), null, again.id(), null));
        as("chief", () -> payments.approve(again.id(), null));
        as("chief", () -> payments.withdraw(again.id(), null, "Ошибка"));
        assertThat(seen(order).pending()).isEqualByComparingTo("0");
        assertThat(as("auditor", () -> payments.view(again.id())).state()).isEqualTo(PaymentState.CANCELLED);
    }

    @Test
    void a_kopeck_more_than_was_paid_is_not_demanded_and_none_is_demanded_twice() throws Exception {
        firstPaid();
        var breach = confirmed(BreachKind.FALSE_DATA).id();
        for (var sum : List.of("0", "-1", "0.001", "10000000000000")) {
            assertProblem("recovery-sum-impossible", () -> drawn(breach, sum));
        }
        assertProblem("recovery-beyond-paid", () -> drawn(breach, "600000.01"));
        var order = drawn(breach, "599999.99");
        assertThat(drawn(breach, null).amount()).as("all that is left").isEqualByComparingTo("0.01");
        assertProblem("recovery-payer-not-paid", () -> drawn(breach, "0.01"));
        as("department", () -> orders.withdraw(order.id(), null, "Ошибка"));
        assertThat(drawn(breach, null).amount()).isEqualByComparingTo("599999.99");
        assertProblem(
                "recovery-payer-not-paid",
                () -> as("department", () -> orders.demandReturn(breach, Granting.SUPPLIER, null)));
    }

    @Test
    void a_receipt_is_not_more_than_the_demand_and_taken_back_it_is_open_again() throws Exception {
        firstPaid();
        var order = issued("100000.00");
        var much = grant.received(71, "100000.01");
        assertProblem("repayment-beyond-order", () -> as("accountant", () -> documents.assign(much, source(order))));
        as("accountant", () -> documents.assign(much, new Source("OTHER", "x")));
        awarding.on(TODAY.plusDays(1));
        var exact = grant.received(72, "100000.00");
        as("accountant", () -> documents.assign(exact, source(order)));
        assertThat(seen(order).state()).isEqualTo(RecoveryState.SETTLED);

        as("accountant", () -> documents.unassign(exact, "Не тот плательщик"));
        assertThat(seen(order).state()).isEqualTo(RecoveryState.ISSUED);
        assertThat(seen(order).met()).isEqualByComparingTo("0");
        assertThat(grant.books()).isEqualTo("COMMITTED 400000.00, LIMIT 99000000.00, PAID 600000.00");
        as("accountant", () -> documents.assign(exact, source(order)));
        assertThat(seen(order).state()).isEqualTo(RecoveryState.SETTLED);
        assertThat(demands()).isEqualTo("CLAIMED -100000.00, RECOVERED 100000.00");
    }

    @Test
    void who_found_a_breach_does_not_confirm_it_and_who_drew_a_demand_up_does_not_issue_it() throws Exception {
        firstPaid();
        awarding.own(
                "insert into platform.user_role (login, role) values ('department', 'chief') on conflict do nothing");
        try {
            var breach = found(BreachKind.MISUSE, 1, List.of());
            assertProblem("second-person-required", () -> as("department", () -> breaches.confirm(breach.id(), null)));
            assertProblem("recovery-without-breach", () -> drawn(breach.id(), null));
            as("chief", () -> breaches.confirm(breach.id(), null));
            assertProblem("breach-decided", () -> as("chief", () -> breaches.dismiss(breach.id(), null, "x")));
            var order = drawn(breach.id(), null);
            assertProblem("second-person-required", () -> as("department", () -> orders.issue(order.id(), null)));
            assertThat(as("chief", () -> orders.issue(order.id(), null)).state())
                    .isEqualTo(RecoveryState.ISSUED);
        } finally {
            awarding.own("delete from platform.user_role where login = 'department' and role = 'chief'");
        }
    }

    @Test
    void a_demand_is_overdue_the_day_after_its_term_and_not_on_it() throws Exception {
        firstPaid();
        var order = issued("100000.00");
        awarding.on(TODAY.plusDays(30));
        assertThat(seen(order).overdue()).isEqualByComparingTo("0");
        awarding.on(TODAY.plusDays(31));
        assertThat(seen(order).overdue()).isEqualByComparingTo("100000");
        var late = new RecoveryFilter(null, id, true);
        assertThat(as("auditor", () -> orders.list(late, PageRequest.first(10))).items())
                .hasSize(1);
        assertThat(as("auditor", () -> orders.count(late))).isEqualTo(1);

        receive(order, 71, "10000.00");
        var today = TODAY.plusDays(31);
        var one = new RecoveryTerm(today, new BigDecimal("40000.00"));
        var other = new RecoveryTerm(today.plusDays(60), new BigDecimal("50000.00"));
        assertProblem(
                "recovery-terms-differ",
                () -> as("chief", () -> orders.defer(order.id(), null, "Решение № 1", List.of(one))));
        assertProblem(
                "recovery-term-twice",
                () -> as("chief", () -> orders.defer(order.id(), null, "Решение № 1", List.of(one, one))));
        assertProblem(
                "recovery-term-past",
                () -> as(
                        "chief",
                        () -> orders.defer(
                                order.id(),
                                null,
                                "Решение № 1",
                                List.of(new RecoveryTerm(today.minusDays(1), BigDecimal.ONE)))));
        var deferred = as("chief", () -> orders.defer(order.id(), null, "Решение № 1", List.of(one, other)));
        assertThat(deferred.overdue()).isEqualByComparingTo("0");
        assertThat(deferred.dueOn()).isEqualTo(today);
        awarding.on(today.plusDays(1));
        assertThat(seen(order).overdue()).isEqualByComparingTo("40000");
    }

    @Test
    void receipts_that_are_taken_back_and_assigned_again_leave_what_they_left_the_first_time() throws Exception {
        firstPaid();
        var report = grant.submitted(1, List.of(Granting.line("1", TODAY, "250000.00")));
        as(
                "department",
                () -> reports.accept(report.id(), null, new BigDecimal("250000.00"), "Остальное не подтверждено"));
        var order = issued("500000.00");
        var first = grant.received(71, "350000.00");
        as("accountant", () -> documents.assign(first, source(order)));
        assertThat(grant.books())
                .as("what is not accounted for goes first")
                .contains("ACCEPTED 250000.00")
                .doesNotContain("PAID");
        awarding.on(TODAY.plusDays(1));
        var second = grant.received(72, "100000.00");
        as("accountant", () -> documents.assign(second, source(order)));
        assertThat(grant.books()).contains("ACCEPTED 150000.00").doesNotContain("PAID");

        as("accountant", () -> documents.unassign(first, "Проверка"));
        assertThat(grant.books()).contains("ACCEPTED 150000.00").contains("PAID 350000.00");
        as("accountant", () -> documents.assign(first, source(order)));
        assertThat(grant.books()).contains("ACCEPTED 150000.00").doesNotContain("PAID");
    }

    @Test
    void a_payment_that_is_demanded_back_stays_paid_and_a_penalty_is_demanded_once() throws Exception {
        var payment = firstPaid();
        var order = issued("1.00");
        var document = UUID.fromString(one("select document_id from bank.match"));
        assertProblem("payment-demanded", () -> as("accountant", () -> documents.undo(document, "Ошибка")));
        as("chief", () -> orders.withdraw(order.id(), null, "Ошибка"));
        as("accountant", () -> documents.undo(document, "Ошибка"));
        assertThat(as("auditor", () -> payments.view(payment.id())).state()).isEqualTo(PaymentState.ORDERED);
        as("accountant", () -> documents.match(document, payment.instruction()));

        var breach = found(
                BreachKind.RESULT_MISSED,
                null,
                List.of(new EnterBreach.Reached("LINES_COMMISSIONED", BigDecimal.ZERO)));
        as("chief", () -> breaches.confirm(breach.id(), null));
        as("department", () -> orders.demandPenalty(breach.id(), PenaltyForm.EACH_RESULT));
        assertProblem(
                "recovery-penalty-twice",
                () -> as("department", () -> orders.demandPenalty(breach.id(), PenaltyForm.EACH_RESULT)));
    }

    @Test
    void of_two_who_demand_the_same_kopecks_at_once_one_is_refused() throws Exception {
        firstPaid();
        var breach = confirmed(BreachKind.MISUSE).id();
        var both = new ArrayList<CompletableFuture<Object>>();
        for (int at = 0; at < 2; at++) {
            both.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return drawn(breach, "400000.00");
                } catch (Exception refused) {
                    return refused;
                }
            }));
        }
        assertThat(both.stream().map(CompletableFuture::join).filter(RecoveryOrderView.class::isInstance))
                .hasSize(1);
        assertThat(one("select sum(amount) from recovery.order_part")).isEqualTo("400000.00");
    }

    @Test
    void what_the_bank_booked_in_a_closed_month_is_posted_in_the_next_and_counts_by_the_day_of_the_bank()
            throws Exception {
        firstPaid();
        var order = issued("100000.00");
        var document = grant.received(71, "100000.00");
        awarding.on(LocalDate.of(2026, 7, 10));
        awarding.own("select ledger.close_month(date '2026-06-30', 'chief')");
        as("accountant", () -> documents.assign(document, source(order)));
        assertThat(seen(order).state()).isEqualTo(RecoveryState.SETTLED);
        assertThat(seen(order).repayments().get(0).on()).isEqualTo(TODAY);
        assertThat(one("select max(effective_on) from ledger.entry where source_kind = 'REPAYMENT'"))
                .isEqualTo("2026-07-01");
        assertThat(grant.books()).contains("LIMIT 99100000.00");
    }

    @Test
    void what_is_written_off_is_gone_from_what_is_expected_and_nothing_more_comes() throws Exception {
        firstPaid();
        var order = issued("100000.00");
        receive(order, 71, "30000.00");
        var over = as("chief", () -> orders.writeOff(order.id(), null, "Получатель ликвидирован", "Решение № 5"));
        assertThat(over.state()).isEqualTo(RecoveryState.WRITTEN_OFF);
        assertThat(demands()).isEqualTo("CLAIMED -100000.00, FORGONE 70000.00, RECOVERED 30000.00");
        var met = UUID.fromString(one("select document_id from recovery.repayment"));
        assertProblem("recovery-order-over", () -> as("accountant", () -> documents.unassign(met, "Ошибка")));
        awarding.on(TODAY.plusDays(1));
        var late = grant.received(72, "1.00");
        assertProblem("repayment-beyond-order", () -> as("accountant", () -> documents.assign(late, source(order))));
    }

    @Test
    void a_penalty_follows_the_formula_and_is_neither_set_off_nor_taken_from_what_was_paid() throws Exception {
        firstPaid();
        var plan = grant.seen().editions().get(0).terms().targets().get(0).plan();
        assertProblem(
                "no-result-missed",
                () -> found(
                        BreachKind.RESULT_MISSED, null, List.of(new EnterBreach.Reached("LINES_COMMISSIONED", plan))));
        assertProblem("results-missing", () -> found(BreachKind.RESULT_MISSED, null, List.of()));
        assertProblem(
                "result-not-promised",
                () -> found(
                        BreachKind.RESULT_MISSED, null, List.of(new EnterBreach.Reached("NO_SUCH", BigDecimal.ONE))));
        var breach = found(
                BreachKind.RESULT_MISSED,
                null,
                List.of(new EnterBreach.Reached("LINES_COMMISSIONED", BigDecimal.ZERO)));
        as("chief", () -> breaches.confirm(breach.id(), null));
        assertProblem("recovery-of-results", () -> drawn(breach.id(), null));
        var order = as("department", () -> orders.demandPenalty(breach.id(), PenaltyForm.SHARE_OF_MISSED));
        assertThat(order.kind()).isEqualTo(RecoveryKind.PENALTY);
        assertThat(order.amount())
                .as("all of one result missed: a tenth of 600 000")
                .isEqualByComparingTo("60000.00");
        assertThat(order.basis()).contains("600 000,00").contains("0.1");
        as("chief", () -> orders.issue(order.id(), null));
        var second = secondPrepared();
        assertProblem(
                "set-off-of-penalty", () -> as("accountant", () -> orders.setOff(order.id(), null, second.id(), null)));
        receive(order, 71, "60000.00");
        assertThat(seen(order).state()).isEqualTo(RecoveryState.SETTLED);
        assertThat(grant.books()).contains("ACCEPTED 600000.00");
        assertThat(grant.seen().returned()).isEqualByComparingTo("0");
    }

    @Test
    void an_agreement_is_not_completed_while_money_is_to_come_back_and_is_when_all_came() throws Exception {
        firstPaid();
        var second = secondPrepared();
        grant.execute(as("chief", () -> payments.approve(second.id(), null)));
        var report = grant.submitted(2, List.of(Granting.line("2", SECOND_STAGE, "300000.00")));
        as("department", () -> reports.accept(report.id(), null, new BigDecimal("300000.00"), "Остаток вернуть"));
        assertProblem("agreement-unfinished", () -> as("chief", () -> agreements.complete(id, null)));
        var order = issued("100000.00");
        receive(order, 71, "99999.99");
        assertProblem("agreement-unfinished", () -> as("chief", () -> agreements.complete(id, null)));
        awarding.on(SECOND_STAGE.plusDays(1));
        receive(order, 72, "0.01");
        var open = drawn(confirmed(BreachKind.CONDITION_BREACHED).id(), "1.00");
        assertProblem("agreement-recovery-open", () -> as("chief", () -> agreements.complete(id, null)));
        as("department", () -> orders.withdraw(open.id(), null, "Исправлено"));
        assertThat(as("chief", () -> agreements.complete(id, null)).state()).isEqualTo(AgreementState.COMPLETED);
        assertThat(grant.books()).isEqualTo("ACCEPTED 900000.00, LIMIT 99100000.00");
    }

    @Test
    void an_applicant_sees_what_was_confirmed_and_issued_and_nothing_before() throws Exception {
        firstPaid();
        var breach = found(BreachKind.MISUSE, null, List.of());
        assertThat(as("applicant", () -> breaches.of(id))).isEmpty();
        assertProblem("breach-unknown", () -> as("applicant", () -> breaches.view(breach.id())));
        as("chief", () -> breaches.confirm(breach.id(), null));
        assertThat(as("applicant", () -> breaches.view(breach.id())).state()).isEqualTo(BreachState.CONFIRMED);
        var order = drawn(breach.id(), "1.00");
        assertProblem("recovery-order-unknown", () -> as("applicant", () -> orders.view(order.id())));
        as("chief", () -> orders.issue(order.id(), null));
        assertThat(as("applicant", () -> orders.view(order.id())).amount()).isEqualByComparingTo("1");
        awarding.own("update platform.app_user set organisation_id = null; delete from platform.mandate");
        assertProblem("recovery-order-unknown", () -> as("applicant", () -> orders.view(order.id())));
    }

    @Test
    void the_database_refuses_returns_beside_the_ledger_and_changes_of_what_is_decided() throws Exception {
        var payment = firstPaid();
        var order = issued("100000.00");
        for (var change : List.of(
                "update agreement.payment set returned = 1 where id = '" + payment.id() + "'",
                "update agreement.payment set held_back = 1 where id = '" + payment.id() + "'",
                "update recovery.recovery_order set state = 'SETTLED', ended_on = '2026-06-01', ended_by = 'x'",
                "update recovery.term set amount = amount - 0.01",
                "delete from recovery.recovery_order",
                "delete from recovery.breach",
                "update recovery.breach set reason = 'x'",
                "update recovery.order_part set amount = 1",
                "insert into recovery.repayment select gen_random_uuid(), default, '" + order.id() + "'")) {
            assertThatThrownBy(() -> awarding.own(change)).as(change).isNotNull();
        }
        assertThat(seen(order).state()).isEqualTo(RecoveryState.ISSUED);
    }

    @Test
    void what_the_table_of_a_demand_does_not_list_is_refused_to_everybody() throws Exception {
        firstPaid();
        var order = drawn(confirmed(BreachKind.MISUSE).id(), "100000.00");
        EveryStep.refusesWhatIsNotListed(
                as("auditor", () -> orders.transitions()),
                RecoveryState.class,
                RecoveryAction.class,
                state -> awarding.own("alter table recovery.recovery_order disable trigger user;"
                        + " update recovery.recovery_order set state = '" + state
                        + "', issued_by = 'chief2', issued_on = '2026-06-01', ended_by = 'x', document = 'x', reason = 'x';"
                        + " alter table recovery.recovery_order enable trigger user"),
                action -> switch (action) {
                    case ISSUE -> () -> orders.issue(order.id(), null);
                    case WITHDRAW -> () -> orders.withdraw(order.id(), null, "x");
                    case DEFER ->
                        () -> orders.defer(
                                order.id(), null, "x", List.of(new RecoveryTerm(TODAY, new BigDecimal("100000.00"))));
                    case SET_OFF -> () -> orders.setOff(order.id(), null, UUID.randomUUID(), null);
                    case WRITE_OFF -> () -> orders.writeOff(order.id(), null, "x", "x");
                },
                () -> one("select state from recovery.recovery_order"));
    }
}
