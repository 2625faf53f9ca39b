package ru.mos.clusters.benchmark;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;

/** All figures in one run. */
public final class Benchmark {

    private final int records;
    private final boolean million;
    private final Path folder;
    private final Imports imports;
    private final Report report;

    private Benchmark(int records, boolean million, Path folder, PrintStream out) {
        this.records = records;
        this.million = million;
        this.folder = folder;
        report = new Report(out, records);
        imports = new Imports(report, folder);
    }

    /**
     * System properties: {@code benchmark.records}, the size of the first release; {@code benchmark.million}, whether to
     * import twice as many too and to search among those; {@code benchmark.ledger}, whether to measure the ledger alone, in an empty
     * system; {@code benchmark.entries}, how many entries its journal is exported with: its balances are asked for with five times as many.
     */
    public static void main(String[] arguments) throws Exception {
        if (Boolean.getBoolean("benchmark.ledger")) {
            ledger();
            return;
        }
        if (Boolean.getBoolean("benchmark.dashboards")) {
            try (var installation = Installation.fresh();
                    var connection = installation.database()) {
                new Panels(new Report(System.out, 0), installation, connection)
                        .measure(Integer.getInteger("benchmark.share", 1));
            }
            return;
        }
        var folder = Files.createTempDirectory("clusters-releases");
        try {
            new Benchmark(
                            Integer.getInteger("benchmark.records", 500_000),
                            Boolean.getBoolean("benchmark.million"),
                            folder,
                            System.out)
                    .run();
        } finally {
            try (var all = Files.walk(folder)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void ledger() throws Exception {
        try (var installation = Installation.fresh();
                var connection = installation.database()) {
            var report = new Report(System.out, 0);
            new Postings(report, installation, connection).measure();
            new Books(report, installation, connection).measure();
        }
    }

    private void run() throws Exception {
        long smallHeap;
        try (var installation = Installation.fresh()) {
            report.row("start of an empty system", Report.seconds(installation.start()), "", "", "");
            report.row(
                    "server memory after start",
                    Report.megabytes(installation.residentMemory()) + " resident",
                    "live heap " + Report.megabytes(installation.liveHeap()),
                    "",
                    "");
            smallHeap = imports.small(installation);
        }
        Duration first;
        try (var installation = Installation.fresh()) {
            first = imports.months(installation, records);
            if (!million) {
                questions(installation);
            }
        }
        if (million) {
            try (var installation = Installation.fresh()) {
                imports.large(installation, 2 * records, records, first, smallHeap);
                questions(installation);
            }
        }
    }

    private void questions(Installation installation) throws Exception {
        try (var connection = installation.database()) {
            new Searches(report, installation, connection).measure();
            var owners = new Owners(report, installation, connection, folder);
            owners.imported();
            owners.settle();
            owners.pairs();
            new Judgements(report, installation, connection).measure();
            owners.supposed();
            Searches.screen(report, installation, connection, "list of 1 000 clusters", "cluster/list.xhtml");
            new Contests(report, installation, connection).measure();
            new Postings(report, installation, connection).measure();
            new Books(report, installation, connection).measure();
            new Panels(report, installation, connection).measure(1);
        }
    }
}
