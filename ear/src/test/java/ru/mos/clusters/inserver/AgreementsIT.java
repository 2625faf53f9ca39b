package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.agreement.AgreementAction;
import ru.mos.clusters.agreement.AgreementFilter;
import ru.mos.clusters.agreement.AgreementFormat;
import ru.mos.clusters.agreement.AgreementState;
import ru.mos.clusters.agreement.AgreementTerms;
import ru.mos.clusters.agreement.AgreementTerms.Instalment;
import ru.mos.clusters.agreement.AgreementView;
import ru.mos.clusters.agreement.Agreements;
import ru.mos.clusters.agreement.EnterEvidence;
import ru.mos.clusters.agreement.EnterPayeeAccount;
import ru.mos.clusters.agreement.EvidenceSource;
import ru.mos.clusters.agreement.OwnMoney;
import ru.mos.clusters.agreement.PayeeAccountState;
import ru.mos.clusters.agreement.PayeeAccountView;
import ru.mos.clusters.agreement.PayeeAccounts;
import ru.mos.clusters.agreement.PaymentState;
import ru.mos.clusters.agreement.PaymentView;
import ru.mos.clusters.agreement.Payments;
import ru.mos.clusters.agreement.ReportFaultKind;
import ru.mos.clusters.agreement.ReportState;
import ru.mos.clusters.agreement.Reports;
import ru.mos.clusters.agreement.ReviewState;
import ru.mos.clusters.agreement.Reviews;
import ru.mos.clusters.agreement.SupportArticle;
import ru.mos.clusters.bank.Instructions;
import ru.mos.clusters.bank.statement.Statements;
import ru.mos.clusters.ledger.Stage;
import ru.mos.clusters.ledger.year.PrepareYearEnd;
import ru.mos.clusters.ledger.year.YearEnd;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.registry.release.Withdrawals;

/** From an award to the second instalment, and what must not be paid on the way. */
class AgreementsIT extends InServer {

    private static final LocalDate TODAY = Awarding.TODAY;
    private static final LocalDate SECOND_STAGE = LocalDate.of(2026, 10, 1);

    @Inject
    Granting grant;

    @Inject
    Agreements agreements;

    @Inject
    OwnMoney money;

    @Inject
    PayeeAccounts accounts;

    @Inject
    Payments payments;

    @Inject
    Reviews reviews;

    @Inject
    Reports reports;

    @Inject
    Instructions instructions;

    @Inject
    Statements statements;

