package ru.mos.clusters.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import ru.mos.clusters.generator.CheckDigits;
import ru.mos.clusters.generator.EgrulExtracts;
import ru.mos.clusters.generator.FormatVersion;
import ru.mos.clusters.generator.Movement;
import ru.mos.clusters.generator.SmeRelease;

/**
 * Imports a row of monthly releases twice: undisturbed, and with a {@code kill -9} at a random moment of each, of the
 * server, of PostgreSQL or of both (after which the product starts as another node). Each import has to end by itself, and
 * every row in the database has to be as in the undisturbed run. {@code ./mvnw -Pdrill}; not part of {@code verify}.
 * {@code -Ddrill.kind=OWNERSHIP} imports extracts of owners instead.
 */
public final class KillDrill {

    private static final int PORT = Integer.getInteger("drill.port", 8090);
    private static final int MOVED = PORT + 5;
    private static final Facts.Kind KIND =
            Facts.Kind.valueOf(System.getProperty("drill.kind", Facts.Kind.REGISTER.name()));
    private static final int KILLS = Integer.getInteger("drill.kills", 20);
    private static final int RECORDS = Integer.getInteger("drill.records", 12_000);
    private static final long SEED = Long.getLong("drill.seed", System.nanoTime());
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private enum Victim {
        SERVER,
        DATABASE,
        ALL
    }

    /** When an undisturbed import reached its merge and its end, in milliseconds since its upload. */
    private record Pace(long merge, long end) {}

    private final Random random = new Random(SEED);
    private final Path folder;
    private final List<Path> releases = new ArrayList<>();
    private final List<Pace> paces = new ArrayList<>();
    private final List<Facts> undisturbed = new ArrayList<>();
    private int failures;

    private KillDrill(Path folder) {
        this.folder = folder;
    }

    /** Ends with 0 if every import ended well and every row was equal. */
    public static void main(String[] arguments) throws Exception {
        System.out.println("-Ddrill.seed=" + SEED + ", " + KILLS + " kills, first release of " + RECORDS + " records");
        var drill = new KillDrill(
                Path.of(System.getProperty("drill.folder", "target/drill")).toAbsolutePath());
        drill.generate();
        drill.undisturbed();
        drill.disturbed();
        System.out.println(drill.failures == 0 ? "All equal, row for row." : drill.failures + " FAILED");
        System.exit(drill.failures == 0 ? 0 : 1);
    }

    private void generate() throws IOException {
        Files.createDirectories(folder);
        if (KIND == Facts.Kind.OWNERSHIP) {
            generateOwnership();
            return;
        }
        var versions = List.of(FormatVersion.V4_01, FormatVersion.V4_04, FormatVersion.V4_06);
        var release = SmeRelease.first(SEED, RECORDS, LocalDate.of(2024, 1, 10), versions.get(0));
        for (int month = 0; month <= KILLS; month++) {
            var file = folder.resolve(release.archiveName());
            release.writeTo(file);
            releases.add(file);
            release = release.next(
                    LocalDate.of(2024, 1, 10).plusMonths(month + 1L),
                    versions.get(Math.min(2, (month + 1) / 7)),
                    new Movement(40, 40, 200, 100));
        }
        for (int late = 5; late < releases.size(); late += 5) {
            releases.add(late - 1, releases.remove(late)); // arrives before the one it follows
        }
    }

