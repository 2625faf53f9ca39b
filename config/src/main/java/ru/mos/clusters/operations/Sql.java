package ru.mos.clusters.operations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Short ways to ask and to tell the database. */
final class Sql {

    private Sql() {}

    static void run(Connection connection, String statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    /** The first column of all rows. */
    static List<String> all(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    /** The first column of the only row. */
    static String one(Connection connection, String query) throws SQLException {
        return all(connection, query).get(0);
    }
}
