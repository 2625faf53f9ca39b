package ru.mos.clusters.ownership;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which parties are one: of those that are, the one named first stands for all. */
final class EqualParties {

    private final Map<Long, Long> parents = new HashMap<>();

    /** @param pairs each two parties that are one */
    EqualParties(List<long[]> pairs) {
        for (var pair : pairs) {
            long one = of(pair[0]);
            long other = of(pair[1]);
            if (one != other) {
                parents.put(Math.max(one, other), Math.min(one, other));
            }
        }
    }

    /** The party that stands for it; itself where nothing else is known. */
    long of(long party) {
        long at = party;
        for (Long up = parents.get(at); up != null; up = parents.get(at)) {
            at = up;
        }
        return at;
    }

    /** Those of the parties for whom another stands, with that other. */
    Map<Long, Long> representatives(Collection<Long> parties) {
        var representatives = new HashMap<Long, Long>();
        for (long party : parties) {
            if (parents.containsKey(party)) {
                representatives.put(party, of(party));
            }
        }
        return representatives;
    }
}
