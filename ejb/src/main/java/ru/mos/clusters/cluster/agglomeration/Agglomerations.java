package ru.mos.clusters.cluster.agglomeration;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.EXPERT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;

/** Agglomerations: founded, named, given clusters and relieved of them by decision, ended. */
@Stateless
@DenyAll
public class Agglomerations {

    /** What the record of changes calls an agglomeration. */
    static final String SUBJECT = "AGGLOMERATION";

    @Inject
    private AgglomerationQueries queries;

    @Inject
    private Changes changes;

    @Inject
    private Sql sql;

    @Inject
    private Time time;

    /** Founds an agglomeration under the next number; the answer shows it on its first day. */
    @RolesAllowed({DEPARTMENT, GCKR})
    public AgglomerationView create(CreateAgglomeration command) {
        var id = UUID.randomUUID();
        long change = changes.record("AGGLOMERATION_CREATED", SUBJECT, id.toString(), null, command);
        // so that no number is given twice and none is missed out
        sql.with(handle -> handle.execute("select pg_advisory_xact_lock(hashtext('cluster.agglomeration'))"));
        sql.with(handle ->
                handle.createUpdate("""
                        insert into cluster.agglomeration (id, number, code, version, recorded_by)
                        select :id, n.next, 'AGG-' || n.next, 1, :change
                          from (select coalesce(max(number), 0) + 1 as next from cluster.agglomeration) n""").bind("id", id).bind("change", change).execute());
        describe(id, command.name(), DatePeriod.since(command.from()), command.decision(), null, change);
        return queries.agglomeration(id, command.from(), null);
    }

    /**
     * Gives it another name. Names are not dated.
     *
     * @param expected version that the caller saw; null where no one asks
     * @throws Problem {@code agglomeration-unknown}, {@code changed-meanwhile}, {@code field-required}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public AgglomerationView rename(UUID id, String name, @Nullable Long expected) {
        var called = Text.required(name, "/name");
        take(id, expected);
        var now = queries.agglomeration(id, time.today(), null);
        long change = changes.record(
                "AGGLOMERATION_RENAMED", SUBJECT, id.toString(), new Named(now.name()), new Named(called));
        replace(now, called, now.to(), now.ended(), change);
        return queries.agglomeration(id, time.today(), null);
    }

    /** What the record of changes keeps of a name. */
    record Named(String name) {}

    /**
     * Puts a cluster into it for a period.
     *
     * @return the version of the agglomeration
     * @throws Problem {@code agglomeration-unknown}, {@code agglomeration-overlaps}, {@code period-empty},
     *     {@code assignment-outside-agglomeration}, {@code assignment-outside-cluster}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public long assign(AssignCluster command) {
        var period = DatePeriod.of(command.from(), command.to());
        var id = command.agglomeration();
        long version = take(id, null);
        var agglomeration = queries.agglomeration(id, time.today(), null);
        if (!encloses(DatePeriod.of(agglomeration.from(), agglomeration.to()), period)) {
            throw new Problem(
                            AgglomerationProblem.ASSIGNMENT_OUTSIDE_AGGLOMERATION,
                            agglomeration.code(),
                            agglomeration.from())
                    .at("/from");
        }
        requireWithinCluster(command.cluster(), period);
        long change = changes.record("CLUSTER_ASSIGNED", SUBJECT, id.toString(), null, command);
        insert(id, command.cluster(), period, command.decision(), null, change);
        return version;
    }

    /**
     * Takes a cluster out of it from a day on; on its first day: it never was in it.
     *
     * @return the version of the agglomeration
     * @throws Problem {@code agglomeration-unknown}, {@code assignment-unknown} where it is not in it on the day
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public long release(UUID id, UUID cluster, LocalDate from, Paper decision) {
        long version = take(id, null);
        var assignment = queries.assignments(id, cluster, null, null).stream()
                .filter(one -> DatePeriod.of(one.from(), one.to()).contains(from))
                .findAny()
                .orElseThrow(() -> new Problem(AgglomerationProblem.ASSIGNMENT_UNKNOWN, from));
        long change = changes.record(
                "CLUSTER_RELEASED", SUBJECT, id.toString(), assignment, new Released(cluster, from, decision));
        end(List.of(assignment), from, decision, change);
        return version;
    }

    /** What the record of changes keeps of a release. */
    record Released(UUID cluster, LocalDate from, Paper decision) {}

