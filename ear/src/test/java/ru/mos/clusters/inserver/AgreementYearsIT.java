package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.agreement.AgreementTerms;
import ru.mos.clusters.agreement.AgreementTerms.Instalment;
import ru.mos.clusters.agreement.AgreementView;
import ru.mos.clusters.agreement.Agreements;
import ru.mos.clusters.agreement.Reports;
import ru.mos.clusters.ledger.year.PrepareYearEnd;
import ru.mos.clusters.ledger.year.YearEnd;

/** Agreements over several years: what is paid in a year is committed under the limits of that year. */
class AgreementYearsIT extends InServer {

    private static final LocalDate TODAY = Awarding.TODAY;
    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 1, 1);

    @Inject
    Granting grant;

    @Inject
    Agreements agreements;

    @Inject
    Reports reports;

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

    /** 600 thousand this year, 400 from a day on. */
    private AgreementView signed(LocalDate second) throws Exception {
        var drawn = grant.drawnUp("1000000.00");
        id = drawn.id();
        edit(drawn, "600000.00", second);
        return as("chief", () -> agreements.sign(id, null));
    }

    private void edit(AgreementView drawn, String first, LocalDate second) throws Exception {
        edit(drawn, first, second, drawn.pending().terms().instalments().get(0).dueOn());
    }

    private void edit(AgreementView drawn, String first, LocalDate second, LocalDate from) throws Exception {
        var terms = drawn.pending().terms();
        var one = terms.instalments().get(0);
        var other = terms.instalments().get(1);
        var rest = new BigDecimal("1000000.00").subtract(new BigDecimal(first));
        as(
                "department",
                () -> agreements.edit(
                        id,
                        drawn.version(),
                        new AgreementTerms(
                                terms.article(),
                                terms.treasurySupport(),
                                terms.vatEligible(),
                                List.of(
                                        new Instalment(1, from, new BigDecimal(first), one.own()),
                                        new Instalment(2, second, rest, other.own())),
                                terms.budget(),
                                terms.targets())));
    }

    private String years() throws Exception {
        return one("""
                select string_agg(year || ' ' || stage || ' ' || balance, ', ' order by year, stage)
                  from (select year, stage, sum(balance) as balance from ledger.account
                         where stage in ('LIMIT', 'RESERVED', 'COMMITTED', 'DUE', 'PAID', 'ACCEPTED') group by year, stage) s
                 where balance <> 0""");
    }

    @Test
    void the_last_day_of_a_year_is_of_its_limits_and_the_first_of_the_next_of_those() throws Exception {
        signed(LocalDate.of(2026, 12, 31));
        grant.registered("БО-1");
        assertThat(years()).isEqualTo("2026 COMMITTED 1000000.00, 2026 LIMIT 99000000.00");
    }

    @Test
    void limits_of_the_next_year_that_lack_a_kopeck_let_nothing_be_registered_and_exact_ones_do() throws Exception {
        signed(NEXT_YEAR);
        assertProblem("limit-exceeded", () -> grant.registered("БО-1"));
        awarding.own(LedgerFixture.limits(2027, Awarding.KBK, "399999.99"));
        assertProblem("limit-exceeded", () -> grant.registered("БО-1"));
        assertThat(years()).isEqualTo("2026 LIMIT 99000000.00, 2026 RESERVED 1000000.00, 2027 LIMIT 399999.99");
        awarding.own(LedgerFixture.limits(2027, Awarding.KBK, "0.01"));

        var agreement = grant.registered("БО-1");

        assertThat(years()).isEqualTo("2026 COMMITTED 600000.00, 2026 LIMIT 99400000.00, 2027 COMMITTED 400000.00");
        assertThat(agreement.path()).extracting(step -> step.year()).containsExactly(2026, 2027);
    }

    @Test
    void each_instalment_is_paid_from_the_limits_of_its_year() throws Exception {
        signed(NEXT_YEAR);
        awarding.own(LedgerFixture.limits(2027, Awarding.KBK, "400000.00"));
        grant.registered("БО-1");
        grant.account(Granting.ACCOUNT);
        grant.evidenced(1, "600000.00", "11");
        assertThat(grant.paid(1).year()).isEqualTo(2026);
        var report = grant.submitted(1, List.of(Granting.line("1", TODAY, "600000.00")));
        as("department", () -> reports.accept(report.id(), null, null, null));
        grant.evidenced(2, "900000.00", "12");
        awarding.on(NEXT_YEAR);
        awarding.released(LocalDate.of(2026, 12, 25), 5);

        assertThat(grant.paid(2).year()).isEqualTo(2027);

        assertThat(years()).isEqualTo("2026 ACCEPTED 600000.00, 2026 LIMIT 99400000.00, 2027 PAID 400000.00");
    }

    @Test
    void an_amendment_moves_commitments_between_years_and_a_termination_frees_each_in_its_own() throws Exception {
        signed(NEXT_YEAR);
        awarding.own(LedgerFixture.limits(2027, Awarding.KBK, "400000.00"));
        grant.registered("БО-1");
        as("department", () -> agreements.amend(id, null, "Раньше"));
        edit(grant.seen(), "750000.00", NEXT_YEAR);
        as("chief", () -> agreements.sign(id, null));
        grant.registered("БО-2");
        assertThat(years())
                .isEqualTo(
                        "2026 COMMITTED 750000.00, 2026 LIMIT 99250000.00, 2027 COMMITTED 250000.00, 2027 LIMIT 150000.00");

        as("chief", () -> agreements.terminate(id, null, "Отказ получателя"));

        assertThat(years()).isEqualTo("2026 LIMIT 100000000.00, 2027 LIMIT 400000.00");
    }

    @Test
    void what_lapsed_is_committed_anew_by_an_amendment_and_the_books_agree() throws Exception {
        signed(LocalDate.of(2026, 10, 1));
        grant.registered("БО-1");
        awarding.on(NEXT_YEAR);
        var end = as("accountant", () -> years.prepare(new PrepareYearEnd(2026, List.of())));
        as("chief", () -> years.carryOut(end.id(), null));
        assertThat(years()).isNull();
        grant.reconciled();
        awarding.own(LedgerFixture.limits(2027, Awarding.KBK, "1000000.00"));
        as("department", () -> agreements.amend(id, null, "Срок перенесён"));
        edit(grant.seen(), "600000.00", LocalDate.of(2027, 3, 1), NEXT_YEAR);
        as("chief", () -> agreements.sign(id, null));
        InServer.as("accountant", () -> agreements.register(id, null, "БО-2", NEXT_YEAR));

        assertThat(years()).isEqualTo("2027 COMMITTED 1000000.00");
        grant.reconciled();
    }
}
