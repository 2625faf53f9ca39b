package ru.mos.clusters.cluster;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.registry.LegalForm;

/**
 * Reads many clusters at once for their verdicts, in four statements however many there are. No door: it asks for no
 * permission, so only services that do may use it.
 */
@ApplicationScoped
public class Rosters {

    @Inject
    private Sql sql;

    /** A row about a cluster and its organisation. */
    record ClusterRow(
            UUID id,
            String code,
            String sector,
            String name,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable Instant lastChange,
            @Nullable Inn inn,
            @Nullable String organisationName,
            @Nullable LegalForm legalForm,
            @Nullable LocalDate since,
            @Nullable Long recordedBy) {

        Roster.@Nullable Uniting organisation() {
            return inn == null || since == null || recordedBy == null
                    ? null
                    : new Roster.Uniting(inn, organisationName, legalForm, since, recordedBy);
        }
    }

    /** A row about a membership that began on the day or before. */
    record MemberRow(
            UUID clusterId,
            Inn inn,
            @Nullable String name,
            Set<ParticipantRole> roles,
            boolean memberOfOrganisation,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            long recordedBy) {

        DatePeriod period() {
            return DatePeriod.of(validFrom, validUntil);
        }

        boolean continues(@Nullable MemberRow before) {
            return before != null
                    && before.clusterId.equals(clusterId)
                    && before.inn.equals(inn)
                    && before.period().until().equals(validFrom);
        }
    }

    /** A row about a paper. */
    record PaperRow(
            UUID clusterId,
            UUID documentId,
            DocumentKind kind,
            String title,
            @Nullable String number,
            LocalDate issuedOn,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            boolean hasFile,
            long recordedBy) {

        Roster.Paper paper() {
            var period = DatePeriod.of(validFrom, validUntil);
            return new Roster.Paper(documentId, kind, title, number, issuedOn, period, hasFile, recordedBy);
        }
    }

    /**
     * The clusters on a day, by code; those unknown at the instant are left out.
     *
     * @param knownOn null: as known now
     */
    public List<Roster> rosters(Collection<UUID> clusters, LocalDate asOf, @Nullable Instant knownOn) {
        var participants = participants(clusters, asOf, knownOn);
        var papers =
                asked(clusters, asOf, knownOn, """
                        select d.cluster_id, d.document_id, d.kind, d.title, d.number, d.issued_on, d.valid_from,
                               d.valid_until, d.file_id is not null as has_file, d.recorded_by
                          from cluster.documents_known(:knownOn) d
                         where d.cluster_id = any(cast(:clusters as uuid[])) and d.valid_from <= :asOf
                         order by d.issued_on, d.document_id""", PaperRow.class).stream().collect(groupingBy(PaperRow::clusterId));
        return asked(clusters, asOf, knownOn, """
                        select c.id, c.code, c.sector, p.name, p.valid_from, p.valid_until, o.inn,
                               coalesce(o.name, e.name) as organisation_name, o.legal_form, o.valid_from as since,
                               o.recorded_by,
                               (select max(g.at) from platform.change g
                                 where g.subject_kind = 'CLUSTER' and g.subject = cast(c.id as text)
                                   and (cast(:knownOn as timestamptz) is null or g.at <= :knownOn)) as last_change
                          from cluster.cluster c
                          join cluster.particulars_known(:knownOn) p on p.cluster_id = c.id
                          left join cluster.organisations_on(:asOf, :knownOn) o on o.cluster_id = c.id
                          left join registry.entity e on e.inn = o.inn
                         where c.id = any(cast(:clusters as uuid[]))
                         order by c.sector, c.number""", ClusterRow.class).stream()
                .map(row -> new Roster(
                        row.id(),
                        row.code(),
                        row.sector(),
                        row.name(),
                        DatePeriod.of(row.validFrom(), row.validUntil()),
                        row.lastChange() == null ? Instant.EPOCH : row.lastChange(),
                        row.organisation(),
                        participants.getOrDefault(row.id(), List.of()),
                        papers.getOrDefault(row.id(), List.of()).stream()
                                .map(PaperRow::paper)
                                .toList()))
                .toList();
    }

    /** Clusters that exist on the day, as known now. */
    public List<UUID> existing(LocalDate asOf) {
        return sql.with(handle ->
                handle.createQuery("""
                        select p.cluster_id
                          from cluster.particulars_known(null) p
                         where p.valid_from <= :asOf and (p.valid_until is null or :asOf < p.valid_until)""").bind("asOf", asOf).mapTo(UUID.class).list());
    }

    /** Clusters in which one of these takes or took part, or which one of them unites, on any day. */
    public Set<UUID> concerning(Collection<Inn> inns) {
        return Set.copyOf(sql.with(handle -> handle.createQuery("""
                        select m.cluster_id from cluster.membership m
                         where m.superseded_by is null and m.inn = any(cast(:inns as text[]))
                         union
                        select o.cluster_id from cluster.organisation o
                         where o.superseded_by is null and o.inn = any(cast(:inns as text[]))""")
                .bind("inns", inns.stream().map(Inn::digits).collect(joining(",", "{", "}")))
                .mapTo(UUID.class)
                .list()));
    }

    private Map<UUID, List<Roster.Participant>> participants(
            Collection<UUID> clusters, LocalDate asOf, @Nullable Instant knownOn) {
        var rows = asked(clusters, asOf, knownOn, """
                        select m.cluster_id, m.inn, coalesce(m.name, e.name) as name, m.roles, m.member_of_organisation,
                               m.valid_from, m.valid_until, m.recorded_by
                          from cluster.memberships_until(:asOf, :knownOn) m
                          left join registry.entity e on e.inn = m.inn
                         where m.cluster_id = any(cast(:clusters as uuid[]))
                         order by m.cluster_id, m.inn, m.valid_from""", MemberRow.class);
        var taking = new ArrayList<Map.Entry<UUID, Roster.Participant>>();
        MemberRow before = null;
        var since = LocalDate.MIN;
        for (var row : rows) {
            since = row.continues(before) ? since : row.validFrom();
            if (row.period().contains(asOf)) {
                var participant = new Roster.Participant(
                        row.inn(), row.name(), row.roles(), row.memberOfOrganisation(), since, row.recordedBy());
                taking.add(Map.entry(row.clusterId(), participant));
            }
            before = row;
        }
        return taking.stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toUnmodifiableList())));
    }

    private <T> List<T> asked(
            Collection<UUID> clusters, LocalDate asOf, @Nullable Instant knownOn, String statement, Class<T> row) {
        return sql.with(handle -> {
            Query query = handle.createQuery(statement);
            return query.bind("clusters", clusters.stream().map(UUID::toString).collect(joining(",", "{", "}")))
                    .bind("asOf", asOf)
                    .bind("knownOn", knownOn)
                    .mapTo(row)
                    .list();
        });
    }
}
