package ru.mos.clusters.cluster.consultation;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.ClusterProblem;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;

/** The journal of who of ГЦКР advised whom. */
@Stateless
@DenyAll
public class Consultations {

    private static final String SUBJECT = "CONSULTATION";

    private static final ConsultationFilter ALL = new ConsultationFilter(null, null, null, null, null, null, null);

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    /**
     * Enters that somebody of ГЦКР advised a cluster or an enterprise.
     *
     * @throws Problem {@code consultation-in-future}, {@code adviser-not-of-gckr}, {@code cluster-unknown}
     */
    @RolesAllowed(GCKR)
    public ConsultationView enter(EnterConsultation command) {
        var adviser = required(command);
        var id = UUID.randomUUID();
        long change = changes.record("CONSULTATION_ENTERED", SUBJECT, id.toString(), null, command);
        insert(id, command, adviser, change, change);
        return consultation(id);
    }

    /**
     * Says anew what an entry says; the wording before is kept. Whom, when and who is corrected by somebody other than who
     * advised.
     *
     * @throws Problem {@code consultation-unknown}, {@code changed-meanwhile}, {@code consultation-of-oneself}, and those
     *     of {@link #enter}
     */
    @RolesAllowed({GCKR, DEPARTMENT})
    public ConsultationView correct(UUID id, long version, EnterConsultation command) {
        var before = consultation(id);
        var adviser = required(command);
        boolean elsewise = !before.adviser().equals(adviser)
                || !Objects.equals(before.cluster(), command.cluster())
                || !Objects.equals(before.inn(), command.inn())
                || !before.heldOn().equals(command.heldOn());
        if (elsewise && before.adviser().equals(caller.login())) {
            throw new Problem(ConsultationProblem.CONSULTATION_OF_ONESELF);
        }
        long change = changes.record("CONSULTATION_CORRECTED", SUBJECT, id.toString(), before, command);
        long entered = supersede(id, version, change);
        insert(id, command, adviser, entered, change);
        return consultation(id);
    }

    /** What the record of changes keeps of a removal. */
    record Removed(String reason) {}

    /**
     * Takes away an entry that was made by mistake; the record of changes keeps it.
     *
     * @throws Problem {@code consultation-unknown}, {@code consultation-of-oneself}, {@code field-required}
     */
    @RolesAllowed(DEPARTMENT)
    public void remove(UUID id, String reason) {
        var before = consultation(id);
        if (before.adviser().equals(caller.login())) {
            throw new Problem(ConsultationProblem.CONSULTATION_OF_ONESELF);
        }
        long change = changes.record(
                "CONSULTATION_REMOVED", SUBJECT, id.toString(), before, new Removed(Text.required(reason, "/reason")));
        supersede(id, before.version(), change);
    }

    /** @throws Problem {@code consultation-unknown} */
    @RolesAllowed({GCKR, DEPARTMENT, CHIEF, COMMISSION, AUDITOR})
    public ConsultationView consultation(UUID id) {
        return sql.with(handle -> bound(handle, sql.file(Consultations.class, "Consultations"), ALL)
                        .bind("id", id)
                        .bind("first", true)
                        .bind("afterDay", (LocalDate) null)
                        .bind("afterId", (UUID) null)
                        .bind("most", 1)
                        .mapTo(ConsultationView.class)
                        .findOne())
                .orElseThrow(() -> new Problem(ConsultationProblem.CONSULTATION_UNKNOWN));
    }

    /** Entries of the filter, the latest day first. */
    @RolesAllowed({GCKR, DEPARTMENT, CHIEF, COMMISSION, AUDITOR})
    public Slice<ConsultationView> list(ConsultationFilter filter, PageRequest page) {
        boolean first = page.after().size() != 2;
        var rows = sql.with(handle -> bound(handle, sql.file(Consultations.class, "Consultations"), filter)
                .bind("id", (UUID) null)
                .bind("first", first)
                .bind("afterDay", first ? null : page.after().get(0))
                .bind("afterId", first ? null : page.after().get(1))
                .bind("most", page.fetch())
                .mapTo(ConsultationView.class)
                .list());
        return Slice.of(
                rows,
                page,
                entry -> List.of(entry.heldOn().toString(), entry.id().toString()));
    }

    /** How many there are. */
    @RolesAllowed({GCKR, DEPARTMENT, CHIEF, COMMISSION, AUDITOR})
    public long count(ConsultationFilter filter) {
        return sql.with(handle -> bound(
                        handle,
                        "select count(*) from (" + sql.file(Consultations.class, "Consultations") + ") counted",
                        filter)
                .bind("id", (UUID) null)
                .bind("first", true)
                .bind("afterDay", (LocalDate) null)
                .bind("afterId", (UUID) null)
                .bind("most", (Integer) null)
                .mapTo(Long.class)
                .one());
    }

