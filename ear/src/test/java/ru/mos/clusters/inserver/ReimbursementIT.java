package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.agreement.AgreementState;
import ru.mos.clusters.agreement.AgreementTerms;
import ru.mos.clusters.agreement.AgreementTerms.Instalment;
import ru.mos.clusters.agreement.Agreements;
import ru.mos.clusters.agreement.EnterPayeeAccount;
import ru.mos.clusters.agreement.PayeeAccounts;
import ru.mos.clusters.agreement.PaymentView;
import ru.mos.clusters.agreement.Payments;
import ru.mos.clusters.agreement.ReportFaultKind;
import ru.mos.clusters.agreement.ReportState;
import ru.mos.clusters.agreement.ReportView;
import ru.mos.clusters.agreement.Reports;
import ru.mos.clusters.bank.Source;
import ru.mos.clusters.bank.statement.DocumentFilter;
import ru.mos.clusters.bank.statement.Documents;
import ru.mos.clusters.call.FundingMode;
import ru.mos.clusters.ledger.year.PrepareYearEnd;
import ru.mos.clusters.ledger.year.YearEnd;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.recovery.BreachKind;
import ru.mos.clusters.recovery.Breaches;
import ru.mos.clusters.recovery.EnterBreach;
import ru.mos.clusters.recovery.RecoveryOrders;

/** Costs that were borne, claimed by documents and paid with the budget's share. */
class ReimbursementIT extends InServer {

    private static final LocalDate TODAY = Awarding.TODAY;
    private static final LocalDate SECOND_STAGE = LocalDate.of(2026, 10, 1);

    @Inject
    Granting grant;

    @Inject
    Agreements agreements;

    @Inject
    Reports reports;

    @Inject
    Payments payments;

    @Inject
    PayeeAccounts accounts;

    @Inject
    Documents documents;

    @Inject
    Breaches breaches;

    @Inject
    RecoveryOrders orders;

    @Inject
    YearEnd years;

    private Awarding awarding;
    private UUID id;

    @BeforeEach
    void behind() {
        awarding = grant.awarding();
    }

    @AfterEach
    void gone() throws Exception {
        grant.reconciled();
        awarding.nothingLeft();
    }

    private void inForce() throws Exception {
        var agreement = grant.reimbursing("ONWARD_TO_PARTICIPANTS", "1000000.00");
        id = agreement.id();
        assertThat(agreement.mode()).isEqualTo(FundingMode.REIMBURSEMENT);
        grant.account(Granting.ACCOUNT);
    }

    private ReportView claimed(int position, String number, LocalDate paidOn, String amount) throws Exception {
        var claim = grant.submitted(position, List.of(Granting.line(number, paidOn, amount)));
        return as("department", () -> reports.accept(claim.id(), null, null, null));
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(problem -> problem.code().slug()).toList();
    }

    @Test
    void accepted_costs_are_paid_with_the_budgets_share_and_accounted_for_as_they_are_paid() throws Exception {
        inForce();
        assertThat(codes(as("accountant", () -> payments.obstacles(id, 1)))).containsExactly("payment-claim-missing");
        assertProblem("payment-claim-missing", () -> as("accountant", () -> payments.prepare(id, 1)));
        assertProblem("evidence-of-reimbursement", () -> grant.entered(1, "600000.00", "11"));

        var claim = grant.submitted(1, List.of(Granting.line("1", TODAY, "1000000.01")));
        assertThat(as("department", () -> reports.owed(claim.id(), claim.spent())))
                .isEqualTo("500000.00");
        var accepted = as("department", () -> reports.accept(claim.id(), null, null, null));
        assertThat(accepted.eligible()).isEqualTo("1000000.01");
        assertThat(accepted.accepted()).isEqualTo("500000.00");
        assertThat(grant.books()).as("no money yet").isEqualTo("COMMITTED 1000000.00, LIMIT 99000000.00");

        var payment = grant.paid(1);
        assertThat(payment.amount()).isEqualTo("500000.00");
        assertThat(grant.books()).isEqualTo("ACCEPTED 500000.00, COMMITTED 500000.00, LIMIT 99000000.00");
        assertThat(grant.seen().unaccounted())
                .as("nothing is left with the recipient")
                .isEqualByComparingTo("0");
        assertThat(grant.seen().path().get(0).evidenced()).isEqualTo("500000.01");
        assertThat(
                        one(
                                "select distinct operation from ledger.entry where source_kind = 'PAYMENT' and operation <> 'FELL_DUE'"))
                .isEqualTo("REIMBURSED");
        assertThat(codes(as("accountant", () -> payments.obstacles(id, 2))))
                .as("the rest of the first instalment is not waited for")
                .containsExactly("payment-early", "payment-claim-missing");
    }

