package ru.mos.clusters.launcher;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Users of an installation that has none yet: demo users with a known password, or one administrator whose password is
 * printed once. Written as the application's role, recorded like every change.
 */
final class FirstUsers {

    /** Login, name and role of each demo user; a second of a role where two persons are needed. */
    static final List<String[]> DEMO = List.of(
            user("department", "Соколова Елена Игоревна", "department"),
            user("department2", "Белов Артём Денисович", "department"),
            user("accountant", "Зимина Ольга Петровна", "accountant"),
            user("accountant2", "Ларина Вера Олеговна", "accountant"),
            user("chief", "Громов Сергей Ильич", "chief"),
            user("chief2", "Орехова Анна Львовна", "chief"),
            user("gckr", "Ветров Павел Андреевич", "gckr"),
            user("gckr2", "Ясенева Мария Юрьевна", "gckr"),
            user("infrastructure", "Полянский Глеб Романович", "infrastructure"),
            user("expert", "Рябинин Виктор Семёнович", "expert"),
            user("expert2", "Кленова Нина Фёдоровна", "expert"),
            user("expert3", "Дубов Олег Маркович", "expert"),
            user("expert4", "Ивина Лидия Глебовна", "expert"),
            user("expert5", "Тополев Юрий Данилович", "expert"),
            user("commission", "Вязов Роман Кириллович", "commission"),
            user("applicant", "Осинина Дарья Павловна", "applicant"),
            user("applicant2", "Лозин Егор Тимурович", "applicant"),
            user("auditor", "Каштанова Софья Никитична", "auditor"),
            user("admin", "Липин Денис Олегович", "admin"),
            user("service", "Программа смежного ведомства", "service"));

    private final Settings settings;

    FirstUsers(Settings settings) {
        this.settings = settings;
    }

    private static String[] user(String login, String name, String role) {
        return new String[] {login, name, role};
    }

    /** Makes the users if there are none, and says how to log in. */
    List<String> welcome() throws SQLException {
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            if (any(connection)) {
                return settings.demo() ? demoLines() : List.of();
            }
            if (settings.demo()) {
                for (var user : DEMO) {
                    add(connection, user[0], user[1], user[2], "demo");
                }
                connection.commit();
                return demoLines();
            }
            var random = new byte[12];
            new SecureRandom().nextBytes(random);
            var password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            add(connection, "admin", "Администратор", "admin", password);
            connection.commit();
            return List.of("Administrator: admin, password (shown only now): " + password);
        }
    }

    private static List<String> demoLines() {
        var lines = new ArrayList<String>();
        lines.add("Log-ins (password: demo), one user per role:");
        lines.add("  " + String.join(", ", DEMO.stream().map(user -> user[0]).toList()));
        return lines;
    }

    private Connection connect() throws SQLException {
        var url = settings.databaseUrl() == null
                ? "jdbc:postgresql://127.0.0.1:" + Run.databasePort(settings) + "/clusters"
                : settings.databaseUrl();
        var environment = settings.environment();
        return DriverManager.getConnection(
                url,
                environment.getOrDefault("CLUSTERS_DB_USER", "clusters_app"),
                environment.getOrDefault("CLUSTERS_DB_PASSWORD", "clusters_app"));
    }

    private static boolean any(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select from platform.app_user limit 1")) {
            return rows.next();
        }
    }

    private static void add(Connection connection, String login, String name, String role, String password)
            throws SQLException {
        run(connection, """
                insert into platform.app_user (login, name, password)
                values (?, ?, public.crypt(?, public.gen_salt('bf', 10)))""", login, name, password);
        run(connection, "insert into platform.user_role (login, role) values (?, ?)", login, role);
        run(connection, """
                insert into platform.change (actor, action, subject_kind, subject, after)
                values ('system', 'USER_CREATED', 'USER', ?, jsonb_build_object('name', ?, 'roles', ?))""", login, name, role);
    }

    private static void run(Connection connection, String statement, String... values) throws SQLException {
        try (var prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setString(i + 1, values[i]);
            }
            prepared.executeUpdate();
        }
    }
}
