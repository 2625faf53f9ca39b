package ru.mos.clusters.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.ParticipantRole;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.Sql;

/** Keeps projects and their frozen editions. */
@ApplicationScoped
class ProjectStore {

    private static final String PROJECTS = """
        select p.*, c.at as edited_at
          from project.project p
          join platform.change c on c.id = p.changed_by
        """;

    /** Staff see all, others those that their organisation leads, takes part in, or whose cluster it unites. */
    private static final String SEEN = """
         (:all or p.lead = any(cast(:own as text[]))
               or exists (select from unnest(cast(:own as text[])) mine
                           where p.draft -> 'participants' @> jsonb_build_array(jsonb_build_object('inn', mine)))
               or exists (select from cluster.organisations_on(platform.today(), null) o
                           where o.inn = any(cast(:own as text[]))
                             and p.draft -> 'clusters'
                                 @> jsonb_build_array(jsonb_build_object('cluster', o.cluster_id))))
        """;

    @Inject
    private Sql sql;

    /** A project as stored. */
    record Kept(
            UUID id,
            long number,
            ProjectKind kind,
            Inn lead,
            ProjectContent draft,
            String editedBy,
            @Nullable Instant editedAt,
            int edition,
            long version,
            long recordedBy) {

        String code() {
            return "P-" + number;
        }

        String title() {
            return Objects.requireNonNull(draft.title());
        }
    }

    /** The number is the database's. */
    void insert(UUID id, ProjectKind kind, Inn lead, ProjectContent content, String editedBy, long change) {
        sql.with(handle -> handle.createUpdate("""
            insert into project.project (id, kind, lead, title, draft, edited_by, recorded_by, changed_by)
            values (:id, :kind, :lead, :title, cast(:json as jsonb), :editedBy, :change, :change)\
            """)
                .bind("id", id)
                .bind("kind", kind)
                .bind("lead", lead)
                .bind("title", content.title())
                .bind("json", Json.write(content))
                .bind("editedBy", editedBy)
                .bind("change", change)
                .execute());
    }

    void update(UUID id, ProjectContent content, String editedBy, long change) {
        sql.with(handle -> handle.createUpdate("""
            update project.project
               set title = :title, draft = cast(:json as jsonb), edited_by = :editedBy,
                   version = version + 1, changed_by = :change
             where id = :id\
            """)
                .bind("id", id)
                .bind("title", content.title())
                .bind("json", Json.write(content))
                .bind("editedBy", editedBy)
                .bind("change", change)
                .execute());
    }

    /** The draft as the next edition, with who takes part, whom it concerns and who pays beside it. */
    void freeze(Kept project, long change) {
        int number = project.edition() + 1;
        var content = project.draft();
        sql.with(handle -> {
            handle.createUpdate("""
                insert into project.edition (project_id, number, content, digest, recorded_by)
                values (:id, :number, cast(:json as jsonb), :digest, :change)\
                """)
                    .bind("id", project.id())
                    .bind("number", number)
                    .bind("json", Json.write(content))
                    .bind("digest", digest(content))
                    .bind("change", change)
                    .execute();
            var participants = handle.prepareBatch("""
                insert into project.participant (project_id, edition, inn, cluster_id, roles, receives)
                values (:id, :number, :inn, cast(:cluster as uuid), :roles, :receives)\
                """);
            content.participants()
                    .forEach(one -> participants
                            .bind("id", project.id())
                            .bind("number", number)
                            .bind("inn", one.inn())
                            .bind("cluster", one.cluster())
                            .bindArray(
                                    "roles",
                                    String.class,
                                    one.roles().stream().map(Enum::name).toList())
                            .bind("receives", one.money())
                            .add());
            var clusters = handle.prepareBatch("""
                insert into project.cluster (project_id, edition, cluster_id, lead) values (:id, :number, :cluster, :lead)\
                """);
            content.clusters()
                    .forEach(one -> clusters.bind("id", project.id())
                            .bind("number", number)
                            .bind("cluster", one.cluster())
                            .bind("lead", one.lead())
                            .add());
            var funding = handle.prepareBatch("""
                insert into project.funding (project_id, edition, stage, source, amount)
                values (:id, :number, :stage, :source, :amount)\
                """);
            content.funding()
                    .forEach(line -> funding.bind("id", project.id())
                            .bind("number", number)
                            .bind("stage", line.stage())
                            .bind("source", line.source())
                            .bind("amount", line.amount())
                            .add());
            if (participants.size() > 0) {
                participants.execute();
            }
            if (clusters.size() > 0) {
                clusters.execute();
            }
            if (funding.size() > 0) {
                funding.execute();
            }
            handle.createUpdate("""
                update project.project set edition = :number, version = version + 1, changed_by = :change
                 where id = :id\
                """)
                    .bind("id", project.id())
                    .bind("number", number)
                    .bind("change", change)
                    .execute();
            // the constraint speaks here and not at the commit, where nobody hears which it was
            return handle.execute("set constraints project.sound immediate");
        });
    }

