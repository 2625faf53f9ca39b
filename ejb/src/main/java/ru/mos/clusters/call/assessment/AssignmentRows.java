package ru.mos.clusters.call.assessment;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.EXPERT;
import static ru.mos.clusters.platform.Role.GCKR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Sql;

/** Assignments as the database keeps them. Who sees one is a condition of every query: an expert their own. */
@ApplicationScoped
class AssignmentRows {

    static final List<String> STAFF = List.of(DEPARTMENT, GCKR, CHIEF, AUDITOR);

    private static final String ASSIGNMENTS = """
            select g.*, c.number as call_number, a.number, a.applicant, p.title, u.name, l.at
            """;

    private static final String FROM = """
              from call.assignment g
              join call.call c on c.id = g.call_id
              join platform.app_user u on u.login = g.expert
              join platform.change l on l.id = g.changed_by
              left join call.application a on a.id = g.application_id
              left join project.project p on p.id = a.project_id
             where (:staff or g.expert = :me)
            """;

    private static final String MATCHING = """
               and (cast(:call as uuid) is null or g.call_id = cast(:call as uuid))
               and (cast(:application as uuid) is null or g.application_id = cast(:application as uuid))
               and (cast(:expert as text) is null or g.expert = :expert)
               and (cast(:state as text) is null or g.state = :state)
            """;

    @Inject
    private Sql sql;

    @Inject
    private Caller caller;

    /** An assignment as stored. */
    record Kept(
            UUID id,
            UUID call,
            long callNumber,
            @Nullable UUID application,
            long number,
            @Nullable String title,
            @Nullable Inn applicant,
            String expert,
            String expertName,
            AssignmentState state,
            @Nullable String because,
            LocalDate due,
            @Nullable Instant changedAt,
            long version,
            long recordedBy) {

        String code() {
            return application == null ? "C-" + callNumber : "З-" + number;
        }

        AssignmentView view(Caller caller) {
            boolean own = expert.equals(caller.login());
            return new AssignmentView(
                    id,
                    call,
                    "C-" + callNumber,
                    application,
                    application == null ? null : code(),
                    title,
                    applicant,
                    expert,
                    expertName,
                    state,
                    because,
                    due,
                    changedAt,
                    AssignmentLifecycle.TABLE
                            .open(state, role -> caller.hasRole(role) && (own || !role.equals(EXPERT)))
                            .stream()
                            .filter(action -> application != null || action != AssignmentAction.SCORE)
                            .toList(),
                    version);
        }
    }

    Optional<Kept> find(UUID id) {
        return sql.with(handle -> seen(handle, ASSIGNMENTS + FROM + " and g.id = :id")
                .bind("id", id)
                .map((row, context) -> kept(row))
                .findOne());
    }

    /** Nobody else changes it before the transaction ends; empty also for one the caller does not see. */
    Optional<Kept> lock(UUID id) {
        sql.with(handle -> handle.createQuery("select id from call.assignment where id = :id for no key update")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne());
        return find(id);
    }

    /** The latest first. */
    List<Kept> list(AssignmentFilter filter, @Nullable Long before, int most) {
        return sql.with(handle -> filtered(seen(handle, ASSIGNMENTS + FROM + MATCHING + """
                                 and (cast(:before as bigint) is null or g.recorded_by < :before)
                               order by g.recorded_by desc
                               limit :most"""), filter)
                .bind("before", before)
                .bind("most", most)
                .map((row, context) -> kept(row))
                .list());
    }

    long count(AssignmentFilter filter) {
        return sql.with(handle -> filtered(seen(handle, "select count(*)" + FROM + MATCHING), filter)
                .mapTo(Long.class)
                .one());
    }

    private Query seen(Handle handle, String query) {
        return handle.createQuery(query)
                .bind("staff", STAFF.stream().anyMatch(caller::hasRole))
                .bind("me", caller.login());
    }

    private static Query filtered(Query query, AssignmentFilter filter) {
        return query.bind("call", filter.call())
                .bind("application", filter.application())
                .bind("expert", filter.expert())
                .bind("state", filter.state());
    }

    void insert(
            UUID id,
            UUID call,
            @Nullable UUID application,
            String expert,
            AssignmentState state,
            LocalDate due,
            long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into call.assignment (id, call_id, application_id, expert, state, due, recorded_by, changed_by)
                        values (:id, :call, cast(:application as uuid), :expert, :state, :due, :change, :change)""")
                .bind("id", id)
                .bind("call", call)
                .bind("application", application)
                .bind("expert", expert)
                .bind("state", state)
                .bind("due", due)
                .bind("change", change)
                .execute());
    }

    void move(UUID id, AssignmentState state, @Nullable String because, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update call.assignment
                           set state = :state, because = coalesce(:because, because), version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("id", id)
                .bind("state", state)
                .bind("because", because)
                .bind("change", change)
                .execute());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getObject("call_id", UUID.class),
                row.getLong("call_number"),
                row.getObject("application_id", UUID.class),
                row.getLong("number"),
                row.getString("title"),
                ExpertRows.inn(row.getString("applicant")),
                row.getString("expert"),
                row.getString("name"),
                AssignmentState.valueOf(row.getString("state")),
                row.getString("because"),
                row.getObject("due", LocalDate.class),
                AssessmentRows.instant(row, "at"),
                row.getLong("version"),
                row.getLong("recorded_by"));
    }
}
