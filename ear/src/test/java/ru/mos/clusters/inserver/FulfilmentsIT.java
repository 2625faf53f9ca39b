package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.agreement.AgreementTerms;
import ru.mos.clusters.agreement.AgreementTerms.Target;
import ru.mos.clusters.agreement.Agreements;
import ru.mos.clusters.agreement.fulfilment.ContributionLine;
import ru.mos.clusters.agreement.fulfilment.EnterContribution;
import ru.mos.clusters.agreement.fulfilment.EnterResult;
import ru.mos.clusters.agreement.fulfilment.FulfilmentState;
import ru.mos.clusters.agreement.fulfilment.FulfilmentView;
import ru.mos.clusters.agreement.fulfilment.Fulfilments;
import ru.mos.clusters.agreement.fulfilment.PlanAndFact;
import ru.mos.clusters.agreement.fulfilment.ResultLine;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.project.InitiatorEvidence;
import ru.mos.clusters.project.ProjectParticipant;

/** What came of what an agreement promises, beside the plan. */
class FulfilmentsIT extends InServer {

    private static final LocalDate TODAY = Awarding.TODAY;
    private static final LocalDate DUE = LocalDate.of(2026, 7, 1);
    private static final Inn INITIATOR = new Inn("7736050003");
    private static final String LINES = "LINES_COMMISSIONED";
    private static final String DAYS = "SETUP_DAYS";

    @Inject
    Granting grant;

    @Inject
    Agreements agreements;

    @Inject
    Fulfilments fulfilments;

    private UUID id;

    @AfterEach
    void gone() throws Exception {
        grant.awarding().nothingLeft();
    }

    private void own(String statement) throws Exception {
        grant.awarding().own(statement);
    }

    /** In force, with two lines to be commissioned by the end of the year and ten days of preparation by July. */
    private void inForce() throws Exception {
        var draft = grant.drawnUp("1000000.00");
        id = draft.id();
        promised(List.of(
                new Target(LINES, BigDecimal.ZERO, new BigDecimal("2"), LocalDate.of(2026, 12, 31)),
                new Target(DAYS, new BigDecimal("30"), BigDecimal.TEN, DUE)));
        as("chief", () -> agreements.sign(id, null));
        grant.registered("БО-1");
    }

    /** Writes what is not signed yet. */
    private void promised(List<Target> targets) throws Exception {
        var seen = grant.seen();
        var said = seen.pending().terms();
        as(
                "department",
                () -> agreements.edit(
                        id,
                        seen.version(),
                        new AgreementTerms(
                                said.article(),
                                said.treasurySupport(),
                                said.vatEligible(),
                                said.instalments(),
                                said.budget(),
                                targets)));
    }

    /** As if a large enterprise had begun the project with orders of half a million and money. */
    private void initiated() throws Exception {
        own("""
                alter table project.edition disable trigger user;
                update project.edition set content = content || '{"initiator": {"inn": "%s", "evidence": [
                    {"kind": "ORDER", "document": {"title": "Заказ", "number": "1", "date": "2026-01-10"}, "amount": "300000.00"},
                    {"kind": "ORDER", "document": {"title": "Заказ", "number": "2", "date": "2026-01-10"}, "amount": "200000.00"},
                    {"kind": "CO_FINANCING", "document": {"title": "Письмо", "number": "3", "date": "2026-01-10"}, "amount": "50000.00"}]}}'
                 where project_id = (select project_id from agreement.agreement where id = '%s');
                alter table project.edition enable trigger user""".formatted(INITIATOR, id));
    }

    private FulfilmentView result(String login, String code, String value, LocalDate on) throws Exception {
        return as(
                login,
                () -> fulfilments.enter(
                        new EnterResult(id, code, new BigDecimal(value), on, new Paper("Отчёт", null, TODAY))));
    }

    private FulfilmentView brought(InitiatorEvidence kind, String amount, Inn otherSide, @Nullable String number)
            throws Exception {
        return as(
                "applicant",
                () -> fulfilments.enter(new EnterContribution(
                        id, kind, new BigDecimal(amount), TODAY, otherSide, new Paper("Договор", number, TODAY))));
    }

