package ru.mos.clusters.platform;

import static ru.mos.clusters.platform.Role.ADMIN;
import static ru.mos.clusters.platform.Role.AUDITOR;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads the record of changes: who did what to what, when, from where, and what was there before and after. */
@Stateless
@DenyAll
public class AuditTrail {

    /** Records are counted so far; a count above means "more". */
    public static final long MOST_COUNTED = 100_000;

    @Inject
    private Sql sql;

    /** The first record that does not follow from the one before: somebody got at the database behind our back. */
    public record BrokenSeal(long id, Instant at) {}

    /** Records, the latest first. */
    @RolesAllowed({AUDITOR, ADMIN})
    public Slice<AuditEntry> search(AuditFilter filter, PageRequest page) {
        var conditions = conditions(filter);
        if (!page.after().isEmpty()) {
            conditions.add("c.at < cast(:after as timestamptz)");
        }
        var rows = sql.with(handle -> {
            var query = bind(handle.createQuery("""
                            select c.id, c.at, c.actor, u.name as actor_name, c.deputising, c.address, c.action, c.subject_kind,
                                   c.subject, c.before, c.after
                              from platform.change c
                              left join platform.app_user u on u.login = c.actor
                             where %s
                             order by c.at desc
                             limit :limit""".formatted(String.join(" and ", conditions))), filter);
            if (!page.after().isEmpty()) {
                query.bind("after", page.after().get(0));
            }
            return query.bind("limit", page.fetch())
                    .map((row, context) -> entry(row))
                    .list();
        });
        return Slice.of(
                rows, page, entry -> List.of(entry.at().atOffset(ZoneOffset.UTC).toString()));
    }

    /** How many there are, counted up to {@link #MOST_COUNTED} and one. */
    @RolesAllowed({AUDITOR, ADMIN})
    public long count(AuditFilter filter) {
        return sql.with(handle -> bind(
                        handle.createQuery("select count(*) from (select from platform.change c where "
                                + String.join(" and ", conditions(filter)) + " limit " + (MOST_COUNTED + 1) + ") f"),
                        filter)
                .mapTo(Long.class)
                .one());
    }

    /** Fixed conditions for what is asked, none for what is not, so that an index can serve. */
    private static List<String> conditions(AuditFilter filter) {
        var conditions = new ArrayList<String>();
        conditions.add("c.at is not null");
        add(conditions, filter.who(), """
                (c.actor = :who or c.actor in (select p.login from platform.app_user p
                                                where replace(lower(p.name), 'ё', 'е') like :name))""");
        add(conditions, filter.action(), "c.action = :action");
        add(conditions, filter.subjectKind(), "c.subject_kind = :subjectKind");
        add(conditions, filter.subject(), "c.subject = :subject");
        add(conditions, filter.address(), "c.address = :address");
        add(conditions, filter.from(), "c.at >= cast(:from as date)::timestamp at time zone 'Europe/Moscow'");
        add(conditions, filter.until(), "c.at < (cast(:until as date) + 1)::timestamp at time zone 'Europe/Moscow'");
        return conditions;
    }

    private static void add(List<String> conditions, @Nullable Object asked, String condition) {
        if (asked != null) {
            conditions.add(condition);
        }
    }

    private static Query bind(Query query, AuditFilter filter) {
        if (filter.who() != null) {
            var name = filter.who().toLowerCase(Locale.ROOT).replace('ё', 'е').replaceAll("[\\\\%_]", "\\\\$0");
            query.bind("who", filter.who()).bind("name", "%" + name + "%");
        }
        bind(query, "action", filter.action());
        bind(query, "subjectKind", filter.subjectKind());
        bind(query, "subject", filter.subject());
        bind(query, "address", filter.address());
        bind(query, "from", filter.from());
        bind(query, "until", filter.until());
        return query;
    }

    private static void bind(Query query, String name, @Nullable Object asked) {
        if (asked != null) {
            query.bind(name, asked);
        }
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("deputising"),
                row.getString("address"),
                row.getString("action"),
                row.getString("subject_kind"),
                row.getString("subject"),
                Json.tree(row.getString("before")),
                Json.tree(row.getString("after")));
    }

    /** What has ever been done, and to what, for choosing from. */
    public record Choices(List<String> actions, List<String> subjectKinds) {}

    /** Deeds and kinds of things they were done to, in one statement. */
    @RolesAllowed({AUDITOR, ADMIN})
    public Choices choices() {
        record Choice(boolean action, String word) {}
        var all = sql.with(handle -> handle.createQuery("""
                        with recursive act as (
                            (select action from platform.change order by action limit 1)
                            union all
                            select (select c.action from platform.change c where c.action > a.action order by c.action limit 1)
                              from act a
                             where a.action is not null),
                        kind as (
                            (select subject_kind from platform.change order by subject_kind limit 1)
                            union all
                            select (select c.subject_kind from platform.change c
                                     where c.subject_kind > k.subject_kind order by c.subject_kind limit 1)
                              from kind k
                             where k.subject_kind is not null)
                        select true as action, action as word from act where action is not null
                         union all
                        select false, subject_kind from kind where subject_kind is not null
                         order by word""").mapTo(Choice.class).list());
        return new Choices(
                all.stream().filter(Choice::action).map(Choice::word).toList(),
                all.stream()
                        .filter(choice -> !choice.action())
                        .map(Choice::word)
                        .toList());
    }

    /** Recomputes the seals of all records; empty when nothing was tampered with. */
    @RolesAllowed({AUDITOR, ADMIN})
    public Optional<BrokenSeal> brokenSeal() {
        return sql.with(handle -> handle.createQuery("select id, at from platform.broken_seal()")
                .mapTo(BrokenSeal.class)
                .findOne());
    }
}
