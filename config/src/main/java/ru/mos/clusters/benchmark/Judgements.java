package ru.mos.clusters.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import ru.mos.clusters.launcher.RestClient;

/** Verdicts on one large cluster and on a thousand at once, beside one aggregation over the same members. */
final class Judgements {

    private static final int CLUSTERS = 1_000;
    private static final int ROUNDS = 200;

    private static final String CHANGE = """
            insert into platform.change (actor, action, subject_kind, subject)
            values ('system', 'BENCHMARK', 'CLUSTER', 'all') returning id""";

    /** Legal entities of Moscow from one on, in the order of their numbers; every third is innovative by a paper. */
    private static final String FACTS = """
            insert into registry.manual_fact (id, inn, fact, value, valid_from, document_title, document_number,
                                              document_on, entered_by, entered_in, decided_by, recorded_by)
            select gen_random_uuid(), m.inn, 'INNOVATIVE', 'true', '2024-01-01', 'Протокол', '1', '2024-01-01',
                   'department', ?, 'department2', ?
              from moscow m
             where m.n %% 3 = 0 and m.n < %d""";

    private static final List<String> MEMBERS = List.of(
            "create temporary table moscow as select row_number() over (order by inn) - 1 as n, inn"
                    + " from registry.entity where kind = 1 and region = '77'",
            """
            insert into cluster.cluster (id, sector, number, code, version, recorded_by)
            select gen_random_uuid(), 'IT', n, 'IT-' || n, 1, :change from generate_series(1, :last) n""",
            """
            insert into cluster.particulars (id, cluster_id, name, valid_from, recorded_by)
            select gen_random_uuid(), id, 'Кластер ' || number, '2024-01-01', :change from cluster.cluster""",
            """
            insert into cluster.organisation (id, cluster_id, inn, name, valid_from, recorded_by)
            select gen_random_uuid(), c.id, m.inn, 'Ассоциация ' || c.number, '2024-01-01', :change
              from cluster.cluster c
              join moscow m on m.n = c.number - 1""",
            """
            insert into cluster.membership (id, cluster_id, inn, roles, member_of_organisation, valid_from, recorded_by)
            select gen_random_uuid(), c.id, m.inn, array['INNOVATIVE_SME'], true, '2024-01-01', :change
              from cluster.cluster c
             cross join generate_series(1, case when c.number = :last then 100 else 50 end) i
              join moscow m on m.n = :last + (c.number * 50 + i) % ((select count(*) from moscow) - :last)""",
            "update cluster.numbering set last_number = :last where sector = 'IT'");

    private final Report report;
    private final RestClient department;
    private final Connection connection;

    Judgements(Report report, Installation installation, Connection connection) {
        this.report = report;
        this.department = installation.department();
        this.connection = connection;
    }

    void measure() throws Exception {
        fill();
        var one = Spread.inTurn(ROUNDS, List.of(() -> department.get("clusters/IT-" + (CLUSTERS + 1) + "/verdict")))
                .get(0);
        report.row("verdict of a cluster of 100 members", one.toString(), "", "", "p95 < 100 ms");
        var bare = aggregation();
        var all = evaluation();
        bare = bare.plus(aggregation()).dividedBy(2);
        report.ratio("verdicts of 1 000 clusters × 50 members, kept", all, "one SQL aggregation", bare, "≤ 60 s");
        var again = evaluation();
        report.ratio("the same where nothing has changed", again, "one SQL aggregation", bare, "≤ 60 s");
    }

    private void fill() throws SQLException {
        int last = CLUSTERS + 1;
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            long change;
            try (var row = statement.executeQuery(CHANGE)) {
                row.next();
                change = row.getLong(1);
            }
            for (var step : MEMBERS) {
                statement.execute(
                        step.replace(":change", Long.toString(change)).replace(":last", Integer.toString(last)));
            }
            statement.execute(FACTS.replace("?", Long.toString(change)).formatted(CLUSTERS * 60));
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
        try (var statement = connection.createStatement()) {
            statement.execute("analyze");
        }
    }

    private Duration evaluation() throws Exception {
        long begun = System.nanoTime();
        department.post("verdicts/evaluate", Map.of());
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private Duration aggregation() throws SQLException {
        try (var statement = connection.createStatement()) {
            long begun = System.nanoTime();
            statement.executeQuery("""
                    select m.cluster_id, count(*), count(*) filter (where s.status = 'IN')
                      from cluster.membership m
                     cross join lateral registry.sme_status(m.inn, current_date) s
                     where m.superseded_by is null
                     group by m.cluster_id""").close();
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }
}
