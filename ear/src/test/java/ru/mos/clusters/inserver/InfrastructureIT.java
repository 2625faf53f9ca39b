package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.infrastructure.AccreditationState;
import ru.mos.clusters.infrastructure.AccreditationStatus;
import ru.mos.clusters.infrastructure.AccreditationView;
import ru.mos.clusters.infrastructure.Accreditations;
import ru.mos.clusters.infrastructure.Coverage;
import ru.mos.clusters.infrastructure.CoverageRow;
import ru.mos.clusters.infrastructure.DescribeOrganisation;
import ru.mos.clusters.infrastructure.InfrastructureDirectory;
import ru.mos.clusters.infrastructure.InfrastructureFilter;
import ru.mos.clusters.infrastructure.InfrastructureOrganisations;
import ru.mos.clusters.infrastructure.InfrastructureStatus;
import ru.mos.clusters.infrastructure.InfrastructureView;
import ru.mos.clusters.infrastructure.ProposeAccreditation;
import ru.mos.clusters.infrastructure.RegisterOrganisation;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;

class InfrastructureIT extends InServer {

    private static final Inn CENTRE = new Inn("7707083893");
    private static final LocalDate START = LocalDate.of(2012, 1, 1);
    private static final LocalDate JULY = LocalDate.of(2012, 7, 1);
    private static final LocalDate NEXT = LocalDate.of(2013, 1, 1);
    private static final Paper PAPER = new Paper("Справка", "5", START);

    @Inject
    InfrastructureOrganisations organisations;

    @Inject
    Accreditations accreditations;

    @Inject
    InfrastructureDirectory directory;

    @Inject
    Coverage coverage;

    @BeforeEach
    void people() throws Exception {
        for (var login : List.of("department", "department2", "gckr", "auditor", "infrastructure", "infrastructure2")) {
            given(login);
        }
    }

    @Test
    void a_district_centre_belongs_to_a_development_centre_and_has_an_address() throws Exception {
        var centre = register("DEVELOPMENT_CENTRE", null, null);

        assertProblem("infrastructure-centre-without-parent", () -> register("DISTRICT_CENTRE", null, "Улица, 1"));
        assertProblem("infrastructure-centre-without-address", () -> register("DISTRICT_CENTRE", centre.id(), null));
        assertProblem("infrastructure-kind-unknown", () -> register("ZOO", null, null));
        assertProblem(
                "infrastructure-parent-unknown", () -> register("DISTRICT_CENTRE", UUID.randomUUID(), "Улица, 1"));
        var district = register("DISTRICT_CENTRE", centre.id(), "Улица, 1");

        assertThat(district.parent().code()).isEqualTo(centre.code());
        assertThat(as("auditor", () -> organisations.card(centre.id(), START)).centres())
                .extracting(InfrastructureView::id)
                .containsExactly(district.id());
    }

    @Test
    void what_it_is_called_changes_on_a_day_and_the_days_before_stay() throws Exception {
        var it = register("TECHNOPARK", null, "Старая, 1");

        as(
                "gckr",
                () -> organisations.describe(new DescribeOrganisation(
                        it.id(), "TECHNOPARK", "Новое имя", "Новая, 2", null, null, JULY, it.version())));

        assertThat(card(it, JULY.minusDays(1)).address()).isEqualTo("Старая, 1");
        assertThat(card(it, JULY).name()).isEqualTo("Новое имя");
        assertThat(card(it, JULY).from()).isEqualTo(START);
        assertProblem(
                "changed-meanwhile",
                () -> as(
                        "gckr",
                        () -> organisations.describe(new DescribeOrganisation(
                                it.id(), "TECHNOPARK", "Ещё", null, null, null, JULY, it.version()))));
        assertProblem(
                "infrastructure-date-before",
                () -> as(
                        "gckr",
                        () -> organisations.describe(new DescribeOrganisation(
                                it.id(), "TECHNOPARK", "Ещё", null, null, null, START.minusDays(1), null))));
    }

