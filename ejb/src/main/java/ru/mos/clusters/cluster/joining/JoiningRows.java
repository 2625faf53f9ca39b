package ru.mos.clusters.cluster.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.ClusterProblem;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;

/** Rows of applications: read, added, superseded. */
@ApplicationScoped
class JoiningRows {

    private static final ApplicationFilter ALL = new ApplicationFilter(null, null, null, null, false, null, null);

    @Inject
    private Sql sql;

    @Inject
    private Caller caller;

    /** What an application needs to know of the cluster. */
    record Applied(
            String code,
            boolean exists,
            boolean organisation,
            @Nullable LocalDate memberSince,
            int answerDays) {}

    /**
     * The cluster on the day of the application.
     *
     * @throws Problem {@code cluster-unknown}, {@code application-outside-cluster}, {@code organisation-is-not-a-member},
     *     {@code applicant-is-member}
     */
    Applied applied(UUID cluster, Inn inn, LocalDate day) {
        var applied = sql.with(handle -> handle.createQuery("""
                                select c.code, daterange(p.valid_from, p.valid_until) @> cast(:day as date) as "exists",
                                       exists (select from cluster.organisations_on(:day, null) o
                                                where o.cluster_id = c.id and o.inn = :inn) as organisation,
                                       (select m.valid_from from cluster.memberships_on(:day, null) m
                                         where m.cluster_id = c.id and m.inn = :inn) as member_since,
                                       cluster.joining_parameter_on('ANSWER_DAYS', c.sector, :day, null) as answer_days
                                  from cluster.cluster c
                                  join cluster.particulars_known(null) p on p.cluster_id = c.id
                                 where c.id = :cluster""")
                        .bind("cluster", cluster)
                        .bind("inn", inn)
                        .bind("day", day)
                        .mapTo(Applied.class)
                        .findOne())
                .orElseThrow(() -> new Problem(ClusterProblem.CLUSTER_UNKNOWN, cluster));
        if (!applied.exists()) {
            throw new Problem(JoiningProblem.APPLICATION_OUTSIDE_CLUSTER, applied.code(), day).at("/submittedOn");
        }
        if (applied.organisation()) {
            throw new Problem(ClusterProblem.ORGANISATION_IS_NOT_A_MEMBER).at("/inn");
        }
        if (applied.memberSince() != null) {
            throw new Problem(JoiningProblem.APPLICANT_IS_MEMBER, inn, applied.memberSince()).at("/inn");
        }
        return applied;
    }

    void insert(UUID id, SubmitApplication command, LocalDate day, LocalDate due, long change) {
        var who = command.participation();
        sql.with(handle -> {
            handle.registerArrayType(String.class, "text");
            return handle.createUpdate("""
                            insert into cluster.application (id, cluster_id, inn, name, roles, member_of_organisation,
                                    submitted_on, document_title, document_number, document_date, answer_due, state,
                                    submitted_by, recorded_by)
                            values (:id, :cluster, :inn, :name, :roles, :member, :day, :title, :number, :date, :due,
                                    'SUBMITTED', :change, :change)""")
                    .bind("id", id)
                    .bind("cluster", command.cluster())
                    .bind("inn", who.inn())
                    .bind("name", who.name())
                    .bindArray(
                            "roles",
                            String.class,
                            who.roles().stream().map(Enum::name).toList())
                    .bind("member", who.memberOfOrganisation())
                    .bind("day", day)
                    .bind("title", command.document().title())
                    .bind("number", command.document().number())
                    .bind("date", command.document().date())
                    .bind("due", due)
                    .bind("change", change)
                    .execute();
        });
    }

    /** @throws Problem {@code changed-meanwhile} where somebody else was quicker */
    void next(ApplicationView before, ApplicationState state, Joining.Stands now, @Nullable UUID ground, long change) {
        var decision = now.decision();
        int stepped = sql.with(handle -> handle.createUpdate(sql.file(Joining.class, "NextState"))
                .bind("id", before.id())
                .bind("version", before.version())
                .bind("state", state.name())
                .bind("decidedOn", now.decidedOn())
                .bind("admittedFrom", now.from())
                .bind("ground", ground)
                .bind("reason", state == ApplicationState.SUBMITTED ? null : now.reason())
                .bind("decisionTitle", decision == null ? null : decision.title())
                .bind("decisionNumber", decision == null ? null : decision.number())
                .bind("decisionDate", decision == null ? null : decision.date())
                .bind("change", change)
                .execute());
        if (stepped == 0) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
    }

