package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.agreement.AgreementFormat;
import ru.mos.clusters.agreement.Agreements;
import ru.mos.clusters.agreement.EnterEvidence;
import ru.mos.clusters.agreement.EnterPayeeAccount;
import ru.mos.clusters.agreement.EnterSuccession;
import ru.mos.clusters.agreement.EvidenceSource;
import ru.mos.clusters.agreement.EvidenceView;
import ru.mos.clusters.agreement.OwnMoney;
import ru.mos.clusters.agreement.PayeeAccountView;
import ru.mos.clusters.agreement.PayeeAccounts;
import ru.mos.clusters.agreement.PaymentState;
import ru.mos.clusters.agreement.PaymentView;
import ru.mos.clusters.agreement.Payments;
import ru.mos.clusters.agreement.Reports;
import ru.mos.clusters.agreement.ReviewState;
import ru.mos.clusters.agreement.Reviews;
import ru.mos.clusters.agreement.SuccessionCapacity;
import ru.mos.clusters.agreement.SuccessionGround;
import ru.mos.clusters.agreement.SuccessionState;
import ru.mos.clusters.agreement.SuccessionView;
import ru.mos.clusters.agreement.Successions;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.Memberships;
import ru.mos.clusters.cluster.ReplaceOrganisation;
import ru.mos.clusters.cluster.UnitingEntity;
import ru.mos.clusters.cluster.merger.Mergers;
import ru.mos.clusters.cluster.merger.ProposeMerger;
import ru.mos.clusters.eligibility.Conclusions;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.recovery.BreachKind;
import ru.mos.clusters.recovery.Breaches;
import ru.mos.clusters.recovery.EnterBreach;
import ru.mos.clusters.recovery.RecoveryOrders;
import ru.mos.clusters.registry.EnterFact;
import ru.mos.clusters.registry.FactKind;
import ru.mos.clusters.registry.ManualFacts;

/** A party, a participant or a cluster is no more what it was, and the money goes on to the right one. */
class SuccessionsIT extends InServer {

    private static final LocalDate TODAY = Awarding.TODAY;
    private static final LocalDate NEXT = TODAY.plusDays(1);
    private static final Inn PARTY = Granting.PARTY;
    private static final Inn HEIR = new Inn(Register.inn(Awarding.FIRST + 3));
    private static final Inn LATER_HEIR = new Inn(Register.inn(Awarding.FIRST + 4));
    private static final Inn FIRST = Awarding.participants().get(0);
    private static final Inn SECOND = Awarding.participants().get(1);
    private static final Inn MEMBER = new Inn(Register.inn(Awarding.FIRST + 2));

    @Inject
    Granting grant;

    @Inject
    Agreements agreements;

    @Inject
    Successions successions;

    @Inject
    OwnMoney money;

    @Inject
    PayeeAccounts accounts;

    @Inject
    Payments payments;

    @Inject
    Reports reports;

    @Inject
    Reviews reviews;

    @Inject
    Breaches breaches;

    @Inject
    RecoveryOrders orders;

    @Inject
    ManualFacts facts;

    @Inject
    Clusters clusters;

    @Inject
    Memberships memberships;

    @Inject
    Conclusions conclusions;

    @Inject
    Mergers mergers;

    private UUID id;

    @AfterEach
    void gone() throws Exception {
        grant.reconciled();
        grant.awarding().own("""
                update platform.app_user set organisation_id = null where login = 'applicant3';
                delete from platform.organisation where id = '00000000-0000-0000-0000-00000000a003';
                delete from ownership.extract where party_id in (select id from ownership.party where key = 'succession-it');
                delete from ownership.party where key = 'succession-it';
                delete from platform.task where subject_kind in ('SUCCESSION', 'FACT', 'MERGER')""");
        grant.awarding().nothingLeft();
    }

    private void inForce() throws Exception {
        id = grant.inForce("1000000.00").id();
        grant.account(Granting.ACCOUNT);
        grant.evidenced(1, "600000.00", "11");
    }

    private SuccessionView entered(SuccessionCapacity capacity, Inn from, Inn to, LocalDate day) throws Exception {
        return as("chief", () -> successions.enter(succession(capacity, from, to, day)));
    }