    /** Somebody who may have advised. */
    public record Adviser(String login, String name) {}

    /** Who acts for ГЦКР, by name. */
    @RolesAllowed({GCKR, DEPARTMENT, CHIEF, COMMISSION, AUDITOR})
    public List<Adviser> advisers() {
        return sql.with(handle ->
                handle.createQuery("""
                        select u.login, u.name
                          from platform.app_user u
                          join platform.user_role r on r.login = u.login and r.role = :gckr
                         order by u.name, u.login
                         limit 1000""").bind("gckr", GCKR).mapTo(Adviser.class).list());
    }

    /**
     * The last day before a day on which a person advised a cluster or an enterprise; empty where they did not.
     *
     * @param before first day that does not count any more
     * @throws Problem {@code consultation-about-one} unless one of the two is named
     */
    @RolesAllowed({GCKR, DEPARTMENT, CHIEF, COMMISSION, AUDITOR})
    public Optional<LocalDate> advised(String login, @Nullable UUID cluster, @Nullable Inn inn, LocalDate before) {
        if ((cluster == null) == (inn == null)) {
            throw new Problem(ConsultationProblem.CONSULTATION_ABOUT_ONE);
        }
        return sql.with(handle -> handle.createQuery("""
                        select max(held_on)
                          from cluster.consultation
                         where superseded_by is null and adviser = :login and held_on < :before
                           and (cluster_id = cast(:cluster as uuid) or inn = :inn)
                        having max(held_on) is not null""")
                .bind("login", login)
                .bind("cluster", cluster)
                .bind("inn", inn)
                .bind("before", before)
                .mapTo(LocalDate.class)
                .findOne());
    }

    /** Refuses what cannot be, and says who advised. */
    private String required(EnterConsultation command) {
        if (command.heldOn().isAfter(time.today())) {
            throw new Problem(ConsultationProblem.CONSULTATION_IN_FUTURE, command.heldOn()).at("/heldOn");
        }
        var adviser = command.adviser() == null ? caller.login() : command.adviser();
        if (!exists("select exists (select from platform.user_role where login = :it and role = 'gckr')", adviser)) {
            throw new Problem(ConsultationProblem.ADVISER_NOT_OF_GCKR, adviser).at("/adviser");
        }
        if (command.cluster() != null
                && !exists("select exists (select from cluster.cluster where id = :it)", command.cluster())) {
            throw new Problem(ClusterProblem.CLUSTER_UNKNOWN, command.cluster());
        }
        return adviser;
    }

    private boolean exists(String question, Object it) {
        return sql.with(handle ->
                handle.createQuery(question).bind("it", it).mapTo(Boolean.class).one());
    }

    private void insert(UUID id, EnterConsultation command, String adviser, long entered, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into cluster.consultation (id, adviser, cluster_id, inn, held_on, form, topic, result,
                               entered_by, recorded_by)
                        values (:id, :adviser, cast(:cluster as uuid), :inn, :heldOn, :form, :topic, :result, :entered,
                                :change)""")
                .bind("id", id)
                .bind("adviser", adviser)
                .bind("cluster", command.cluster())
                .bind("inn", command.inn())
                .bind("heldOn", command.heldOn())
                .bind("form", command.form())
                .bind("topic", command.topic())
                .bind("result", command.result())
                .bind("entered", entered)
                .bind("change", change)
                .execute());
    }

    private long supersede(UUID id, long version, long change) {
        return sql.with(handle -> handle.createQuery("""
                                update cluster.consultation set superseded_by = :change
                                 where id = :id and row_id = :version and superseded_by is null
                                returning entered_by""")
                        .bind("change", change)
                        .bind("id", id)
                        .bind("version", version)
                        .mapTo(Long.class)
                        .findOne())
                .orElseThrow(() -> new Problem(PlatformProblem.CHANGED_MEANWHILE));
    }

    private static Query bound(Handle handle, String statement, ConsultationFilter filter) {
        var text = filter.text();
        return handle.createQuery(statement)
                .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                .bind("adviser", filter.adviser())
                .bind("cluster", filter.cluster())
                .bind("inn", filter.inn())
                .bind("form", filter.form() == null ? null : filter.form().name())
                .bind("text", text == null || text.isBlank() ? null : text.strip())
                .bind("from", filter.from())
                .bind("until", filter.until());
    }
}
