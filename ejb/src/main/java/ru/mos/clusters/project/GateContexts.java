package ru.mos.clusters.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.project.GateContext.Cluster;
import ru.mos.clusters.project.GateContext.Given;
import ru.mos.clusters.project.ProjectContent.ConcernedCluster;
import ru.mos.clusters.project.ProjectStore.Kept;

/** Gathers what the gate must know of the world around a project, as it is today. */
@ApplicationScoped
class GateContexts {

    @Inject
    private Sql sql;

    GateContext of(Kept project, FundingLimits limits) {
        return of(project, project.lead(), project.draft(), limits);
    }

    /** @param lead who leads the project by now */
    GateContext of(Kept project, Inn lead, ProjectContent said, FundingLimits limits) {
        return new GateContext(
                project.kind(),
                lead,
                clusters(said.clusters().stream()
                        .map(ConcernedCluster::cluster)
                        .filter(Objects::nonNull)
                        .toList()),
                indicators().stream().collect(Collectors.toMap(IndicatorView::code, Function.identity())),
                new HashSet<>(approved(project.id())),
                new HashSet<>(files(project.id())),
                new HashSet<>(consents(project.id())),
                limits.withInKind(inKind()));
    }

    private record ClusterRow(
            UUID id,
            String code,
            @Nullable Inn organisation,
            @Nullable String agglomeration,
            List<String> participants) {

        Cluster cluster() {
            return new Cluster(
                    code,
                    organisation,
                    agglomeration,
                    participants.stream().map(Inn::new).collect(Collectors.toSet()));
        }
    }

    private Map<UUID, Cluster> clusters(Collection<UUID> ids) {
        var clusters = new HashMap<UUID, Cluster>();
        sql.with(handle -> handle.createQuery("""
                        select c.id, c.code, o.inn as organisation, a.code as agglomeration,
                               array(select m.inn from cluster.memberships_on(platform.today(), null) m
                                      where m.cluster_id = c.id) as participants
                          from cluster.cluster c
                          join cluster.particulars_known(null) p on p.cluster_id = c.id
                           and daterange(p.valid_from, p.valid_until) @> platform.today()
                          left join cluster.organisations_on(platform.today(), null) o on o.cluster_id = c.id
                          left join cluster.agglomeration_cluster k on k.cluster_id = c.id and k.superseded_by is null
                           and daterange(k.valid_from, k.valid_until) @> platform.today()
                          left join cluster.agglomeration a on a.id = k.agglomeration_id
                         where c.id = any(:ids)""")
                        .bindArray("ids", UUID.class, ids)
                        .mapTo(ClusterRow.class)
                        .list())
                .forEach(row -> clusters.put(row.id(), row.cluster()));
        return clusters;
    }

    /** The catalogue in the order of directions. */
    List<IndicatorView> indicators() {
        return sql.with(
                handle -> handle.createQuery("""
                        select code, direction, name_ru, name_en, unit_ru, unit_en, sense
                          from project.indicator
                         order by position, code
                         limit 1000""").mapTo(IndicatorView.class).list());
    }

    private List<String> approved(UUID project) {
        return sql.with(
                handle -> handle.createQuery("select text from project.direction_approval where project_id = :project")
                        .bind("project", project)
                        .mapTo(String.class)
                        .list());
    }

    private List<UUID> files(UUID project) {
        return sql.with(handle -> handle.createQuery("select document_id from project.file where project_id = :project")
                .bind("project", project)
                .mapTo(UUID.class)
                .list());
    }

    private List<Given> consents(UUID project) {
        return sql.with(handle -> handle.createQuery("""
                        select inn, cluster_id as cluster, digest
                          from project.consent
                         where project_id = :project and withdrawn_by is null""")
                .bind("project", project)
                .mapTo(Given.class)
                .list());
    }

    private record Limit(long numerator, long denominator, LocalDate validFrom) {}

    private @Nullable Fraction inKind() {
        return sql.with(handle -> handle.createQuery("""
                                select numerator, denominator, valid_from
                                  from project.in_kind_limit
                                 where daterange(valid_from, valid_until) @> platform.today()""").mapTo(Limit.class).findFirst())
                .map(limit -> Fraction.of(limit.numerator(), limit.denominator()))
                .orElse(null);
    }
}
