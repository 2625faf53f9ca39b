package ru.mos.clusters.cluster.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.SectorActivity;
import ru.mos.clusters.cluster.SectorView;
import ru.mos.clusters.platform.DatePeriod;

/** Which activities suggest which sector on a day. A code speaks of all below it: 62 of 62.01, 58.2 of 58.29. */
final class SectorTable {

    private static final String FIRST_EDITION = "2001";

    private final List<SectorView> sectors;
    private final LocalDate day;

    SectorTable(List<SectorView> sectors, LocalDate day) {
        this.sectors = sectors;
        this.day = day;
    }

    /** Every sector that the code suggests, core before related, then in the order of sectors. */
    List<SectorHint> of(@Nullable String code, @Nullable String version) {
        if (code == null) {
            return List.of();
        }
        var found = new ArrayList<SectorHint>();
        for (var sector : sectors) {
            sector.activities().stream()
                    .filter(activity ->
                            DatePeriod.of(activity.from(), activity.to()).contains(day))
                    .filter(activity -> speaks(activity, version))
                    .filter(activity -> code.startsWith(activity.code()))
                    .map(SectorActivity::tier)
                    .min(Comparator.naturalOrder())
                    .ifPresent(tier -> found.add(new SectorHint(sector.code(), tier)));
        }
        found.sort(Comparator.comparing(SectorHint::tier)); // sectors of one tier keep their order
        return List.copyOf(found);
    }

    /** Whether the code is of the edition of which the table speaks; one without an edition is taken for the day's. */
    private static boolean speaks(SectorActivity activity, @Nullable String version) {
        return version == null
                || version.equals(FIRST_EDITION) == (activity.classifier() == SectorActivity.Classifier.OKVED1);
    }

    /** How the code fits one of the sectors. */
    static MemberHint.Fit fit(@Nullable String code, List<SectorHint> hints, @Nullable String sector) {
        if (sector == null) {
            return MemberHint.Fit.NOT_ASKED;
        }
        if (code == null) {
            return MemberHint.Fit.ACTIVITY_UNKNOWN;
        }
        return hints.stream()
                .filter(hint -> hint.sector().equals(sector))
                .findFirst()
                .map(hint -> hint.tier() == SectorActivity.Tier.CORE ? MemberHint.Fit.CORE : MemberHint.Fit.RELATED)
                .orElse(MemberHint.Fit.OUTSIDE);
    }

    /** How many of the members suggest each sector, those that most suggest first. */
    static List<SectorProfile.Count> counts(List<MemberHint> members) {
        var core = new TreeMap<String, Long>();
        var related = new TreeMap<String, Long>();
        for (var member : members) {
            for (var hint : member.suggests()) {
                add(hint.tier() == SectorActivity.Tier.CORE ? core : related, hint.sector());
            }
        }
        var all = new TreeSet<>(core.keySet());
        all.addAll(related.keySet());
        return all.stream()
                .map(sector -> new SectorProfile.Count(
                        sector, core.getOrDefault(sector, 0L), related.getOrDefault(sector, 0L)))
                .sorted(Comparator.comparingLong(SectorProfile.Count::core)
                        .thenComparingLong(SectorProfile.Count::related)
                        .reversed())
                .toList();
    }

    private static void add(Map<String, Long> counts, String sector) {
        counts.merge(sector, 1L, Long::sum);
    }
}
