package ru.mos.clusters.benchmark;

import java.sql.Connection;
import java.util.List;

/** Dashboards over 1 000 clusters, 5 000 agreements and 200 000 records of support, or a share of them. */
final class Panels {

    private static final List<String> BOARDS = List.of(
            "BUDGET&year=2026",
            "BUDGET&by=CALL&year=2026",
            "COFINANCING",
            "COFINANCING&by=PROJECT",
            "SUPPORT",
            "SUPPORT&by=SECTOR",
            "SUPPORT&by=CLUSTER",
            "ELIGIBILITY",
            "TERMS",
            "DURATIONS",
            "DURATIONS&by=AGREEMENT",
            "COVERAGE&year=2026");

    private final Report report;
    private final Installation installation;
    private final Connection connection;

    Panels(Report report, Installation installation, Connection connection) {
        this.report = report;
        this.installation = installation;
        this.connection = connection;
    }

    /** @param share one part in so many of all things */
    void measure(int share) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute(GrownPolicy.of(1_000 / share, 5_000 / share, 200_000 / share));
            statement.execute("analyze");
        }
        for (var board : BOARDS) {
            Searches.screen(
                    report, installation, connection, "dashboard " + board, "dashboard/list.xhtml?tab=" + board);
        }
    }
}