    private EnterSuccession succession(SuccessionCapacity capacity, Inn from, Inn to, LocalDate day) {
        return new EnterSuccession(
                id,
                capacity,
                from,
                to,
                day,
                SuccessionGround.REORGANISATION,
                new Paper("Договор о присоединении", "8", TODAY));
    }

    private SuccessionView confirmed(SuccessionCapacity capacity, Inn from, Inn to, LocalDate day) throws Exception {
        var entered = entered(capacity, from, to, day);
        return as("chief2", () -> successions.confirm(entered.id(), entered.version()));
    }

    /** Another organisation unites the cluster, too: else it could not be paid for it. */
    private void unites(Inn organisation, LocalDate from) throws Exception {
        var cluster = leadCluster();
        as(
                "department",
                () -> clusters.unite(new ReplaceOrganisation(
                        cluster, new UnitingEntity(organisation, "Ассоциация «Новые приборы»", null), from, null)));
    }

    private UUID leadCluster() throws Exception {
        return UUID.fromString(one("""
                select k.cluster_id from agreement.agreement g
                  join project.cluster k on (k.project_id, k.edition) = (g.project_id, g.project_edition)
                 where g.id = '%s' and k.lead""".formatted(id)));
    }

    private PayeeAccountView account(Inn inn, String number) throws Exception {
        var entered = as(
                "accountant",
                () -> accounts.enter(new EnterPayeeAccount(
                        inn, "770701001", number, Granting.BIC, "Банк", null, new Paper("Письмо", "5", TODAY))));
        return as("accountant2", () -> accounts.confirm(entered.id(), entered.version()));
    }

    private List<String> obstacles() throws Exception {
        return codes(as("accountant", () -> payments.obstacles(id, 1)));
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(problem -> problem.code().slug()).toList();
    }

    private void on(LocalDate day) throws Exception {
        grant.awarding().on(day);
    }

    @Test
    void from_the_day_on_the_successor_is_paid_and_what_was_prepared_for_the_predecessor_is_refused() throws Exception {
        inForce();
        var prepared = grant.prepared(1);
        confirmed(SuccessionCapacity.PARTY, PARTY, HEIR, NEXT);
        unites(HEIR, NEXT);
        assertThat(as("chief", () -> payments.obstacles(prepared.id())))
                .as("the day before")
                .isEmpty();
        assertThat(grant.seen().party()).isEqualTo(PARTY);

        on(NEXT);
        assertThat(grant.seen().party()).isEqualTo(HEIR);
        assertThat(codes(as("chief", () -> payments.obstacles(prepared.id()))))
                .containsExactly("payment-to-predecessor");
        assertProblem("payment-to-predecessor", () -> as("chief", () -> payments.approve(prepared.id(), null)));
        as("accountant", () -> payments.cancel(prepared.id(), null, "Сменился получатель"));
        assertThat(obstacles()).containsExactly("payment-account-missing");
        account(HEIR, Granting.OTHER_ACCOUNT);

        var anew = grant.prepared(1);
        assertThat(anew.payee()).isEqualTo(HEIR);
        assertThat(anew.onBehalf()).isEqualTo(PARTY);
        assertThat(anew.amount()).isEqualByComparingTo("600000");
        assertProblem("payment-made-twice", () -> grant.prepared(1));
        var ordered = as("chief", () -> payments.approve(anew.id(), null));
        grant.execute(ordered);
        assertThat(grant.books()).isEqualTo("COMMITTED 400000.00, LIMIT 99000000.00, PAID 600000.00");
    }

    @Test
    void a_payment_of_the_day_before_stays_and_none_was_ordered_to_the_predecessor_on_the_day() throws Exception {
        inForce();
        var ordered = grant.ordered(1);
        assertProblem("succession-after-payment", () -> entered(SuccessionCapacity.PARTY, PARTY, HEIR, TODAY));
        var waits = entered(SuccessionCapacity.PARTY, PARTY, HEIR, NEXT);
        on(NEXT);
        as("chief2", () -> successions.confirm(waits.id(), null));
        grant.execute(ordered);
        assertThat(as("auditor", () -> payments.view(ordered.id())).state()).isEqualTo(PaymentState.EXECUTED);
        assertThat(grant.books()).isEqualTo("COMMITTED 400000.00, LIMIT 99000000.00, PAID 600000.00");
    }

