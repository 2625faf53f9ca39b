package ru.mos.clusters.platform;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.EXPERT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has to do: a role, or one person. Other capabilities open and close tasks as part of what they do; people
 * close what is done by hand.
 */
@Stateless
@DenyAll
public class Tasks {

    /** Open, and the caller's own, of whom the caller stands in for, or of a role of the caller. */
    private static final String OF_CALLER = """
            t.closed_by is null
              and (t.login = :me
                   or t.login in (select d.deputised from platform.deputising d where d.deputy = :me)
                   or t.login is null and t.role in (select r.role from platform.role_in_force r where r.login = :me))
              and t.except_login is distinct from :me
            """;

    private static final String TASKS = """
            select t.id, t.kind, t.role, t.login, t.subject_kind, t.subject, t.facts, t.due,
                   coalesce(t.due < platform.today(), false) as overdue, c.at as opened_at
              from platform.task t
              join platform.change c on c.id = t.opened_by
            """;

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    /** Who has to do it: whoever has the role, but for one person perhaps, or one person. */
    public record Doer(
            @Nullable String role,
            @Nullable String login,
            @Nullable String except) {
        /** Whoever has the role first. */
        public static Doer role(String role) {
            return new Doer(role, null, null);
        }

        /** Whoever has the role first, but not the person whose deed is to be confirmed. */
        public static Doer second(String role, String first) {
            return new Doer(role, null, first);
        }

        /** One person. */
        public static Doer person(String login) {
            return new Doer(null, login, null);
        }
    }

    /**
     * Opens a task, unless one of this kind is open about this subject already: that one then takes over facts and due
     * date, and stays with its doer.
     *
     * @param facts what its text speaks of, by the names in {@code task.<kind>}
     */
    @PermitAll
    public UUID open(
            String kind, Doer doer, String subjectKind, String subject, Map<String, ?> facts, @Nullable LocalDate due) {
        var same = find(kind, subjectKind, subject);
        return same.isPresent()
                ? renew(same.get(), facts, due)
                : insert(UUID.randomUUID(), kind, doer, subjectKind, subject, facts, due);
    }

    private UUID insert(
            UUID id,
            String kind,
            Doer doer,
            String subjectKind,
            String subject,
            Map<String, ?> facts,
            @Nullable LocalDate due) {
        var opened = new LinkedHashMap<String, Object>();
        opened.put("task", kind);
        opened.put("facts", facts);
        if (doer.login() != null) {
            opened.put("login", doer.login());
        } else if (doer.role() != null) {
            opened.put("role", doer.role());
        }
        long change = changes.record("TASK_OPENED", subjectKind, subject, null, opened);
        return sql.with(handle -> handle.createQuery("""
                        insert into platform.task (id, kind, role, login, except_login, subject_kind, subject, facts, due, opened_by)
                        values (:id, :kind, :role, :login, :except, :subjectKind, :subject, cast(:facts as jsonb), cast(:due as date), :change)
                        on conflict (kind, subject_kind, subject) where closed_by is null
                        do update set facts = excluded.facts, due = excluded.due
                        returning id""")
                .bind("id", id)
                .bind("kind", kind)
                .bind("role", doer.role())
                .bind("login", doer.login())
                .bind("except", doer.except())
                .bind("subjectKind", subjectKind)
                .bind("subject", subject)
                .bind("facts", Json.write(facts))
                .bind("due", due)
                .bind("change", change)
                .mapTo(UUID.class)
                .one());
    }

    private UUID renew(UUID id, Map<String, ?> facts, @Nullable LocalDate due) {
        sql.with(handle -> handle.createUpdate(
                        "update platform.task set facts = cast(:facts as jsonb), due = cast(:due as date) where id = :id")
                .bind("facts", Json.write(facts))
                .bind("due", due)
                .bind("id", id)
                .execute());
        return id;
    }

    private Optional<UUID> find(String kind, String subjectKind, String subject) {
        return sql.with(handle -> handle.createQuery("""
                        select id from platform.task
                         where kind = :kind and subject_kind = :subjectKind and subject = :subject
                           and closed_by is null""")
                .bind("kind", kind)
                .bind("subjectKind", subjectKind)
                .bind("subject", subject)
                .mapTo(UUID.class)
                .findOne());
    }

    /** Closes the open task of this kind about this subject, if there is one: what it asked for has been done. */
    @PermitAll
    public void done(String kind, String subjectKind, String subject) {
        find(kind, subjectKind, subject).ifPresent(id -> end(id, kind, subjectKind, subject, null));
    }

    /**
     * Closes a task of the caller by hand.
     *
     * @param note what was done, for the record
     * @throws Problem {@code task-unknown} also for a task of somebody else
     */
    @RolesAllowed("**")
    public void close(UUID id, @Nullable String note) {
        var task = sql.with(handle -> handle.createQuery(
                                "select t.kind, t.subject_kind, t.subject from platform.task t where t.id = :id and "
                                        + OF_CALLER)
                        .bind("id", id)
                        .bind("me", caller.login())
                        .mapToMap()
                        .findOne())
                .orElseThrow(() -> new Problem(PlatformProblem.TASK_UNKNOWN));
        end(id, text(task, "kind"), text(task, "subject_kind"), text(task, "subject"), note);
    }

    private static String text(Map<String, Object> row, String column) {
        return (String) Objects.requireNonNull(row.get(column));
    }

    private void end(UUID id, String kind, String subjectKind, String subject, @Nullable String note) {
        var after = note == null || note.isBlank() ? null : Map.of("note", note.strip());
        long change = changes.record("TASK_CLOSED", subjectKind, subject, Map.of("task", kind), after);
        sql.with(handle -> handle.createUpdate("update platform.task set closed_by = :change where id = :id")
                .bind("change", change)
                .bind("id", id)
                .execute());
    }

    /** Open tasks about a subject, whoever has to do them: by due date, those without one last. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR})
    public List<TaskView> about(String subjectKind, String subject) {
        return sql.with(handle -> handle.createQuery(TASKS + """
                         where t.closed_by is null and t.subject_kind = :kind and t.subject = :subject
                         order by coalesce(t.due, 'infinity'), t.id""")
                .bind("kind", subjectKind)
                .bind("subject", subject)
                .map((row, context) -> TaskView.of(row))
                .list());
    }

    /** Open tasks of the caller and of the caller's roles: overdue first, then by due date, those without one last. */
    @RolesAllowed("**")
    public Slice<TaskView> mine(PageRequest page) {
        boolean first = page.after().isEmpty();
        var rows = sql.with(handle -> handle.createQuery(TASKS + """
                         where %s
                           and (:first or (coalesce(t.due, 'infinity'), t.id) > (cast(:due as date), cast(:id as uuid)))
                         order by coalesce(t.due, 'infinity'), t.id
                         limit :limit""".formatted(OF_CALLER))
                .bind("me", caller.login())
                .bind("first", first)
                .bind("due", first ? null : page.after().get(0))
                .bind("id", first ? null : page.after().get(1))
                .bind("limit", page.fetch())
                .map((row, context) -> TaskView.of(row))
                .list());
        return Slice.of(
                rows,
                page,
                task -> List.of(
                        task.due() == null ? "infinity" : task.due().toString(),
                        task.id().toString()));
    }

    /** How many there are. */
    @RolesAllowed("**")
    public long countMine() {
        return sql.with(handle -> handle.createQuery("select count(*) from platform.task t where " + OF_CALLER)
                .bind("me", caller.login())
                .mapTo(Long.class)
                .one());
    }
}