    /** Each month extracts of the same companies, of which a tenth have other owners by then; a hundred companies a file. */
    private void generateOwnership() throws IOException {
        for (int month = 0; month <= KILLS; month++) {
            var zip = folder.resolve("extracts-" + month + ".zip");
            var on = LocalDate.of(2024, 1, 10).plusMonths(month);
            try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
                for (int from = 0; from < RECORDS; from += 100) {
                    var extracts = new EgrulExtracts(on);
                    for (int company = from; company < Math.min(RECORDS, from + 100); company++) {
                        add(company, month, on, extracts);
                    }
                    var file = folder.resolve("extracts.xml");
                    extracts.writeTo(file);
                    out.putNextEntry(new ZipEntry("f" + from + ".xml"));
                    Files.copy(file, out);
                    out.closeEntry();
                }
            }
            releases.add(zip);
        }
    }

    private static void add(int company, int month, LocalDate on, EgrulExtracts extracts) {
        int sold = company % 10 < month ? 500_000 : 0;
        var head = EgrulExtracts.person(SEED, company);
        var other = EgrulExtracts.person(SEED, 200_000 + sold + company / 3);
        var since = LocalDate.of(2020, 1, 10);
        var inn = CheckDigits.innOfEntity("77", 1_000_000 + company);
        extracts.company(
                inn,
                EgrulExtracts.ogrn(company),
                "ООО \"ПРОБА " + company + "\"",
                since,
                head,
                List.of(
                        new EgrulExtracts.Share(head, "60", since),
                        new EgrulExtracts.Share(other, "40", sold == 0 ? since : on.minusDays(3))));
    }

    private void undisturbed() throws Exception {
        try (var product = Installation.empty(folder.resolve("undisturbed"), PORT)) {
            for (var release : releases) {
                long start = System.nanoTime();
                var done = upload(product, release);
                long merge = awaitMerge(product, done);
                done.join();
                paces.add(new Pace(merge - start, System.nanoTime() - start));
                settle(product);
                undisturbed.add(facts(product));
            }
        }
    }

    private void disturbed() throws Exception {
        try (var product = Installation.empty(folder.resolve("disturbed"), PORT)) {
            upload(product, releases.get(0)).join();
            System.out.println("| no | killed | ms after upload | phase | files | back and done after ms | rows |");
            System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
            for (int kill = 1; kill <= KILLS; kill++) {
                disturb(product, kill);
            }
        }
    }

    private void disturb(Installation product, int number) throws Exception {
        var victim = number % 7 == 0 ? Victim.ALL : number % 2 == 0 ? Victim.DATABASE : Victim.SERVER;
        boolean inMerge = number % 4 >= 2;
        var pace = paces.get(number);
        long start = System.nanoTime();
        var uploaded = upload(product, releases.get(number));
        awaitQueued(product, releases.get(number), uploaded);
        if (inMerge) {
            awaitMerge(product, uploaded);
            TimeUnit.NANOSECONDS.sleep(random.nextLong(Math.max(1, pace.end() - pace.merge())));
        } else {
            TimeUnit.NANOSECONDS.sleep(random.nextLong(pace.end()));
        }
        var moment = moment(product);
        long killed = System.nanoTime();
        switch (victim) {
            case SERVER -> product.killServer();
            case DATABASE -> product.killDatabase();
            case ALL -> product.killAllAndMove(number % 2 == 1 ? MOVED : PORT);
        }
        uploaded.handle((unit, cut) -> null).join();
        var state = awaitEnd(product);
        long back = System.nanoTime();
        settle(product);
        var rows = state.equals("COMPLETED") ? undisturbed.get(number).difference(facts(product)) : state;
        failures += rows.equals("equal") ? 0 : 1;
        System.out.printf(
                "| %d | %s | %d | %s | %d | %s |%n",
                number, victim, millis(killed - start), moment, millis(back - killed), rows);
    }

    private static long millis(long nanos) {
        return Duration.ofNanos(nanos).toMillis();
    }

    /** Uploads and waits in the background for the end of the import; fails with the connection. */
    private static CompletableFuture<Void> upload(Installation product, Path release) {
        return CompletableFuture.runAsync(() -> {
            try {
                if (KIND == Facts.Kind.OWNERSHIP) {
                    product.department().importOwnership(release);
                } else {
                    product.department().importRelease(release, "&confirm=true");
                }
            } catch (IOException cut) {
                throw new java.io.UncheckedIOException(cut);
            } catch (InterruptedException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    /** Before that nothing was promised to whoever uploads. */
    private static void awaitQueued(Installation product, Path release, CompletableFuture<Void> done) throws Exception {
        while (!done.isDone()
                && one(product, "select id from " + KIND.table + " where file_name = '" + release.getFileName() + "'")
                        .isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** @return when the merge was seen to have begun, or the end if it was too quick to see */
    private static long awaitMerge(Installation product, CompletableFuture<Void> done) throws Exception {
        try (var connection = product.superuser();
                var phase = connection.prepareStatement("select from " + KIND.table + " where " + KIND.merging)) {
            while (!done.isDone()) {
                try (var rows = phase.executeQuery()) {
                    if (rows.next()) {
                        return System.nanoTime();
                    }
                }
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
        return System.nanoTime();
    }

    private static String moment(Installation product) throws SQLException {
        return one(
                product,
                "select " + KIND.phase + " || ' | ' || files || ' of ' || files_total from " + KIND.table
                        + " order by id desc limit 1");
    }

    private static String one(Installation product, String query) throws SQLException {
        try (var connection = product.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    /** The latest release's state once it is neither waiting nor running; nobody touches anything meanwhile. */
    private static String awaitEnd(Installation product) throws InterruptedException {
        var until = System.nanoTime() + LONGEST.toNanos();
        var state = "nothing seen";
        while (System.nanoTime() < until) {
            try {
                state = one(product, "select state from " + KIND.table + " order by id desc limit 1");
                if (!state.equals("QUEUED") && !state.equals("RUNNING")) {
                    return state;
                }
            } catch (SQLException away) {
                // on its way back
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return "still " + state;
    }

    /** Until everybody has been told of the release and the server answers again. */
    private static void settle(Installation product) throws Exception {
        var until = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < until) {
            try {
                product.department().get("me");
                if (one(product, "select id from " + KIND.table + " where recorded_by is not null and not announced")
                        .isEmpty()) {
                    return;
                }
            } catch (IOException | IllegalStateException | SQLException away) {
                // on its way back
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static Facts facts(Installation product) throws SQLException {
        try (var connection = product.superuser()) {
            return Facts.of(KIND, connection);
        }
    }
}
