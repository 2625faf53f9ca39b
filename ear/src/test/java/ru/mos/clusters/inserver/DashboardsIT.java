package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.agreement.Agreements;
import ru.mos.clusters.dashboard.Board;
import ru.mos.clusters.dashboard.BoardBy;
import ru.mos.clusters.dashboard.BoardFigure;
import ru.mos.clusters.dashboard.BoardLine;
import ru.mos.clusters.dashboard.BoardLineKind;
import ru.mos.clusters.dashboard.BoardQuestion;
import ru.mos.clusters.dashboard.Dashboards;
import ru.mos.clusters.dashboard.Passports;
import ru.mos.clusters.dashboard.TermsFilter;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.structure.Structure;
import ru.mos.clusters.structure.StructureView;

/** Boards on three days are what plain SQL over the same rows says, to the kopeck. */
class DashboardsIT extends InServer {

    private static final LocalDate TODAY = Awarding.TODAY;
    private static final List<LocalDate> DAYS =
            List.of(TODAY.minusDays(1), TODAY, TODAY.plusDays(1), TODAY.plusDays(2));

    @Inject
    Granting grant;

    @Inject
    Agreements agreements;

    @Inject
    Dashboards dashboards;

    @Inject
    Passports passports;

    @Inject
    Structure structure;

    @AfterEach
    void gone() throws Exception {
        grant.awarding().own("delete from support.record where purpose_form like 'панель %'");
        grant.awarding().nothingLeft();
    }

    private List<BoardLine> lines(Board board, BoardBy by, LocalDate on) throws Exception {
        return as("gckr", () -> dashboards.lines(new BoardQuestion(board, by, on, null), PageRequest.first(500)))
                .items();
    }

    /** By when all is recorded: the record of changes goes on from the latest of all tests, however the clock is set. */
    private LocalDate later() throws Exception {
        return LocalDate.parse(one("select cast(max(at) at time zone 'Europe/Moscow' as date) from platform.change"));
    }

    private BigDecimal sql(String query, LocalDate on) throws Exception {
        return new BigDecimal(one(query.replace(":on", "date '" + on + "'")));
    }

    /** The total, which the lines come to. */
    private BigDecimal total(Board board, BoardBy by, BoardFigure figure, LocalDate on) throws Exception {
        var all = lines(board, by, on);
        if (all.isEmpty()) {
            return BigDecimal.ZERO;
        }
        assertThat(all.get(0).kind()).isEqualTo(BoardLineKind.TOTAL);
        assertThat(all.stream().skip(1).map(line -> line.figure(figure)).reduce(BigDecimal.ZERO, BigDecimal::add))
                .as("%s by %s on %s", figure, by, on)
                .isEqualByComparingTo(all.get(0).figure(figure));
        return all.get(0).figure(figure);
    }

    private void granted() throws Exception {
        grant.inForce("1000000.00");
        grant.account(Granting.ACCOUNT);
        grant.evidenced(1, "600000.00", "11");
        grant.awarding().on(TODAY.plusDays(1));
        grant.paid(1);
        grant.awarding().on(TODAY.plusDays(2));
        grant.submitted(1, List.of(Granting.line("1", TODAY.plusDays(1), "600000.00")));
    }