    @Test
    void more_than_the_instalment_is_never_paid_however_much_was_spent() throws Exception {
        inForce();

        assertThat(claimed(1, "1", TODAY, "5000000.00").accepted()).isEqualTo("600000.00");
        assertThat(grant.paid(1).amount()).isEqualTo("600000.00");
    }

    @Test
    void a_part_of_the_costs_counts_with_a_reason_and_never_more_than_is_claimed_or_sound() throws Exception {
        inForce();
        assertProblem("payment-instalment-unknown", () -> as("applicant", () -> reports.begin(id, 3)));
        var claim = grant.submitted(
                1,
                List.of(
                        Granting.line("1", TODAY, "300000.00"),
                        Granting.line("2", TODAY.minusDays(1), "100000.00"),
                        Granting.line("3", TODAY.plusDays(1), "50000.00")));
        assertThat(as("department", () -> reports.faults(claim.id())))
                .extracting(fault -> fault.line() + " " + fault.kind())
                .containsExactly("2 " + ReportFaultKind.OUTSIDE_STAGE, "3 " + ReportFaultKind.NOT_PAID_YET);
        assertProblem("report-faults-open", () -> as("department", () -> reports.accept(claim.id(), null, null, null)));
        assertProblem(
                "report-beyond-spent",
                () -> as("department", () -> reports.accept(claim.id(), null, new BigDecimal("450000.01"), "Все")));
        assertProblem(
                "field-required",
                () -> as("department", () -> reports.accept(claim.id(), null, new BigDecimal("300000.00"), null)));
        assertThat(as("department", () -> reports.accept(claim.id(), null, new BigDecimal("300000.00"), "Строки 2 и 3"))
                        .accepted())
                .isEqualTo("150000.00");
    }

    @Test
    void each_participant_is_paid_its_part_of_the_claim_to_the_kopeck() throws Exception {
        id = grant.reimbursing("TO_EACH_PARTICIPANT", "1000000.00").id();
        int at = 0;
        for (var participant : Awarding.participants()) {
            var number = at == 0 ? Granting.ACCOUNT : Granting.OTHER_ACCOUNT;
            at++;
            var entered = as(
                    "accountant",
                    () -> accounts.enter(new EnterPayeeAccount(
                            participant, null, number, Granting.BIC, "Банк", null, new Paper("Письмо", "5", TODAY))));
            as("accountant2", () -> accounts.confirm(entered.id(), null));
        }
        claimed(1, "1", TODAY, "666667.33");

        assertThat(as("accountant", () -> payments.prepare(id, 1)))
                .extracting(PaymentView::amount)
                .containsExactly(new BigDecimal("200000.20"), new BigDecimal("133333.46"));
    }

    @Test
    void what_the_bank_did_not_execute_after_all_is_owed_again_and_paid_again() throws Exception {
        inForce();
        claimed(1, "1", TODAY, "400000.00");
        var payment = grant.paid(1);
        var document = as(
                        "accountant",
                        () -> documents.list(new DocumentFilter(null, null, null, null, null), PageRequest.first(10)))
                .items()
                .get(0)
                .id();

        as("accountant", () -> documents.undo(document, "Не тот платёж"));
        assertThat(grant.books()).isEqualTo("COMMITTED 800000.00, DUE 200000.00, LIMIT 99000000.00");
        as("accountant", () -> documents.match(document, payment.instruction()));

        assertThat(grant.books()).isEqualTo("ACCEPTED 200000.00, COMMITTED 800000.00, LIMIT 99000000.00");
    }

