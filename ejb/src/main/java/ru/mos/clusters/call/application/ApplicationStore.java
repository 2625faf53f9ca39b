package ru.mos.clusters.call.application;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import ru.mos.clusters.call.application.ApplicationAnswers.Attachment;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;

/**
 * Applications as the database keeps them. Who may see one is a condition of every query: applicants and programs those of
 * their own organisations, staff what was sent or handed in on paper, the infrastructure those papers that the same person
 * took in.
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

    /** INN of those for whom the caller speaks today. */
    private static final String OWN = """
        select o.inn
          from platform.app_user u
          join platform.organisation o on o.id = u.organisation_id
         where u.login = :me and :person
         union
        select m.inn from platform.mandate m
         where m.login = :me and m.ended_by is null
           and m.valid_from <= platform.today() and platform.today() < m.valid_until\
        """;

    private static final String VISIBLE = """
         where (:staff and (a.round > 0 or a.channel = 'PAPER')
                or :papers and a.channel = 'PAPER'
                   and exists (select from platform.change g where g.id = a.recorded_by and g.actor = :me)
                or a.applicant in (%s))
        """.formatted(OWN);

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
                    isStaff(hasRole) ? checkedBy : null,
                    because,
                    ApplicationLifecycle.open(state, channel, hasRole),
                    version);
        }
    }

    /** Whether somebody with these roles sees who does what inside. */
    static boolean isStaff(Predicate<String> hasRole) {
        return STAFF.stream().anyMatch(hasRole);
    }

    void insert(
            UUID id, UUID call, UUID project, Inn applicant, ApplicationChannel channel, Object answers, long change) {
        sql.with(handle -> handle.createUpdate("""
            insert into call.application (id, call_id, project_id, applicant, channel, state, answers, recorded_by, changed_by)
            values (:id, :call, :project, :applicant, :channel, 'DRAFT', cast(:answers as jsonb), :change, :change)\
            """)
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
             where id = :id\
            """)
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
        return sql.with(handle -> handle.createQuery(
                        "select s.* from call.submission s where s.application_id = :id order by s.round")
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

    /** The call stays as it is before the transaction ends; taken before the application. */
    void holdCall(UUID id) {
        sql.with(handle ->
                handle.createQuery("""
                    select c.id from call.call c
                     where c.id = (select a.call_id from call.application a where a.id = :id) for share\
                    """).bind("id", id).mapTo(UUID.class).findOne());
    }

    void answers(UUID id, ApplicationAnswers answers, long change) {
        sql.with(handle -> handle.createUpdate("""
            update call.application
               set answers = cast(:answers as jsonb), version = version + 1, changed_by = :change
             where id = :id\
            """)
                .bind("id", id)
                .bind("answers", Json.write(answers))
                .bind("change", change)
                .execute());
    }

    void paper(UUID id, String journal, Instant arrivedAt, UUID scan, long change) {
        sql.with(handle -> handle.createUpdate("""
            update call.application
               set journal = :journal, arrived_at = :arrivedAt, scan = :scan, version = version + 1,
                   changed_by = :change
             where id = :id\
            """)
                .bind("id", id)
                .bind("journal", journal)
                .bind("arrivedAt", arrivedAt)
                .bind("scan", scan)
                .bind("change", change)
                .execute());
    }

    /** The scan of a paper, in the form of an attached file. */
    Attachment scan(UUID file) {
        return sql.with(handle -> handle.createQuery("""
            select '' as requirement, id as file, file_name, media_type, size, sha256
              from platform.document where id = :file\
            """)
                .bind("file", file)
                .mapTo(Attachment.class)
                .one());
    }

    /** Signed, or, with null, written on. */
    void sign(
            UUID id,
            ApplicationState state,
            @Nullable String by,
            @Nullable Object signatory,
            @Nullable Integer projectEdition,
            long change) {
        sql.with(handle -> handle.createUpdate("""
            update call.application
               set state = :state, signed_by = :by, signatory = cast(:signatory as jsonb),
                   project_edition = cast(:edition as integer), version = version + 1, changed_by = :change
             where id = :id\
            """)
                .bind("id", id)
                .bind("state", state)
                .bind("by", by)
                .bind("signatory", Json.write(signatory))
                .bind("edition", projectEdition)
                .bind("change", change)
                .execute());
    }

    /** Keeps a round; the database gives it its instant and its receipt, or refuses it. */
    SubmissionView receive(Kept kept, int callEdition, String signedBy, String certifiedBy, long change) {
        int edition = Objects.requireNonNull(kept.projectEdition());
        return sql.with(handle -> handle.createQuery("""
            insert into call.submission (application_id, round, call_id, call_edition, project_id, project_edition,
                                         answers, signatory, submitted_by, certified_by, received_at, receipt, digest,
                                         recorded_by)
            select :id, :round, :call, :callEdition, :project, :edition, cast(:answers as jsonb),
                   cast(:signatory as jsonb), :signedBy, :certifiedBy, platform.now(), '',
                   encode(sha256(convert_to(:answers || e.digest || :callEdition, 'UTF8')), 'hex'), :change
              from project.edition e
             where (e.project_id, e.number) = (:project, :edition)
            returning *\
            """)
                .bind("id", kept.id())
                .bind("round", kept.round() + 1)
                .bind("call", kept.call())
                .bind("callEdition", callEdition)
                .bind("project", kept.project())
                .bind("edition", edition)
                .bind("answers", Json.write(kept.answers()))
                .bind("signatory", Json.write(kept.signatory()))
                .bind("signedBy", signedBy)
                .bind("certifiedBy", certifiedBy)
                .bind("change", change)
                .map((row, context) -> submission(row))
                .one());
    }

    void received(UUID id, ApplicationState state, SubmissionView round, long change) {
        sql.with(handle -> handle.createUpdate("""
            update call.application
               set state = :state, round = :round, submitted_at = coalesce(submitted_at, :at), correct_to = null,
                   version = version + 1, changed_by = :change
             where id = :id\
            """)
                .bind("id", id)
                .bind("state", state)
                .bind("round", round.round())
                .bind("at", round.receivedAt())
                .bind("change", change)
                .execute());
    }

    /** What a formal check came to; the project of a returned one is written on. */
    void check(UUID id, ApplicationState state, CheckView check, long change) {
        var ground = check.ground();
        sql.with(handle -> handle.createUpdate("""
            insert into call.formal_check (application_id, round, outcome, remarks, act, act_edition, paragraph,
                                           reason, correct_to, project_check, conclusion, checked_by, recorded_by)
            values (:id, :round, :outcome, cast(:remarks as jsonb), :act, cast(:edition as date), :paragraph,
                    :reason, cast(:correctTo as date), cast(:standing as jsonb), :conclusion, :by, :change)\
            """)
                .bind("id", id)
                .bind("round", check.round())
                .bind("outcome", check.outcome())
                .bind("remarks", Json.write(check.remarks()))
                .bind("act", ground == null ? null : ground.act())
                .bind("edition", ground == null ? null : ground.edition())
                .bind("paragraph", ground == null ? null : ground.paragraph())
                .bind("reason", ground == null ? null : ground.reason())
                .bind("correctTo", check.correctTo())
                .bind("standing", Json.write(check.standing()))
                .bind("conclusion", check.conclusion())
                .bind("by", check.checkedBy())
                .bind("change", change)
                .execute());
        sql.with(handle -> handle.createUpdate("""
            update call.application
               set state = :state, checked_by = :by, correct_to = cast(:correctTo as date), because = :because,
                   project_edition = case when :returned then null else project_edition end,
                   version = version + 1, changed_by = :change
             where id = :id\
            """)
                .bind("id", id)
                .bind("state", state)
                .bind("by", check.checkedBy())
                .bind("correctTo", check.correctTo())
                .bind("because", ground == null ? null : ground.reason())
                .bind("returned", check.outcome() == CheckOutcome.RETURNED)
                .bind("change", change)
                .execute());
    }

    /** How often it was returned. */
    int returned(UUID id) {
        return sql.with(handle -> handle.createQuery(
                        "select count(*) from call.formal_check where application_id = :id and outcome = 'RETURNED'")
                .bind("id", id)
                .mapTo(Integer.class)
                .one());
    }

    /** Formal checks in their order; who did them for who sees that. */
    List<CheckView> checks(UUID id, boolean named) {
        return sql.with(handle -> handle.createQuery("""
            select f.*, c.at
              from call.formal_check f
              join platform.change c on c.id = f.recorded_by
             where f.application_id = :id
             order by f.recorded_by\
            """)
                .bind("id", id)
                .map((row, context) -> check(row, named))
                .list());
    }

    private static CheckView check(ResultSet row, boolean named) throws SQLException {
        var act = row.getString("act");
        try {
            return new CheckView(
                    row.getInt("round"),
                    CheckOutcome.valueOf(row.getString("outcome")),
                    List.of(Json.mapper().readValue(row.getString("remarks"), CheckView.Remark[].class)),
                    act == null
                            ? null
                            : new CheckView.Ground(
                                    act,
                                    row.getObject("act_edition", LocalDate.class),
                                    row.getString("paragraph"),
                                    row.getString("reason")),
                    row.getObject("correct_to", LocalDate.class),
                    row.getString("project_check") == null
                            ? null
                            : Json.mapper().readValue(row.getString("project_check"), ProjectStanding.class),
                    row.getString("conclusion"),
                    named ? row.getString("checked_by") : null,
                    instant(row, "at"));
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("a stored check cannot be read", defect);
        }
    }

    /** Whether the commission has adopted something about it that waits to be carried out; no vote is counted meanwhile. */
    boolean isVoted(UUID id) {
        sql.with(handle ->
                handle.createQuery("""
            select s.id
              from call.sitting s
              join call.agenda_item i on i.sitting_id = s.id
             where i.application_id = :id and s.state in ('OPEN', 'CLOSED')
             order by s.id
               for share of s\
            """).bind("id", id).mapTo(UUID.class).list());
        return sql.with(handle ->
                handle.createQuery("""
            select exists (
                select from call.agenda_item i
                  join call.sitting s on s.id = i.sitting_id and s.state <> 'CANCELLED'
                  join call.motion m on m.item_id = i.id
                 where i.application_id = :id and m.outcome = 'ADOPTED' and m.motion in ('AWARD', 'RESERVE', 'REFUSE')
                   and not exists (select from call.decision d where d.motion_id = m.id) and not call.decided_later(m.id))\
            """).bind("id", id).mapTo(Boolean.class).one());
    }

    private record Asked(String body, String state, LocalDate due, boolean overdue) {}

    /** @throws Problem {@code call-application-request-open}, {@code call-application-answer-adverse} */
    void requireAnswers(UUID id) {
        var asked = sql.with(handle ->
                handle.createQuery("""
                    select number || ' (' || body || ')' as body, coalesce(outcome, state) as state, due,
                           due < platform.today() as overdue
                      from (select distinct on (subject, body) * from call.interagency_request
                             where application_id = :id and state <> 'REVOKED'
                             order by subject, body, number desc) latest
                     where state = 'OPEN' or outcome = 'ADVERSE'
                     order by number\
                    """).bind("id", id).mapTo(Asked.class).list());
        for (var request : asked) {
            if (request.state().equals("ADVERSE")) {
                throw new Problem(ApplicationProblem.CALL_APPLICATION_ANSWER_ADVERSE, request.body());
            }
            if (!request.overdue()) {
                throw new Problem(ApplicationProblem.CALL_APPLICATION_REQUEST_OPEN, request.body(), request.due());
            }
        }
    }

    /** Days to do something in, as they hold today. */
    int days(String code) {
        return sql.with(handle ->
                handle.createQuery("""
                    select days from call.application_term
                     where code = :code and valid_from <= platform.today()
                     order by valid_from desc limit 1\
                    """).bind("code", code).mapTo(Integer.class).one());
    }

    /** Whether the caller speaks for the organisation today. */
    boolean speaksFor(Inn organisation) {
        return sql.with(handle -> handle.createQuery("select :inn in (%s)".formatted(OWN))
                .bind("inn", organisation)
                .bind("me", caller.login())
                .bind("person", caller.hasRole(APPLICANT))
                .mapTo(Boolean.class)
                .one());
    }

    /** Whether somebody has advised the applicant, a participant or a cluster of what was sent last. */
    boolean advised(UUID application, String login) {
        return sql.with(handle -> handle.createQuery("""
                        select exists (
                          select from call.application a
                            left join call.submission s on (s.application_id, s.round) = (a.id, a.round)
                            join cluster.consultation k on k.superseded_by is null and k.adviser = :login
                           where a.id = :id
                             and (k.inn = a.applicant
                                  or k.inn in (select r.inn from project.participant r
                                                where (r.project_id, r.edition) = (s.project_id, s.project_edition))
                                  or k.cluster_id in (select p.cluster_id from project.cluster p
                                                       where (p.project_id, p.edition) = (s.project_id, s.project_edition))))""")
                .bind("id", application)
                .bind("login", login)
                .mapTo(Boolean.class)
                .one());
    }

    /** Whether the caller is of the organisation's own people. */
    boolean belongs(Inn organisation) {
        return colleagues(organisation).contains(caller.login());
    }

    /** Another of the organisation's people. */
    Optional<String> colleague(Inn organisation, String login) {
        return colleagues(organisation).stream()
                .filter(other -> !other.equals(login))
                .findFirst();
    }

    private List<String> colleagues(Inn organisation) {
        return sql.with(handle -> handle.createQuery("""
            select u.login
              from platform.app_user u
              join platform.organisation o on o.id = u.organisation_id
              join platform.user_role r on r.login = u.login and r.role = 'applicant'
             where o.inn = :inn and u.active
             order by u.login\
            """)
                .bind("inn", organisation)
                .mapTo(String.class)
                .list());
    }

    /** Open applications of a call that is called off. */
    List<Kept> ofCall(UUID call) {
        return sql.with(handle -> handle.createQuery(
                        APPLICATIONS + FROM + " where a.call_id = :call order by a.number for update of a")
                .bind("call", call)
                .map((row, context) -> kept(row))
                .list());
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
              and (cast(:before as bigint) is null or a.number < cast(:before as bigint))
            order by a.number desc
            limit :most\
            """), filter)
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
           and (cast(:call as uuid) is null or a.call_id = cast(:call as uuid))
           and (cast(:project as uuid) is null or a.project_id = cast(:project as uuid))
           and (cast(:state as text) is null or a.state = cast(:state as text))
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
