package ru.mos.clusters.cluster.joining;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.APPLICANT;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.ClusterProblem;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Time;

/** The directory of grounds on which joining a cluster may be refused. */
@Stateless
@DenyAll
public class RefusalGrounds {

    private static final String COLUMNS = """
            select g.id, g.code, g.cluster_id, g.name_ru, g.name_en, g.document_title, g.document_number,
                   g.document_date, g.clause, g.valid_from, g.valid_until
              from cluster.refusal_ground g
             where g.superseded_by is null
            """;

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    @Inject
    private Time time;

    /**
     * Grounds in force on a day: those for all, and those of the cluster.
     *
     * @param cluster null: only those for all
     * @param day null: today
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE, APPLICANT
    })
    public List<GroundView> on(@Nullable UUID cluster, @Nullable LocalDate day) {
        return sql.with(handle -> handle.createQuery(COLUMNS + """
                           and (g.cluster_id is null or g.cluster_id = cast(:cluster as uuid))
                           and g.valid_from <= :day and (g.valid_until is null or :day < g.valid_until)
                         order by g.cluster_id nulls first, g.code
                         limit 1000""")
                .bind("cluster", cluster)
                .bind("day", day == null ? time.today() : day)
                .mapTo(GroundView.Row.class)
                .map(GroundView.Row::view)
                .list());
    }

    /**
     * Lists a ground for all clusters.
     *
     * @throws Problem {@code ground-exists}, {@code ground-code-malformed}, {@code period-empty}
     */
    @RolesAllowed(DEPARTMENT)
    public GroundView addForAll(AddGround command) {
        return add(new AddGround(
                null,
                command.code(),
                command.nameRu(),
                command.nameEn(),
                command.document(),
                command.clause(),
                command.from(),
                command.to()));
    }

    /**
     * Lists a ground of the cluster's own documents.
     *
     * @throws Problem {@code cluster-unknown}, {@code ground-exists}, {@code ground-code-malformed}, {@code period-empty}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public GroundView addOfCluster(AddGround command) {
        return add(command);
    }

    private GroundView add(AddGround command) {
        var period = DatePeriod.of(command.from(), command.to());
        var id = UUID.randomUUID();
        var cluster = command.cluster();
        if (cluster != null) {
            requireKnown(cluster);
        }
        if (!command.code().matches("[A-Z][A-Z0-9_]{1,39}")) {
            throw new Problem(JoiningProblem.GROUND_CODE_MALFORMED).at("/code");
        }
        long change = changes.record(
                "REFUSAL_GROUND_ADDED",
                cluster == null ? "REFUSAL_GROUND" : "CLUSTER",
                cluster == null ? command.code() : cluster.toString(),
                null,
                command);
        var paper = command.document();
        sql.with(handle -> handle.createUpdate("""
                        insert into cluster.refusal_ground (id, code, cluster_id, name_ru, name_en, document_title,
                               document_number, document_date, clause, valid_from, valid_until, recorded_by)
                        values (:id, :code, cast(:cluster as uuid), :nameRu, :nameEn, :title, :number,
                                cast(:date as date), :clause, :from, cast(:until as date), :change)""")
                .bind("id", id)
                .bind("code", command.code())
                .bind("cluster", cluster)
                .bind("nameRu", command.nameRu())
                .bind("nameEn", command.nameEn())
                .bind("title", paper == null ? null : paper.title())
                .bind("number", paper == null ? null : paper.number())
                .bind("date", paper == null ? null : paper.date())
                .bind("clause", command.clause())
                .bind("from", period.from())
                .bind("until", period.untilOrNull())
                .bind("change", change)
                .execute());
        return one(id);
    }

    /** @throws Problem {@code ground-not-found} */
    private GroundView one(UUID id) {
        return sql.with(handle -> handle.createQuery(COLUMNS + " and g.id = :id")
                        .bind("id", id)
                        .mapTo(GroundView.Row.class)
                        .map(GroundView.Row::view)
                        .findOne())
                .orElseThrow(() -> new Problem(JoiningProblem.GROUND_NOT_FOUND));
    }

    private void requireKnown(UUID cluster) {
        boolean known =
                sql.with(handle -> handle.createQuery("select exists (select from cluster.cluster where id = :id)")
                        .bind("id", cluster)
                        .mapTo(Boolean.class)
                        .one());
        if (!known) {
            throw new Problem(ClusterProblem.CLUSTER_UNKNOWN, cluster);
        }
    }

    /**
     * Takes a ground off the list from a day on; refusals that named it stand.
     *
     * @throws Problem {@code ground-not-found}, {@code period-empty} where it would never have held
     */
    @RolesAllowed(DEPARTMENT)
    public GroundView end(UUID ground, LocalDate from) {
        var before = one(ground);
        var period = new DatePeriod(before.from(), from);
        var cluster = before.cluster();
        long change = changes.record(
                "REFUSAL_GROUND_ENDED",
                cluster == null ? "REFUSAL_GROUND" : "CLUSTER",
                cluster == null ? before.code() : cluster.toString(),
                before,
                period);
        var id = UUID.randomUUID();
        sql.with(handle -> handle.createUpdate("""
                        with ended as (
                            update cluster.refusal_ground set superseded_by = :change where id = :ground returning *
                        )
                        insert into cluster.refusal_ground (id, code, cluster_id, name_ru, name_en, document_title,
                               document_number, document_date, clause, valid_from, valid_until, recorded_by)
                        select :id, code, cluster_id, name_ru, name_en, document_title, document_number, document_date,
                               clause, valid_from, :until, :change
                          from ended""")
                .bind("change", change)
                .bind("ground", ground)
                .bind("id", id)
                .bind("until", from)
                .execute());
        return one(id);
    }
}
