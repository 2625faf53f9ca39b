package ru.mos.clusters.cluster.merger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.ClusterProblem;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;

/** What hinders a merger: looked at when it is proposed, and again when it is confirmed. */
@ApplicationScoped
class MergerChecks {

    @Inject
    private Sql sql;

    /** A row of {@code Involved.sql}. */
    record Involved(
            UUID id,
            String code,
            String sector,
            boolean openThen,
            @Nullable LocalDate latest,
            @Nullable Inn organisation,
            List<String> members,
            long waiting,
            boolean pending) {}

    /**
     * Refuses a merger that cannot be.
     *
     * @param merger itself, which does not hinder
     * @param organisation of a new cluster; null where others join an existing one
     * @return the sector of all
     * @throws Problem {@code cluster-unknown}, {@code merger-across-sectors}, {@code merger-cluster-not-open},
     *     {@code merger-day-too-early}, {@code merger-organisation-is-member}, {@code merger-applications-open},
     *     {@code merger-pending-already}
     */
    String require(
            UUID merger,
            Collection<UUID> clusters,
            @Nullable UUID successor,
            @Nullable Inn organisation,
            LocalDate day) {
        var all = new ArrayList<>(clusters);
        if (successor != null) {
            all.add(successor);
        }
        var involved = involved(merger, all, day);
        if (involved.size() < all.size()) {
            throw new Problem(ClusterProblem.CLUSTER_UNKNOWN, missing(all, involved));
        }
        var first = involved.get(0);
        involved.forEach(one -> requireBearable(one, first, clusters.contains(one.id()), day));
        var uniting = successor == null
                ? organisation
                : involved.stream()
                        .filter(one -> one.id().equals(successor))
                        .findAny()
                        .orElseThrow()
                        .organisation();
        involved.stream()
                .filter(one -> uniting != null && one.members().contains(uniting.digits()))
                .findFirst()
                .ifPresent(one -> {
                    throw new Problem(MergerProblem.MERGER_ORGANISATION_IS_MEMBER, String.valueOf(uniting), one.code())
                            .at("/organisation/inn");
                });
        return first.sector();
    }

    private static void requireBearable(Involved one, Involved first, boolean ends, LocalDate day) {
        if (!one.sector().equals(first.sector())) {
            throw new Problem(MergerProblem.MERGER_ACROSS_SECTORS, first.code(), one.code()).at("/clusters");
        }
        if (!one.openThen()) {
            throw new Problem(MergerProblem.MERGER_CLUSTER_NOT_OPEN, one.code(), day).at("/day");
        }
        if (one.latest() != null && one.latest().isAfter(day)) {
            throw new Problem(MergerProblem.MERGER_DAY_TOO_EARLY, one.code(), one.latest()).at("/day");
        }
        if (one.pending()) {
            throw new Problem(MergerProblem.MERGER_PENDING_ALREADY, one.code()).at("/clusters");
        }
        if (ends && one.waiting() > 0) {
            throw new Problem(MergerProblem.MERGER_APPLICATIONS_OPEN, one.code(), one.waiting()).at("/clusters");
        }
    }

    private static UUID missing(List<UUID> all, List<Involved> involved) {
        var found = involved.stream().map(Involved::id).toList();
        return all.stream().filter(id -> !found.contains(id)).findFirst().orElseThrow();
    }

    private List<Involved> involved(UUID merger, Collection<UUID> clusters, LocalDate day) {
        return sql.with(handle -> handle.createQuery(sql.file(Mergers.class, "Involved"))
                .bindArray("clusters", UUID.class, clusters)
                .bind("merger", merger)
                .bind("day", day)
                .mapTo(Involved.class)
                .list());
    }

    /** Nobody else changes these clusters until this transaction ends; locked in one order, so that none waits in a ring. */
    void lock(Collection<UUID> clusters) {
        sql.with(handle -> handle.createQuery(
                        "select id from cluster.cluster where id = any(:clusters) order by id for update")
                .bindArray("clusters", UUID.class, clusters)
                .mapTo(UUID.class)
                .list());
    }
}
