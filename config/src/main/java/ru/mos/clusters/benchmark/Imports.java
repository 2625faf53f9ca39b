package ru.mos.clusters.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import ru.mos.clusters.generator.FormatVersion;
import ru.mos.clusters.generator.Movement;
import ru.mos.clusters.generator.SmeRelease;

/** Releases through the real job in the running server, beside a bare pass over the same archive. */
final class Imports {

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 10);
    private static final LocalDate NEXT = LocalDate.of(2026, 10, 10);
    private static final Movement TWO_PER_CENT = new Movement(5, 5, 10, 0);
    private static final int THREE_FILES = 2_700;
    private static final long BETWEEN_LOOKS_MILLIS = 3_000;

    private final Report report;
    private final Path folder;

    Imports(Report report, Path folder) {
        this.report = report;
        this.folder = folder;
    }

    /** Of three files and their next month. @return live heap at most, in bytes */
    long small(Installation installation) throws Exception {
        var release = SmeRelease.first(1, THREE_FILES, FIRST, FormatVersion.V4_06);
        load(installation, write("small", release));
        return highest(installation, write("small-next", release.next(NEXT, FormatVersion.V4_06, TWO_PER_CENT)));
    }

    /** A first month, the next one, and the next one again. @return how long the first took */
    Duration months(Installation installation, int records) throws Exception {
        var release = SmeRelease.first(2, records, FIRST, FormatVersion.V4_06);
        var first = write("first", release);
        var next = write("next", release.next(NEXT, FormatVersion.V4_06, TWO_PER_CENT));

        var bareFirst = Baseline.parse(first);
        var firstTook = load(installation, first);
        bareFirst = mean(bareFirst, Baseline.parse(first));
        report.ratio("import of " + records + " into an empty system", firstTook, "bare pass", bareFirst, "≤ 2.4");
        try (var connection = installation.database()) {
            report.ratio("the same", firstTook, "bare COPY", Baseline.copy(connection), "");
        }

        var bareNext = Baseline.parse(next);
        var nextTook = load(installation, next);
        bareNext = mean(bareNext, Baseline.parse(next));
        report.ratio("next month, 2 % moved", nextTook, "bare pass", bareNext, "≤ 1.8");

        long before = transaction(installation);
        report.ratio("the same file again", load(installation, next), "first import", firstTook, "≤ 0.05");
        report.row("rows written by it", Long.toString(written(installation, before)), "", "", "0");
        before = transaction(installation);
        var anew = load(installation, reordered(next));
        report.ratio("the same documents zipped anew", anew, "bare pass", bareNext, "");
        report.row("facts written by it", Long.toString(written(installation, before)), "", "", "0");
        return firstTook;
    }

    /** Twice as much as another, into an empty system too; and how the heap stands in its next month. */
    void large(Installation installation, int records, int others, Duration other, long smallHeap) throws Exception {
        var release = SmeRelease.first(3, records, FIRST, FormatVersion.V4_06);
        var first = write("large", release);
        report.ratio("import of " + records, load(installation, first), "import of " + others, other, "≤ 2.2");
        Files.delete(first);
        var next = write("large-next", release.next(NEXT, FormatVersion.V4_06, TWO_PER_CENT));
        long heap = highest(installation, next);
        Files.delete(next);
        report.row(
                "live heap in an import of " + records,
                Report.megabytes(heap),
                "3 files " + Report.megabytes(smallHeap),
                Report.ratio(heap, smallHeap),
                "≤ 1.1");
        report.row("server memory after it", Report.megabytes(installation.residentMemory()) + " resident", "", "", "");
    }

    /** The most that was alive in the heap, looked at again and again while the file is imported, and after. */
    private static long highest(Installation installation, Path file) throws Exception {
        var running = CompletableFuture.supplyAsync(() -> {
            try {
                return load(installation, file);
            } catch (IOException | InterruptedException failure) {
                throw new IllegalStateException(failure);
            }
        });
        long most = 0;
        while (!running.isDone()) {
            most = Math.max(most, installation.liveHeap());
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
        running.get();
        return Math.max(most, installation.liveHeap());
    }

    private static long transaction(Installation installation) throws SQLException {
        return number(installation, "select cast(cast(pg_current_xact_id() as text) as bigint)");
    }

    /** Rows of facts that are new or changed since the transaction; none is ever deleted. */
    private static long written(Installation installation, long since) throws SQLException {
        return number(installation, """
                select (select count(*) from registry.sme_run where cast(cast(xmin as text) as bigint) > %1$d)
                     + (select count(*) from registry.entity where cast(cast(xmin as text) as bigint) > %1$d)
                     + (select count(*) from registry.activity where cast(cast(xmin as text) as bigint) > %1$d)""".formatted(since));
    }

    private static long number(Installation installation, String query) throws SQLException {
        try (var connection = installation.database();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Path write(String name, SmeRelease release) throws IOException {
        var file = folder.resolve(name + ".zip");
        release.writeTo(file);
        return file;
    }

    /** The same documents with the files of the archive in the opposite order. */
    private Path reordered(Path archive) throws IOException {
        var to = folder.resolve("reordered.zip");
        try (var from = new ZipFile(archive.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(to))) {
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

    /** From the first byte sent to the answer that it is in force. */
    private static Duration load(Installation installation, Path file) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        var release = installation.department().importRelease(file, "");
        if (!release.path("state").asText().equals("COMPLETED")) {
            throw new IllegalStateException("not imported: " + release);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static Duration mean(Duration one, Duration other) {
        return one.plus(other).dividedBy(2);
    }
}
