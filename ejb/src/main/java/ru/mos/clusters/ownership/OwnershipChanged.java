package ru.mos.clusters.ownership;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who owns or directs whom is known otherwise than before; fired after the change is committed.
 *
 * @param importId the import that came or went; null for another change
 * @param parties ids of those between whom something is known otherwise; of an import what it says tells
 */
public record OwnershipChanged(@Nullable Long importId, List<Long> parties) {

    static OwnershipChanged byImport(long id) {
        return new OwnershipChanged(id, List.of());
    }

    static OwnershipChanged between(long one, long other) {
        return new OwnershipChanged(null, List.of(one, other));
    }
}