    @Test
    void who_was_paid_meanwhile_is_not_succeeded_from_a_day_before() throws Exception {
        inForce();
        var waits = entered(SuccessionCapacity.PARTY, PARTY, HEIR, TODAY);
        grant.paid(1);
        assertProblem("succession-after-payment", () -> as("chief2", () -> successions.confirm(waits.id(), null)));
    }

    @Test
    void two_persons_enter_and_confirm_and_two_reverse_while_nothing_was_paid() throws Exception {
        inForce();
        var waits = entered(SuccessionCapacity.PARTY, PARTY, HEIR, TODAY);
        assertProblem("second-person-required", () -> as("chief", () -> successions.confirm(waits.id(), null)));
        assertThat(grant.seen().party()).as("not yet").isEqualTo(PARTY);
        as("chief2", () -> successions.confirm(waits.id(), waits.version()));
        assertProblem("transition-not-allowed", () -> as("chief2", () -> successions.confirm(waits.id(), null)));
        assertThat(grant.seen().party()).isEqualTo(HEIR);

        var doubted = as("chief", () -> successions.reverse(waits.id(), null, "Не та организация"));
        assertThat(doubted.state()).isEqualTo(SuccessionState.REVERSING);
        assertThat(grant.seen().party()).as("in force until another decides").isEqualTo(HEIR);
        assertProblem("second-person-required", () -> as("chief", () -> successions.confirmReversal(waits.id(), null)));
        as("chief2", () -> successions.keep(waits.id(), null));
        as("department", () -> successions.reverse(waits.id(), null, "Всё же не та"));
        as("chief", () -> successions.confirmReversal(waits.id(), null));
        assertThat(grant.seen().party()).isEqualTo(PARTY);
        assertThat(grant.ordered(1).payee()).isEqualTo(PARTY);

        var again = entered(SuccessionCapacity.PARTY, PARTY, LATER_HEIR, NEXT);
        as("chief2", () -> successions.reject(again.id(), null, "Нет документа"));
        assertThat(as("auditor", () -> successions.of(id)))
                .extracting(SuccessionView::state)
                .containsExactly(SuccessionState.REVERSED, SuccessionState.REJECTED);
    }

    @Test
    void what_was_paid_through_is_not_reversed() throws Exception {
        inForce();
        var step = confirmed(SuccessionCapacity.PARTY, PARTY, HEIR, TODAY);
        unites(HEIR, TODAY);
        account(HEIR, Granting.OTHER_ACCOUNT);
        var payment = grant.prepared(1);
        assertProblem("succession-paid", () -> as("department", () -> successions.reverse(step.id(), null, "Ошибка")));
        as("accountant", () -> payments.cancel(payment.id(), null, "Ждём"));
        as("department", () -> successions.reverse(step.id(), null, "Ошибка"));
        grant.paid(1);
        assertProblem("succession-paid", () -> as("chief", () -> successions.confirmReversal(step.id(), null)));
    }

    @Test
    void a_chain_goes_on_in_the_order_of_days_and_never_round() throws Exception {
        inForce();
        assertProblem("succession-of-itself", () -> entered(SuccessionCapacity.PARTY, PARTY, PARTY, TODAY));
        assertProblem("succession-of-stranger", () -> entered(SuccessionCapacity.PARTY, FIRST, HEIR, TODAY));
        assertProblem("succession-of-stranger", () -> entered(SuccessionCapacity.PARTICIPANT, HEIR, MEMBER, TODAY));
        var waits = entered(SuccessionCapacity.PARTY, PARTY, HEIR, TODAY);
        assertProblem("succession-twice", () -> entered(SuccessionCapacity.PARTY, PARTY, LATER_HEIR, NEXT));
        as("chief2", () -> successions.confirm(waits.id(), null));
        assertProblem("succession-disordered", () -> entered(SuccessionCapacity.PARTY, HEIR, LATER_HEIR, TODAY));
        assertProblem("succession-loop", () -> entered(SuccessionCapacity.PARTY, HEIR, PARTY, NEXT));
        confirmed(SuccessionCapacity.PARTY, HEIR, LATER_HEIR, NEXT);
        assertProblem("succession-loop", () -> entered(SuccessionCapacity.PARTY, LATER_HEIR, PARTY, NEXT.plusDays(1)));
        assertProblem(
                "succession-continued", () -> as("department", () -> successions.reverse(waits.id(), null, "Ошибка")));

        assertThat(grant.seen().party()).isEqualTo(HEIR);
        on(NEXT);
        assertThat(grant.seen().party()).isEqualTo(LATER_HEIR);
        assertThat(as("auditor", () -> successions.of(id)))
                .extracting(SuccessionView::successor)
                .containsExactly(HEIR, LATER_HEIR);
        for (var change : List.of(
                "update agreement.succession set valid_from = valid_from - 1",
                "update agreement.succession set successor = '" + MEMBER + "'",
                "update agreement.succession set state = 'ENTERED', decided_by = null, decided_on = null",
                "update agreement.succession set decided_by = 'accountant'",
                "delete from agreement.succession")) {
            assertThatThrownBy(() -> grant.awarding().own(change))
                    .as(change)
                    .hasMessageMatching("(?s).*(decided|kept).*");
        }
    }

