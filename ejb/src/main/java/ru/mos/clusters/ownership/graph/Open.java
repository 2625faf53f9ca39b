package ru.mos.clusters.ownership.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ru.mos.clusters.ownership.graph.Missing.Slot;

/** Something missing about a party above the pair, by number. */
record Open(int party, Missing what) {

    /** Below this all sets are tried, and what is named is exactly what matters. */
    private static final int ALL_SETS = 6;

    private static final int GREEDY = 30;

    private static final int MOST_NAMED = 50;

    boolean opens(Slot slot) {
        return what.opens(slot);
    }

    /** Everything missing about a party and those above it that leaves a place for an unknown. */
    static Set<Open> above(View view, Ancestry ancestry) {
        var open = new HashSet<Open>();
        ancestry.parties().filter(view::missesAnything).forEach(party -> {
            for (var what : Missing.values()) {
                if (view.misses(party, what) && leavesPlace(view, party, what)) {
                    open.add(new Open(party, what));
                }
            }
        });
        return open;
    }

    /** Those whose owners were looked at for neither. */
    static Set<Open> beyond(Ancestry first, Ancestry second) {
        var open = new HashSet<Open>();
        if (first.isCut() || second.isCut()) {
            IntStream.concat(first.parties(), second.parties())
                    .filter(party -> isCut(party, first) && isCut(party, second))
                    .forEach(party -> open.add(new Open(party, Missing.BEYOND_DEPTH)));
        }
        return open;
    }

    private static boolean isCut(int party, Ancestry ancestry) {
        return !ancestry.holds(party) || ancestry.isCutAt(party);
    }

    static boolean leavesPlace(View view, int party, Missing what) {
        if (what.opens(Slot.IDENTITY)) {
            return view.graph.namesakes(party).length == 0;
        }
        return view.graph.kind(party).isOwned() || what == Missing.SOURCES_DISAGREE;
    }

    /**
     * Of those that together could link the pair the ones without which, in some set of them, it could not be; some of all
     * where it would take too long to tell.
     */
    static Set<Open> thatMatter(Set<Open> all, Possibilities possibilities, Work naming) {
        var matter = new HashSet<Open>();
        var others = new ArrayList<Open>();
        for (var open : all) {
            if (naming.isSpent()) {
                return some(all);
            }
            if (possibilities.couldLink(Set.of(open), naming)) {
                matter.add(open);
            } else {
                others.add(open);
            }
        }
        if (possibilities.couldLink(Set.copyOf(others), naming)) {
            matter.addAll(
                    others.size() <= ALL_SETS
                            ? bySets(others, possibilities, naming)
                            : byLeavingOut(others, possibilities, naming));
        }
        return matter;
    }

    private static Set<Open> some(Set<Open> all) {
        return all.stream()
                .sorted(Comparator.comparingInt(Open::party).thenComparing(Open::what))
                .limit(MOST_NAMED)
                .collect(Collectors.toSet());
    }

    private static Set<Open> bySets(List<Open> others, Possibilities possibilities, Work naming) {
        var links = new boolean[1 << others.size()];
        var matter = new HashSet<Open>();
        for (int mask = 0; mask < links.length; mask++) {
            links[mask] = possibilities.couldLink(some(others, mask), naming);
            for (int at = 0; links[mask] && at < others.size(); at++) {
                if (((mask >> at) & 1) != 0 && !links[mask & ~(1 << at)]) {
                    matter.add(others.get(at));
                }
            }
        }
        return matter;
    }

    private static Set<Open> some(List<Open> others, int mask) {
        var some = new HashSet<Open>();
        for (int at = 0; at < others.size(); at++) {
            if (((mask >> at) & 1) != 0) {
                some.add(others.get(at));
            }
        }
        return some;
    }

    /** One least set for each, left out last; so many that this takes too long are all named. */
    private static Set<Open> byLeavingOut(List<Open> others, Possibilities possibilities, Work naming) {
        if (others.size() > GREEDY) {
            return some(Set.copyOf(others));
        }
        var matter = new HashSet<Open>();
        for (var kept : others) {
            if (naming.isSpent()) {
                return some(Set.copyOf(others));
            }
            var least = new HashSet<>(others);
            for (var each : others) {
                if (!each.equals(kept) && least.remove(each) && !possibilities.couldLink(least, naming)) {
                    least.add(each);
                }
            }
            least.remove(kept);
            if (!possibilities.couldLink(least, naming)) {
                matter.add(kept);
            }
        }
        return matter;
    }
}
