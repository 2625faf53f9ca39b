package ru.mos.clusters.registry.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Sql;

/**
 * The release in force with the latest state of the SME register. Every list of enterprises names it, so it is kept in
 * memory until another one is merged or withdrawn; at most a minute, should a server beside this one have done that.
 */
@ApplicationScoped
class LatestOfRegister {

    private static final long FRESH = TimeUnit.MINUTES.toNanos(1);

    @Inject
    private Sql sql;

    private volatile @Nullable Kept kept;

    private record Kept(Optional<ReleaseView> release, long at) {}

    /** Empty before the first. */
    Optional<ReleaseView> find() {
        var known = kept;
        if (known == null || System.nanoTime() - known.at() > FRESH) {
            known = new Kept(read(), System.nanoTime());
            kept = known;
        }
        return known.release();
    }

    private Optional<ReleaseView> read() {
        return sql.with(handle -> handle.createQuery(ReleaseView.SELECT + """
                         where kind = 'SME_REGISTER' and state = 'COMPLETED' and same_as is null
                         order by state_on desc, id desc
                         limit 1""")
                .mapTo(ReleaseView.class)
                .findOne());
    }

    void changed(@Observes ReleaseMerged merged) {
        kept = null;
    }
}