    @Test
    void a_successor_is_known_and_not_itself_dissolved() throws Exception {
        inForce();
        assertProblem(
                "succession-to-unknown",
                () -> entered(SuccessionCapacity.PARTY, PARTY, new Inn(Register.inn(999)), TODAY));
        assertProblem(
                "succession-document-in-future",
                () -> as(
                        "chief",
                        () -> successions.enter(new EnterSuccession(
                                id,
                                SuccessionCapacity.PARTY,
                                PARTY,
                                HEIR,
                                TODAY,
                                SuccessionGround.DISSOLUTION,
                                new Paper("Договор", "1", NEXT)))));
        var waits = entered(SuccessionCapacity.PARTY, PARTY, HEIR, TODAY);
        dissolved(HEIR, TODAY);
        assertProblem("succession-to-dissolved", () -> as("chief2", () -> successions.confirm(waits.id(), null)));
    }

    private void dissolved(Inn inn, LocalDate day) throws Exception {
        var fact = as(
                "gckr",
                () -> facts.enter(new EnterFact(
                        inn,
                        FactKind.LEGAL_STATUS,
                        "TERMINATED",
                        day,
                        null,
                        new EnterFact.Paper("Выписка из ЕГРЮЛ", "17", TODAY),
                        null,
                        "Ассоциация «Приборы»")));
        as("department", () -> facts.confirm(inn, fact.id()));
    }

    @Test
    void who_is_no_more_is_not_paid_until_a_successor_is_confirmed() throws Exception {
        inForce();
        var prepared = grant.prepared(1);
        dissolved(PARTY, NEXT);
        assertThat(as("chief", () -> payments.obstacles(prepared.id())))
                .as("the day before")
                .isEmpty();
        on(NEXT);
        assertThat(obstacles()).containsExactly("payment-payee-dissolved");
        assertProblem("payment-payee-dissolved", () -> as("chief", () -> payments.approve(prepared.id(), null)));
        assertThatThrownBy(() -> grant.awarding()
                        .own("update agreement.payment set state = 'ORDERED', approved_by = 'chief',"
                                + " ordered_on = platform.today() where id = '" + prepared.id() + "'"))
                .hasMessageContaining("not the one to be paid");
        as("accountant", () -> payments.cancel(prepared.id(), null, "Прекращена"));

        confirmed(SuccessionCapacity.PARTY, PARTY, HEIR, NEXT);
        unites(HEIR, NEXT);
        account(HEIR, Granting.OTHER_ACCOUNT);
        assertThat(grant.ordered(1).payee()).isEqualTo(HEIR);
    }

    @Test
    void an_extract_of_the_state_register_tells_who_is_no_more_until_a_later_one_says_otherwise() throws Exception {
        inForce();
        extract(TODAY.minusDays(2), "'" + NEXT + "'");
        assertThat(obstacles()).as("the day before").isEmpty();
        on(NEXT);
        assertThat(obstacles()).containsExactly("payment-payee-dissolved");
        extract(NEXT, "null");
        assertThat(obstacles()).as("the record was void").isEmpty();
    }