    /** The name as it was entered, not as the registry or the law of names shows it. */
    @Nullable
    String enteredName(ApplicationView of) {
        return sql.with(handle -> handle.createQuery(
                                "select name from cluster.application where id = :id and superseded_by is null")
                        .bind("id", of.id())
                        .mapTo(String.class)
                        .findFirst())
                .orElse(null);
    }

    /** @throws Problem {@code ground-unknown} where no such ground is in force for the cluster on the day */
    UUID ground(UUID cluster, String code, LocalDate day) {
        return sql.with(handle -> handle.createQuery("""
                                select g.id
                                  from cluster.refusal_ground g
                                 where g.superseded_by is null and g.code = :code
                                   and (g.cluster_id is null or g.cluster_id = :cluster)
                                   and g.valid_from <= :day and (g.valid_until is null or :day < g.valid_until)
                                 order by g.cluster_id nulls last
                                 limit 1""")
                        .bind("code", code)
                        .bind("cluster", cluster)
                        .bind("day", day)
                        .mapTo(UUID.class)
                        .findOne())
                .orElseThrow(() -> new Problem(JoiningProblem.GROUND_UNKNOWN, code, day).at("/ground"));
    }

    /** For whom the caller may apply, and whose applications it sees. */
    Joining.Own own() {
        boolean applicant = caller.hasRole(Role.APPLICANT)
                && Role.ALL.stream()
                        .filter(role -> !role.equals(Role.APPLICANT) && !role.equals(Role.ADMIN))
                        .noneMatch(caller::hasRole);
        if (!applicant) {
            return new Joining.Own(true, null);
        }
        return new Joining.Own(
                false,
                sql.with(handle -> handle.createQuery("""
                                select o.inn
                                  from platform.app_user u
                                  join platform.organisation o on o.id = u.organisation_id
                                 where u.login = :login and o.inn is not null""")
                                .bind("login", caller.login())
                                .mapTo(Inn.class)
                                .findOne())
                        .orElse(null));
    }

    Optional<ApplicationView> find(UUID id, Joining.Own own) {
        return sql.with(handle -> bound(handle, sql.file(Joining.class, "Applications"), ALL, own)
                .bind("id", id)
                .bind("first", true)
                .bind("afterDay", (LocalDate) null)
                .bind("afterId", (UUID) null)
                .bind("most", 1)
                .mapTo(ApplicationView.Row.class)
                .map(ApplicationView.Row::view)
                .findOne());
    }

    Slice<ApplicationView> list(ApplicationFilter filter, Joining.Own own, PageRequest page) {
        boolean first = page.after().size() != 2;
        List<ApplicationView> found =
                sql.with(handle -> bound(handle, sql.file(Joining.class, "Applications"), filter, own)
                        .bind("id", (UUID) null)
                        .bind("first", first)
                        .bind("afterDay", first ? null : page.after().get(0))
                        .bind("afterId", first ? null : page.after().get(1))
                        .bind("most", page.fetch())
                        .mapTo(ApplicationView.Row.class)
                        .map(ApplicationView.Row::view)
                        .list());
        return Slice.of(
                found,
                page,
                application -> List.of(
                        application.submittedOn().toString(), application.id().toString()));
    }

    long count(ApplicationFilter filter, Joining.Own own) {
        return sql.with(handle -> bound(
                        handle,
                        "select count(*) from (" + sql.file(Joining.class, "Applications") + ") counted",
                        filter,
                        own)
                .bind("id", (UUID) null)
                .bind("first", true)
                .bind("afterDay", (LocalDate) null)
                .bind("afterId", (UUID) null)
                .bind("most", (Integer) null)
                .mapTo(Long.class)
                .one());
    }

    private static Query bound(Handle handle, String statement, ApplicationFilter filter, Joining.Own own) {
        return handle.createQuery(statement)
                .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                .bind("cluster", filter.cluster())
                .bind("sector", filter.sector())
                .bind("state", filter.state() == null ? null : filter.state().name())
                .bind("inn", filter.inn())
                .bind(
                        "own",
                        own.anybody()
                                ? null
                                : own.inn() == null ? "" : own.inn().digits())
                .bind("from", filter.from())
                .bind("until", filter.until())
                .bind("overdue", filter.overdue());
    }
}
