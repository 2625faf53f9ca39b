package ru.mos.clusters.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ru.mos.clusters.generator.CheckDigits;
import ru.mos.clusters.platform.Passwords;

/**
 * Users of an installation that has none yet: demo users with a known password, or one administrator whose password is
 * printed once. Written as the application's role, recorded like every change.
 */
public final class FirstUsers {

    private record User(String login, String name, String role) {}

    /** A second one of a role where two persons are needed. */
    private static final List<User> DEMO = List.of(
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

    private final Connection application;

    /** Over a connection of the application's role. */
    public FirstUsers(Connection application) {
        this.application = application;
    }

    private static User user(String login, String name, String role) {
        return new User(login, name, role);
    }

    /** Makes the users if there are none, and says how to log in. */
    List<String> welcome(boolean demo) throws SQLException {
        boolean none = !any("select from platform.app_user");
        if (!demo) {
            return none ? administrator().map(List::of).orElse(List.of()) : List.of();
        }
        if (none) {
            application.setAutoCommit(false);
            for (var user : DEMO) {
                add(user, "demo");
            }
            tie("applicant", "ООО «Новая волна»", CheckDigits.innOfEntity("77", 9_950_001));
            tie("applicant2", "ООО «Соседний цех»", CheckDigits.innOfEntity("77", 9_950_002));
            application.commit();
        }
        return List.of(
                "Log-ins (password: demo), one user per role:",
                "  " + String.join(", ", DEMO.stream().map(User::login).toList()));
    }

    /** Makes the login {@code admin} the administrator and tells the password, once; empty: somebody is one already. */
    public Optional<String> administrator() throws SQLException {
        if (any("select from platform.app_user u join platform.user_role r using (login)"
                + " where r.role = 'admin' and u.active")) {
            return Optional.empty();
        }
        var password = Passwords.make();
        application.setAutoCommit(false);
        add(new User("admin", "Администратор", "admin"), password);
        application.commit();
        return Optional.of("Administrator: admin, password (shown only now): " + password);
    }

    /** Gives a login a new password and lifts its lock; empty: there is no such login. */
    public Optional<String> newPassword(String login) throws SQLException {
        var password = Passwords.make();
        application.setAutoCommit(false);
        int found = run("""
                update platform.app_user
                   set password = public.crypt(?, public.gen_salt('bf', 10)), failed_count = 0, locked_until = null,
                       version = version + 1
                 where login = ?""", password, login);
        if (found == 0) {
            return Optional.empty();
        }
        record("PASSWORD_RESET", login, "jsonb_build_object('door', ?::text)", "command line");
        application.commit();
        return Optional.of("Login " + login + ", new password (shown only now): " + password);
    }

    private boolean any(String query) throws SQLException {
        try (var statement = application.createStatement();
                var rows = statement.executeQuery(query + " limit 1")) {
            return rows.next();
        }
    }

    private void add(User user, String password) throws SQLException {
        run("""
                insert into platform.app_user (login, name, password)
                values (?, ?, public.crypt(?, public.gen_salt('bf', 10)))
                on conflict (login) do update
                   set password = excluded.password, active = true, failed_count = 0, locked_until = null,
                       version = app_user.version + 1""", user.login, user.name, password);
        run("insert into platform.user_role (login, role) values (?, ?) on conflict do nothing", user.login, user.role);
        record(
                "USER_CREATED",
                user.login,
                "jsonb_build_object('name', ?::text, 'roles', ?::text)",
                user.name,
                user.role);
    }

    /** For which enterprise somebody applies. */
    private void tie(String login, String organisation, String inn) throws SQLException {
        run("insert into platform.organisation (id, name, inn) values (gen_random_uuid(), ?, ?)", organisation, inn);
        run("""
                update platform.app_user
                   set organisation_id = (select id from platform.organisation where name = ?)
                 where login = ?""", organisation, login);
        record("USER_CHANGED", login, "jsonb_build_object('organisation', ?::text)", organisation);
    }

    /** Recorded like every change. */
    private void record(String action, String login, String after, String... values) throws SQLException {
        var all = new ArrayList<>(List.of(action, login));
        all.addAll(List.of(values));
        run(
                "insert into platform.change (actor, action, subject_kind, subject, after)"
                        + " values ('system', ?, 'USER', ?, " + after + ")",
                all.toArray(String[]::new));
    }

    private int run(String statement, String... values) throws SQLException {
        try (var prepared = application.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setString(i + 1, values[i]);
            }
            return prepared.executeUpdate();
        }
    }
}
