package ru.mos.clusters.platform;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Counts refused log-ins and locks a login after five in a row for a quarter of an hour. The lock itself is enforced
 * where passwords are checked, so it holds for every door.
 */
@Stateless
@PermitAll
public class LogIns {

    /** Refusals in a row that lock. */
    public static final int LIMIT = 5;

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    /** The version of what the login may do now; empty when it is unknown, inactive or locked. */
    public Optional<Long> version(String login) {
        return sql.with(handle ->
                handle.createQuery("""
                        select platform.rights_version(login) from platform.app_user
                         where login = :login and active and (locked_until is null or locked_until < platform.now())""").bind("login", login).mapTo(Long.class).findOne());
    }

    /**
     * What a page needs to know of its reader, in one question.
     *
     * @param version of the rights, as {@link #version}
     * @param tasks open tasks of the person and of their roles, counted up to 100
     */
    public record Standing(long version, long tasks) {}

    /** Version of the rights and number of tasks; empty when the login is unknown, inactive or locked. */
    public Optional<Standing> standing(String login) {
        return sql.with(handle -> handle.createQuery("""
                        select platform.rights_version(u.login) as version, count(t.id) as tasks
                          from platform.app_user u
                          left join lateral (select t.id
                                               from platform.task t
                                              where t.closed_by is null and t.except_login is distinct from u.login
                                                and (t.login = u.login
                                                     or t.login in (select d.deputised from platform.deputising d
                                                                     where d.deputy = u.login)
                                                     or t.login is null
                                                        and t.role in (select r.role from platform.role_in_force r
                                                                        where r.login = u.login))
                                              limit 100) t on true
                         where u.login = :login and u.active
                           and (u.locked_until is null or u.locked_until < platform.now())
                         group by u.login""")
                .bind("login", login)
                .mapTo(Standing.class)
                .findOne());
    }

    /**
     * Who a login is, for greeting.
     *
     * @param organisation its name; empty where the person belongs to none
     */
    public record Known(String name, String organisation) {}

    /** Name and organisation. @throws Problem {@code user-unknown} */
    public Known person(String login) {
        return sql.with(handle -> handle.createQuery("""
                        select u.name, coalesce(o.name, '') as organisation
                          from platform.app_user u
                          left join platform.organisation o on o.id = u.organisation_id
                         where u.login = :login""")
                        .bind("login", login)
                        .mapTo(Known.class)
                        .findOne())
                .orElseThrow(() -> new Problem(PlatformProblem.USER_UNKNOWN, login));
    }

    /** A right password, or the word of the log-in provider: the count starts anew. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void succeeded(String login, String door) {
        sql.with(handle -> handle.createUpdate("""
                        update platform.app_user set failed_count = 0, locked_until = null
                         where login = :login and (failed_count > 0 or locked_until is not null)""").bind("login", login).execute());
        changes.recordBy(login, "LOGGED_IN", "USER", login, null, java.util.Map.of("door", door));
    }

    /** A wrong password, an unknown, inactive or locked login. Who has no password here cannot be locked out by guesses. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void failed(String login, String door) {
        var shown = login.length() > 40 ? login.substring(0, 40) : login;
        var clean = shown.replaceAll("\\p{Cntrl}", "?");
        boolean locked = sql.with(handle -> handle.createQuery("""
                        update platform.app_user
                           set failed_count = case when locked_until < platform.now() then 1 else failed_count + 1 end,
                               locked_until = case when failed_count + 1 >= :limit
                                                        and (locked_until is null or locked_until >= platform.now())
                                                   then platform.now() + interval '15 minutes' end
                         where login = :login and active
                           and (locked_until is null or locked_until < platform.now())
                           and not exists (select from platform.provided_person p where p.login = app_user.login)
                        returning locked_until is not null""")
                .bind("login", clean)
                .bind("limit", LIMIT)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
        changes.recordBy(
                clean, locked ? "LOGIN_LOCKED" : "LOGIN_REFUSED", "USER", clean, null, java.util.Map.of("door", door));
    }
}
