package ru.mos.clusters.platform;

import static ru.mos.clusters.platform.Role.ADMIN;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Who may log in, and in which roles. Nobody is ever deleted: the record of changes goes on to name them. One active
 * administrator always remains.
 */
@Stateless
@DenyAll
public class Users {

    /** Names of nobody: what the system does by itself is recorded under them. */
    static final Set<String> RESERVED = Set.of("system", "anonymous");

    private static final int LONGEST_NAME = 200;

    private static final String FIND = """
            select u.login, u.name, u.organisation_id, o.name as organisation, u.active, u.version,
                   exists (select from platform.provided_person p where p.login = u.login) as provided,
                   (select h.until from platform.handover h where h.login = u.login and h.until > platform.now()) as handover_until,
                   case when u.locked_until > platform.now() then u.locked_until end as locked_until,
                   array(select r.role from platform.user_role r where r.login = u.login order by r.role) as roles
              from platform.app_user u
              left join platform.organisation o on o.id = u.organisation_id
            """;
    private static final String MATCHING = """
             where (cast(:text as text) is null
                    or u.login like '%' || :text || '%' or replace(lower(u.name), 'ё', 'е') like '%' || :text || '%')
               and (cast(:role as text) is null
                    or exists (select from platform.user_role r where r.login = u.login and r.role = :role))
               and (cast(:state as text) is null
                    or :state = case when not u.active then 'CLOSED'
                                     when u.locked_until > platform.now() then 'LOCKED'
                                     else 'ACTIVE' end)
            """;

    /** Changes of administrators queue here, so that two cannot remove each other at the same time. */
    private static final long ADMINISTRATORS = 20_101_124;

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    /**
     * A user just made, and the password if it was made too.
     *
     * @param password told here and never again; null where it was given
     */
    public record Created(UserView user, @Nullable String password) {}

    /** Users by name; {@code ё} stands with {@code е}. */
    @RolesAllowed(ADMIN)
    public Slice<UserView> list(UserFilter filter, PageRequest page) {
        boolean first = page.after().isEmpty();
        var rows = sql.with(handle -> bind(handle.createQuery(FIND + MATCHING + """
                                and (:first or (replace(lower(u.name), 'ё', 'е'), u.login) > (:name, :login))
                              order by replace(lower(u.name), 'ё', 'е'), u.login
                              limit :limit"""), filter)
                .bind("first", first)
                .bind("name", first ? "" : page.after().get(0))
                .bind("login", first ? "" : page.after().get(1))
                .bind("limit", page.fetch())
                .map((row, context) -> view(row))
                .list());
        return Slice.of(rows, page, user -> List.of(folded(user.name()), user.login()));
    }

    /** How many there are. */
    @RolesAllowed(ADMIN)
    public long count(UserFilter filter) {
        return sql.with(
                handle -> bind(handle.createQuery("select count(*) from platform.app_user u" + MATCHING), filter)
                        .mapTo(Long.class)
                        .one());
    }