    @Test
    void what_is_demanded_of_a_reimbursement_comes_back_from_what_was_accounted_for() throws Exception {
        inForce();
        claimed(1, "1", TODAY, "400000.00");
        grant.paid(1);
        var breach = as(
                "department",
                () -> breaches.enter(new EnterBreach(
                        id,
                        BreachKind.FALSE_DATA,
                        null,
                        "Акт поддельный",
                        new Paper("Акт проверки", "3", TODAY),
                        List.of())));
        as("chief", () -> breaches.confirm(breach.id(), null));
        var order = as("department", () -> orders.demandReturn(breach.id(), null, new BigDecimal("50000.01")));
        as("chief", () -> orders.issue(order.id(), null));
        var receipt = grant.received(71, "50000.01");

        as(
                "accountant",
                () -> documents.assign(
                        receipt, new Source("RECOVERY_ORDER", order.id().toString())));

        assertThat(grant.books()).isEqualTo("ACCEPTED 149999.99, COMMITTED 800000.00, LIMIT 99050000.01");
    }

    @Test
    void it_is_fulfilled_when_every_claim_is_paid_and_what_was_not_claimed_is_free_again() throws Exception {
        inForce();
        claimed(1, "1", TODAY, "400000.00");
        assertProblem("agreement-claims-open", () -> as("chief", () -> agreements.complete(id, null)));
        assertProblem("agreement-claims-open", () -> as("chief", () -> agreements.terminate(id, null, "Отказ")));
        grant.paid(1);
        awarding.on(SECOND_STAGE);
        awarding.released(LocalDate.of(2026, 9, 25), 5);
        var second = grant.submitted(2, List.of(Granting.line("2", SECOND_STAGE, "13.00")));
        assertProblem("agreement-claims-open", () -> as("chief", () -> agreements.complete(id, null)));
        as("department", () -> reports.accept(second.id(), null, null, null));
        assertThat(grant.paid(2).amount()).isEqualTo("4.00");

        assertThat(as("chief", () -> agreements.complete(id, null)).state()).isEqualTo(AgreementState.COMPLETED);

        assertThat(grant.books()).isEqualTo("ACCEPTED 200004.00, LIMIT 99799996.00");
    }

    @Test
    void an_amendment_leaves_no_less_than_was_accepted_of_a_claim() throws Exception {
        inForce();
        claimed(1, "1", TODAY, "1000000.00");
        as("department", () -> agreements.amend(id, null, "Меньше"));
        var terms = grant.seen().pending().terms();
        var first = terms.instalments().get(0);

        assertThat(codes(as("department", () -> agreements.faults(id, lowered(terms, first, "499999.99")))))
                .contains("agreement-below-paid");
        assertThat(codes(as("department", () -> agreements.faults(id, lowered(terms, first, "500000.00")))))
                .doesNotContain("agreement-below-paid");
    }

    private static AgreementTerms lowered(AgreementTerms terms, Instalment first, String amount) {
        return new AgreementTerms(
                terms.article(),
                terms.treasurySupport(),
                terms.vatEligible(),
                List.of(
                        new Instalment(first.stage(), first.dueOn(), new BigDecimal(amount), first.own()),
                        terms.instalments().get(1)),
                terms.budget(),
                terms.targets());
    }

    @Test
    void the_database_lets_no_claim_exceed_its_share_and_no_payment_its_claim() throws Exception {
        inForce();
        var claim = grant.submitted(1, List.of(Granting.line("1", TODAY, "400000.00")));
        var accepting =
                "update agreement.report set state = 'ACCEPTED', eligible = 400000.00, accepted = %s where id = '"
                        + claim.id() + "'";
        assertThatThrownBy(() -> awarding.own(accepting.formatted("200000.01"))).hasMessageContaining("beyond");
        assertThatThrownBy(() -> awarding.own(accepting.formatted("400000.01"))).isNotNull();
        assertThat(as("department", () -> reports.accept(claim.id(), null, null, null))
                        .state())
                .isEqualTo(ReportState.ACCEPTED);
        var payment = grant.prepared(1);

        assertThatThrownBy(() -> awarding.own(
                        "update agreement.report set accepted = 100000.00 where id = '" + claim.id() + "'"))
                .hasMessageContaining("decided");
        assertThatThrownBy(() -> awarding.own(
                        "update agreement.payment set amount = amount + 0.01 where id = '" + payment.id() + "'"))
                .hasMessageContaining("beyond");
    }

