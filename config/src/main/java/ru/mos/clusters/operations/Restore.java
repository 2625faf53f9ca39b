package ru.mos.clusters.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ru.mos.clusters.operations.Installation.Role.APPLICATION;
import static ru.mos.clusters.operations.Installation.Role.OWNER;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import ru.mos.clusters.platform.Migrations;

/**
 * Brings a backup into an empty database and an empty folder. The tables are made by the backup's own migrations, which
 * also give the roles their privileges; then their rows are loaded, triggers asleep and references checked at the end.
 */
final class Restore {

    private final Path backup;
    private final Manifest manifest;

    /** Reads the backup and checks every byte of it. */
    Restore(Path backup) throws IOException {
        this.backup = backup;
        this.manifest = Manifest.read(backup.resolve(Backup.MANIFEST));
        verify();
    }

    Manifest manifest() {
        return manifest;
    }

    private void verify() throws IOException {
        for (var file : manifest.files()) {
            require(file.sha256(), Files.newInputStream(backup.resolve(file.name())), file.name());
        }
        for (var table : manifest.tables()) {
            require(table.sha256(), rows(table.table()), table.table());
        }
        var documents = new DocumentStore(backup.resolve(Backup.DOCUMENTS));
        for (var sha256 : manifest.documents()) {
            if (!manifest.absent().contains(sha256) && !documents.holds(sha256)) {
                throw damaged("document " + sha256);
            }
        }
    }

    private void require(String sha256, InputStream content, String name) throws IOException {
        var digest = Digests.sha256();
        try (var in = new DigestInputStream(content, digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        if (!sha256.equals(Digests.hex(digest))) {
            throw damaged(name);
        }
    }

    private Refused damaged(String what) {
        return new Refused("the backup in " + backup + " is damaged: " + what + " is missing or has other content.");
    }

    private InputStream rows(String table) throws IOException {
        return new BufferedInputStream(new GZIPInputStream(Files.newInputStream(Backup.file(backup, table)), 1 << 16));
    }

    /** Brings everything into the installation; after a failure nothing of it is left there. */
    void into(Installation installation) throws IOException, SQLException {
        requireEmpty(installation);
        try {
            takeDocuments(installation.documents());
            migrate(installation);
            try (var owner = installation.connect(OWNER)) {
                load(owner);
            }
            try (var application = installation.connect(APPLICATION)) {
                loadServer(application);
            }
        } catch (SQLException | IOException | RuntimeException failure) {
            undo(installation, failure);
            throw failure;
        }
    }

    private void takeDocuments(DocumentStore documents) throws IOException {
        var kept = new DocumentStore(backup.resolve(Backup.DOCUMENTS));
        for (var sha256 : manifest.documents()) {
            if (!manifest.absent().contains(sha256)) {
                documents.take(sha256, kept);
            }
        }
    }

    private static void requireEmpty(Installation installation) throws SQLException {
        try (var owner = installation.connect(OWNER)) {
            Migrations.unfit(owner).ifPresent(reason -> {
                throw new Refused(reason);
            });
            var inTheWay = Sql.all(owner, Queries.IN_THE_WAY);
            if (!inTheWay.isEmpty()) {
                throw new Refused("the database is not empty (" + inTheWay.get(0) + "): a backup is restored into an"
                        + " empty one only. Drop it and prepare it anew (config/docs/operations.md, \"Database\").");
            }
        }
    }

    private void migrate(Installation installation) {
        installation
                .migrations()
                .locations("filesystem:" + backup.resolve(Backup.MIGRATIONS).toAbsolutePath())
                .load()
                .migrate();
    }

    private void load(Connection owner) throws SQLException, IOException {
        owner.setAutoCommit(false);
        var tables = byName(Table.of(owner));
        var away = Sql.all(owner, "select away from (" + Queries.REFERENCES + ") r");
        var back = Sql.all(owner, "select back from (" + Queries.REFERENCES + ") r");
        for (var statement : away) {
            Sql.run(owner, statement);
        }
        for (var table : tables.keySet()) {
            Sql.run(
                    owner,
                    "alter table " + table + " disable trigger user"); // what notes that a table was emptied, too
        }
        Sql.run(owner, "truncate " + String.join(", ", tables.keySet()));
        for (var content : manifest.tables()) {
            if (!content.table().startsWith(Table.SERVER_SCHEMA + ".")) {
                load(owner, content, tables);
            }
        }
        for (var table : tables.keySet()) {
            Sql.run(owner, "alter table " + table + " enable trigger user");
        }
        for (var statement : back) {
            Sql.run(owner, statement);
        }
        setSequences(owner);
        owner.commit();
        owner.setAutoCommit(true);
        Sql.run(owner, "analyze " + String.join(", ", tables.keySet()));
    }

    private void load(Connection connection, Table.Content content, Map<String, Table> tables)
            throws SQLException, IOException {
        var table = tables.get(content.table());
        if (table == null) {
            throw new IllegalStateException("the migrations of the backup make no table " + content.table());
        }
        Sql.run(connection, "alter table " + table.name() + " disable trigger user");
        try (var rows = rows(table.name())) {
            table.read(connection, rows);
        }
        Sql.run(connection, "alter table " + table.name() + " enable trigger user");
    }

    private void loadServer(Connection application) throws SQLException, IOException {
        application.setAutoCommit(false);
        var structure = new ArrayList<>(
                List.of(Files.readString(backup.resolve(Backup.SERVER), UTF_8).split(";\n")));
        structure.removeIf(String::isBlank);
        var references = structure.stream()
                .filter(line -> line.contains(" FOREIGN KEY "))
                .toList();
        structure.removeAll(references);
        for (var statement : structure) {
            Sql.run(application, statement);
        }
        var tables = byName(Table.of(application));
        for (var content : manifest.tables()) {
            if (content.table().startsWith(Table.SERVER_SCHEMA + ".")) {
                load(application, content, tables);
            }
        }
        for (var statement : references) {
            Sql.run(application, statement);
        }
        setSequences(application);
        application.commit();
    }

    private void setSequences(Connection connection) throws SQLException {
        var mine = Sql.all(connection, Queries.SEQUENCES);
        for (var at : manifest.sequences()) {
            if (mine.contains(at.name())) {
                Sql.one(connection, "select setval('" + at.name() + "', " + at.value() + ", " + at.used() + ")");
            }
        }
    }

    private static Map<String, Table> byName(List<Table> tables) {
        return tables.stream().collect(Collectors.toMap(Table::name, Function.identity()));
    }

    /** Takes away what this restore has made, so that it can be tried again. */
    private static void undo(Installation installation, Exception failure) {
        try {
            installation.documents().empty();
            for (var role : List.of(APPLICATION, OWNER)) {
                try (var connection = installation.connect(role)) {
                    for (var statement : Sql.all(connection, Queries.UNDO)) {
                        Sql.run(connection, statement);
                    }
                }
            }
        } catch (SQLException | IOException | RuntimeException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }
}