    private void extract(LocalDate shown, String ceased) throws Exception {
        grant.awarding().own("""
                insert into ownership.party (key, kind, inn, name) values ('succession-it', 'LEGAL_ENTITY', '%1$s', 'Ассоциация') on conflict do nothing;
                insert into ownership.extract (import_id, party_id, shown_on, content, name, joint_stock, ceased_on, owners_withheld, recorded_by)
                select 0, p.id, '%2$s', gen_random_uuid(), 'Ассоциация', false, %3$s, false, (select max(id) from platform.change where at is not null)
                  from ownership.party p where p.key = 'succession-it'""".formatted(PARTY, shown, ceased));
    }

    private void toEach() throws Exception {
        id = grant.drawnUp("TO_EACH_PARTICIPANT", "333333.35").id();
        as("chief", () -> agreements.sign(id, null));
        grant.registered("БО-1");
        grant.evidenced(1, "600000.00", "11");
        account(FIRST, Granting.ACCOUNT);
        account(SECOND, Granting.OTHER_ACCOUNT);
    }

    @Test
    void a_participants_share_goes_over_to_the_last_kopeck_and_is_paid_once() throws Exception {
        toEach();
        var both = as("accountant", () -> payments.prepare(id, 1));
        assertThat(both)
                .extracting(PaymentView::amount)
                .containsExactly(new BigDecimal("120000.01"), new BigDecimal("80000.00"));
        as("chief", () -> payments.approve(both.get(1).id(), null));
        confirmed(SuccessionCapacity.PARTICIPANT, FIRST, MEMBER, TODAY);
        assertProblem(
                "payment-to-predecessor",
                () -> as("chief", () -> payments.approve(both.get(0).id(), null)));
        as("accountant", () -> payments.cancel(both.get(0).id(), null, "Преемник"));
        assertThat(as("accountant", () -> payments.payees(id))).containsExactly(MEMBER, SECOND);
        account(MEMBER, Granting.ACCOUNT);

        var anew = as("accountant", () -> payments.prepare(id, 1));
        assertThat(anew).singleElement().satisfies(payment -> {
            assertThat(payment.payee()).isEqualTo(MEMBER);
            assertThat(payment.onBehalf()).isEqualTo(FIRST);
            assertThat(payment.amount()).isEqualByComparingTo("120000.01");
        });
        for (var payee :
                List.of("'" + FIRST + "', null", "'" + MEMBER + "', '" + FIRST + "'", "'" + MEMBER + "', null")) {
            assertThatThrownBy(() -> grant.awarding()
                            .own("""
                            insert into agreement.payment (id, agreement_id, position, payee, on_behalf, account_id, amount, year, kbk, state,
                                   two_chiefs, prepared_by, recorded_by, changed_by)
                            select gen_random_uuid(), agreement_id, position, %s, account_id, 0.01, year, kbk, 'PREPARED', false, 'accountant',
                                   recorded_by, changed_by from agreement.payment where id = '%s'""".formatted(payee, anew.get(0).id())))
                    .as(payee)
                    .hasMessageMatching("(?s).*(not the one to be paid|beyond|payment_made_twice).*");
        }
    }

    @Test
    void who_takes_over_anothers_share_beside_its_own_is_paid_both() throws Exception {
        toEach();
        confirmed(SuccessionCapacity.PARTICIPANT, SECOND, FIRST, TODAY);
        var both = as("accountant", () -> payments.prepare(id, 1));
        assertThat(both).extracting(PaymentView::payee).containsExactly(FIRST, FIRST);
        assertThat(both)
                .extracting(PaymentView::amount)
                .containsExactly(new BigDecimal("120000.01"), new BigDecimal("80000.00"));
        for (var payment : both) {
            grant.execute(as("chief", () -> payments.approve(payment.id(), null)));
        }
        assertThat(grant.seen().paid()).isEqualByComparingTo("200000.01");
    }

