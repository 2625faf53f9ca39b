package ru.mos.clusters.benchmark;

import java.sql.Connection;
import java.sql.SQLException;

/** What PostgreSQL itself counted of the application's statements since the last reset. */
record Statements(long calls, long micros) {

    /** The log-in check of every request is counted in the empty request, not here. */
    private static final String COUNTED = """
            select coalesce(sum(s.calls), 0), coalesce(round(sum(s.total_exec_time) * 1000), 0)
              from pg_stat_statements s
              join pg_roles r on r.oid = s.userid
             where r.rolname = 'clusters_app'
               and s.query not like '%auth_version%' and upper(s.query) not in ('BEGIN', 'COMMIT', 'ROLLBACK')
               and s.query !~* '^(set|show|select 1)'""";

    static void reset(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements schema public");
            statement.execute("select pg_stat_statements_reset()");
        }
    }

    static Statements since(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(COUNTED)) {
            row.next();
            return new Statements(row.getLong(1), row.getLong(2));
        }
    }
}