    /**
     * Ends the agglomeration: from that day on it exists no more and no cluster is in it.
     *
     * @throws Problem {@code agglomeration-unknown}, {@code agglomeration-closed}, {@code period-empty}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public AgglomerationView close(UUID id, LocalDate to, Paper decision) {
        take(id, null);
        var now = queries.agglomeration(id, time.today(), null);
        if (now.to() != null) {
            throw new Problem(AgglomerationProblem.AGGLOMERATION_CLOSED, now.code());
        }
        var period = new DatePeriod(now.from(), to);
        long change = changes.record("AGGLOMERATION_CLOSED", SUBJECT, id.toString(), new Named(now.name()), decision);
        replace(now, now.name(), period.until(), decision, change);
        var lasting = queries.assignments(id, null, null, null).stream()
                .filter(one -> to.isBefore(DatePeriod.of(one.from(), one.to()).until()))
                .toList();
        end(lasting, to, decision, change);
        return queries.agglomeration(id, time.today(), null);
    }

    /**
     * The agglomeration on a date.
     *
     * @param asOf null: today
     * @param knownOn null: as known now
     * @throws Problem {@code agglomeration-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public AgglomerationCard card(UUID id, @Nullable LocalDate asOf, @Nullable Instant knownOn) {
        var day = asOf == null ? time.today() : asOf;
        return new AgglomerationCard(
                queries.agglomeration(id, day, knownOn),
                day,
                queries.assignments(id, null, day, knownOn),
                queries.assignments(id, null, null, null));
    }

    /** Agglomerations by number, as they stand on a date (null: today). */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public Slice<AgglomerationView> list(@Nullable LocalDate asOf, PageRequest page) {
        return queries.list(asOf == null ? time.today() : asOf, page);
    }

    /** Which clusters are in which agglomeration on a date (null: today). */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public List<AssignmentView> assignments(@Nullable LocalDate asOf) {
        return queries.assignments(null, null, asOf == null ? time.today() : asOf, null);
    }

    /** The agglomeration that a cluster is in on a date (null: today), as known at an instant (null: now); one at most. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public List<AssignmentView> of(UUID cluster, @Nullable LocalDate asOf, @Nullable Instant knownOn) {
        return queries.assignments(null, cluster, asOf == null ? time.today() : asOf, knownOn);
    }

    /**
     * The agglomeration that is meant by an id or by a code such as {@code AGG-1}.
     *
     * @throws Problem {@code agglomeration-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public UUID resolve(String idOrCode) {
        return sql.with(handle -> handle.createQuery(
                                "select id from cluster.agglomeration where cast(id as text) = lower(:it) or code = upper(:it)")
                        .bind("it", idOrCode)
                        .mapTo(UUID.class)
                        .findOne())
                .orElseThrow(() -> new Problem(AgglomerationProblem.AGGLOMERATION_UNKNOWN, idOrCode));
    }

    /** Takes it for a change: others who want to change it wait, and its version is counted up. */
    private long take(UUID id, @Nullable Long expected) {
        long version = sql.with(handle -> handle.createQuery(
                                "update cluster.agglomeration set version = version + 1 where id = :id returning version")
                        .bind("id", id)
                        .mapTo(Long.class)
                        .findOne())
                .orElseThrow(() -> new Problem(AgglomerationProblem.AGGLOMERATION_UNKNOWN, id));
        if (expected != null && expected != version - 1) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        return version;
    }

