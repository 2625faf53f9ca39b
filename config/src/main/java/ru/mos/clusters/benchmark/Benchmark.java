package ru.mos.clusters.benchmark;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import ru.mos.clusters.generator.FormatVersion;
import ru.mos.clusters.generator.Movement;
import ru.mos.clusters.generator.SmeRelease;
import ru.mos.clusters.launcher.RestClient;

/** All figures in one run. */
public final class Benchmark {

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 10);
    private static final LocalDate NEXT = LocalDate.of(2026, 10, 10);
    private static final Movement TWO_PER_CENT = new Movement(5, 5, 10, 0);
    private static final int CALLS = 200;

    private final int records;
    private final Path folder;
    private final Report report;

    private Benchmark(int records, Path folder, PrintStream out) {
        this.records = records;
        this.folder = folder;
        this.report = new Report(out);
    }

    /** System property {@code benchmark.records}: size of the first release, 500 000 unless told otherwise. */
    public static void main(String[] arguments) throws Exception {
        int records = Integer.getInteger("benchmark.records", 500_000);
        var folder = Files.createTempDirectory("clusters-releases");
        try {
            new Benchmark(records, folder, System.out).run();
        } finally {
            try (var all = Files.walk(folder)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private void run() throws Exception {
        Duration first;
        try (var installation = Installation.fresh()) {
            report.row("start, everything built", Report.seconds(installation.start()), "", "", "");
            first = imports(installation);
        }
        try (var installation = Installation.fresh()) {
            twiceAsMuch(installation, first);
            searches(installation);
            verdicts(installation);
        }
    }

    private Duration imports(Installation installation) throws Exception {
        var department = installation.department();
        var small = release("small", SmeRelease.first(1, 2_700, FIRST.minusMonths(1), FormatVersion.V4_06));
        load(department, small, "&coverage=EXTRACT");
        long smallHeap = installation.liveHeap();
        var months = SmeRelease.first(2, records, FIRST, FormatVersion.V4_06);
        var first = release("first", months);
        var next = release("next", months.next(NEXT, FormatVersion.V4_06, TWO_PER_CENT));

        var bareFirst = Baseline.parse(first);
        var firstTook = load(department, first, "&confirm=true");
        report.ratio("import of " + records, firstTook, "unzip + Woodstox", bareFirst, "≤ 2.4");
        try (var connection = installation.database()) {
            report.ratio("the same", firstTook, "bare COPY", Baseline.copy(connection), "");
        }
        var bareNext = Baseline.parse(next);
        var nextTook = load(department, next, "");
        report.ratio("next month, 2 % moved", nextTook, "unzip + Woodstox", bareNext, "≤ 1.8");
        long rows = rows(installation);
        report.ratio("the same bytes again", load(department, next, ""), "first import", firstTook, "≤ 0.05");
        report.row("rows written by it", Long.toString(rows(installation) - rows), "", "", "0");
        load(department, reordered(next), "");
        report.row(
                "facts written by the same documents zipped anew",
                Long.toString(rows(installation) - rows),
                "",
                "",
                "0");
        report.row(
                "server memory after " + records,
                installation.residentMemory() / 1_048_576 + " MB resident",
                "",
                "",
                "");
        report.row(
                "live heap",
                installation.liveHeap() / 1_048_576 + " MB",
                "3 files " + smallHeap / 1_048_576 + " MB",
                Report.ratio(installation.liveHeap(), smallHeap),
                "≤ 1.1");
        return firstTook;
    }

    private void twiceAsMuch(Installation installation, Duration once) throws Exception {
        var department = installation.department();
        var double_ = release("double", SmeRelease.first(3, 2 * records, FIRST, FormatVersion.V4_06));
        report.ratio("import of " + 2 * records, load(department, double_, ""), "import of " + records, once, "≤ 2.2");
        report.row("live heap after it", installation.liveHeap() / 1_048_576 + " MB", "", "", "");
        try (var connection = installation.database();
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    private long rows(Installation installation) throws Exception {
        try (var connection = installation.database();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select (select count(*) from registry.sme_run)"
                        + " + (select count(*) from registry.sme_run where superseded_by is not null)"
                        + " + (select count(*) from registry.entity)")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void searches(Installation installation) throws Exception {
        var department = installation.department();
        var empty = Spread.of(CALLS, () -> department.get("me"));
        report.row("empty authenticated request", empty.toString(), "", "", "");
        var sample = department
                .get("entities?limit=1&query=%D0%BF%D1%80%D0%B8%D0%B1%D0%BE%D1%80")
                .path("items")
                .path(0);
        var queries = new LinkedHashMap<String, String>();
        queries.put("exact INN", "query=" + sample.path("inn").asText());
        queries.put("INN prefix", "query=" + sample.path("inn").asText().substring(0, 6));
        queries.put(
                "part of a name", "query=" + encoded(middle(sample.path("name").asText())));
        queries.put("common word", "query=" + encoded("общество"));
        queries.put("two words", "query=" + encoded("прибор завод"));
        queries.put("no hit", "query=" + encoded("ъщёжфы"));
        for (var query : queries.entrySet()) {
            listed(installation, department, query.getKey(), "entities?" + query.getValue(), empty, 5);
        }
        var cursor = deep(department, "entities?limit=500", 100);
        listed(installation, department, "first page", "entities?limit=50", empty, 5);
        listed(installation, department, "page 1 000", "entities?limit=50&cursor=" + cursor, empty, 5);
    }

    private void listed(Installation installation, RestClient client, String name, String path, Spread empty, int goal)
            throws Exception {
        try (var connection = installation.database()) {
            int calls = 50;
            Spread.of(10, () -> client.get(path));
            Statements.reset(connection);
            for (int i = 0; i < calls; i++) {
                client.get(path);
            }
            var counted = Statements.since(connection);
            var took = Spread.of(calls, () -> client.get(path));
            long sql = counted.micros() / calls;
            report.row(
                    "search: " + name,
                    took.toString(),
                    "SQL " + sql / 1_000 + "." + sql % 1_000 / 100 + " ms, " + counted.calls() / calls + " statements",
                    "(p50 − SQL) ÷ empty = " + Report.ratio(Math.max(0, took.p50() - sql), empty.p50()),
                    "≤ " + goal);
        }
    }

    private static String deep(RestClient client, String path, int pages) throws Exception {
        var cursor = "";
        for (int i = 0; i < pages; i++) {
            cursor = client.get(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .path("next")
                    .asText();
        }
        return cursor;
    }

    private void verdicts(Installation installation) throws Exception {
        var department = installation.department();
        var inns = new ArrayList<String>();
        var cursor = "";
        while (inns.size() < 1_000) {
            var page = department.get(
                    "entities?limit=500&kind=LEGAL_ENTITY&region=77" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.path("items").forEach(item -> inns.add(item.path("inn").asText()));
            cursor = page.path("next").asText();
        }
        var large = cluster(department, 1, inns.subList(0, 100));
        var one = Spread.of(CALLS, () -> department.get("clusters/" + large + "/verdict?asOf=" + NEXT));
        report.row("verdict of a cluster of 100 members", one.toString(), "", "", "p95 < 100 ms");
        var random = new Random(4);
        for (int i = 0; i < 1_000; i++) {
            Collections.shuffle(inns, random);
            cluster(department, 2 + i, inns.subList(0, 50));
        }
        long begun = System.nanoTime();
        department.post("verdicts/evaluate", Map.of());
        var all = Duration.ofNanos(System.nanoTime() - begun);
        report.ratio(
                "verdicts of 1 000 clusters × 50 members",
                all,
                "one aggregation in SQL",
                aggregation(installation),
                "≤ 60 s");
    }

    private static Duration aggregation(Installation installation) throws Exception {
        try (var connection = installation.database();
                var statement = connection.createStatement()) {
            long begun = System.nanoTime();
            statement.executeQuery("""
                    select m.cluster_id, count(*), count(*) filter (where s.status = 'IN')
                      from cluster.membership m
                      cross join lateral registry.sme_status(m.inn, platform.today()) s
                     where m.superseded_by is null
                     group by m.cluster_id""").close();
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }

    private static String cluster(RestClient department, int number, List<String> members) throws Exception {
        var organisation = ru.mos.clusters.generator.CheckDigits.innOfEntity("77", 9_900_000 + number);
        var made = department.post(
                "clusters",
                Map.of(
                        "sector",
                        "IT",
                        "name",
                        "Кластер " + number,
                        "organisation",
                        Map.of("inn", organisation, "name", "Ассоциация " + number),
                        "from",
                        "2024-01-01"));
        var id = made.path("id").asText();
        for (var inn : members) {
            department.post(
                    "clusters/" + id + "/members",
                    Map.of(
                            "inn",
                            inn,
                            "roles",
                            List.of("MANUFACTURER"),
                            "from",
                            "2024-01-01",
                            "memberOfOrganisation",
                            true));
        }
        return id;
    }

    private Path release(String name, SmeRelease release) throws Exception {
        var file = folder.resolve(name + ".zip");
        release.writeTo(file);
        return file;
    }

    /** The same documents in the opposite order inside the archive. */
    private Path reordered(Path archive) throws Exception {
        var to = folder.resolve("reordered.zip");
        try (var from = new ZipFile(archive.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(to))) {
            out.setLevel(1);
            var entries = new ArrayList<>(from.stream().toList());
            Collections.reverse(entries);
            for (var entry : entries) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                try (var in = from.getInputStream(entry)) {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
        return to;
    }

    private static Duration load(RestClient department, Path file, String query) throws Exception {
        long begun = System.nanoTime();
        var release = department.importRelease(file, query);
        if (!release.path("state").asText().equals("COMPLETED")) {
            throw new IllegalStateException("not imported: " + release);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static String middle(String name) {
        int third = name.length() / 3;
        return name.substring(third, Math.min(name.length(), third + 10)).strip();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
