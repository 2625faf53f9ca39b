package ru.mos.clusters.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.registry.SubjectName;

/** Reads clusters: lists and cards in a number of statements that does not grow with what they show. */
@ApplicationScoped
class ClusterQueries {

    private static final List<String> BEGINNING = List.of("", "", "0");

    @Inject
    private Sql sql;

    /** @throws Problem {@code cluster-unknown} */
    ClusterView cluster(UUID id, LocalDate asOf, @Nullable Instant knownOn) {
        return sql.with(handle -> query(handle, ClusterFilter.ALL, asOf, ClusterOrder.CODE, BEGINNING)
                        .bind("id", id)
                        .bind("knownOn", knownOn)
                        .bind("most", 1)
                        .mapTo(ClusterView.Row.class)
                        .findOne())
                .orElseThrow(() -> new Problem(ClusterProblem.CLUSTER_UNKNOWN, id))
                .view();
    }

    ClusterCard card(UUID id, LocalDate asOf, @Nullable Instant knownOn) {
        return new ClusterCard(
                cluster(id, asOf, knownOn),
                asOf,
                knownOn,
                members(id, asOf, knownOn, "", null),
                documents(id, asOf, knownOn));
    }

    /** The stretch, and how many clusters the filter lets through; that is 0 where the stretch lies behind them all. */
    Clusters.Counted counted(ClusterFilter filter, ClusterOrder order, PageRequest page) {
        var after = page.after().size() == 3 ? page.after() : BEGINNING;
        var rows = sql.with(handle -> query(handle, filter, filter.asOf(), order, after)
                .bind("id", (UUID) null)
                .bind("knownOn", (Instant) null)
                .bind("most", page.fetch())
                .mapTo(ClusterView.Row.class)
                .list());
        var slice = Slice.of(rows, page, row -> key(row, order));
        return new Clusters.Counted(
                new Slice<>(slice.items().stream().map(ClusterView.Row::view).toList(), slice.next()),
                rows.isEmpty() ? 0 : rows.get(0).matching());
    }

    Clusters.Choices choices() {
        record Choice(boolean sector, String code, String ru, String en) {}
        var all = sql.with(handle -> handle.createQuery("""
                        select x.sector, x.code, x.ru, x.en
                          from (select true as sector, s.code, s.name_ru as ru, s.name_en as en, s.position
                                  from cluster.sector s
                                 union all
                                select false, u.login, u.name, u.name, 0
                                  from platform.app_user u
                                  join platform.user_role r on r.login = u.login
                                 where u.active and r.role = :gckr) x
                         order by x.position, x.ru, x.code""")
                .bind("gckr", Role.GCKR)
                .mapTo(Choice.class)
                .list());
        return new Clusters.Choices(
                all.stream()
                        .filter(Choice::sector)
                        .map(sector -> new Clusters.SectorName(sector.code(), sector.ru(), sector.en()))
                        .toList(),
                all.stream()
                        .filter(choice -> !choice.sector())
                        .map(curator -> new Clusters.Candidate(curator.code(), curator.ru()))
                        .toList());
    }

    void export(ClusterFilter filter, ClusterOrder order, Locale locale, OutputStream to) {
        sql.with(handle -> {
            try (var rows = query(handle, filter, filter.asOf(), order, BEGINNING)
                    .bind("id", (UUID) null)
                    .bind("knownOn", (Instant) null)
                    .bind("most", (Integer) null)
                    .setFetchSize(500)
                    .mapTo(ClusterView.Row.class)
                    .stream()) {
                ClusterSheet.write(rows.map(ClusterView.Row::view), locale, to);
                return true;
            }
        });
    }