    @Inject
    Withdrawals withdrawals;

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
        awarding.nothingLeft();
    }

    private AgreementView drawnUp(String amount) throws Exception {
        var agreement = grant.drawnUp(amount);
        id = agreement.id();
        return agreement;
    }

    private AgreementView inForce(String amount) throws Exception {
        var agreement = grant.inForce(amount);
        id = agreement.id();
        return agreement;
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(problem -> problem.code().slug()).toList();
    }

    @Test
    void money_goes_from_the_award_to_the_second_instalment_and_the_ledger_follows_every_step() throws Exception {
        var draft = drawnUp("1000000.00");
        assertThat(draft.state()).isEqualTo(AgreementState.DRAFT);
        var terms = draft.editions().get(0).terms();
        assertThat(terms.article()).isEqualTo(SupportArticle.ARTICLE_78_1);
        assertThat(terms.instalments())
                .containsExactly(
                        new Instalment(1, TODAY, new BigDecimal("600000.00"), new BigDecimal("600000.00")),
                        new Instalment(2, SECOND_STAGE, new BigDecimal("400000.00"), new BigDecimal("900000.00")));
        assertThat(terms.targets()).extracting(AgreementTerms.Target::code).containsExactly("LINES_COMMISSIONED");
        assertThat(grant.books()).isEqualTo("LIMIT 99000000.00, RESERVED 1000000.00");

        as("chief", () -> agreements.sign(id, draft.version()));
        assertThat(codes(as("accountant", () -> payments.obstacles(id, 1)))).contains("payment-uncommitted");
        grant.registered("БО-1");
        assertThat(grant.books()).isEqualTo("COMMITTED 1000000.00, LIMIT 99000000.00");

        grant.account(Granting.ACCOUNT);
        grant.evidenced(1, "600000.00", "11");
        var first = grant.ordered(1);
        assertThat(first.state()).isEqualTo(PaymentState.ORDERED);
        assertThat(grant.books()).isEqualTo("COMMITTED 400000.00, DUE 600000.00, LIMIT 99000000.00");
        grant.execute(first);
        assertThat(grant.books()).isEqualTo("COMMITTED 400000.00, LIMIT 99000000.00, PAID 600000.00");
        assertThat(grant.seen().paid()).isEqualByComparingTo("600000");

        var report = grant.submitted(1, List.of(Granting.line("1", TODAY, "600000.00")));
        awarding.on(SECOND_STAGE);
        awarding.released(LocalDate.of(2026, 9, 25), 5);
        grant.evidenced(2, "900000.00", "12");
        assertThat(codes(as("accountant", () -> payments.obstacles(id, 2)))).containsExactly("payment-report-missing");
        as("department", () -> reports.accept(report.id(), null, null, null));
        assertThat(grant.books()).isEqualTo("ACCEPTED 600000.00, COMMITTED 400000.00, LIMIT 99000000.00");
        grant.paid(2);
        assertProblem("agreement-unfinished", () -> as("chief", () -> agreements.complete(id, null)));
        var last = grant.submitted(2, List.of(Granting.line("2", SECOND_STAGE, "400000.00")));
        as("department", () -> reports.accept(last.id(), null, null, null));
        assertThat(as("chief", () -> agreements.complete(id, null)).state()).isEqualTo(AgreementState.COMPLETED);
        assertThat(grant.books()).isEqualTo("ACCEPTED 1000000.00, LIMIT 99000000.00");
        grant.reconciled();
    }

    @Test
    void own_money_reaches_the_share_to_the_kopeck_and_one_kopeck_short_is_refused() throws Exception {
        inForce("1000000.00");
        grant.account(Granting.ACCOUNT);
        grant.evidenced(1, "599999.99", "11");
        var obstacles = as("accountant", () -> payments.obstacles(id, 1));
        assertThat(codes(obstacles)).containsExactly("payment-own-money-short");
        assertThat(obstacles.get(0).arguments())
                .containsExactly(new BigDecimal("0.01"), new BigDecimal("600000.00"), new BigDecimal("599999.99"));
        assertProblem("payment-own-money-short", () -> grant.prepared(1));
        var kopeck = grant.entered(1, "0.01", "12");
        assertProblem("payment-own-money-short", () -> grant.prepared(1));

        as("department", () -> money.accept(kopeck.id(), null));
        assertThat(grant.prepared(1).amount()).isEqualByComparingTo("600000");
    }

    @Test
    void money_of_a_later_stage_does_not_count_for_an_earlier_one() throws Exception {
        inForce("1000000.00");
        grant.account(Granting.ACCOUNT);
        grant.evidenced(2, "900000.00", "12");
        assertThat(codes(as("accountant", () -> payments.obstacles(id, 1)))).containsExactly("payment-own-money-short");
    }

    @Test
    void a_document_shows_money_once_however_its_number_is_written() throws Exception {
        inForce("1000000.00");
        var first = grant.entered(1, "100.00", "А-11/б");
        assertProblem("evidence-used-twice", () -> grant.entered(2, "200.00", "а 11 Б"));
        assertProblem("evidence-number-missing", () -> grant.entered(1, "1.00", "–"));
        for (var sum : List.of("0", "-1", "0.001", "10000000000000")) {
            assertProblem("agreement-sum-impossible", () -> grant.entered(1, sum, "77"));
        }
        as("department", () -> money.reject(first.id(), null, "Не тот плательщик"));
        assertThat(grant.entered(2, "200.00", "а 11 Б").stage()).isEqualTo(2);
    }

    @Test
    void who_entered_a_document_does_not_accept_it() throws Exception {
        inForce("1000000.00");
        var evidence = as(
                "department",
                () -> money.enter(new EnterEvidence(
                        id,
                        1,
                        EvidenceSource.LOAN,
                        BigDecimal.TEN,
                        Granting.PARTY,
                        new Paper("Договор займа", "3", TODAY))));
        assertProblem("second-person-required", () -> as("department", () -> money.accept(evidence.id(), null)));
        as("department2", () -> money.accept(evidence.id(), null));
        assertProblem("transition-not-allowed", () -> as("department2", () -> money.accept(evidence.id(), null)));
    }

    @Test
    void nobody_pays_alone_and_from_the_threshold_on_two_chiefs_are_wanted() throws Exception {
        inForce("1000000.00");
        awarding.own("insert into agreement.parameter (code, valid_from, value, source)"
                + " values ('SECOND_CHIEF_FROM', '2026-01-01', 600000.00, 'проба')");
        grant.account(Granting.ACCOUNT);
        grant.evidenced(1, "600000.00", "11");
        awarding.own(
                "insert into platform.user_role (login, role) values ('accountant', 'chief') on conflict do nothing");
        try {
            var payment = grant.prepared(1);
            assertThat(payment.twoChiefs()).isTrue();
            assertProblem("second-person-required", () -> as("accountant", () -> payments.approve(payment.id(), null)));
            var once = as("chief", () -> payments.approve(payment.id(), null));
            assertThat(once.state()).isEqualTo(PaymentState.APPROVED);
            assertThat(grant.books()).isEqualTo("COMMITTED 1000000.00, LIMIT 99000000.00");
            assertProblem("third-person-required", () -> as("chief", () -> payments.approve(payment.id(), null)));
            assertProblem("second-person-required", () -> as("accountant", () -> payments.approve(payment.id(), null)));
            assertThat(as("chief2", () -> payments.approve(payment.id(), null)).state())
                    .isEqualTo(PaymentState.ORDERED);
        } finally {
            awarding.own("delete from platform.user_role where (login, role) = ('accountant', 'chief')");
        }
    }

    @Test
    void a_kopeck_below_the_threshold_one_chief_is_enough() throws Exception {
        inForce("1000000.00");
        awarding.own("insert into agreement.parameter (code, valid_from, value, source)"
                + " values ('SECOND_CHIEF_FROM', '2026-01-01', 600000.01, 'проба')");
        grant.account(Granting.ACCOUNT);
        grant.evidenced(1, "600000.00", "11");
        var payment = grant.prepared(1);
        assertThat(payment.twoChiefs()).isFalse();
        assertThat(as("chief", () -> payments.approve(payment.id(), null)).state())
                .isEqualTo(PaymentState.ORDERED);
        assertProblem("payment-made-twice", () -> grant.prepared(1));
    }

    @Test
    void a_changed_account_is_paid_to_from_the_day_on_which_its_term_ends() throws Exception {
        inForce("1000000.00");
        assertThat(grant.account(Granting.ACCOUNT).payableFrom()).isEqualTo(TODAY);
        var changed = grant.account(Granting.OTHER_ACCOUNT);
        assertThat(changed.payableFrom()).isEqualTo(TODAY.plusDays(5));
        assertThat(as("auditor", () -> accounts.of(Granting.PARTY)))
                .extracting(PayeeAccountView::state)
                .containsExactly(PayeeAccountState.CONFIRMED, PayeeAccountState.REPLACED);
        grant.evidenced(1, "600000.00", "11");

        awarding.on(TODAY.plusDays(4));
        assertProblem("payment-account-held", () -> grant.prepared(1));
        awarding.on(TODAY.plusDays(5));
        assertThat(grant.prepared(1).account()).isEqualTo(Granting.OTHER_ACCOUNT);
    }

    @Test
    void an_account_is_checked_by_its_key_and_confirmed_by_another() throws Exception {
        inForce("1000000.00");
        var wrong = Granting.ACCOUNT.substring(0, 19) + (Granting.ACCOUNT.charAt(19) == '9' ? '0' : '9');
        Callable<PayeeAccountView> enter = () -> accounts.enter(new EnterPayeeAccount(
                Granting.PARTY, null, wrong, Granting.BIC, "Банк", null, new Paper("Письмо", "5", TODAY)));
        assertProblem("bank-account-key", () -> as("accountant", enter));
        assertProblem(
                "bic-malformed",
                () -> as(
                        "accountant",
                        () -> accounts.enter(new EnterPayeeAccount(
                                Granting.PARTY,
                                null,
                                Granting.ACCOUNT,
                                "44525225",
                                "Банк",
                                null,
                                new Paper("Письмо", "5", TODAY)))));
        assertProblem(
                "payee-of-no-agreement",
                () -> as(
                        "accountant",
                        () -> accounts.enter(new EnterPayeeAccount(
                                Granting.SUPPLIER,
                                null,
                                Granting.ACCOUNT,
                                Granting.BIC,
                                "Банк",
                                null,
                                new Paper("Письмо", "5", TODAY)))));
        var entered = as(
                "accountant",
                () -> accounts.enter(new EnterPayeeAccount(
                        Granting.PARTY,
                        null,
                        Granting.ACCOUNT,
                        Granting.BIC,
                        "Банк",
                        null,
                        new Paper("Письмо", "5", TODAY))));
        assertProblem("second-person-required", () -> as("accountant", () -> accounts.confirm(entered.id(), null)));
        assertProblem("payment-account-missing", () -> {
            grant.evidenced(1, "600000.00", "11");
            grant.prepared(1);
        });
    }

    @Test
    void what_was_signed_waits_for_the_finance_body_and_goes_back_where_it_refuses() throws Exception {
        var draft = drawnUp("1000000.00");
        assertProblem("transition-not-allowed", () -> grant.registered("БО-1"));
        as("chief", () -> agreements.sign(id, draft.version()));
        assertProblem(
                "edition-registered-unsigned",
                () -> as("accountant", () -> agreements.register(id, null, "БО-1", TODAY.minusDays(1))));
        assertProblem(
                "entry-in-future",
                () -> as("accountant", () -> agreements.register(id, null, "БО-1", TODAY.plusDays(1))));
        var refused = as("accountant", () -> agreements.refuse(id, null, "Нет вида расходов"));
        assertThat(refused.state()).isEqualTo(AgreementState.DRAFT);
        assertThat(refused.editions().get(0).refusal()).isEqualTo("Нет вида расходов");
        assertThat(grant.books()).isEqualTo("LIMIT 99000000.00, RESERVED 1000000.00");
        as(
                "department",
                () -> agreements.edit(
                        id, refused.version(), refused.editions().get(0).terms()));
        as("chief", () -> agreements.sign(id, null));
        assertThat(grant.registered("БО-2").state()).isEqualTo(AgreementState.IN_FORCE);
    }

    @Test
    void who_drew_an_agreement_up_does_not_sign_it() throws Exception {
        drawnUp("1000000.00");
        awarding.own(
                "insert into platform.user_role (login, role) values ('department', 'chief') on conflict do nothing");
        try {
            assertProblem("second-person-required", () -> as("department", () -> agreements.sign(id, null)));
        } finally {
            awarding.own("delete from platform.user_role where (login, role) = ('department', 'chief')");
        }
    }

    private static AgreementTerms with(AgreementTerms terms, List<Instalment> instalments) {
        return new AgreementTerms(
                terms.article(),
                terms.treasurySupport(),
                terms.vatEligible(),
                instalments,
                terms.budget(),
                terms.targets());
    }

    private static Instalment of(int stage, LocalDate due, String amount, String own) {
        return new Instalment(stage, due, new BigDecimal(amount), new BigDecimal(own));
    }

    @Test
    void terms_hold_the_award_and_the_share_of_the_call_exactly() throws Exception {
        var draft = drawnUp("1000000.00");
        var terms = draft.editions().get(0).terms();
        Callable<AgreementView> beyond = () -> agreements.edit(
                id,
                draft.version(),
                with(terms, List.of(of(1, TODAY, "600000.01", "600000"), of(2, SECOND_STAGE, "400000", "900000"))));
        assertProblem("agreement-amount-differs", () -> as("department", beyond));
        Callable<AgreementView> share = () -> agreements.edit(
                id,
                draft.version(),
                with(terms, List.of(of(1, TODAY, "600000", "299999.99"), of(2, SECOND_STAGE, "400000", "900000"))));
        assertProblem("agreement-share-exceeded", () -> as("department", share));
        Callable<AgreementView> order = () -> agreements.edit(
                id,
                draft.version(),
                with(terms, List.of(of(2, SECOND_STAGE, "400000", "900000"), of(1, TODAY, "600000", "600000"))));
        assertProblem("agreement-instalments-disordered", () -> as("department", order));
        Callable<AgreementView> unknown =
                () -> agreements.edit(id, draft.version(), with(terms, List.of(of(3, TODAY, "1000000", "9000000"))));
        assertProblem("agreement-stage-unknown", () -> as("department", unknown));
        var wrong = new AgreementTerms(
                SupportArticle.ARTICLE_78, false, false, terms.instalments(), terms.budget(), terms.targets());
        assertProblem(
                "agreement-article-otherwise",
                () -> as("department", () -> agreements.edit(id, draft.version(), wrong)));

        var exact = as(
                "department",
                () -> agreements.edit(
                        id,
                        draft.version(),
                        with(
                                terms,
                                List.of(of(1, TODAY, "600000", "300000"), of(2, SECOND_STAGE, "400000", "800000")))));
        assertThat(exact.amount()).isEqualByComparingTo("1000000");
        assertProblem("changed-meanwhile", () -> as("department", () -> agreements.edit(id, draft.version(), terms)));
    }

    @Test
    void an_amendment_changes_the_commitment_by_itself_and_never_below_what_is_paid() throws Exception {
        inForce("1000000.00");
        grant.account(Granting.ACCOUNT);
        grant.evidenced(1, "600000.00", "11");
        grant.paid(1);
        var amending = as("department", () -> agreements.amend(id, null, "Второй этап дешевле"));
        var terms = amending.editions().get(1).terms();
        assertProblem(
                "agreement-below-paid",
                () -> as(
                        "department",
                        () -> agreements.edit(
                                id,
                                amending.version(),
                                with(
                                        terms,
                                        List.of(
                                                of(1, TODAY, "599999.99", "600000"),
                                                of(2, SECOND_STAGE, "400000", "900000"))))));
        as(
                "department",
                () -> agreements.edit(
                        id,
                        amending.version(),
                        with(
                                terms,
                                List.of(of(1, TODAY, "600000", "600000"), of(2, SECOND_STAGE, "300000", "700000")))));
        assertThat(grant.seen().inForce().amount()).isEqualByComparingTo("1000000");
        as("chief", () -> agreements.sign(id, null));
        var amended = grant.registered("БО-1/1");
        assertThat(amended.edition()).isEqualTo(2);
        assertThat(grant.books()).isEqualTo("COMMITTED 300000.00, LIMIT 99100000.00, PAID 600000.00");

        as("department", () -> agreements.amend(id, null, "Как было"));
        var again = grant.seen();
        as("department", () -> agreements.edit(id, again.version(), with(terms, terms.instalments())));
        as("chief", () -> agreements.sign(id, null));
        grant.registered("БО-1/2");
        assertThat(grant.books()).isEqualTo("COMMITTED 400000.00, LIMIT 99000000.00, PAID 600000.00");
        var text = new ByteArrayOutputStream();
        as("auditor", () -> {
            agreements.write(id, 2, AgreementFormat.DOCX, text);
            return null;
        });
        assertThat(words(text.toByteArray()))
                .contains("Дополнительное соглашение № 1".toUpperCase(java.util.Locale.ROOT), "Второй этап дешевле")
                .contains("1 000 000,00", "900 000,00");
    }

    @Test
    void an_amendment_that_payment_overtook_is_not_registered() throws Exception {
        inForce("1000000.00");
        grant.account(Granting.ACCOUNT);
        grant.evidenced(1, "600000.00", "11");
        var amending = as("department", () -> agreements.amend(id, null, "Первый этап дешевле"));
        var terms = amending.editions().get(1).terms();
        as(
                "department",
                () -> agreements.edit(
                        id,
                        amending.version(),
                        with(
                                terms,
                                List.of(of(1, TODAY, "500000", "600000"), of(2, SECOND_STAGE, "400000", "900000")))));
        as("chief", () -> agreements.sign(id, null));
        grant.paid(1);

        assertProblem("agreement-below-paid", () -> grant.registered("БО-1/1"));
        as("accountant", () -> agreements.refuse(id, null, "Часть уже оплачена"));
        assertThat(grant.seen().state()).isEqualTo(AgreementState.AMENDING);
    }

    private static String words(byte[] docx) throws Exception {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8).replaceAll("<[^>]*>", " ");
                }
            }
        }
        throw new AssertionError("no text");
    }

    @Test
    void a_terminated_agreement_frees_what_was_not_paid_and_a_cancelled_one_all() throws Exception {
        inForce("1000000.00");
        grant.account(Granting.ACCOUNT);
        grant.evidenced(1, "600000.00", "11");
        var payment = grant.ordered(1);
        assertProblem(
                "agreement-payment-underway",
                () -> as("chief", () -> agreements.terminate(id, null, "Отказ получателя")));
        grant.execute(payment);
        assertThat(as("chief", () -> agreements.terminate(id, null, "Отказ получателя"))
                        .state())
                .isEqualTo(AgreementState.TERMINATED);
        assertThat(grant.books()).isEqualTo("LIMIT 99400000.00, PAID 600000.00");
        assertProblem("payment-uncommitted", () -> grant.prepared(2));

        drawnUp("500000.00");
        as("chief", () -> agreements.cancel(id, null, "Отказ получателя"));
        assertThat(grant.books()).isEqualTo("LIMIT 100000000.00");
    }

    @Test
    void an_order_that_is_withdrawn_is_committed_again_and_one_that_the_bank_rejected_is_repeated() throws Exception {
        inForce("1000000.00");
        grant.account(Granting.ACCOUNT);
        grant.evidenced(1, "600000.00", "11");
        var first = grant.ordered(1);
        as("chief", () -> payments.withdraw(first.id(), null, "Не тот получатель"));
        assertThat(grant.books()).isEqualTo("COMMITTED 1000000.00, LIMIT 99000000.00");

        var second = grant.ordered(1);
        as("accountant", () -> instructions.reject(second.instruction(), TODAY, "Счёт закрыт"));
        var rejected = as("auditor", () -> payments.view(second.id()));
        assertThat(rejected.state()).isEqualTo(PaymentState.REJECTED);
        assertThat(rejected.reason()).isEqualTo("Счёт закрыт");
        assertThat(grant.books()).isEqualTo("COMMITTED 400000.00, DUE 600000.00, LIMIT 99000000.00");
        grant.account(Granting.OTHER_ACCOUNT);
        assertProblem("payment-account-held", () -> as("chief", () -> payments.repeat(second.id(), null)));
        awarding.on(TODAY.plusDays(5));
        var repeated = as("chief", () -> payments.repeat(second.id(), null));
        assertThat(repeated.state()).isEqualTo(PaymentState.ORDERED);
        assertThat(repeated.account()).isEqualTo(Granting.OTHER_ACCOUNT);
        assertThat(repeated.instruction()).isNotEqualTo(second.instruction());
        grant.execute(repeated);
        assertThat(grant.books()).isEqualTo("COMMITTED 400000.00, LIMIT 99000000.00, PAID 600000.00");
    }

    @Test
    void a_release_that_is_withdrawn_stops_payment_and_a_new_one_lifts_the_stop() throws Exception {
        inForce("1000000.00");
        grant.account(Granting.ACCOUNT);
        grant.evidenced(1, "600000.00", "11");
        var payment = grant.prepared(1);
        as("department", () -> withdrawals.request(awarding.release(), "wrong file"));
        as("department2", () -> withdrawals.confirm(awarding.release()));

        assertProblem("payment-stopped", () -> as("chief", () -> payments.approve(payment.id(), null)));
        var review = as("auditor", () -> reviews.of(id)).get(0);
        assertThat(review.state()).isEqualTo(ReviewState.OPEN);
        assertThat(review.outcome()).isEqualTo("UNKNOWN");
        assertThat(review.findings()).isNotEmpty();
        assertThat(one("select role from platform.task where kind = 'REVIEW_TO_DECIDE' and closed_by is null"))
                .isEqualTo("chief");
        assertProblem("payment-stopped", () -> as("chief2", () -> payments.approve(payment.id(), null)));

        awarding.released(LocalDate.of(2026, 5, 26), 5);
        as("accountant", () -> reviews.lookAgain(review.id()));
        assertThat(as("auditor", () -> reviews.view(review.id())).state()).isEqualTo(ReviewState.LIFTED);
        assertThat(as("chief", () -> payments.approve(payment.id(), null)).state())
                .isEqualTo(PaymentState.ORDERED);
    }

    @Test
    void a_chief_who_did_not_open_the_review_lets_one_instalment_be_paid_by_a_document() throws Exception {
        inForce("1000000.00");
        grant.account(Granting.ACCOUNT);
        grant.evidenced(1, "600000.00", "11");
        var payment = grant.prepared(1);
        as("department", () -> withdrawals.request(awarding.release(), "wrong file"));
        as("department2", () -> withdrawals.confirm(awarding.release()));
        assertProblem("payment-stopped", () -> as("chief", () -> payments.approve(payment.id(), null)));
        var review = as("auditor", () -> reviews.of(id)).get(0);

        assertProblem(
                "second-person-required",
                () -> as("chief", () -> reviews.waive(review.id(), null, "Срок", "Письмо 1")));
        as("chief2", () -> reviews.waive(review.id(), null, "Реестр выйдет через неделю", "Распоряжение 7"));
        assertThat(as("chief", () -> payments.approve(payment.id(), null)).state())
                .isEqualTo(PaymentState.ORDERED);
    }

    @Test
    void a_cluster_that_lost_its_members_is_not_paid_and_nobody_may_allow_it() throws Exception {
        inForce("1000000.00");
        grant.account(Granting.ACCOUNT);
        grant.evidenced(1, "600000.00", "11");
        awarding.on(TODAY.plusDays(3));
        awarding.releasedWithoutThem(TODAY.plusDays(1));
        assertProblem("payment-stopped", () -> grant.prepared(1));
        var review = as("auditor", () -> reviews.of(id)).get(0);
        assertThat(review.outcome()).isEqualTo("NOT_ELIGIBLE");
        assertProblem(
                "review-not-waivable", () -> as("chief", () -> reviews.waive(review.id(), null, "Можно", "Письмо 1")));
        as("chief", () -> reviews.confirm(review.id(), null, "Участники выбыли из реестра"));
        assertThat(codes(as("accountant", () -> payments.obstacles(id, 1))))
                .containsExactly("payment-stopped-for-good");
    }

    @Test
    void faults_of_a_report_are_found_by_line_and_only_what_is_sound_is_accepted() throws Exception {
        inForce("1000000.00");
        grant.account(Granting.ACCOUNT);
        grant.evidenced(1, "600000.00", "11");
        grant.paid(1);
        assertProblem("report-without-payment", () -> as("applicant", () -> reports.begin(id, 2)));
        var report = as("applicant", () -> reports.begin(id, 1));
        assertProblem("report-lines-missing", () -> as("applicant", () -> reports.submit(report.id(), null)));
        var lines = new ArrayList<>(List.of(
                Granting.line("1", TODAY, "100000.00"),
                Granting.line(" 1 ", TODAY, "100000.00"),
                Granting.line("3", LocalDate.of(2026, 10, 1), "100000.00"),
                Granting.line("4", TODAY.minusDays(1), "100000.00"),
                Granting.line("5", TODAY, "200000.00")));
        as("applicant", () -> reports.save(report.id(), null, lines));
        assertThat(as("department", () -> reports.faults(report.id())))
                .extracting(fault -> fault.line() + " " + fault.kind())
                .containsExactly(
                        "1 " + ReportFaultKind.DOCUMENT_TWICE,
                        "2 " + ReportFaultKind.DOCUMENT_TWICE,
                        "3 " + ReportFaultKind.OUTSIDE_STAGE,
                        "3 " + ReportFaultKind.NOT_PAID_YET,
                        "4 " + ReportFaultKind.OUTSIDE_STAGE,
                        "4 " + ReportFaultKind.BEFORE_PAYMENT);
        lines.add(Granting.line("6", TODAY, "0.01"));
        as("applicant", () -> reports.save(report.id(), null, lines));
        assertProblem("report-beyond-paid", () -> as("applicant", () -> reports.submit(report.id(), null)));
        lines.remove(5);
        as("applicant", () -> reports.save(report.id(), null, lines));
        as("applicant", () -> reports.submit(report.id(), null));
        assertProblem("report-sent", () -> as("applicant", () -> reports.save(report.id(), null, lines)));
        assertProblem(
                "report-faults-open", () -> as("department", () -> reports.accept(report.id(), null, null, null)));
        var returned = as("department", () -> reports.giveBack(report.id(), null, "Исправьте строки 1–4"));
        assertThat(returned.state()).isEqualTo(ReportState.RETURNED);

        as("applicant", () -> reports.submit(report.id(), null));
        assertProblem(
                "field-required",
                () -> as("department", () -> reports.accept(report.id(), null, new BigDecimal("200000.00"), null)));
        as("department", () -> reports.accept(report.id(), null, new BigDecimal("200000.00"), "Строки 1–4 не приняты"));
        assertThat(grant.books())
                .isEqualTo("ACCEPTED 200000.00, COMMITTED 400000.00, LIMIT 99000000.00, PAID 400000.00");
    }

    @Test
    void each_participant_is_paid_its_part_to_the_kopeck() throws Exception {
        id = grant.drawnUp("TO_EACH_PARTICIPANT", "333333.35").id();
        as("chief", () -> agreements.sign(id, null));
        grant.registered("БО-1");
        grant.evidenced(1, "600000.00", "11");
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
        var first = grant.seen().path().get(0).amount();
        var both = as("accountant", () -> payments.prepare(id, 1));
        assertThat(both).hasSize(2);
        assertThat(both.get(0).amount().add(both.get(1).amount())).isEqualByComparingTo(first);
        assertThat(first).isEqualByComparingTo("200000.01");
        assertThat(both)
                .extracting(PaymentView::amount)
                .containsExactly(new BigDecimal("120000.01"), new BigDecimal("80000.00"));
    }

    @Test
    void the_database_refuses_an_order_that_a_condition_stands_against_whoever_gives_it() throws Exception {
        inForce("1000000.00");
        grant.account(Granting.ACCOUNT);
        var evidence = grant.evidenced(1, "600000.00", "11");
        var payment = grant.prepared(1);
        awarding.own("alter table agreement.evidence disable trigger user; delete from agreement.evidence where id = '"
                + evidence.id() + "'; alter table agreement.evidence enable trigger user");
        var order =
                "update agreement.payment set state = 'ORDERED', approved_by = 'chief', ordered_on = platform.today()"
                        + " where id = '" + payment.id() + "'";
        assertThatThrownBy(() -> awarding.own(order)).hasMessageContaining("not ready");
        grant.evidenced(1, "600000.00", "12");
        assertThatThrownBy(() -> awarding.own(order)).hasMessageContaining("books say otherwise");
        assertThatThrownBy(() -> awarding.own(order.replace("'chief'", "'accountant'")))
                .hasMessageContaining("second_person_required");
        for (var change : List.of(
                "update agreement.edition set amount = 1",
                "delete from agreement.instalment",
                "update agreement.instalment set amount = 1",
                "delete from agreement.payment",
                "delete from agreement.evidence")) {
            assertThatThrownBy(() -> awarding.own(change)).as(change).isNotNull();
        }
    }

    @Test
    void what_is_left_at_the_end_of_a_year_is_paid_from_the_limits_of_the_next() throws Exception {
        inForce("1000000.00");
        grant.account(Granting.ACCOUNT);
        grant.evidenced(1, "600000.00", "11");
        var subject = grant.seen().subject();
        ofTheYearBefore(subject);
        var left = new PrepareYearEnd.Line(
                subject, Stage.COMMITTED, Awarding.KBK, Awarding.KBK, new BigDecimal("1000000.00"));
        var prepared = as("accountant", () -> years.prepare(new PrepareYearEnd(2025, List.of(left))));
        assertThat(grant.seen().year()).isEqualTo(2025);

        as("chief", () -> years.carryOut(prepared.id(), null));

        assertThat(grant.seen().year()).isEqualTo(2026);
        assertThat(grant.paid(1).year()).isEqualTo(2026);
        assertThat(one("select string_agg(stage || ' ' || balance, ', ' order by stage) from ledger.account"
                        + " where year = 2026 and subject = '" + subject + "' and balance <> 0"))
                .isEqualTo("COMMITTED 400000.00, PAID 600000.00");
        grant.reconciled();
    }

    /** As if the agreement had been committed under the budget of 2025. */
    private void ofTheYearBefore(String subject) throws Exception {
        awarding.own("""
                alter table agreement.agreement disable trigger user;
                update agreement.agreement set year = 2025 where id = '%s';
                alter table agreement.agreement enable trigger user;
                select ledger.post(platform.today(), 'fixture', array['fixture-2025', 'fixture-2026'], array['COMMITTED', 'RELEASED'],
                                   array['fixture', 'fixture'], array[null, null], array[null, null], array[null, null]::bigint[],
                                   array[1, 1, 2, 2], array['COMMITTED', 'BUDGET', 'LIMIT', 'COMMITTED'], array[2025, 2025, 2026, 2026],
                                   array['%2$s', '%2$s', '%2$s', '%2$s'], array['%3$s', '', '', '%3$s'],
                                   array[1000000, -1000000, 1000000, -1000000]::numeric[])""".formatted(id, Awarding.KBK, subject));
    }

    @Test
    void an_applicant_sees_agreements_of_its_own_organisation_only() throws Exception {
        inForce("1000000.00");
        assertThat(as("applicant", () -> agreements.view(id)).party()).isEqualTo(Granting.PARTY);
        assertThat(as("applicant", () -> agreements.list(AgreementFilter.ALL, PageRequest.first(10)))
                        .items())
                .hasSize(1);
        awarding.own("update platform.app_user set organisation_id = null; delete from platform.mandate");
        assertProblem("subsidy-agreement-unknown", () -> as("applicant", () -> agreements.view(id)));
        assertThat(as("applicant", () -> agreements.list(AgreementFilter.ALL, PageRequest.first(10)))
                        .items())
                .isEmpty();
        assertThat(as("applicant", () -> agreements.count(AgreementFilter.ALL))).isZero();
        assertProblem("subsidy-agreement-unknown", () -> as("applicant", () -> money.of(id)));
        assertProblem("subsidy-agreement-unknown", () -> as("applicant", () -> reports.of(id)));
        assertThat(as("applicant", () -> accounts.of(Granting.PARTY))).isEmpty();
    }

    @Test
    void what_the_table_of_an_agreement_does_not_list_is_refused_to_everybody() throws Exception {
        var draft = drawnUp("1000000.00");
        EveryStep.refusesWhatIsNotListed(
                as("auditor", () -> agreements.transitions()),
                AgreementState.class,
                AgreementAction.class,
                state -> awarding.own("alter table agreement.agreement disable trigger user;"
                        + " update agreement.agreement set state = '" + state + "';"
                        + " alter table agreement.agreement enable trigger user"),
                action -> switch (action) {
                    case EDIT ->
                        () -> agreements.edit(
                                id, draft.version(), draft.editions().get(0).terms());
                    case SIGN -> () -> agreements.sign(id, null);
                    case REGISTER -> () -> agreements.register(id, null, "1", TODAY);
                    case REFUSE -> () -> agreements.refuse(id, null, "x");
                    case AMEND -> () -> agreements.amend(id, null, "x");
                    case DROP -> () -> agreements.drop(id, null);
                    case COMPLETE -> () -> agreements.complete(id, null);
                    case TERMINATE -> () -> agreements.terminate(id, null, "x");
                    case CANCEL -> () -> agreements.cancel(id, null, "x");
                },
                () -> one("select state from agreement.agreement"));
    }
}