    @Test
    void an_accreditation_is_proposed_with_every_answer_and_given_by_a_second_person() throws Exception {
        var it = register("TEST_LABORATORY", null, null);
        var all = checks(it, true);

        assertProblem("requirement-unanswered", () -> propose(it, all.subList(1, all.size()), START, NEXT));
        assertProblem("period-empty", () -> propose(it, all, START, START));
        assertProblem("accreditation-outside-organisation", () -> propose(it, all, START.minusDays(1), NEXT));
        var proposed = propose(it, all, START, NEXT);
        assertThat(card(it, START).accreditation()).isEqualTo(AccreditationStatus.PROPOSED);
        assertProblem("accreditation-overlaps", () -> propose(it, all, NEXT.minusDays(1), NEXT.plusYears(1)));
        assertProblem("second-person-required", () -> as("department", () -> accreditations.give(proposed.id())));

        var given = as("department2", () -> accreditations.give(proposed.id()));

        assertThat(given.state()).isEqualTo(AccreditationState.GIVEN);
        assertThat(given.decidedBy()).isEqualTo("department2");
        assertThat(card(it, START.minusDays(1)).accreditation()).isEqualTo(AccreditationStatus.NONE);
        assertThat(card(it, NEXT.minusDays(1)).accreditation()).isEqualTo(AccreditationStatus.IN_FORCE);
        assertThat(card(it, NEXT).accreditation()).isEqualTo(AccreditationStatus.EXPIRED);
        assertProblem("accreditation-decided", () -> as("department2", () -> accreditations.give(proposed.id())));
    }

    @Test
    void a_requirement_of_another_kind_is_not_asked_for_and_one_not_met_lets_nobody_give() throws Exception {
        var park = register("TECHNOPARK", null, null);
        var laboratory = register("TEST_LABORATORY", null, null);
        assertThat(checks(park, true)).hasSize(5);
        assertProblem("requirement-unanswered", () -> propose(park, checks(laboratory, true), START, NEXT));

        var lacking = propose(park, checks(park, false), START, NEXT);

        assertProblem("requirement-not-met", () -> as("department2", () -> accreditations.give(lacking.id())));
        as("department2", () -> accreditations.refuse(lacking.id(), "Нет документов"));
        assertThat(card(park, START).accreditation()).isEqualTo(AccreditationStatus.NONE);
        assertThat(as("auditor", () -> accreditations.of(park.id())).get(0).reason())
                .isEqualTo("Нет документов");
        assertProblem(
                "requirement-without-document", () -> new ProposeAccreditation.Check(UUID.randomUUID(), true, null));
    }

    @Test
    void an_accreditation_that_ended_opens_a_task_that_the_next_one_closes() throws Exception {
        var it = accredited(START, NEXT);

        as("department", accreditations::review);
        assertThat(openTasks(it)).isEqualTo("1");

        var today = LocalDate.parse(one("select platform.today()::text"));
        var second = propose(it, checks(it, true), NEXT, today.plusDays(61));
        as("department2", () -> accreditations.give(second.id()));
        assertThat(openTasks(it)).as("61 days before its end").isEqualTo("0");

        var soon = accredited(START, today.plusDays(60));
        assertThat(openTasks(soon)).as("60 days before its end").isEqualTo("1");
    }

    private String openTasks(InfrastructureView it) throws Exception {
        return one("select count(*) from platform.task where kind = 'ACCREDITATION_RENEW' and closed_by is null"
                + " and subject = '" + it.id() + "'");
    }

    @Test
    void an_accreditation_ended_early_is_in_force_up_to_that_day() throws Exception {
        var it = accredited(START, NEXT);
        var given = as("auditor", () -> accreditations.of(it.id())).get(0);

        as("department", () -> {
            accreditations.withdraw(given.id(), JULY, "Требования больше не выполнены");
            return null;
        });

        assertThat(card(it, JULY.minusDays(1)).accreditation()).isEqualTo(AccreditationStatus.IN_FORCE);
        assertThat(card(it, JULY).accreditation()).isEqualTo(AccreditationStatus.EXPIRED);
        assertProblem(
                "accreditation-unknown",
                () -> as("department", () -> {
                    accreditations.withdraw(given.id(), JULY, "Ещё раз");
                    return null;
                }));
    }

