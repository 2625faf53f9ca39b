package ru.mos.clusters.cluster.cooperation;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.ParticipantRole;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Sql;

/** Reads agreements with their parties, as known now. */
@ApplicationScoped
class AgreementQueries {

    @Inject
    private Sql sql;

    /** A party of an agreement; the columns of the agreement stand in each row. */
    record Row(
            UUID agreementId,
            String number,
            LocalDate concludedOn,
            String subject,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable String endedBecause,
            @Nullable String fileName,
            @Nullable String mediaType,
            @Nullable Long size,
            @Nullable String sha256,
            Inn inn,
            @Nullable String name,
            boolean organisation,
            boolean memberOfOrganisation,
            @Nullable Set<ParticipantRole> roles) {

        AgreementView.PartyView party() {
            return new AgreementView.PartyView(
                    inn, name, organisation, memberOfOrganisation, roles == null ? List.of() : List.copyOf(roles));
        }

        AgreementView view(List<AgreementView.PartyView> parties) {
            var file = fileName == null || mediaType == null || size == null || sha256 == null
                    ? null
                    : new AgreementView.FileView(fileName, mediaType, size, sha256);
            return new AgreementView(
                    agreementId, number, concludedOn, subject, parties, validFrom, validUntil, file, endedBecause);
        }
    }

    /** Of a cluster; one (null: all), in force on a day (null: ever), the latest concluded first. */
    List<AgreementView> agreements(UUID cluster, @Nullable UUID agreement, @Nullable LocalDate asOf) {
        var rows = sql.with(handle -> handle.createQuery("""
                        select a.agreement_id, a.number, a.concluded_on, a.subject, a.valid_from, a.valid_until,
                               a.ended_because, f.file_name, f.media_type, f.size, f.sha256, p.inn,
                               coalesce(m.name, o.name, e.name) as name, o.inn is not null as organisation,
                               coalesce(m.member_of_organisation, false) as member_of_organisation, m.roles
                          from cluster.cooperation_agreement a
                         cross join lateral unnest(a.parties) with ordinality p (inn, place)
                          left join cluster.membership m on m.cluster_id = a.cluster_id and m.inn = p.inn
                           and m.superseded_by is null and daterange(m.valid_from, m.valid_until) @> a.valid_from
                          left join cluster.organisation o on o.cluster_id = a.cluster_id and o.inn = p.inn
                           and o.superseded_by is null and daterange(o.valid_from, o.valid_until) @> a.valid_from
                          left join registry.entity e on e.inn = p.inn
                          left join platform.document f on f.id = a.file_id
                         where a.cluster_id = :cluster and a.superseded_by is null
                           and (cast(:agreement as uuid) is null or a.agreement_id = cast(:agreement as uuid))
                           and (cast(:asOf as date) is null
                                or daterange(a.valid_from, a.valid_until) @> cast(:asOf as date))
                         order by a.concluded_on desc, a.agreement_id, p.place""")
                .bind("cluster", cluster)
                .bind("agreement", agreement)
                .bind("asOf", asOf)
                .mapTo(Row.class)
                .list());
        var parties = new LinkedHashMap<UUID, List<AgreementView.PartyView>>();
        var heads = new LinkedHashMap<UUID, Row>();
        for (var row : rows) {
            heads.putIfAbsent(row.agreementId(), row);
            parties.computeIfAbsent(row.agreementId(), none -> new ArrayList<>())
                    .add(row.party());
        }
        return heads.values().stream()
                .map(head -> head.view(parties.getOrDefault(head.agreementId(), List.of())))
                .toList();
    }

    /** How each stands to the cluster on the day; those that do not belong to it are left out. */
    List<AgreementView.PartyView> known(UUID cluster, Collection<Inn> inns, LocalDate day) {
        record Known(
                Inn inn,
                @Nullable String name,
                boolean organisation,
                boolean memberOfOrganisation,
                @Nullable Set<ParticipantRole> roles) {}
        return sql.with(handle -> handle.createQuery("""
                        select m.inn, m.name, false as organisation, m.member_of_organisation, m.roles
                          from cluster.memberships_on(:day, null) m
                         where m.cluster_id = :cluster and m.inn = any(cast(:inns as text[]))
                         union all
                        select o.inn, o.name, true, false, null
                          from cluster.organisations_on(:day, null) o
                         where o.cluster_id = :cluster and o.inn = any(cast(:inns as text[]))""")
                .bind("day", day)
                .bind("cluster", cluster)
                .bind("inns", inns.stream().map(Inn::digits).collect(joining(",", "{", "}")))
                .mapTo(Known.class)
                .map(known -> new AgreementView.PartyView(
                        known.inn(),
                        known.name(),
                        known.organisation(),
                        known.memberOfOrganisation(),
                        known.roles() == null ? List.of() : List.copyOf(known.roles())))
                .list());
    }
}