    private void replace(
            AgglomerationView now, String name, @Nullable LocalDate to, @Nullable Paper ended, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update cluster.agglomeration_particulars set superseded_by = :change
                         where agglomeration_id = :id and superseded_by is null""")
                .bind("change", change)
                .bind("id", now.id())
                .execute());
        describe(now.id(), name, DatePeriod.of(now.from(), to), now.decision(), ended, change);
    }

    private void describe(UUID id, String name, DatePeriod period, Paper decision, @Nullable Paper ended, long change) {
        sql.with(handle -> decided(handle.createUpdate("""
                        insert into cluster.agglomeration_particulars (id, agglomeration_id, name, document_title,
                               document_number, document_on, end_title, end_number, end_on, valid_from, valid_until, recorded_by)
                        values (:row, :id, :name, :title, :number, :date, :endTitle, :endNumber, cast(:endOn as date), :from,
                                cast(:until as date), :change)"""), period, decision, ended)
                .bind("id", id)
                .bind("name", name)
                .bind("change", change)
                .execute());
    }

    /** These last no longer from that day on; what would have begun on it or later never was. */
    private void end(List<AssignmentView> assignments, LocalDate on, Paper decision, long change) {
        for (var assignment : assignments) {
            sql.with(handle -> handle.createUpdate("""
                            update cluster.agglomeration_cluster set superseded_by = :change
                             where agglomeration_id = :id and cluster_id = :cluster and valid_from = :from
                               and superseded_by is null""")
                    .bind("change", change)
                    .bind("id", assignment.agglomeration())
                    .bind("cluster", assignment.cluster())
                    .bind("from", assignment.from())
                    .execute());
            if (assignment.from().isBefore(on)) {
                var period = new DatePeriod(assignment.from(), on);
                insert(
                        assignment.agglomeration(),
                        assignment.cluster(),
                        period,
                        assignment.decision(),
                        decision,
                        change);
            }
        }
    }

    private void insert(UUID id, UUID cluster, DatePeriod period, Paper decision, @Nullable Paper ended, long change) {
        sql.with(handle -> decided(handle.createUpdate("""
                        insert into cluster.agglomeration_cluster (id, agglomeration_id, cluster_id, document_title,
                               document_number, document_on, end_title, end_number, end_on, valid_from, valid_until, recorded_by)
                        values (:row, :id, :cluster, :title, :number, :date, :endTitle, :endNumber, cast(:endOn as date), :from,
                                cast(:until as date), :change)"""), period, decision, ended)
                .bind("id", id)
                .bind("cluster", cluster)
                .bind("change", change)
                .execute());
    }

    /** What holds for a period by a decision, and perhaps ended by another. */
    private static Update decided(Update row, DatePeriod period, Paper decision, @Nullable Paper ended) {
        return row.bind("row", UUID.randomUUID())
                .bind("title", decision.title())
                .bind("number", decision.number())
                .bind("date", decision.date())
                .bind("endTitle", ended == null ? null : ended.title())
                .bind("endNumber", ended == null ? null : ended.number())
                .bind("endOn", ended == null ? null : ended.date())
                .bind("from", period.from())
                .bind("until", period.untilOrNull());
    }

    private void requireWithinCluster(UUID cluster, DatePeriod period) {
        record Life(LocalDate validFrom, @Nullable LocalDate validUntil) {}
        var life = sql.with(handle -> handle.createQuery("""
                        select p.valid_from, p.valid_until
                          from cluster.particulars_known(null) p
                         where p.cluster_id = :cluster""")
                .bind("cluster", cluster)
                .mapTo(Life.class)
                .one());
        if (!encloses(DatePeriod.of(life.validFrom(), life.validUntil()), period)) {
            throw new Problem(AgglomerationProblem.ASSIGNMENT_OUTSIDE_CLUSTER, life.validFrom()).at("/from");
        }
    }

    private static boolean encloses(DatePeriod outer, DatePeriod inner) {
        return !inner.from().isBefore(outer.from()) && !outer.until().isBefore(inner.until());
    }
}
