package ru.mos.clusters.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;

/** Reads organisations, and takes one for a change. */
@ApplicationScoped
class Register {

    /** What the record of changes calls an organisation. */
    static final String SUBJECT = "INFRASTRUCTURE";

    @Inject
    private Sql sql;

    /** Organisations after a number, at most so many. */
    List<InfrastructureView.Row> rows(
            @Nullable UUID id, @Nullable String kind, @Nullable UUID parent, LocalDate asOf, int after, int most) {
        return sql.with(handle -> handle.createQuery(sql.file(InfrastructureOrganisations.class, "Organisations"))
                .bind("id", id)
                .bind("kind", kind)
                .bind("parent", parent)
                .bind("asOf", asOf)
                .bind("after", after)
                .bind("most", most)
                .mapTo(InfrastructureView.Row.class)
                .list());
    }

    /** @throws Problem {@code infrastructure-unknown} */
    InfrastructureView organisation(UUID id, LocalDate asOf) {
        return rows(id, null, null, asOf, 0, 1).stream()
                .findAny()
                .orElseThrow(() -> new Problem(InfrastructureProblem.INFRASTRUCTURE_UNKNOWN, id))
                .view();
    }

    /**
     * The organisation for a change: others who want to change it wait, and its version is counted up.
     *
     * @param expected the version the caller saw; null where no one asks
     * @return its version now
     * @throws Problem {@code infrastructure-unknown}, {@code changed-meanwhile}
     */
    long take(UUID id, @Nullable Long expected) {
        long version = sql.with(handle -> handle.createQuery(
                                "update infrastructure.organisation set version = version + 1 where id = :id returning version")
                        .bind("id", id)
                        .mapTo(Long.class)
                        .findOne())
                .orElseThrow(() -> new Problem(InfrastructureProblem.INFRASTRUCTURE_UNKNOWN, id));
        if (expected != null && expected != version - 1) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        return version;
    }
}
