package ru.mos.clusters.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * A table and how its rows are written: all columns that are not computed, in the order of the key, so that equal content
 * gives equal bytes on any server.
 *
 * @param name schema and name, as written in SQL
 */
record Table(String name, String columns, String order) {

    /** Schema of the tables which the server itself makes, as the application's role: batch jobs. */
    static final String SERVER_SCHEMA = "infra";

    /**
     * Tables of the connection's role, by name. Those that PostgreSQL empties after a crash are left out: what lies in them
     * is only on its way.
     */
    static List<Table> of(Connection connection) throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(Queries.TABLES)) {
            while (rows.next()) {
                tables.add(new Table(rows.getString("name"), rows.getString("columns"), rows.getString("key")));
            }
        }
        return tables;
    }

    boolean ofServer() {
        return name.startsWith(SERVER_SCHEMA + ".");
    }

    /** Writes its rows as text, one a line, after a line with the names of the columns. */
    Content write(Connection connection, OutputStream out) throws SQLException, IOException {
        var digest = Digests.sha256();
        var counted = new DigestOutputStream(out, digest);
        long rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select " + columns + " from " + name + " t order by " + order + ") to stdout (header)",
                        counted);
        return new Content(name, rows, Digests.hex(digest));
    }

    /** Takes in rows as written by {@link #write}. The names and the order of the columns must be the same. */
    void read(Connection connection, InputStream in) throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + name + " (" + columns + ") from stdin (header match)", in, 1 << 16);
    }

    /** What a table holds: its number of rows and the digest of all of them. */
    record Content(String table, long rows, String sha256) {}
}