    /** By which a content is known again. */
    static String digest(ProjectContent content) {
        return sha256(String.valueOf(Json.write(content)));
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Nobody else changes it before the transaction ends. */
    Optional<Kept> lock(UUID id, Mandate.Sight sight) {
        sql.with(handle -> handle.createQuery("select id from project.project where id = :id for update")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne());
        return find(id, sight);
    }

    Optional<Kept> find(UUID id, Mandate.Sight sight) {
        return sql.with(handle -> seen(handle.createQuery(PROJECTS + " where p.id = :id and" + SEEN), sight)
                .bind("id", id)
                .map((row, context) -> kept(row))
                .findOne());
    }

    /** The latest first. */
    List<Kept> projects(ProjectFilter filter, Mandate.Sight sight, @Nullable Long before, int most) {
        return sql.with(handle -> filtered(handle, PROJECTS + where() + """
              and (cast(:before as bigint) is null or p.recorded_by < :before)
            order by p.recorded_by desc
            limit :most\
            """, filter, sight)
                .bind("before", before)
                .bind("most", most)
                .map((row, context) -> kept(row))
                .list());
    }

    long count(ProjectFilter filter, Mandate.Sight sight) {
        return sql.with(handle -> filtered(handle, "select count(*) from project.project p" + where(), filter, sight)
                .mapTo(Long.class)
                .one());
    }

    private static String where() {
        return """
             where (cast(:kind as text) is null or p.kind = :kind)
               and (cast(:lead as text) is null or p.lead = :lead)
               and (cast(:cluster as uuid) is null
                    or p.draft -> 'clusters' @> jsonb_build_array(jsonb_build_object('cluster', cast(:cluster as uuid))))
               and (cast(:title as text) is null
                    or position(replace(lower(:title), 'ё', 'е') in replace(lower(p.title), 'ё', 'е')) > 0)
               and
            """ + SEEN;
    }

    private static Query filtered(Handle handle, String query, ProjectFilter filter, Mandate.Sight sight) {
        return seen(handle.createQuery(query), sight)
                .bind("kind", filter.kind())
                .bind("lead", filter.lead())
                .bind("cluster", filter.cluster())
                .bind("title", filter.title());
    }

    private static Query seen(Query query, Mandate.Sight sight) {
        return query.bind("all", sight.all()).bindArray("own", String.class, (Object[]) sight.own());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                ProjectKind.valueOf(row.getString("kind")),
                new Inn(row.getString("lead")),
                read(row.getString("draft")),
                row.getString("edited_by"),
                instant(row, "edited_at"),
                row.getInt("edition"),
                row.getLong("version"),
                row.getLong("recorded_by"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static ProjectContent read(String json) {
        try {
            return Json.mapper().readValue(json, ProjectContent.class);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("a stored project cannot be read", defect);
        }
    }

    Optional<ProjectEdition> edition(UUID project, int number) {
        return sql.with(handle -> handle.createQuery("""
            select e.*, c.at
              from project.edition e
              join platform.change c on c.id = e.recorded_by
             where e.project_id = :project and e.number = :number\
            """)
                .bind("project", project)
                .bind("number", number)
                .map((row, context) -> new ProjectEdition(
                        project,
                        row.getInt("number"),
                        read(row.getString("content")),
                        row.getString("digest"),
                        instant(row, "at")))
                .findOne());
    }

    /** Into which clusters those of an edition have gone up to a day; those that went nowhere are left out. */
    Map<UUID, UUID> became(UUID project, int edition, LocalDate day) {
        record Became(UUID cluster, UUID successor) {}
        return sql
                .with(handle -> handle.createQuery("""
                                select distinct on (k.cluster_id) k.cluster_id as cluster, s.successor
                                  from project.cluster k
                                 cross join lateral cluster.successors_on(k.cluster_id, :day) s
                                 where k.project_id = :project and k.edition = :edition
                                 order by k.cluster_id, s.step desc""")
                        .bind("project", project)
                        .bind("edition", edition)
                        .bind("day", day)
                        .mapTo(Became.class)
                        .list())
                .stream()
                .collect(Collectors.toMap(Became::cluster, Became::successor));
    }

    /** In the order of their INN, without names. */
    List<ProjectParticipant> participants(UUID project, int edition) {
        return sql.with(handle -> handle.createQuery("""
            select inn, cluster_id, roles, receives
              from project.participant
             where project_id = :project and edition = :edition
             order by inn\
            """)
                .bind("project", project)
                .bind("edition", edition)
                .map((row, context) -> new ProjectParticipant(
                        new Inn(row.getString("inn")),
                        null,
                        row.getObject("cluster_id", UUID.class),
                        Arrays.stream((String[]) row.getArray("roles").getArray())
                                .map(ParticipantRole::valueOf)
                                .toList(),
                        row.getBigDecimal("receives")))
                .list());
    }

    /** Those of today, by code. */
    List<ClusterChoice> clusters() {
        return sql.with(
                handle -> handle.createQuery("""
                        select c.id, c.code, p.name, o.inn as organisation
                          from cluster.cluster c
                          join cluster.particulars_known(null) p on p.cluster_id = c.id
                           and daterange(p.valid_from, p.valid_until) @> platform.today()
                          left join cluster.organisations_on(platform.today(), null) o on o.cluster_id = c.id
                         order by c.sector, c.number
                         limit 1000""").mapTo(ClusterChoice.class).list());
    }

    /** Whether an organisation unites some cluster today. */
    boolean isOrganisation(Inn inn) {
        return sql.with(handle -> handle.createQuery(
                        "select exists (select from cluster.organisations_on(platform.today(), null) where inn = :inn)")
                .bind("inn", inn)
                .mapTo(Boolean.class)
                .one());
    }
}
