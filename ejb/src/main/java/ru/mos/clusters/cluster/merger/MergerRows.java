package ru.mos.clusters.cluster.merger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;

/** Rows of mergers: read, added, superseded. */
@ApplicationScoped
class MergerRows {

    @Inject
    private Sql sql;

    void insert(UUID id, ProposeMerger command, long change) {
        var organisation = command.organisation();
        sql.with(handle -> handle.createUpdate("""
                        insert into cluster.merger (id, successor_id, new_name, organisation_inn, organisation_name,
                               legal_form, curator, day, document_title, document_number, document_date, state,
                               proposed_by, recorded_by)
                        values (:id, cast(:successor as uuid), :name, :inn, :organisation, :form, :curator, :day, :title,
                                :number, :date, 'PROPOSED', :change, :change)""")
                .bind("id", id)
                .bind("successor", command.successor())
                .bind("name", command.name())
                .bind("inn", organisation == null ? null : organisation.inn())
                .bind("organisation", organisation == null ? null : organisation.name())
                .bind(
                        "form",
                        organisation == null || organisation.legalForm() == null
                                ? null
                                : organisation.legalForm().name())
                .bind("curator", command.curator())
                .bind("day", command.day())
                .bind("title", command.document().title())
                .bind("number", command.document().number())
                .bind("date", command.document().date())
                .bind("change", change)
                .execute());
        sql.with(handle -> handle.createUpdate(
                        "insert into cluster.merged (merger_id, cluster_id) select :id, unnest(cast(:clusters as uuid[]))")
                .bind("id", id)
                .bindArray("clusters", UUID.class, command.clusters())
                .execute());
    }

    void next(MergerView before, MergerState state, @Nullable UUID successor, @Nullable String refusal, long change) {
        sql.with(handle -> handle.createUpdate("""
                        with before as (
                            update cluster.merger set superseded_by = :change where row_id = :version returning *
                        )
                        insert into cluster.merger (id, successor_id, new_name, organisation_inn, organisation_name,
                               legal_form, curator, day, document_title, document_number, document_date, state, refusal,
                               proposed_by, recorded_by)
                        select id, cast(:successor as uuid), new_name, organisation_inn, organisation_name, legal_form,
                               curator, day, document_title, document_number, document_date, :state, :refusal,
                               proposed_by, :change
                          from before""")
                .bind("change", change)
                .bind("version", before.version())
                .bind("successor", successor)
                .bind("state", state.name())
                .bind("refusal", refusal)
                .execute());
    }

    /** Nobody else decides on the merger until this transaction ends. */
    void lock(UUID id) {
        sql.with(handle -> handle.createQuery(
                        "select row_id from cluster.merger where id = :id and superseded_by is null for update")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne());
    }

    Optional<MergerView> find(UUID id) {
        return grouped(rows(id, null, PageRequest.first(1))).stream().findAny();
    }

    Slice<MergerView> list(@Nullable MergerState state, PageRequest page) {
        return Slice.of(
                grouped(rows(null, state, page)),
                page,
                merger -> List.of(merger.day().toString(), merger.id().toString()));
    }

    private List<MergerView.Row> rows(@Nullable UUID id, @Nullable MergerState state, PageRequest page) {
        boolean first = page.after().size() != 2;
        return sql.with(handle -> handle.createQuery(sql.file(Mergers.class, "Mergers"))
                .bind("id", id)
                .bind("state", state == null ? null : state.name())
                .bind("first", first)
                .bind("afterDay", first ? null : page.after().get(0))
                .bind("afterId", first ? null : page.after().get(1))
                .bind("most", page.fetch())
                .mapTo(MergerView.Row.class)
                .list());
    }

    private static List<MergerView> grouped(List<MergerView.Row> rows) {
        return rows.stream().collect(groupingBy(MergerView.Row::id, LinkedHashMap::new, toList())).values().stream()
                .map(of ->
                        of.get(0).with(of.stream().map(MergerView.Row::cluster).toList()))
                .toList();
    }

    LineageView lineage(UUID cluster) {
        record Row(boolean later, UUID id, String code, String name, LocalDate day, UUID merger) {
            LineageView.Kin kin() {
                return new LineageView.Kin(id, code, name, day, merger);
            }
        }
        var kin = sql.with(handle -> handle.createQuery("""
                        select s.predecessor = :cluster as later, c.id, c.code, p.name, s.day, s.merger_id as merger
                          from cluster.succession s
                          join cluster.cluster c
                            on c.id = case when s.predecessor = :cluster then s.successor else s.predecessor end
                          join cluster.particulars_known(null) p on p.cluster_id = c.id
                         where :cluster in (s.predecessor, s.successor)
                         order by s.day, c.sector, c.number""")
                .bind("cluster", cluster)
                .mapTo(Row.class)
                .list());
        return new LineageView(
                kin.stream().filter(Row::later).map(Row::kin).findFirst().orElse(null),
                kin.stream().filter(row -> !row.later()).map(Row::kin).toList());
    }
}