    @Test
    void the_predecessors_people_read_on_and_the_successors_write() throws Exception {
        inForce();
        given("applicant3");
        grant.awarding().own("""
                insert into platform.organisation (id, name, inn)
                values ('00000000-0000-0000-0000-00000000a003', 'Ассоциация «Новые приборы»', '%s') on conflict do nothing;
                update platform.app_user set organisation_id = '00000000-0000-0000-0000-00000000a003' where login = 'applicant3'""".formatted(HEIR));
        confirmed(SuccessionCapacity.PARTY, PARTY, HEIR, NEXT);
        assertProblem("subsidy-agreement-unknown", () -> as("applicant3", () -> agreements.view(id)));
        grant.entered(1, "1.00", "71");

        on(NEXT);
        assertThat(as("applicant", () -> agreements.view(id)).party()).isEqualTo(HEIR);
        assertProblem("agreement-of-successor", () -> grant.entered(1, "1.00", "72"));
        assertProblem("agreement-of-successor", () -> as("applicant", () -> reports.begin(id, 1)));
        assertProblem(
                "payee-of-no-agreement",
                () -> as(
                        "applicant",
                        () -> accounts.enter(new EnterPayeeAccount(
                                HEIR,
                                null,
                                Granting.OTHER_ACCOUNT,
                                Granting.BIC,
                                "Банк",
                                null,
                                new Paper("Письмо", "6", TODAY)))));
        assertThat(as("applicant3", () -> agreements.view(id)).partyName()).isEqualTo("Ассоциация «Новые приборы»");
        assertThat(evidenced("applicant3", "72").amount()).isEqualByComparingTo("1");
        assertThat(as(
                                "applicant3",
                                () -> accounts.enter(new EnterPayeeAccount(
                                        HEIR,
                                        null,
                                        Granting.OTHER_ACCOUNT,
                                        Granting.BIC,
                                        "Банк",
                                        null,
                                        new Paper("Письмо", "6", TODAY))))
                        .inn())
                .isEqualTo(HEIR);
    }

    private EvidenceView evidenced(String login, String number) throws Exception {
        return as(
                login,
                () -> money.enter(new EnterEvidence(
                        id,
                        1,
                        EvidenceSource.OWN,
                        BigDecimal.ONE,
                        HEIR,
                        new Paper("Платёжное поручение", number, TODAY))));
    }

    @Test
    void a_demand_goes_to_who_stands_there_now_and_names_the_chain() throws Exception {
        inForce();
        grant.paid(1);
        confirmed(SuccessionCapacity.PARTY, PARTY, HEIR, NEXT);
        var breach = as(
                "department",
                () -> breaches.enter(new EnterBreach(
                        id, BreachKind.MISUSE, null, "Не куплено", new Paper("Акт проверки", "3", TODAY), List.of())));
        as("chief", () -> breaches.confirm(breach.id(), null));
        var before = as("department", () -> orders.demandReturn(breach.id(), null, new BigDecimal("0.01")));
        assertThat(before.payer()).isEqualTo(PARTY);
        assertThat(before.basis()).doesNotContain("Правопреемство");

        on(NEXT);
        var after = as("department", () -> orders.demandReturn(breach.id(), PARTY, null));
        assertThat(after.payer()).isEqualTo(HEIR);
        assertThat(after.amount()).isEqualByComparingTo("599999.99");
        assertThat(after.basis())
                .contains(
                        "Правопреемство плательщика",
                        "ИНН " + PARTY.digits(),
                        "ИНН " + HEIR.digits(),
                        "02.06.2026",
                        "№ 8 от");
        as("chief", () -> orders.issue(after.id(), null));
        assertThat(grant.books()).isEqualTo("COMMITTED 400000.00, LIMIT 99000000.00, PAID 600000.00");
    }

    @Test
    void a_paper_names_who_signed_it_and_the_next_one_the_chain() throws Exception {
        inForce();
        confirmed(SuccessionCapacity.PARTY, PARTY, HEIR, TODAY);
        assertThat(words(1)).contains("ИНН " + PARTY.digits()).doesNotContain(HEIR.digits(), "Правопреемство");
        as("department", () -> agreements.amend(id, null, "Сменилась сторона"));
        assertThat(words(2)).contains("ИНН " + HEIR.digits() + ", именуемое", "Правопреемство получателя");
        as("chief", () -> agreements.sign(id, null));
        confirmed(SuccessionCapacity.PARTY, HEIR, LATER_HEIR, NEXT);
        on(NEXT);
        assertThat(words(2)).contains("ИНН " + HEIR.digits() + ", именуемое").doesNotContain(LATER_HEIR.digits());
    }

