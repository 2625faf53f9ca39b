package ru.mos.clusters.benchmark;

import java.sql.Connection;
import java.sql.SQLException;

/** What PostgreSQL itself counted of one role's statements since the last reset. */
record Statements(long calls, long micros) {

    private static final String COUNTED = """
            select coalesce(sum(s.calls), 0), coalesce(round(sum(s.total_exec_time) * 1000), 0)
              from pg_stat_statements s
              join pg_roles r on r.oid = s.userid
             where r.rolname = ? and s.query !~* '^(begin|commit|rollback|set|show|select 1$|select pg_stat)'""";

    static void reset(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_stat_statements_reset()");
        }
    }

    static Statements since(Connection connection, String role) throws SQLException {
        try (var statement = connection.prepareStatement(COUNTED)) {
            statement.setString(1, role);
            try (var row = statement.executeQuery()) {
                row.next();
                return new Statements(row.getLong(1), row.getLong(2));
            }
        }
    }
}