    /** Participants on a date by INN, after one of them, at most so many (null: all). */
    List<MemberView> members(
            UUID cluster, LocalDate asOf, @Nullable Instant knownOn, String after, @Nullable Integer most) {
        return sql.with(handle -> handle.createQuery("""
                        select m.inn, coalesce(m.name, e.name) as name, m.roles, m.member_of_organisation,
                               m.valid_from as "from", m.valid_until as "to"
                          from cluster.memberships_on(:asOf, :knownOn) m
                          left join registry.entity e on e.inn = m.inn
                         where m.cluster_id = :cluster and m.inn > :after
                         order by m.inn
                         limit :most""")
                .bind("asOf", asOf)
                .bind("knownOn", knownOn)
                .bind("cluster", cluster)
                .bind("after", after)
                .bind("most", most)
                .mapTo(MemberView.class)
                .list());
    }

    List<DocumentView> documents(UUID cluster, @Nullable LocalDate asOf, @Nullable Instant knownOn) {
        return sql.with(handle -> handle.createQuery("""
                        select d.document_id, d.kind, d.title, d.number, d.issued_on, d.valid_from, d.valid_until,
                               f.file_name, f.media_type, f.size, f.sha256
                          from cluster.documents_known(:knownOn) d
                          left join platform.document f on f.id = d.file_id
                         where d.cluster_id = :cluster
                           and (cast(:asOf as date) is null or daterange(d.valid_from, d.valid_until) @> cast(:asOf as date))
                         order by d.issued_on, d.document_id""")
                .bind("knownOn", knownOn)
                .bind("cluster", cluster)
                .bind("asOf", asOf)
                .mapTo(DocumentView.Row.class)
                .map(DocumentView.Row::view)
                .list());
    }

    /** A row of the record of changes. */
    record ChangeRow(
            long id,
            Instant at,
            String actor,
            String action,
            @Nullable String before,
            @Nullable String after) {
        ChangeView view() {
            return new ChangeView(id, at, actor, action, tree(before), tree(after));
        }

        private static @Nullable JsonNode tree(@Nullable String json) {
            var tree = Json.tree(json);
            return tree == null ? null : namesCut(tree);
        }

        /** Names of private persons stand beside their INN. */
        private static JsonNode namesCut(JsonNode tree) {
            var inn = tree.path("inn").asText();
            if (tree instanceof ObjectNode object && object.path("name").isTextual() && inn.matches("\\d{12}")) {
                object.put("name", SubjectName.shown(object.get("name").asText(), new Inn(inn)));
            }
            tree.forEach(ChangeRow::namesCut);
            return tree;
        }
    }

    Slice<ChangeView> history(UUID id, PageRequest page) {
        long before = page.after().isEmpty()
                ? Long.MAX_VALUE
                : Long.parseLong(page.after().get(0));
        var rows = sql.with(handle -> handle.createQuery("""
                        select c.id, c.at, c.actor, c.action, cast(c.before as text) as before, cast(c.after as text) as after
                          from platform.change c
                         where c.subject_kind = :kind and c.subject = :id and c.id < :before and c.at is not null
                         order by c.id desc
                         limit :fetch""")
                .bind("kind", Clusters.SUBJECT)
                .bind("id", id.toString())
                .bind("before", before)
                .bind("fetch", page.fetch())
                .mapTo(ChangeRow.class)
                .map(ChangeRow::view)
                .list());
        return Slice.of(rows, page, change -> List.of(Long.toString(change.id())));
    }

    private Query query(
            Handle handle, ClusterFilter filter, @Nullable LocalDate asOf, ClusterOrder order, List<String> after) {
        var text = filter.text();
        return handle.createQuery(sql.file(Clusters.class, "Clusters"))
                .bind("asOf", asOf)
                .bind("sector", filter.sector())
                .bind("text", text == null || text.isBlank() ? null : text.strip())
                .bind("status", filter.status() == null ? null : filter.status().name())
                .bind("curator", filter.curator())
                .bind("byName", order == ClusterOrder.NAME)
                .bind("afterName", after.get(0))
                .bind("afterSector", after.get(1))
                .bind("afterNumber", Integer.valueOf(after.get(2)));
    }

    private static List<String> key(ClusterView.Row row, ClusterOrder order) {
        return List.of(order == ClusterOrder.NAME ? row.sortName() : "", row.sector(), Integer.toString(row.number()));
    }
}