    @Test
    void an_employee_of_the_infrastructure_works_at_one_place_at_a_time() throws Exception {
        var one = register("TECHNOPARK", null, null);
        var other = register("TECHNOPARK", null, null);
        freeOfficers();
        bind(one, "infrastructure", START, JULY);

        assertProblem("officer-overlaps", () -> bind(other, "infrastructure", JULY.minusDays(1), null));
        bind(other, "infrastructure", JULY, null);
        assertProblem("officer-not-of-infrastructure", () -> bind(one, "gckr", START, null));
        assertProblem("officer-unknown", () -> bind(one, "nobody", START, null));
        as("gckr", () -> {
            organisations.release(other.id(), "infrastructure", NEXT);
            return null;
        });

        assertThat(as("auditor", () -> organisations.card(one.id(), JULY.minusDays(1)))
                        .officers())
                .hasSize(1);
        assertThat(as("auditor", () -> organisations.card(one.id(), JULY)).officers())
                .isEmpty();
        assertThat(as("auditor", () -> organisations.card(other.id(), NEXT)).officers())
                .isEmpty();
    }

    /** Of other tests. */
    private void freeOfficers() throws Exception {
        one("with freed as (update infrastructure.officer set superseded_by = recorded_by where superseded_by is null"
                + " returning 1) select count(*) from freed");
    }

    @Test
    void what_is_offered_counts_on_the_days_on_which_it_is_offered_and_the_organisation_is_accredited()
            throws Exception {
        var it = accredited(START, NEXT); // 366 days of 2012
        offer(it, "EXPORT", "MEDTECH", "366", START, null);
        need("MEDTECH", "EXPORT", 2012, "366");
        assertThat(row(2012).offered()).isEqualByComparingTo("366");
        assertThat(row(2012).outcome().name()).isEqualTo("COVERED");

        var unaccredited = register("EXPORT_CENTRE", null, null);
        offer(unaccredited, "EXPORT", "MEDTECH", "1000", START, null);
        assertThat(row(2012).offered())
                .as("without accreditation nothing counts")
                .isEqualByComparingTo("366");

        var half = accredited(START, NEXT);
        offer(half, "EXPORT", "MEDTECH", "366", JULY, null); // 184 days
        assertThat(row(2012).offered()).isEqualByComparingTo("550");

        need("MEDTECH", "EXPORT", 2012, "550.01");
        assertThat(row(2012).outcome().name()).isEqualTo("SHORT");
        assertThat(row(2012).lacking()).isEqualByComparingTo("0.01");
        offer(half, "EXPORT", null, "366", START, START.plusDays(1)); // one day, for any sector
        assertThat(row(2012).shared()).isEqualByComparingTo("1");
        assertThat(row(2012).outcome().name()).isEqualTo("WITH_SHARED");
        assertThat(as("auditor", () -> coverage.of(2013)))
                .noneMatch(row -> row.service().equals("EXPORT") && "MEDTECH".equals(row.sector()));
        var book = new ByteArrayOutputStream();
        as("auditor", () -> {
            coverage.export(2012, Locale.ENGLISH, book);
            return null;
        });
        assertThat(book.toByteArray()).startsWith('P', 'K');
    }

