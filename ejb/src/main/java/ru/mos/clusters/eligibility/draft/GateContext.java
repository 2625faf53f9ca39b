package ru.mos.clusters.eligibility.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.AffiliationProfile;
import ru.mos.clusters.ownership.graph.Profile;
import ru.mos.clusters.platform.Citation;

/**
 * What the gate must know besides the draft.
 *
 * @param basedOn the version the draft was made from
 * @param published the versions that judge or have judged
 * @param editions of acts, with their standing on the draft's first day
 * @param commentsUntil first day on which comments are no longer taken; null where they were never called for
 * @param laws the definition of affiliation with the readings of a day
 */
record GateContext(
        LocalDate today,
        String ruleSet,
        int basedOn,
        List<Published> published,
        List<Edition> editions,
        Set<String> sectors,
        @Nullable LocalDate commentsUntil,
        List<Comment> comments,
        BiFunction<AffiliationProfile, LocalDate, Profile> laws) {

    /** A version that judges from a day on; null: since ever. */
    record Published(int version, @Nullable LocalDate from) {}

    /** @param status null where the edition says nothing of the day */
    record Edition(String act, @Nullable LocalDate edition, Citation.@Nullable Status status) {}

    record Comment(UUID id, boolean answered) {}

    /** The version that would follow. */
    int next() {
        return published.stream().mapToInt(Published::version).max().orElse(0) + 1;
    }
}
