package ru.mos.clusters.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** The run command as a process of its own, on an empty system with one user: for measuring and for drills. */
public final class RunProcess {

    private RunProcess() {}

    /** Starts it with the class path of this program; it is ready when its output says so. */
    public static Process start(Path folder, int port, ProcessBuilder.Redirect output) throws IOException {
        return start(folder, port, Map.of(), output);
    }

    /** The same with further settings in its environment. */
    public static Process start(Path folder, int port, Map<String, String> settings, ProcessBuilder.Redirect output)
            throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dclusters.server=" + System.getProperty("clusters.server"),
                "-Dclusters.ear=" + System.getProperty("clusters.ear"),
                "-cp",
                System.getProperty("java.class.path"),
                Run.class.getName());
        builder.environment().put("CLUSTERS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("CLUSTERS_DATA_DIR", folder.toString());
        builder.environment().put("CLUSTERS_DEMO", "false");
        builder.environment().putAll(settings);
        return builder.redirectErrorStream(true).redirectOutput(output).start();
    }

    /** Its database as PostgreSQL's superuser. */
    public static Connection superuser(int port) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + Settings.databasePort(port) + "/clusters", "postgres", "");
    }

    /** Lets the user {@code department} in, password {@code demo}. */
    public static void letDepartmentIn(int port) throws SQLException {
        try (var connection = superuser(port);
                var statement = connection.createStatement()) {
            statement.execute("insert into platform.app_user (login, name, password)"
                    + " values ('department', 'Департамент', public.crypt('demo', public.gen_salt('bf', 10)))");
            statement.execute("insert into platform.user_role (login, role) values ('department', 'department')");
        }
    }
}
