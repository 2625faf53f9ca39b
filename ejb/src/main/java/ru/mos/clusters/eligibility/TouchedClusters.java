package ru.mos.clusters.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.OwnershipChanged;
import ru.mos.clusters.ownership.OwnershipReach;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Sql;

/** Whose verdict may be another after something came to be known: rather a cluster too many than one too few. */
@ApplicationScoped
class TouchedClusters {

    @Inject
    private Sql sql;

    @Inject
    private OwnershipReach reach;

    /** Null: all, for the reach is too wide to tell them apart. */
    @Nullable
    Set<UUID> by(OwnershipChanged change) {
        return reach.of(change).map(this::with).orElse(null);
    }

    /**
     * Null: all, for a complete release of the register speaks of everybody: of those it leaves out, and of those for whom
     * the one before no longer decides.
     */
    @Nullable
    Set<UUID> byRelease(long release) {
        record Kind(boolean partial, long ord) {}
        var kind = sql.with(handle -> handle.createQuery("""
                                select coalesce(kind <> 'SME_REGISTER' or coverage = 'EXTRACT', false) as partial,
                                       coalesce(ord, 0) as ord
                                  from registry.release
                                 where id = :release""")
                        .bind("release", release)
                        .mapTo(Kind.class)
                        .findOne())
                .orElse(new Kind(false, 0));
        return kind.partial()
                ? sql.with(handle -> handle.createQuery(sql.file(TouchedClusters.class, "TouchedByRelease"))
                        .bind("release", release)
                        .bind("ord", kind.ord())
                        .mapTo(UUID.class)
                        .collect(Collectors.toUnmodifiableSet()))
                : null;
    }

    Set<UUID> by(Inn subject) {
        return with(List.of(subject.digits()));
    }

    /** In which one of them takes part, or which one of them unites, on some day. */
    private Set<UUID> with(Collection<String> inns) {
        return sql.with(handle -> {
            handle.registerArrayType(String.class, "text");
            return handle.createQuery("""
                            select m.cluster_id
                              from cluster.membership m
                             where m.inn = any(:inns) and m.superseded_by is null
                             union
                            select o.cluster_id
                              from cluster.organisation o
                             where o.inn = any(:inns) and o.superseded_by is null""")
                    .bindArray("inns", String.class, inns)
                    .mapTo(UUID.class)
                    .collect(Collectors.toUnmodifiableSet());
        });
    }
}
