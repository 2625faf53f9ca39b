package ru.mos.clusters.cluster.agglomeration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;

/** Reads agglomerations and their clusters. */
@ApplicationScoped
class AgglomerationQueries {

    private static final String AGGLOMERATIONS = """
            select a.id, a.number, a.code, p.name, a.version, p.valid_from, p.valid_until, p.document_title,
                   p.document_number, p.document_on, p.end_title, p.end_number, p.end_on,
                   case when cast(:asOf as date) < p.valid_from then 'FUTURE'
                        when p.valid_until <= cast(:asOf as date) then 'CLOSED'
                        else 'ACTIVE' end as status,
                   (select count(*)
                      from cluster.agglomeration_cluster k
                      join cluster.particulars_known(cast(:knownOn as timestamptz)) c on c.cluster_id = k.cluster_id
                     where k.agglomeration_id = a.id and daterange(k.valid_from, k.valid_until) @> cast(:asOf as date)
                       and daterange(c.valid_from, c.valid_until) @> cast(:asOf as date)
                       and platform.is_known(k.recorded_by, k.superseded_by, cast(:knownOn as timestamptz))) as clusters
              from cluster.agglomeration a
              join cluster.agglomeration_particulars p on p.agglomeration_id = a.id
               and platform.is_known(p.recorded_by, p.superseded_by, cast(:knownOn as timestamptz))
            """;

    private static final String ASSIGNMENTS = """
            select a.id as agglomeration, a.code as agglomeration_code, n.name as agglomeration_name,
                   c.id as cluster, c.code as cluster_code, p.name as cluster_name, c.sector,
                   k.valid_from, k.valid_until, k.document_title, k.document_number, k.document_on,
                   k.end_title, k.end_number, k.end_on
              from cluster.agglomeration_cluster k
              join cluster.agglomeration a on a.id = k.agglomeration_id
              join cluster.agglomeration_particulars n on n.agglomeration_id = a.id
               and platform.is_known(n.recorded_by, n.superseded_by, cast(:knownOn as timestamptz))
              join cluster.cluster c on c.id = k.cluster_id
              join cluster.particulars_known(cast(:knownOn as timestamptz)) p on p.cluster_id = c.id
             where platform.is_known(k.recorded_by, k.superseded_by, cast(:knownOn as timestamptz))
            """;

    @Inject
    private Sql sql;

    Slice<AgglomerationView> list(LocalDate asOf, PageRequest page) {
        int after = after(page);
        var rows = sql.with(
                handle -> handle.createQuery(AGGLOMERATIONS + " where a.number > :after order by a.number limit :fetch")
                        .bind("asOf", asOf)
                        .bind("knownOn", (Instant) null)
                        .bind("after", after)
                        .bind("fetch", page.fetch())
                        .mapTo(AgglomerationView.Row.class)
                        .list());
        var slice = Slice.of(rows, page, row -> List.of(Integer.toString(row.number())));
        return new Slice<>(
                slice.items().stream().map(AgglomerationView.Row::view).toList(), slice.next());
    }

    /** The number after which the stretch begins; a cursor of another list begins this one. */
    private static int after(PageRequest page) {
        var key = String.join(" ", page.after());
        return key.matches("\\d{1,9}") ? Integer.parseInt(key) : 0;
    }

    AgglomerationView agglomeration(UUID id, LocalDate asOf, @Nullable Instant knownOn) {
        return sql.with(handle -> handle.createQuery(AGGLOMERATIONS + " where a.id = :id")
                        .bind("asOf", asOf)
                        .bind("knownOn", knownOn)
                        .bind("id", id)
                        .mapTo(AgglomerationView.Row.class)
                        .findOne())
                .orElseThrow(() -> new Problem(AgglomerationProblem.AGGLOMERATION_UNKNOWN, id))
                .view();
    }

    /** Of one agglomeration (null: all) or one cluster (null: all), on a date (null: ever), in the order of clusters. */
    List<AssignmentView> assignments(
            @Nullable UUID agglomeration, @Nullable UUID cluster, @Nullable LocalDate asOf, @Nullable Instant knownOn) {
        return sql.with(handle -> handle.createQuery(ASSIGNMENTS + """
                           and (cast(:agglomeration as uuid) is null or a.id = cast(:agglomeration as uuid))
                           and (cast(:cluster as uuid) is null or c.id = cast(:cluster as uuid))
                           and (cast(:asOf as date) is null
                                or daterange(k.valid_from, k.valid_until) @> cast(:asOf as date)
                                   and daterange(p.valid_from, p.valid_until) @> cast(:asOf as date))
                         order by c.sector, c.number, k.valid_from""")
                .bind("agglomeration", agglomeration)
                .bind("cluster", cluster)
                .bind("asOf", asOf)
                .bind("knownOn", knownOn)
                .mapTo(AssignmentView.Row.class)
                .map(AssignmentView.Row::view)
                .list());
    }
}