    private String words(int edition) throws Exception {
        var text = new ByteArrayOutputStream();
        as("auditor", () -> {
            agreements.write(id, edition, AgreementFormat.DOCX, text);
            return null;
        });
        try (var zip = new ZipInputStream(new ByteArrayInputStream(text.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8).replaceAll("<[^>]*>", "");
                }
            }
        }
        throw new AssertionError("no text");
    }

    @Test
    void a_successor_that_does_not_unite_the_cluster_is_not_paid() throws Exception {
        inForce();
        confirmed(SuccessionCapacity.PARTY, PARTY, HEIR, TODAY);
        account(HEIR, Granting.OTHER_ACCOUNT);
        assertProblem("payment-stopped", () -> grant.prepared(1));
        assertThat(as("auditor", () -> reviews.of(id)).get(0).findings())
                .anySatisfy(finding -> assertThat(finding)
                        .startsWith("Правопреемство: ")
                        .contains("ИНН " + PARTY.digits(), "ИНН " + HEIR.digits()));
        unites(HEIR, TODAY);
        lifted();
        assertThat(grant.prepared(1).payee()).isEqualTo(HEIR);
    }

    private void lifted() throws Exception {
        var review = as("auditor", () -> reviews.of(id)).get(0);
        assertThat(as("accountant", () -> reviews.lookAgain(review.id())).state())
                .isEqualTo(ReviewState.LIFTED);
    }

    private void merged(UUID into) throws Exception {
        var ending = leadCluster();
        var merger = as(
                "gckr",
                () -> mergers.propose(new ProposeMerger(
                        Set.of(ending),
                        into,
                        null,
                        null,
                        null,
                        NEXT,
                        new Paper("Распоряжение об укрупнении", "12", TODAY))));
        as("department", () -> mergers.confirm(merger.id()));
    }

    @Test
    void a_payment_is_judged_by_the_cluster_that_the_project_has_gone_into() throws Exception {
        inForce();
        var before = code(leadCluster());
        var successor = EligibleCluster.of(clusters, memberships, conclusions, Awarding.FIRST, 3);
        merged(successor);
        assertThat(as("auditor", () -> successions.clusters(id)))
                .as("the day before")
                .isEmpty();

        on(NEXT);
        assertThat(as("auditor", () -> successions.clusters(id)))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.predecessor()).isEqualTo(before);
                    assertThat(step.successor()).isEqualTo(code(successor));
                    assertThat(step.document().number()).isEqualTo("12");
                });
        assertThat(grant.prepared(1).payee()).isEqualTo(PARTY);

        on(NEXT.plusDays(3));
        grant.awarding().releasedWithoutThem(NEXT.plusDays(1));
        var payment = as("accountant", () -> payments.list(null, id, PageRequest.first(1)))
                .items()
                .get(0);
        assertProblem("payment-stopped", () -> as("chief", () -> payments.approve(payment.id(), null)));
        var review = as("auditor", () -> reviews.of(id)).get(0);
        assertThat(review.outcome()).isEqualTo("NOT_ELIGIBLE");
        assertThat(review.findings())
                .anySatisfy(finding -> assertThat(finding).contains(before, code(successor), "02.06.2026", "№ 12"));
        assertThat(review.findings()).anySatisfy(finding -> assertThat(finding).startsWith(code(successor) + ":"));
    }

    @Test
    void a_cluster_that_is_united_by_another_organisation_pays_when_that_one_has_succeeded() throws Exception {
        inForce();
        var successor = EligibleCluster.of(clusters, memberships, conclusions, Awarding.FIRST, 3);
        as(
                "department",
                () -> clusters.unite(new ReplaceOrganisation(
                        successor, new UnitingEntity(HEIR, "Ассоциация «Новые приборы»", null), TODAY, null)));
        merged(successor);
        on(NEXT);
        assertProblem("payment-stopped", () -> grant.prepared(1));
        confirmed(SuccessionCapacity.PARTY, PARTY, HEIR, NEXT);
        lifted();
        account(HEIR, Granting.OTHER_ACCOUNT);
        assertThat(grant.prepared(1).payee()).isEqualTo(HEIR);
    }

    private String code(UUID cluster) throws Exception {
        return one("select code from cluster.cluster where id = '" + cluster + "'");
    }
}
