package ru.mos.clusters.call.application;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.Sql;

/**
 * Applications as the database keeps them. Who may see one is a condition of every query: applicants and programs those of
 * their own organisations, staff what was sent or handed in on paper.
 */
@ApplicationScoped
class ApplicationStore {

    private static final List<String> STAFF = List.of(DEPARTMENT, CHIEF, GCKR, COMMISSION, ACCOUNTANT, AUDITOR);

    private static final String APPLICATIONS = """
            select a.*, c.number as call_number, p.title,
                   (select o.name from platform.organisation o where o.inn = a.applicant order by o.name limit 1) as applicant_name
            """;

    private static final String FROM = """
              from call.application a
              join call.call c on c.id = a.call_id
              join project.project p on p.id = a.project_id
            """;

    private static final String VISIBLE = """
             where (:staff and (a.round > 0 or a.channel = 'PAPER')
                    or :papers and a.channel = 'PAPER'
                    or a.applicant in (select o.inn
                                         from platform.app_user u
                                         join platform.organisation o on o.id = u.organisation_id
                                        where u.login = :me and :person
                                        union
                                       select m.inn from platform.mandate m
                                        where m.login = :me
                                          and m.valid_from <= platform.today() and platform.today() < m.valid_until))
            """;

    @Inject
    private Sql sql;

    @Inject
    private Caller caller;

    /** An application as stored. */
    record Kept(
            UUID id,
            long number,
            UUID call,
            long callNumber,
            UUID project,
            @Nullable String title,
            Inn applicant,
            @Nullable String applicantName,
            ApplicationChannel channel,
            ApplicationState state,
            int round,
            @Nullable Instant submittedAt,
            ApplicationAnswers answers,
            @Nullable Integer projectEdition,
            @Nullable String signedBy,
            @Nullable JsonNode signatory,
            @Nullable LocalDate correctTo,
            @Nullable String checkedBy,
            @Nullable String because,
            @Nullable String journal,
            @Nullable Instant arrivedAt,
            @Nullable UUID scan,
            long version,
            long recordedBy) {

        String code() {
            return "З-" + number;
        }

        /** As somebody with these roles may see it. */
        ApplicationView view(Predicate<String> hasRole) {
            boolean staff = STAFF.stream().anyMatch(hasRole);
            return new ApplicationView(
                    id,
                    code(),
                    call,
                    "C-" + callNumber,
                    project,
                    title,
                    applicant,
                    applicantName,
                    channel,
                    state,
                    round,
                    submittedAt,
                    correctTo,
                    staff ? checkedBy : null,
                    because,
                    ApplicationLifecycle.open(state, channel, hasRole),
                    version);
        }
    }

    void insert(UUID id, UUID call, UUID project, Inn applicant, ApplicationChannel channel, Object answers, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into call.application (id, call_id, project_id, applicant, channel, state, answers, recorded_by, changed_by)
                        values (:id, :call, :project, :applicant, :channel, 'DRAFT', cast(:answers as jsonb), :change, :change)""")
                .bind("id", id)
                .bind("call", call)
                .bind("project", project)
                .bind("applicant", applicant)
                .bind("channel", channel)
                .bind("answers", Json.write(answers))
                .bind("change", change)
                .execute());
    }

    /** The next state and why. */
    void move(UUID id, ApplicationState state, @Nullable String because, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update call.application
                           set state = :state, because = coalesce(:because, because), version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("id", id)
                .bind("state", state)
                .bind("because", because)
                .bind("change", change)
                .execute());
    }

    /** Whoever asks. */
    Optional<Kept> any(UUID id) {
        return sql.with(handle -> handle.createQuery(APPLICATIONS + FROM + " where a.id = :id")
                .bind("id", id)
                .map((row, context) -> kept(row))
                .findOne());
    }

    /** What was received, in its order. */
    List<SubmissionView> rounds(UUID id) {
        return sql.with(handle -> handle.createQuery("select s.* from call.submission s where s.application_id = :id order by s.round")
                .bind("id", id)
                .map((row, context) -> submission(row))
                .list());
    }

    private static SubmissionView submission(ResultSet row) throws SQLException {
        return new SubmissionView(
                row.getObject("application_id", UUID.class),
                row.getInt("round"),
                row.getInt("call_edition"),
                row.getInt("project_edition"),
                ApplicationAnswers.read(Objects.requireNonNull(Json.tree(row.getString("answers")))),
                Json.tree(row.getString("signatory")),
                row.getString("submitted_by"),
                row.getString("certified_by"),
                Objects.requireNonNull(instant(row, "received_at")),
                row.getString("receipt"),
                row.getString("digest"));
    }

    /** Nobody else changes it before the transaction ends; empty also for one the caller does not see. */
    Optional<Kept> lock(UUID id) {
        sql.with(handle -> handle.createQuery("select id from call.application where id = :id for update")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne());
        return find(id);
    }

    /** Empty also for one the caller does not see. */
    Optional<Kept> find(UUID id) {
        return sql.with(handle -> seen(handle, APPLICATIONS + FROM + VISIBLE + " and a.id = :id")
                .bind("id", id)
                .map((row, context) -> kept(row))
                .findOne());
    }

    /** The latest first. */
    List<Kept> list(ApplicationFilter filter, @Nullable Long before, int most) {
        return sql.with(handle -> filtered(seen(handle, APPLICATIONS + FROM + VISIBLE + MATCHING + """
                                 and (cast(:before as bigint) is null or a.number < :before)
                               order by a.number desc
                               limit :most"""), filter)
                .bind("before", before)
                .bind("most", most)
                .map((row, context) -> kept(row))
                .list());
    }

    long count(ApplicationFilter filter) {
        return sql.with(handle -> filtered(seen(handle, "select count(*)" + FROM + VISIBLE + MATCHING), filter)
                .mapTo(Long.class)
                .one());
    }

    private static final String MATCHING = """
               and (cast(:call as uuid) is null or a.call_id = :call)
               and (cast(:project as uuid) is null or a.project_id = :project)
               and (cast(:state as text) is null or a.state = :state)
            """;

    private static Query filtered(Query query, ApplicationFilter filter) {
        return query.bind("call", filter.call())
                .bind("project", filter.project())
                .bind("state", filter.state());
    }

    private Query seen(Handle handle, String query) {
        return handle.createQuery(query)
                .bind("staff", STAFF.stream().anyMatch(caller::hasRole))
                .bind("papers", caller.hasRole(INFRASTRUCTURE))
                .bind("person", caller.hasRole(APPLICANT))
                .bind("me", caller.login());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("call_id", UUID.class),
                row.getLong("call_number"),
                row.getObject("project_id", UUID.class),
                row.getString("title"),
                new Inn(row.getString("applicant")),
                row.getString("applicant_name"),
                ApplicationChannel.valueOf(row.getString("channel")),
                ApplicationState.valueOf(row.getString("state")),
                row.getInt("round"),
                instant(row, "submitted_at"),
                ApplicationAnswers.read(Objects.requireNonNull(Json.tree(row.getString("answers")))),
                row.getObject("project_edition", Integer.class),
                row.getString("signed_by"),
                Json.tree(row.getString("signatory")),
                row.getObject("correct_to", LocalDate.class),
                row.getString("checked_by"),
                row.getString("because"),
                row.getString("journal"),
                instant(row, "arrived_at"),
                row.getObject("scan", UUID.class),
                row.getLong("version"),
                row.getLong("recorded_by"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
