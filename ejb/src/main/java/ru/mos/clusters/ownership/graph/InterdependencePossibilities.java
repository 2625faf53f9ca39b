package ru.mos.clusters.ownership.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import ru.mos.clusters.ownership.graph.Missing.Slot;
import ru.mos.clusters.platform.Fraction;

/**
 * Whether one party, known or a stranger, could hold too much by the Tax Code if it held every unknown share above the pair;
 * an unknown body of either, or an unidentified person near it, could always link.
 */
final class InterdependencePossibilities implements Possibilities {

    private static final int STRANGER = -1;

    private final View view;
    private final Profile profile;
    private final InterdependenceReasons reasons;
    private final int a;
    private final int b;
    private final Set<Integer> takers = new LinkedHashSet<>();
    private final Map<Integer, Fraction> rests = new HashMap<>();
    private final Set<Integer> unidentified = new HashSet<>();
    private Work work = new Work(Long.MAX_VALUE);

    InterdependencePossibilities(
            InterdependenceReasons reasons, View view, Profile profile, int a, int b, Ancestry first, Ancestry second) {
        this.reasons = reasons;
        this.view = view;
        this.profile = profile;
        this.a = a;
        this.b = b;
        takers.add(STRANGER);
        first.parties().forEach(takers::add);
        second.parties().forEach(takers::add);
    }

    @Override
    public boolean couldLink(Set<Open> open, Work allowed) {
        work = allowed;
        rests.clear();
        unidentified.clear();
        for (var each : open) {
            boolean owned = view.graph.kind(each.party()).isOwned();
            boolean isEnd = each.party() == a || each.party() == b;
            if (each.opens(Slot.IDENTITY)) {
                unidentified.add(each.party());
            }
            if ((!owned && each.what() != Missing.NO_INN)
                    || (isEnd && (each.opens(Slot.EXECUTIVE) || each.opens(Slot.IDENTITY)))
                    || (each.opens(Slot.IDENTITY) && isInBodyOfEither(each.party()))) {
                return true;
            }
            if (owned && each.opens(Slot.OWNERS)) {
                rests.put(
                        each.party(),
                        each.what() == Missing.BEYOND_DEPTH ? Fraction.ONE : view.restOfShares(each.party()));
            }
        }
        return takers.stream().anyMatch(this::links);
    }

    private boolean isInBodyOfEither(int party) {
        var found = new boolean[1];
        view.eachOutOf(party, edge -> {
            int subject = view.graph.subject(edge);
            found[0] |= view.graph.kindOf(edge) != EdgeKind.SHAREHOLDING && (subject == a || subject == b);
        });
        return found[0];
    }

    private boolean links(int taker) {
        if (work.isSpent()) {
            return true;
        }
        boolean first = taker == a || (taker != b && profile.commonHolder());
        boolean second = taker == b || (taker != a && profile.commonHolder());
        var threshold = taker == a || taker == b ? profile.holdingAbove() : profile.commonHolderAbove();
        return (taker == a || !second || most(taker, a).exceeds(threshold))
                && (taker == b || !first || most(taker, b).exceeds(threshold))
                && (first || second);
    }

    private Fraction most(int taker, int subject) {
        var hands = new TreeSet<>(unidentified);
        if (taker != STRANGER) {
            hands.addAll(reasons.family(taker));
        }
        hands.remove(subject);
        var sum = Fraction.ZERO;
        for (int hand : hands) {
            sum = sum.plus(reasons.effective(hand, subject));
        }
        var wholes = EffectiveShares.wholes(view, taker, subject, rests::containsKey, work);
        for (var rest : rests.entrySet()) {
            if (rest.getKey() != taker) {
                sum = sum.plus(rest.getValue().times(wholes.getOrDefault(rest.getKey(), Fraction.ZERO)));
            }
        }
        return sum;
    }
}
