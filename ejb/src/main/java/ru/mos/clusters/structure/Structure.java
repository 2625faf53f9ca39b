package ru.mos.clusters.structure;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.ClusterFilter;
import ru.mos.clusters.cluster.ClusterOrder;
import ru.mos.clusters.cluster.ClusterStatus;
import ru.mos.clusters.cluster.ClusterView;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.SectorView;
import ru.mos.clusters.cluster.Sectors;
import ru.mos.clusters.cluster.agglomeration.AgglomerationView;
import ru.mos.clusters.cluster.agglomeration.Agglomerations;
import ru.mos.clusters.cluster.agglomeration.AssignmentView;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.infrastructure.AccreditationStatus;
import ru.mos.clusters.infrastructure.InfrastructureFilter;
import ru.mos.clusters.infrastructure.InfrastructureOrganisations;
import ru.mos.clusters.infrastructure.InfrastructureStatus;
import ru.mos.clusters.infrastructure.InfrastructureView;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Time;

/** The structure of the programme on any date. */
@Stateless
@DenyAll
public class Structure {

    private static final int STRETCH = 500;
    private static final String DEVELOPMENT_CENTRE = "DEVELOPMENT_CENTRE";
    private static final String DISTRICT_CENTRE = "DISTRICT_CENTRE";

    /** Who sees how clusters stand; experts see the clusters alone. */
    private static final List<String> JUDGING =
            List.of(DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE);

    @Inject
    private Clusters clusters;

    @Inject
    private Sectors sectors;

    @Inject
    private Agglomerations agglomerations;

    @Inject
    private InfrastructureOrganisations infrastructure;

    @Inject
    private Caller caller;

    @Inject
    private Sql sql;

    @Inject
    private Time time;

    /**
     * The structure as it is known now.
     *
     * @param asOf null: today; outcomes of an earlier day are those of the latest verdict kept up to it
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public StructureView on(@Nullable LocalDate asOf) {
        var day = asOf == null ? time.today() : asOf;
        boolean judging = JUDGING.stream().anyMatch(caller::hasRole);
        var filter = new ClusterFilter(null, null, ClusterStatus.ACTIVE, null, day);
        var active = all(page -> clusters.list(filter, ClusterOrder.CODE, page));
        var joined = agglomerations.assignments(day).stream()
                .collect(toMap(AssignmentView::cluster, AssignmentView::agglomerationCode, (one, same) -> one));
        var outcomes = judging ? outcomes(day) : Map.<UUID, Eligibility>of();
        var bySector = active.stream().collect(groupingBy(ClusterView::sector));
        return new StructureView(
                day,
                judging,
                bodies(),
                infrastructure(day),
                all(sectors::list).stream()
                        .filter(sector -> bySector.containsKey(sector.code())
                                || DatePeriod.of(sector.from(), sector.to()).contains(day))
                        .map(sector ->
                                sector(sector, bySector.getOrDefault(sector.code(), List.of()), outcomes, joined))
                        .toList(),
                curators(active),
                all(page -> agglomerations.list(day, page)).stream()
                        .filter(one -> one.status() == ClusterStatus.ACTIVE)
                        .map(Structure::agglomeration)
                        .toList());
    }

    private static StructureView.Sector sector(
            SectorView sector, List<ClusterView> clusters, Map<UUID, Eligibility> outcomes, Map<UUID, String> joined) {
        return new StructureView.Sector(
                sector.code(),
                sector.nameRu(),
                sector.nameEn(),
                clusters.stream()
                        .map(cluster -> new StructureView.Cluster(
                                cluster.id(),
                                cluster.code(),
                                cluster.name(),
                                cluster.memberCount(),
                                cluster.partnerCount(),
                                outcomes.get(cluster.id()),
                                cluster.curator() == null
                                        ? null
                                        : cluster.curator().login(),
                                joined.get(cluster.id())))
                        .toList());
    }

    private static StructureView.Agglomeration agglomeration(AgglomerationView one) {
        return new StructureView.Agglomeration(one.code(), one.name(), one.clusters());
    }

    private static List<StructureView.Curator> curators(List<ClusterView> active) {
        return active.stream()
                .map(ClusterView::curator)
                .flatMap(Stream::ofNullable)
                .collect(groupingBy(curator -> Map.entry(curator.login(), curator.name()), counting()))
                .entrySet()
                .stream()
                .map(entry -> new StructureView.Curator(
                        entry.getKey().getKey(), entry.getKey().getValue(), entry.getValue()))
                .sorted(Comparator.comparing(StructureView.Curator::name).thenComparing(StructureView.Curator::login))
                .toList();
    }

    private StructureView.Infrastructure infrastructure(LocalDate day) {
        var active = all(page -> infrastructure.list(new InfrastructureFilter(null, null, day), page)).stream()
                .filter(one -> one.status() == InfrastructureStatus.ACTIVE)
                .toList();
        var others = active.stream()
                .filter(one ->
                        !one.kind().equals(DEVELOPMENT_CENTRE) && !one.kind().equals(DISTRICT_CENTRE))
                .toList();
        return new StructureView.Infrastructure(
                places(active, DEVELOPMENT_CENTRE),
                places(active, DISTRICT_CENTRE),
                others.size(),
                others.stream()
                        .filter(one -> one.accreditation() == AccreditationStatus.IN_FORCE)
                        .count());
    }

    private static List<StructureView.Place> places(List<InfrastructureView> active, String kind) {
        return active.stream()
                .filter(one -> one.kind().equals(kind))
                .map(one -> new StructureView.Place(one.code(), one.name()))
                .toList();
    }

    private StructureView.Bodies bodies() {
        record Count(String role, long people) {}
        var people = sql
                .with(handle -> handle.createQuery("""
                        select r.role, count(*) as people
                          from platform.user_role r
                          join platform.app_user u on u.login = r.login
                         where u.active
                         group by r.role""").mapTo(Count.class).list())
                .stream()
                .collect(toMap(Count::role, Count::people));
        return new StructureView.Bodies(
                people.getOrDefault(DEPARTMENT, 0L),
                people.getOrDefault(EXPERT, 0L),
                people.getOrDefault(INFRASTRUCTURE, 0L),
                people.getOrDefault(GCKR, 0L));
    }

    /** By the latest evaluation, and for an earlier day by the latest verdict kept about a day up to it. */
    private Map<UUID, Eligibility> outcomes(LocalDate day) {
        record Outcome(UUID clusterId, Eligibility outcome) {}
        return sql
                .with(handle -> handle.createQuery("""
                        select s.cluster_id, s.outcome
                          from eligibility.standing s
                         where s.as_of <= :day
                         union all
                        select v.cluster_id, v.outcome
                          from (select distinct on (k.cluster_id) k.cluster_id, k.outcome
                                  from eligibility.verdict k
                                 where k.as_of <= :day
                                 order by k.cluster_id, k.as_of desc, k.given_by desc) v
                         where not exists (select from eligibility.standing s
                                            where s.cluster_id = v.cluster_id and s.as_of <= :day)""")
                        .bind("day", day)
                        .mapTo(Outcome.class)
                        .list())
                .stream()
                .collect(toMap(Outcome::clusterId, Outcome::outcome));
    }

    private static <T> List<T> all(Function<PageRequest, Slice<T>> list) {
        var all = new ArrayList<T>();
        var page = PageRequest.first(STRETCH);
        while (true) {
            var slice = list.apply(page);
            all.addAll(slice.items());
            if (slice.next() == null) {
                return all;
            }
            page = new PageRequest(STRETCH, slice.next());
        }
    }
}
