package ru.mos.clusters.ownership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.PartyKind;

/**
 * Who holds and directs a party on a day, and whom it holds and directs; of the parties that are unfolded the same.
 *
 * @param knownOn the latest change behind it; null where nothing is known at all
 * @param missing what is not known of the parties that are unfolded
 * @param complete false where there are more than are shown
 */
public record OwnershipPicture(
        AffiliationView.Who centre,
        LocalDate asOf,
        @Nullable Instant knownOn,
        List<Box> boxes,
        List<Tie> ties,
        List<AffiliationView.MissingFact> missing,
        boolean complete) {

    /**
     * A party.
     *
     * @param level 0 for the party asked about; owners stand below zero, those they hold above it
     * @param unfolded whether its own owners and subjects are shown
     */
    public record Box(AffiliationView.Who party, PartyKind kind, int level, boolean unfolded) {}

    /**
     * A fact between two of them.
     *
     * @param sure false: it may hold, but it is not known
     * @param controls whether the votes of the owner are more than half
     */
    public record Tie(AffiliationView.Edge fact, boolean sure, boolean controls) {}
}
