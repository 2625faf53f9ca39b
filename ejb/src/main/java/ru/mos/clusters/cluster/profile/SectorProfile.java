package ru.mos.clusters.cluster.profile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which sector the members of a cluster suggest on a date.
 *
 * @param declared the cluster's own
 * @param suggested the sector that most members suggest, its core before what is related; null where none suggests any
 * @param sectors how many members suggest each, the most first
 * @param members by INN
 */
public record SectorProfile(
        String declared, @Nullable String suggested, LocalDate asOf, List<Count> sectors, List<MemberHint> members) {

    /** How many members suggest a sector by its core and by what is related. */
    public record Count(String sector, long core, long related) {}

    /** How many members lie outside of the declared sector. */
    public long outside() {
        return members.stream()
                .filter(member -> member.fit() == MemberHint.Fit.OUTSIDE)
                .count();
    }
}
