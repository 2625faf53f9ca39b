package ru.mos.clusters.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Predicate.not;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import ru.mos.clusters.platform.Migrations;

/**
 * Makes a backup of a running installation: first the tables as of one instant, then the documents of which they speak,
 * which were all there by then. Written beside its place and moved there when it is whole.
 */
final class Backup {

    static final String TABLES = "tables";
    static final String MIGRATIONS = "migrations";
    static final String SERVER = "server.sql";
    static final String DOCUMENTS = "documents";
    static final String MANIFEST = "manifest.txt";

    private final Installation installation;
    private final Clock clock;

    Backup(Installation installation, Clock clock) {
        this.installation = installation;
        this.clock = clock;
    }

    Manifest make(Path target) throws IOException, SQLException {
        if (Files.exists(target)) {
            throw new Refused(target + " exists already: give each backup a folder of its own.");
        }
        installation.connect(Installation.Role.OWNER).close(); // a database that is away leaves no half-made folder
        var work = Files.createTempDirectory(
                Files.createDirectories(target.toAbsolutePath().normalize().getParent()),
                target.getFileName() + ".unfinished-");
        var files = new ArrayList<Manifest.StoredFile>();
        keepMigrations(work, files);
        Manifest manifest;
        try (var snapshot = Snapshot.of(installation)) {
            keep(work, SERVER, String.join(";\n", snapshot.structureOfServer()).getBytes(UTF_8), files);
            Files.createDirectory(work.resolve(TABLES));
            var tables = snapshot.write(table -> packed(work, table.name()));
            manifest = new Manifest(
                    clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                    snapshot.migration(),
                    files,
                    tables,
                    snapshot.sequences(),
                    snapshot.documents(),
                    new ArrayList<>());
        }
        keepDocuments(manifest, new DocumentStore(work.resolve(DOCUMENTS)));
        manifest.write(work.resolve(MANIFEST));
        Files.move(work, target, StandardCopyOption.ATOMIC_MOVE);
        return manifest;
    }

    /** What an installation holds now, by the same reading, without keeping it. */
    static Manifest look(Installation installation) throws IOException, SQLException {
        try (var snapshot = Snapshot.of(installation)) {
            var tables = snapshot.write(table -> OutputStream.nullOutputStream());
            var documents = snapshot.documents();
            var absent = new TreeSet<String>();
            for (var sha256 : documents) {
                if (!installation.documents().holds(sha256)) {
                    absent.add(sha256);
                }
            }
            return new Manifest("", snapshot.migration(), List.of(), tables, List.of(), documents, List.copyOf(absent));
        }
    }

    /** The steps by which an empty database gets this form: a backup stands on its own, whatever version restores it. */
    private void keepMigrations(Path work, List<Manifest.StoredFile> files) throws IOException {
        Files.createDirectory(work.resolve(MIGRATIONS));
        for (var script : scripts()) {
            try (InputStream in = Migrations.class.getResourceAsStream("/" + Migrations.FOLDER + "/" + script)) {
                if (in == null) {
                    throw new IllegalStateException("migration " + script + " is not in this version");
                }
                keep(work, MIGRATIONS + "/" + script, in.readAllBytes(), files);
            }
        }
    }

    private List<String> scripts() {
        try {
            var flyway = installation.migrations().load();
            Migrations.newer(flyway).ifPresent(step -> {
                throw new Refused("the database was brought forward by a newer version (its step " + step
                        + "): use the tools of that version.");
            });
            flyway.validate();
            return Arrays.stream(flyway.info().applied())
                    .map(MigrationInfo::getScript)
                    .filter(not(script -> script.startsWith("<<")))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (FlywayException failure) {
            throw new Refused("the database is not in the form of this version: use the tools of the version that the"
                    + " server runs. " + failure.getMessage());
        }
    }

    private static void keep(Path work, String name, byte[] bytes, List<Manifest.StoredFile> files) throws IOException {
        Files.write(work.resolve(name), bytes);
        var digest = Digests.sha256();
        digest.update(bytes);
        files.add(new Manifest.StoredFile(name, Digests.hex(digest)));
    }

    private void keepDocuments(Manifest manifest, DocumentStore kept) throws IOException {
        for (var sha256 : manifest.documents()) {
            if (!kept.take(sha256, installation.documents())) {
                manifest.absent().add(sha256);
            }
        }
    }

    /** Where the rows of a table lie in a backup. */
    static Path file(Path backup, String table) {
        return backup.resolve(TABLES).resolve(table + ".txt.gz");
    }

    private static OutputStream packed(Path work, String table) throws IOException {
        return new BufferedOutputStream(
                new GZIPOutputStream(Files.newOutputStream(file(work, table)), 1 << 16) {
                    {
                        def.setLevel(Deflater.BEST_SPEED);
                    }
                },
                1 << 16);
    }
}