    private FulfilmentView accepted(FulfilmentView fact) throws Exception {
        return as("department2", () -> fulfilments.accept(fact.id(), fact.version()));
    }

    private PlanAndFact standing(@Nullable LocalDate day) throws Exception {
        return as("auditor", () -> fulfilments.planAndFact(id, day));
    }

    private ResultLine line(String code, @Nullable LocalDate day) throws Exception {
        return standing(day).results().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private String open() throws Exception {
        return one("select count(*) from platform.task where subject_kind = 'FULFILMENT' and closed_by is null");
    }

    @Test
    void a_result_counts_once_another_person_accepted_it_and_the_latest_day_counts() throws Exception {
        inForce();
        var first = result("applicant", LINES, "1", TODAY);
        assertThat(first.state()).isEqualTo(FulfilmentState.ENTERED);
        assertThat(open()).isEqualTo("1");
        assertThat(line(LINES, null).fact()).isNull();

        accepted(first);
        assertThat(open()).isEqualTo("0");
        accepted(result("department", LINES, "0.5", TODAY.minusDays(1)));

        var line = line(LINES, null);
        assertThat(line.fact().value()).isEqualByComparingTo("1");
        assertThat(line.share()).isEqualTo(Fraction.of(1, 2));
        assertThat(line.reached()).isFalse();
        assertThat(line.less()).isFalse();
        assertThat(line(LINES, TODAY.minusDays(1)).share()).isEqualTo(Fraction.of(1, 4));
        assertThat(line(LINES, TODAY.minusDays(2)).fact()).isNull();
        assertThat(as("applicant", () -> fulfilments.of(id)))
                .extracting(one -> one.value().toPlainString(), FulfilmentView::on)
                .containsExactly(tuple("1", TODAY), tuple("0.5", TODAY.minusDays(1)));
    }

    @Test
    void two_values_of_one_indicator_and_day_are_not_both_accepted() throws Exception {
        inForce();
        var one = result("applicant", LINES, "1", TODAY);
        var other = result("applicant", LINES, "2", TODAY);
        accepted(one);

        assertProblem("fulfilment-accepted-twice", () -> accepted(other));
        assertProblem("fulfilment-accepted-twice", () -> result("applicant", LINES, "2", TODAY));
        accepted(result("applicant", DAYS, "2", TODAY));
        as("department2", () -> fulfilments.reject(other.id(), null, "Уже принято другое значение"));
        assertThat(open()).isEqualTo("0");
    }

    @Test
    void a_result_is_promised_of_today_at_the_latest_and_a_possible_number() throws Exception {
        inForce();
        assertProblem("fulfilment-in-future", () -> result("applicant", LINES, "1", TODAY.plusDays(1)));
        assertProblem("fulfilment-not-promised", () -> result("applicant", "OUTPUT", "1", TODAY));
        for (var value : List.of("-0.000001", "0.0000001", "1000000000000000")) {
            assertProblem("fulfilment-value-impossible", () -> result("applicant", LINES, value, TODAY));
        }
        assertThat(result("applicant", LINES, "0.000001", TODAY).value()).isEqualByComparingTo("0.000001");
        assertThat(result("applicant", LINES, "999999999999999", TODAY).value())
                .isEqualByComparingTo("999999999999999");
    }

    @Test
    void a_plan_is_overdue_the_day_after_its_day_and_less_may_be_better() throws Exception {
        inForce();
        accepted(result("applicant", DAYS, "10.000001", TODAY));
        grant.awarding().on(DUE);
        assertThat(line(DAYS, null).overdue()).isFalse();
        grant.awarding().on(DUE.plusDays(1));
        assertThat(line(DAYS, null).overdue()).isTrue();
        assertThat(line(DAYS, DUE).overdue()).isFalse();

        accepted(result("applicant", DAYS, "10", DUE.plusDays(1)));
        var line = line(DAYS, null);
        assertThat(line.less()).isTrue();
        assertThat(line.share()).isEqualTo(Fraction.ONE);
        assertThat(line.overdue()).isFalse();
        assertThat(line.inTime().value()).as("a miss is measured by the day").isEqualByComparingTo("10.000001");
    }

    @Test
    void who_entered_a_fact_does_not_decide_on_it() throws Exception {
        inForce();
        var fact = result("department", LINES, "1", TODAY);
        assertThat(fact.mayDecide()).isFalse();
        assertProblem("second-person-required", () -> as("department", () -> fulfilments.accept(fact.id(), null)));
        assertProblem(
                "second-person-required", () -> as("department", () -> fulfilments.reject(fact.id(), null, "Нет")));
        assertProblem("changed-meanwhile", () -> as("chief", () -> fulfilments.accept(fact.id(), 0L)));
        assertProblem("field-required", () -> as("chief", () -> fulfilments.reject(fact.id(), null, " ")));
        assertThat(as("chief", () -> fulfilments.reject(fact.id(), null, "Нет приложения"))
                        .state())
                .isEqualTo(FulfilmentState.REJECTED);
        assertProblem("transition-not-allowed", () -> as("chief", () -> fulfilments.accept(fact.id(), null)));
        accepted(result("department", LINES, "1", TODAY));
    }

    @Test
    void what_the_initiator_brings_stands_beside_what_it_promised_to_the_kopeck() throws Exception {
        inForce();
        initiated();
        var participants = Awarding.participants();
        assertThat(as("applicant", () -> fulfilments.otherSides(id)))
                .extracting(ProjectParticipant::inn)
                .containsExactlyElementsOf(participants);
        accepted(brought(InitiatorEvidence.ORDER, "499999.99", participants.get(0), "7"));
        brought(InitiatorEvidence.ORDER, "0.01", participants.get(0), "8");
        accepted(brought(InitiatorEvidence.SUBCONTRACT, "10.00", participants.get(1), "7"));

        var standing = standing(null);
        assertThat(standing.initiator()).isEqualTo(INITIATOR);
        assertThat(standing.contributions())
                .containsExactly(
                        contribution(InitiatorEvidence.ORDER, "500000.00", "499999.99", "-0.01"),
                        contribution(InitiatorEvidence.SUBCONTRACT, "0.00", "10.00", "10.00"),
                        contribution(InitiatorEvidence.CO_FINANCING, "50000.00", "0.00", "-50000.00"));
        assertThat(standing(TODAY.minusDays(1)).contributions())
                .extracting(ContributionLine::fact)
                .containsOnly(new BigDecimal("0.00"));
    }

    private static ContributionLine contribution(InitiatorEvidence kind, String plan, String fact, String difference) {
        return new ContributionLine(kind, new BigDecimal(plan), new BigDecimal(fact), new BigDecimal(difference));
    }

    @Test
    void a_document_of_the_initiator_counts_once_and_names_a_participant() throws Exception {
        inForce();
        var participant = Awarding.participants().get(0);
        assertProblem("fulfilment-without-initiator", () -> brought(InitiatorEvidence.ORDER, "1", participant, "7"));
        assertThat(standing(null).contributions()).isEmpty();
        initiated();
        var first = brought(InitiatorEvidence.ORDER, "100.00", participant, "А-7/б");
        assertProblem(
                "fulfilment-used-twice", () -> brought(InitiatorEvidence.CO_FINANCING, "5", participant, "а 7 Б"));
        assertProblem("evidence-number-missing", () -> brought(InitiatorEvidence.ORDER, "1", participant, "–"));
        assertProblem("evidence-number-missing", () -> brought(InitiatorEvidence.ORDER, "1", participant, null));
        assertProblem("fulfilment-with-outsider", () -> brought(InitiatorEvidence.ORDER, "1", Granting.SUPPLIER, "9"));
        assertProblem("fulfilment-with-outsider", () -> brought(InitiatorEvidence.ORDER, "1", INITIATOR, "9"));
        for (var sum : List.of("0", "-1", "0.001", "10000000000000")) {
            assertProblem("agreement-sum-impossible", () -> brought(InitiatorEvidence.ORDER, sum, participant, "9"));
        }
        as("chief", () -> fulfilments.reject(first.id(), null, "Не подписан"));
        assertThat(brought(InitiatorEvidence.CO_FINANCING, "5", participant, "а 7 Б")
                        .value())
                .isEqualTo(new BigDecimal("5.00"));
    }

    @Test
    void nothing_is_told_of_an_agreement_before_it_is_in_force() throws Exception {
        id = grant.drawnUp("1000000.00").id();
        assertProblem("fulfilment-early", () -> result("applicant", LINES, "1", TODAY));
        assertThat(standing(null).results()).isEmpty();
    }

    @Test
    void what_an_amendment_no_longer_promises_is_not_accepted() throws Exception {
        inForce();
        var fact = result("applicant", DAYS, "9", TODAY);
        as("department", () -> agreements.amend(id, null, "Показатель снят"));
        promised(List.of(new Target(LINES, null, BigDecimal.ONE, LocalDate.of(2026, 12, 31))));
        as("chief", () -> agreements.sign(id, null));
        grant.registered("БО-2");

        assertProblem("fulfilment-not-promised", () -> accepted(fact));
        as("department", () -> fulfilments.reject(fact.id(), null, "Показатель снят"));
    }

    @Test
    void an_applicant_sees_facts_of_its_own_agreements_only() throws Exception {
        inForce();
        var fact = result("applicant", LINES, "1", TODAY);
        own("update platform.app_user set organisation_id = null; delete from platform.mandate");
        assertProblem("fulfilment-unknown", () -> as("applicant", () -> fulfilments.view(fact.id())));
        assertProblem("subsidy-agreement-unknown", () -> as("applicant", () -> fulfilments.of(id)));
        assertProblem("subsidy-agreement-unknown", () -> as("applicant", () -> fulfilments.planAndFact(id, null)));
        assertProblem("subsidy-agreement-unknown", () -> result("applicant", LINES, "1", TODAY));
    }

    @Test
    void the_database_itself_refuses_what_must_not_be() throws Exception {
        inForce();
        var fact = accepted(result("applicant", LINES, "1", TODAY));
        var participant = Awarding.participants().get(0);
        refused("to come", "'RESULT', '" + LINES + "', 1, '2026-06-02', null, null, null, 'ENTERED', null");
        refused("not promised", "'RESULT', 'OUTPUT', 1, '2026-06-01', null, null, null, 'ENTERED', null");
        refused(
                "fulfilment_accepted_twice",
                "'RESULT', '" + LINES + "', 2, '2026-06-01', null, null, null, 'ACCEPTED', 'chief'");
        refused(
                "second_person_required",
                "'RESULT', '" + LINES + "', 2, '2026-05-01', null, null, null, 'ACCEPTED', 'applicant'");
        var order = "'ORDER', null, 1, '2026-06-01', '" + INITIATOR + "', '%s', '7', 'ENTERED', null";
        refused("no initiator", order.formatted(participant));
        initiated();
        refused("outsider", order.formatted(Granting.SUPPLIER));
        own(insert(order.formatted(participant)));
        refused("fulfilment_used_twice", order.formatted(participant));
        assertThatThrownBy(() -> own("update agreement.fulfilment set value = 5 where id = '" + fact.id() + "'"))
                .hasMessageContaining("decided");
        assertThatThrownBy(() -> own("delete from agreement.fulfilment")).hasMessageContaining("kept");
    }

    private void refused(String why, String values) {
        assertThatThrownBy(() -> own(insert(values))).as(values).hasMessageContaining(why);
    }

    private String insert(String values) {
        return """
                insert into agreement.fulfilment (kind, code, value, reached_on, initiator, other_side, document_number, state, decided_by,
                       id, agreement_id, document_title, document_date, entered_by, recorded_by, changed_by)
                select %s, gen_random_uuid(), '%s', 'x', '2026-06-01', 'applicant', max(id), max(id) from platform.change""".formatted(values, id);
    }
}
