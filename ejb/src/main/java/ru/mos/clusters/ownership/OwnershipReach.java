package ru.mos.clusters.ownership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Sql;

/**
 * How far a change of ownership reaches: whose links to others may be otherwise than before. It never leaves anyone out;
 * that it names some for nothing does no harm.
 */
@ApplicationScoped
public class OwnershipReach {

    /** Where more records came or more parties are within reach, telling them apart costs more than judging all anew. */
    private static final int MOST = 20_000;

    @Inject
    private Sql sql;

    private record Reached(long party, @Nullable String inn) {}

    /** Taxpayer numbers of those within reach; empty where they are too many to tell apart. */
    public Optional<Set<String>> of(OwnershipChanged change) {
        return sql.with(handle -> {
            long records = handle.createQuery(
                            "select coalesce(sum(records), 0) from ownership.import where id = :import")
                    .bind("import", change.importId())
                    .mapTo(Long.class)
                    .one();
            if (records > MOST) {
                return Optional.empty();
            }
            KnownOwnership.byIndexes(handle, true);
            var reached = handle.createQuery(sql.file(OwnershipReach.class, "Reached"))
                    .bind("import", change.importId())
                    .bindArray("parties", Long.class, change.parties())
                    .bind("most", MOST + 1)
                    .mapTo(Reached.class)
                    .list();
            KnownOwnership.byIndexes(handle, false);
            return reached.size() > MOST
                    ? Optional.empty()
                    : Optional.of(reached.stream()
                            .map(Reached::inn)
                            .filter(Objects::nonNull)
                            .collect(Collectors.toUnmodifiableSet()));
        });
    }
}