    @Test
    void money_is_the_ledgers_and_the_banks_on_every_day() throws Exception {
        granted();
        grant.awarding().own("""
                insert into call.plan_line (programme, measure, year, amount, recorded_by)
                select m.programme, m.code, 2026, 12345.67, (select max(id) from platform.change where at is not null)
                  from call.measure m where m.programme = 'AWARDING'
                on conflict do nothing""");
        var held =
                "select coalesce(sum(p.amount), 0) from ledger.posting p join ledger.account a on a.id = p.account_id"
                        + " join ledger.entry e on e.id = p.entry_id where a.year = 2026 and a.subject <> '' and e.effective_on <= :on"
                        + " and a.stage in (%s)";
        for (var on : DAYS) {
            for (var by : List.of(BoardBy.MEASURE, BoardBy.CALL)) {
                assertThat(total(Board.BUDGET, by, BoardFigure.RESERVED, on))
                        .isEqualByComparingTo(sql(held.formatted("'RESERVED'"), on));
                assertThat(total(Board.BUDGET, by, BoardFigure.COMMITTED, on))
                        .isEqualByComparingTo(sql(held.formatted("'COMMITTED'"), on));
                assertThat(total(Board.BUDGET, by, BoardFigure.PAID, on))
                        .isEqualByComparingTo(sql(held.formatted("'PAID', 'ACCEPTED'"), on));
            }
            for (var by : Board.COFINANCING.groupings()) {
                assertThat(total(Board.COFINANCING, by, BoardFigure.BUDGET_PAID, on))
                        .isEqualByComparingTo(sql(
                                "select coalesce(sum(amount), 0) from agreement.payment where executed_on <= :on", on));
                assertThat(total(Board.COFINANCING, by, BoardFigure.BUDGET_PLANNED, on))
                        .isEqualByComparingTo(sql("""
                                select coalesce(sum(e.amount), 0) from agreement.edition e where e.commitment_on <= :on""", on));
                assertThat(total(Board.COFINANCING, by, BoardFigure.OWN_EVIDENCED, on))
                        .isEqualByComparingTo(sql("""
                                select coalesce(sum(v.amount), 0) from agreement.evidence v join platform.change c on c.id = v.changed_by
                                 where v.state = 'ACCEPTED' and cast(c.at at time zone 'Europe/Moscow' as date) <= :on""", on));
            }
        }
        assertThat(total(Board.BUDGET, BoardBy.CALL, BoardFigure.PAID, TODAY)).isEqualByComparingTo("0");
        assertThat(total(Board.BUDGET, BoardBy.CALL, BoardFigure.PAID, TODAY.plusDays(1)))
                .isEqualByComparingTo("600000");
        var later = later();
        assertThat(lines(Board.COFINANCING, BoardBy.PROJECT, later).get(1).figure(BoardFigure.SHARE_REACHED))
                .isEqualByComparingTo("50");
        var planned = new BoardQuestion(Board.BUDGET, BoardBy.CALL, later, 2026);
        var told = as("gckr", () -> dashboards.lines(planned, PageRequest.first(500)))
                .items();
        assertThat(told.get(0).figure(BoardFigure.PLANNED)).isPositive();
        assertThat(told.get(1).nameRu()).isNotBlank();

        var states = lines(Board.DURATIONS, BoardBy.AGREEMENT, later);
        assertThat(states).extracting(BoardLine::code).contains("DRAFT", "SIGNED", "IN_FORCE");
        assertThat(states.stream()
                        .map(line -> line.figure(BoardFigure.STAYING))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(one("select count(*) from agreement.agreement"));
        assertThat(lines(Board.DURATIONS, BoardBy.APPLICATION, later).stream()
                        .map(line -> line.figure(BoardFigure.STAYING))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(one("select count(*) from call.application"));

        var cluster = UUID.fromString(one("select cluster_id from project.cluster limit 1"));
        var passport = as("chief", () -> passports.passport(cluster, later));
        assertThat(passport.members()).hasSizeGreaterThan(2);
        assertThat(passport.projects()).hasSize(1);
        assertThat(passport.grants()).singleElement().satisfies(one -> {
            assertThat(one.amount()).isEqualByComparingTo("1000000");
            assertThat(one.paid()).isEqualByComparingTo("600000");
        });
    }

    @Test
    void an_agreement_counts_from_its_commitment_and_plans_nothing_once_terminated() throws Exception {
        var agreement = grant.drawnUp("1000000.00").id();
        var cluster = UUID.fromString(one("select cluster_id from project.cluster limit 1"));
        var drawn = later();
        assertThat(as("chief", () -> passports.passport(cluster, drawn)).projects())
                .hasSize(1);
        assertThat(as("chief", () -> passports.passport(cluster, drawn)).grants())
                .isEmpty();
        as("chief", () -> agreements.sign(agreement, null));
        grant.registered("БО-1");
        grant.awarding().on(later().plusDays(1));
        as("chief", () -> agreements.terminate(agreement, null, "Отказ получателя"));
        for (var by : Board.COFINANCING.groupings()) {
            assertThat(total(Board.COFINANCING, by, BoardFigure.BUDGET_PLANNED, later().minusDays(1)))
                    .isEqualByComparingTo("1000000");
            assertThat(total(Board.COFINANCING, by, BoardFigure.BUDGET_PLANNED, later()))
                    .isEqualByComparingTo("0");
        }
        var terminated = later();
        assertThat(as("chief", () -> passports.passport(cluster, terminated)).grants())
                .singleElement()
                .satisfies(one -> assertThat(one.amount()).isEqualByComparingTo("1000000"));
    }

    @Test
    void support_clusters_and_terms_are_counted_as_they_stood() throws Exception {
        granted();
        var cluster = one("select cluster_id from project.cluster limit 1");
        grant.awarding().own("""
                insert into support.record (id, provider_inn, inn, form, kind, purpose, purpose_form, decided_on, ends_on, size, unit,
                                            document_title, document_date, entered_by, recorded_by)
                select gen_random_uuid(), '7707083893', m.inn, k.form, k.kind, 'x', 'панель ' || d, date '%1$s' + d, date '%1$s' + 90, 10.01 + d,
                       k.unit, 'Договор', '2026-01-01', c.id, c.id
                  from (select max(id) as id from platform.change where at is not null) c, generate_series(-2, 2) d,
                       (values ('FINANCIAL', 'GRANT', 'ROUBLE'), ('CONSULTING', 'CONSULTATION', 'HOUR')) k (form, kind, unit),
                       (select inn from cluster.membership where cluster_id = '%2$s' and superseded_by is null
                         union all select '7707083893') m""".formatted(TODAY, cluster));
        var code = one("select code from cluster.cluster where id = '" + cluster + "'");
        for (var on : DAYS) {
            for (var by : Board.SUPPORT.groupings()) {
                var all = lines(Board.SUPPORT, by, on);
                var first = all.get(0);
                assertThat(first.figure(BoardFigure.RECORDS))
                        .isEqualByComparingTo(sql(
                                "select count(*) from support.record where superseded_by is null and decided_on <= :on",
                                on));
                assertThat(first.figure(BoardFigure.ROUBLES))
                        .isEqualByComparingTo(sql(
                                "select coalesce(sum(size), 0) from support.record where superseded_by is null"
                                        + " and unit = 'ROUBLE' and decided_on <= :on",
                                on));
                assertThat(first.figure(BoardFigure.RECIPIENTS))
                        .isEqualByComparingTo(sql(
                                "select count(distinct inn) from support.record where superseded_by is null"
                                        + " and decided_on <= :on",
                                on));
            }
            assertThat(lines(Board.SUPPORT, BoardBy.CLUSTER, on).stream()
                            .filter(line -> code.equals(line.code()))
                            .findFirst()
                            .orElseThrow()
                            .figure(BoardFigure.HOURS))
                    .isEqualByComparingTo(sql("""
                            select sum(r.size) from support.record r
                             where r.superseded_by is null and r.unit = 'HOUR' and r.decided_on <= :on
                               and r.inn in (select m.inn from cluster.membership m where m.cluster_id = '%s' and m.superseded_by is null
                                             union select o.inn from cluster.organisation o where o.cluster_id = '%s'
                                                and o.superseded_by is null)""".formatted(cluster, cluster), on));
            var told = lines(Board.ELIGIBILITY, BoardBy.SECTOR, on).get(0);
            var seen = as("gckr", () -> structure.on(on)).sectors().stream()
                    .flatMap(sector -> sector.clusters().stream())
                    .map(StructureView.Cluster::outcome)
                    .toList();
            assertThat(told.figure(BoardFigure.CLUSTERS)).isEqualByComparingTo(BigDecimal.valueOf(seen.size()));
            assertThat(told.figure(BoardFigure.ELIGIBLE))
                    .isEqualByComparingTo(BigDecimal.valueOf(
                            seen.stream().filter(Eligibility.ELIGIBLE::equals).count()));
            var months = lines(Board.ELIGIBILITY, BoardBy.MONTH, on);
            assertThat(months).hasSize(12);
            assertThat(months.get(11).code()).isEqualTo(on.toString());
            assertThat(months.get(11).figures()).isEqualTo(told.figures());
            for (var by : Board.TERMS.groupings()) {
                for (var figure : Board.TERMS.figures()) {
                    var open = total(Board.TERMS, by, figure, on);
                    assertThat(BigDecimal.valueOf(as(
                                    "auditor", () -> dashboards.countTasks(new TermsFilter(on, null, null, figure)))))
                            .as("%s on %s", figure, on)
                            .isEqualByComparingTo(open);
                }
            }
            assertThat(sql("""
                    select count(*) from platform.task t
                     where t.due < :on
                       and (select cast(c.at at time zone 'Europe/Moscow' as date) from platform.change c where c.id = t.opened_by) <= :on
                       and coalesce((select cast(c.at at time zone 'Europe/Moscow' as date) from platform.change c where c.id = t.closed_by),
                                    'infinity') > :on""", on)).isEqualByComparingTo(total(Board.TERMS, BoardBy.KIND, BoardFigure.OVERDUE, on));
        }
    }

    @Test
    void a_board_comes_in_stretches_and_is_told_only_as_it_can_be() throws Exception {
        grant.drawnUp("1000000.00");
        var question = new BoardQuestion(Board.ELIGIBILITY, null, TODAY, null);
        var first = as("auditor", () -> dashboards.lines(question, PageRequest.first(5)));
        assertThat(first.items()).hasSize(5);
        assertThat(as("auditor", () -> dashboards.lines(question, new PageRequest(500, first.next())))
                        .items())
                .hasSize(7);
        assertThat(as("auditor", () -> dashboards.count(question))).isEqualTo(12);
        assertThat(lines(Board.COVERAGE, null, TODAY))
                .allSatisfy(line -> assertThat(line.figure(BoardFigure.LACKING))
                        .satisfiesAnyOf(
                                lacking -> assertThat(lacking).isNull(),
                                lacking -> assertThat(lacking).isNotNegative()));
        assertProblem("board-not-told-so", () -> lines(Board.TERMS, BoardBy.CALL, TODAY));
        assertProblem(
                "board-year-out-of-range",
                () -> as(
                        "chief",
                        () -> dashboards.lines(new BoardQuestion(Board.BUDGET, null, TODAY, 1), PageRequest.first(5))));
        assertThatThrownBy(() -> as("applicant", () -> dashboards.count(question)))
                .isInstanceOf(EJBAccessException.class);
        assertProblem("cluster-unknown", () -> as("chief", () -> passports.passport(UUID.randomUUID(), TODAY)));
    }
}