    @Test
    void amounts_years_and_codes_out_of_bounds_are_refused() throws Exception {
        var it = register("EXPORT_CENTRE", null, null);

        assertProblem("capacity-not-positive", () -> offer(it, "TESTING", null, "0", START, null));
        assertProblem("capacity-not-positive", () -> offer(it, "TESTING", null, "1.001", START, null));
        assertProblem("infrastructure-service-unknown", () -> offer(it, "FISHING", null, "1", START, null));
        assertProblem("infrastructure-sector-unknown", () -> offer(it, "TESTING", "MINING", "1", START, null));
        offer(it, "TESTING", null, "1", START, JULY);
        assertProblem("offer-overlaps", () -> offer(it, "TESTING", null, "1", JULY.minusDays(1), null));
        assertProblem("need-negative", () -> need("IT", "TESTING", 2012, "-0.01"));
        assertProblem("need-year-out-of-range", () -> need("IT", "TESTING", 2009, "1"));
        assertProblem("infrastructure-sector-unknown", () -> need("MINING", "TESTING", 2012, "1"));
    }

    @Test
    void what_left_the_infrastructure_offers_nothing_and_takes_no_change() throws Exception {
        var it = accredited(START, NEXT);
        offer(it, "MARKETING", "IT", "366", START, null);

        as("gckr", () -> organisations.close(it.id(), JULY, "Ликвидирована"));

        assertThat(card(it, JULY.minusDays(1)).status()).isEqualTo(InfrastructureStatus.ACTIVE);
        assertThat(card(it, JULY).status()).isEqualTo(InfrastructureStatus.CLOSED);
        assertThat(as("auditor", () -> organisations.card(it.id(), JULY))
                        .offers()
                        .get(0)
                        .validUntil())
                .isEqualTo(JULY);
        assertProblem("infrastructure-closed", () -> offer(it, "TESTING", "IT", "1", START, null));
        assertThat(as(
                                "auditor",
                                () -> organisations.list(
                                        new InfrastructureFilter("TEST_LABORATORY", null, JULY),
                                        PageRequest.first(500)))
                        .items())
                .extracting(InfrastructureView::id)
                .contains(it.id());
    }

    private CoverageRow row(int year) throws Exception {
        return as("auditor", () -> coverage.of(year)).stream()
                .filter(row -> row.service().equals("EXPORT") && "MEDTECH".equals(row.sector()))
                .findAny()
                .orElseThrow();
    }

    private InfrastructureView register(String kind, UUID parent, String address) throws Exception {
        var command = new RegisterOrganisation(CENTRE, kind, "Организация " + kind, address, "ЦАО", parent, START);
        return as("gckr", () -> organisations.register(command));
    }

    private InfrastructureView accredited(LocalDate from, LocalDate to) throws Exception {
        var it = register("TEST_LABORATORY", null, null);
        var proposed = propose(it, checks(it, true), from, to);
        as("department2", () -> accreditations.give(proposed.id()));
        return it;
    }

    private List<ProposeAccreditation.Check> checks(InfrastructureView it, boolean met) throws Exception {
        return as("auditor", () -> directory.requirements(it.kind(), START)).stream()
                .map(requirement -> new ProposeAccreditation.Check(requirement.id(), met, met ? PAPER : null))
                .toList();
    }

    private AccreditationView propose(
            InfrastructureView it, List<ProposeAccreditation.Check> checks, LocalDate from, LocalDate to)
            throws Exception {
        return as("department", () -> accreditations.propose(new ProposeAccreditation(it.id(), from, to, checks)));
    }

    private void offer(
            InfrastructureView it, String service, String sector, String capacity, LocalDate from, LocalDate to)
            throws Exception {
        as("gckr", () -> organisations.offer(it.id(), service, sector, new BigDecimal(capacity), from, to));
    }

    private void need(String sector, String service, int year, String amount) throws Exception {
        as("department", () -> {
            coverage.need(sector, service, year, new BigDecimal(amount), "Опрос");
            return null;
        });
    }

    private void bind(InfrastructureView it, String login, LocalDate from, LocalDate to) throws Exception {
        as("gckr", () -> {
            organisations.bind(it.id(), login, from, to);
            return null;
        });
    }

    private InfrastructureView card(InfrastructureView it, LocalDate day) throws Exception {
        return as("auditor", () -> organisations.card(it.id(), day)).organisation();
    }
}