    private static Query bind(Query query, UserFilter filter) {
        var text = filter.text() == null ? null : folded(filter.text()).replaceAll("[\\\\%_]", "\\\\$0");
        return query.bind("text", text)
                .bind("role", filter.role())
                .bind("state", filter.state() == null ? null : filter.state().name());
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    private static UserView view(ResultSet row) throws SQLException {
        return new UserView(
                row.getString("login"),
                row.getString("name"),
                row.getObject("organisation_id", UUID.class),
                row.getString("organisation"),
                List.of((String[]) row.getArray("roles").getArray()),
                row.getBoolean("active"),
                row.getBoolean("provided"),
                instant(row, "handover_until"),
                instant(row, "locked_until"),
                row.getLong("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** @throws Problem {@code user-unknown} */
    @RolesAllowed(ADMIN)
    public UserView card(String login) {
        return sql.with(handle -> handle.createQuery(FIND + " where u.login = :login")
                        .bind("login", login)
                        .map((row, context) -> view(row))
                        .findOne())
                .orElseThrow(() -> new Problem(PlatformProblem.USER_UNKNOWN, login));
    }

    /**
     * Lets somebody in from now on.
     *
     * @throws Problem {@code login-malformed}, {@code user-exists}, {@code field-required}, {@code role-unknown}, {@code
     *     password-too-weak}, {@code organisation-unknown}
     */
    @RolesAllowed(ADMIN)
    public Created create(NewUser user) {
        if (!user.login().matches("[a-z][a-z0-9._-]{1,39}")) {
            throw new Problem(PlatformProblem.LOGIN_MALFORMED, user.login()).at("/login");
        }
        if (RESERVED.contains(user.login())) {
            throw new Problem(PlatformProblem.USER_EXISTS, user.login()).at("/login");
        }
        var name = name(user.name());
        var roles = known(user.roles());
        var password = user.password() == null ? Passwords.make() : user.password();
        Passwords.require(password, user.login());
        int made = sql.with(handle -> handle.createUpdate("""
                        insert into platform.app_user (login, name, organisation_id, password)
                        values (:login, :name, cast(:organisation as uuid), public.crypt(:password, public.gen_salt('bf', 10)))
                        on conflict (login) do nothing""")
                .bind("login", user.login())
                .bind("name", name)
                .bind("organisation", user.organisation())
                .bind("password", password)
                .execute());
        if (made == 0) {
            throw new Problem(PlatformProblem.USER_EXISTS, user.login()).at("/login");
        }
        roles.forEach(role -> give(user.login(), role));
        var card = card(user.login());
        changes.record("USER_CREATED", "USER", user.login(), null, facts(card));
        return new Created(card, user.password() == null ? password : null);
    }

    /**
     * Corrects name, organisation and roles; works at once, also for who is logged in now.
     *
     * @throws Problem {@code changed-meanwhile}, {@code last-administrator}, {@code roles-at-provider} and those of {@link
     *     #create}
     */
    @RolesAllowed(ADMIN)
    public UserView change(ChangeUser command) {
        queue();
        var before = card(command.login());
        var roles = known(command.roles());
        if (before.provided() && !roles.equals(Set.copyOf(before.roles()))) {
            throw new Problem(PlatformProblem.ROLES_AT_PROVIDER).at("/roles");
        }
        if (before.active() && before.roles().contains(ADMIN) && !roles.contains(ADMIN)) {
            requireAnother(command.login());
        }
        int changed = sql.with(handle -> handle.createUpdate("""
                        update platform.app_user
                           set name = :name, organisation_id = cast(:organisation as uuid), version = version + 1
                         where login = :login and version = :version""")
                .bind("login", command.login())
                .bind("version", command.version())
                .bind("name", name(command.name()))
                .bind("organisation", command.organisation())
                .execute());
        if (changed == 0) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        roles.stream().filter(role -> !before.roles().contains(role)).forEach(role -> give(command.login(), role));
        before.roles().stream().filter(role -> !roles.contains(role)).forEach(role -> take(command.login(), role));
        var after = card(command.login());
        changes.record("USER_CHANGED", "USER", command.login(), facts(before), facts(after));
        return after;
    }

    /**
     * A leaver: cannot log in from now on, and what is logged in ends. Personal tasks that are open go to the heir, or
     * back to the leaver's first role.
     *
     * @param heir login of who takes over the tasks; null: whoever has the role
     * @return how many tasks changed hands
     * @throws Problem {@code last-administrator}, {@code user-unknown} also for an heir who cannot log in
     */
    @RolesAllowed(ADMIN)
    public int deactivate(String login, String reason, @Nullable String heir) {
        queue();
        var before = card(login);
        if (before.active() && before.roles().contains(ADMIN)) {
            requireAnother(login);
        }
        if (heir != null && (heir.equals(login) || !card(heir).active())) {
            throw new Problem(PlatformProblem.USER_UNKNOWN, heir).at("/heir");
        }
        setActive(login, false);
        int tasks = sql.with(handle -> handle.createUpdate("""
                        update platform.task set login = :heir, role = coalesce(role, :role)
                         where login = :login and closed_by is null""")
                .bind("login", login)
                .bind("heir", heir)
                .bind("role", before.roles().isEmpty() ? ADMIN : before.roles().get(0))
                .execute());
        var after = facts(card(login));
        after.put("reason", required(reason, "reason"));
        after.put("tasksHandedOver", tasks);
        after.put("heir", heir);
        changes.record("USER_DEACTIVATED", "USER", login, facts(before), after);
        return tasks;
    }

    /** Open tasks that are this person's own. */
    @RolesAllowed(ADMIN)
    public long openTasks(String login) {
        return sql.with(handle -> handle.createQuery(
                        "select count(*) from platform.task where login = :login and closed_by is null")
                .bind("login", login)
                .mapTo(Long.class)
                .one());
    }

    /** Lets a leaver in again, with the roles and password of before. */
    @RolesAllowed(ADMIN)
    public void reactivate(String login, String reason) {
        var before = facts(card(login));
        setActive(login, true);
        var after = facts(card(login));
        after.put("reason", required(reason, "reason"));
        changes.record("USER_REACTIVATED", "USER", login, before, after);
    }

    private void setActive(String login, boolean active) {
        sql.with(handle -> handle.createUpdate(
                        "update platform.app_user set active = :active, version = version + 1 where login = :login")
                .bind("login", login)
                .bind("active", active)
                .execute());
    }

    /** Ends a lock after refused log-ins before it runs out by itself. */
    @RolesAllowed(ADMIN)
    public void unlock(String login) {
        var before = facts(card(login));
        sql.with(handle -> handle.createUpdate("""
                        update platform.app_user set failed_count = 0, locked_until = null
                         where login = :login""").bind("login", login).execute());
        changes.record("USER_UNLOCKED", "USER", login, before, facts(card(login)));
    }

    /**
     * Lets whom the log-in provider vouches for under this login have it, once, within a day: for a local account whose owner now
     * comes by the provider, and after the provider's address or its number for the person has changed. Deeds and tasks
     * stay with the login, its password ends.
     *
     * @throws Problem {@code user-unknown}, {@code field-required}, {@code account-closed}, {@code last-administrator}
     */
    @RolesAllowed(ADMIN)
    public void handOver(String login, String reason) {
        queue();
        var before = card(login);
        if (!before.active()) {
            throw new Problem(PlatformProblem.ACCOUNT_CLOSED);
        }
        if (!before.provided() && before.roles().contains(ADMIN)) {
            requireAnother(login, true);
        }
        sql.with(handle -> handle.createUpdate("""
                        insert into platform.handover (login, until, reason, allowed_by)
                        values (:login, platform.now() + interval '1 day', :reason, :by)
                            on conflict (login) do update
                           set until = excluded.until, reason = excluded.reason, allowed_by = excluded.allowed_by""")
                .bind("login", login)
                .bind("reason", required(reason, "reason"))
                .bind("by", caller.login())
                .execute());
        var after = facts(card(login));
        after.put("reason", reason.strip());
        changes.record("USER_HANDED_OVER", "USER", login, facts(before), after);
    }

    /**
     * Gives another password; ends what is logged in by the one before, and a lock.
     *
     * @param password null: one is made
     * @return the password that was made, told here and never again; null where it was given
     * @throws Problem {@code user-unknown}, {@code password-too-weak}, {@code password-at-provider}
     */
    @RolesAllowed(ADMIN)
    public @Nullable String resetPassword(String login, @Nullable String password) {
        if (card(login).provided()) {
            throw new Problem(PlatformProblem.PASSWORD_AT_PROVIDER);
        }
        var given = password == null ? Passwords.make() : password;
        setPassword(login, given);
        changes.record("PASSWORD_RESET", "USER", login, null, null);
        return password == null ? given : null;
    }

    /**
     * Changes the caller's own password; ends what is logged in by the one before, elsewhere too.
     *
     * @throws Problem {@code password-wrong}, {@code password-too-weak}
     */
    @RolesAllowed("**")
    public void changeOwnPassword(String before, String after) {
        var me = caller.login();
        boolean right = sql.with(handle -> handle.createQuery(
                        "select password = public.crypt(:given, password) from platform.app_user where login = :login")
                .bind("login", me)
                .bind("given", before)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
        if (!right) {
            throw new Problem(PlatformProblem.PASSWORD_WRONG).at("/before");
        }
        setPassword(me, after);
        changes.record("PASSWORD_CHANGED", "USER", me, null, null);
    }

    private void setPassword(String login, String password) {
        Passwords.require(password, login);
        sql.with(handle -> handle.createUpdate("""
                        update platform.app_user
                           set password = public.crypt(:password, public.gen_salt('bf', 10)), failed_count = 0,
                               locked_until = null
                         where login = :login""")
                .bind("login", login)
                .bind("password", password)
                .execute());
    }

    private void queue() {
        sql.with(handle -> handle.execute("select pg_advisory_xact_lock(?)", ADMINISTRATORS));
    }

    /** An administrator whom the log-in provider can take the role from at any time does not stand in for a local one. */
    private void requireAnother(String login) {
        requireAnother(login, false);
    }

    /** @param local whether only a local one will do */
    private void requireAnother(String login, boolean local) {
        boolean another = sql.with(handle -> handle.createQuery("""
                        select exists (select from platform.app_user u
                                         join platform.user_role r on r.login = u.login and r.role = 'admin'
                                        where u.active and u.login <> :login
                                          and (not exists (select from platform.provided_person p where p.login = u.login)
                                               or not :local
                                                  and exists (select from platform.provided_person p where p.login = :login)))""")
                .bind("login", login)
                .bind("local", local)
                .mapTo(Boolean.class)
                .one());
        if (!another) {
            throw new Problem(PlatformProblem.LAST_ADMINISTRATOR);
        }
    }

    private void give(String login, String role) {
        sql.with(handle -> handle.execute("insert into platform.user_role (login, role) values (?, ?)", login, role));
    }

    private void take(String login, String role) {
        sql.with((Handle handle) ->
                handle.execute("delete from platform.user_role where login = ? and role = ?", login, role));
    }

    private static Set<String> known(Set<String> roles) {
        for (var role : roles) {
            if (!Role.ALL.contains(role)) {
                throw new Problem(PlatformProblem.ROLE_UNKNOWN, role).at("/roles");
            }
        }
        if (roles.isEmpty()) {
            throw new Problem(PlatformProblem.FIELD_REQUIRED, "roles").at("/roles");
        }
        return new TreeSet<>(roles);
    }

    private static String name(String name) {
        var clean = required(name, "name");
        if (clean.length() > LONGEST_NAME) {
            throw new Problem(PlatformProblem.TEXT_TOO_LONG, "name", LONGEST_NAME).at("/name");
        }
        return clean;
    }

    private static String required(String text, String field) {
        if (text.isBlank()) {
            throw new Problem(PlatformProblem.FIELD_REQUIRED, field).at("/" + field);
        }
        return text.strip();
    }

    /** What the record of changes keeps of a user: all but the password. */
    private static Map<String, @Nullable Object> facts(UserView user) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("name", user.name());
        facts.put("organisation", user.organisation());
        facts.put("roles", user.roles());
        facts.put("active", user.active());
        facts.put("handoverUntil", user.handoverUntil());
        facts.put("lockedUntil", user.lockedUntil());
        return facts;
    }
}