    @Test
    void no_more_counts_than_the_lines_of_the_claim_say() throws Exception {
        inForce();
        var claim = grant.submitted(1, List.of(Granting.line("1", TODAY, "400000.00")));

        assertThatThrownBy(() -> awarding.own("update agreement.report set state = 'ACCEPTED', decided_by = 'chief',"
                        + " eligible = 400000.01, accepted = 0.01 where id = '" + claim.id() + "'"))
                .hasMessageContaining("beyond");
    }

    @Test
    void what_nobody_claimed_is_free_again_when_the_chief_ends_the_agreement() throws Exception {
        inForce();
        claimed(1, "1", TODAY, "400000.00");
        grant.paid(1);

        as("chief", () -> agreements.complete(id, null));

        assertThat(grant.books()).isEqualTo("ACCEPTED 200000.00, LIMIT 99800000.00");
    }

    @Test
    void what_lapsed_with_its_year_is_not_freed_again() throws Exception {
        inForce();
        claimed(1, "1", TODAY, "1000000.00");
        grant.paid(1);
        awarding.on(LocalDate.of(2027, 1, 1));
        var end = as("accountant", () -> years.prepare(new PrepareYearEnd(2026, List.of())));
        as("chief", () -> years.carryOut(end.id(), null));
        assertThat(grant.books()).isEqualTo("ACCEPTED 500000.00");
        grant.reconciled();

        as("chief", () -> agreements.complete(id, null));

        assertThat(grant.books()).isEqualTo("ACCEPTED 500000.00");
    }

    @Test
    void an_agreement_that_nothing_more_is_paid_under_can_be_ended_with_a_claim_open() throws Exception {
        inForce();
        claimed(1, "1", TODAY, "400000.00");
        awarding.own("""
                insert into agreement.review (id, agreement_id, position, outcome, findings, opened_on, opened_by, state, decided_by,
                       decided_on, reason, recorded_by, changed_by)
                select gen_random_uuid(), '%s', 1, 'NOT_ELIGIBLE', '{}', platform.today(), 'accountant', 'CONFIRMED', 'chief',
                       platform.today(), 'x', max(id), max(id) from platform.change""".formatted(id));

        as("chief", () -> agreements.terminate(id, null, "Условия не выполнены"));

        assertThat(grant.books()).isEqualTo("LIMIT 100000000.00");
    }

    @Test
    void a_reimbursing_agreement_has_no_budget() throws Exception {
        inForce();
        as("department", () -> agreements.amend(id, null, "Смета"));
        var terms = grant.seen().pending().terms();

        assertThat(codes(as(
                        "department",
                        () -> agreements.faults(
                                id,
                                new AgreementTerms(
                                        terms.article(),
                                        terms.treasurySupport(),
                                        terms.vatEligible(),
                                        terms.instalments(),
                                        List.of(new AgreementTerms.BudgetItem("Станки", new BigDecimal("1000000.00"))),
                                        terms.targets())))))
                .containsExactly("agreement-budget-of-reimbursement");
    }

    @Test
    void a_document_that_is_claimed_shows_no_own_money() throws Exception {
        inForce();
        claimed(1, "77", TODAY, "400000.00");
        awarding.own(
                "alter table agreement.agreement disable trigger user; update agreement.agreement set mode = 'ADVANCE';"
                        + " alter table agreement.agreement enable trigger user");

        assertProblem("evidence-used-twice", () -> grant.entered(1, "400000.00", "№ 77"));
    }

    @Test
    void no_claim_is_accepted_against_terms_that_are_about_to_change() throws Exception {
        inForce();
        var claim = grant.submitted(1, List.of(Granting.line("1", TODAY, "400000.00")));
        as("department", () -> agreements.amend(id, null, "Меньше"));
        as("chief", () -> agreements.sign(id, null));
        assertProblem(
                "report-while-amended", () -> as("department", () -> reports.accept(claim.id(), null, null, null)));
        grant.registered("БО-2");

        assertThat(as("department", () -> reports.accept(claim.id(), null, null, null))
                        .accepted())
                .isEqualTo("200000.00");
    }
}
