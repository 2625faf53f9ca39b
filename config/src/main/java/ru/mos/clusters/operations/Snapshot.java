package ru.mos.clusters.operations;

import static ru.mos.clusters.operations.Installation.Role.APPLICATION;
import static ru.mos.clusters.operations.Installation.Role.OWNER;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** One instant of a database, seen by both of its roles while everybody else goes on. */
final class Snapshot implements AutoCloseable {

    private final Connection owner;
    private final Connection application;

    private Snapshot(Connection owner, Connection application) {
        this.owner = owner;
        this.application = application;
    }

    static Snapshot of(Installation installation) throws SQLException {
        var owner = reading(installation.connect(OWNER));
        var application = reading(installation.connect(APPLICATION));
        var name = Sql.one(owner, "select pg_export_snapshot()");
        Sql.run(application, "set transaction snapshot '" + name + "'");
        return new Snapshot(owner, application);
    }

    private static Connection reading(Connection connection) throws SQLException {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        return connection;
    }

    /** Where the rows of a table go. */
    interface Shelf {
        OutputStream place(Table table) throws IOException;
    }

    /** Writes all rows of all tables, those of the application first. */
    List<Table.Content> write(Shelf shelf) throws SQLException, IOException {
        var contents = new ArrayList<Table.Content>();
        for (var connection : List.of(owner, application)) {
            for (var table : Table.of(connection)) {
                if (table.ofServer() == (connection == application)) {
                    try (var out = shelf.place(table)) {
                        contents.add(table.write(connection, out));
                    }
                }
            }
        }
        return contents;
    }

    /** Digests of the documents of which the tables speak, in order. */
    List<String> documents() throws SQLException {
        var digests = new TreeSet<String>();
        for (var query : Sql.all(owner, Queries.DOCUMENT_COLUMNS)) {
            digests.addAll(Sql.all(owner, query));
        }
        return List.copyOf(digests);
    }

    /** Where each sequence stands; at least past every number in the tables, as sequences never go back. */
    List<Sequence> sequences() throws SQLException {
        var sequences = new ArrayList<Sequence>();
        for (var connection : List.of(owner, application)) {
            for (var name : Sql.all(connection, Queries.SEQUENCES)) {
                sequences.add(new Sequence(
                        name,
                        Long.parseLong(Sql.one(connection, "select last_value from " + name)),
                        "t".equals(Sql.one(connection, "select is_called from " + name))));
            }
        }
        return sequences;
    }

    /** Statements that make the tables of the server anew; those of the application are made by its migrations. */
    List<String> structureOfServer() throws SQLException {
        return Sql.all(application, "select statement from (" + Queries.STRUCTURE + ") s");
    }

    /** The newest of the migrations that the database has had. */
    String migration() throws SQLException {
        return Sql.one(owner, "select max(version) from public.flyway_schema_history where success");
    }

    @Override
    public void close() throws SQLException {
        owner.close();
        application.close();
    }
}
