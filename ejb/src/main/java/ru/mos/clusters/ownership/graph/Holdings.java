package ru.mos.clusters.ownership.graph;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import ru.mos.clusters.platform.Fraction;

/** What one party holds of another, by sure facts. */
public final class Holdings {

    private static final Fraction HALF = Fraction.of(1, 2);

    private Holdings() {}

    /**
     * The owner's direct and effective share and the votes it commands. A party that is not in the graph holds nothing known.
     * Sources that give more than the whole of a company make none of its shareholdings sure.
     */
    public static Holding of(OwnershipGraph graph, long owner, long subject) {
        int holder = graph.find(owner);
        int held = graph.find(subject);
        if (holder < 0 || held < 0) {
            return new Holding(Fraction.ZERO, Fraction.ZERO, Fraction.ZERO, false);
        }
        var view = new View(graph, new BitSet(), false);
        var votes = votes(view, holder, held);
        return new Holding(
                direct(view, holder, held), EffectiveShares.of(view, holder, held), votes, votes.exceeds(HALF));
    }

    private static Fraction direct(View view, int owner, int subject) {
        var sum = new Fraction[] {Fraction.ZERO};
        view.eachInto(subject, edge -> {
            if (view.graph.owner(edge) == owner && view.isSure(edge)) {
                sum[0] = sum[0].plus(view.graph.share(edge));
            }
        });
        return sum[0];
    }

    /** Votes of the owner and of whatever it controls by more than half, found by adding to what is controlled (948-1 art. 4). */
    private static Fraction votes(View view, int owner, int subject) {
        var commanded = new HashMap<Integer, Fraction>();
        var controlled = new HashSet<Integer>(Set.of(owner));
        var next = new ArrayDeque<Integer>(controlled);
        while (!next.isEmpty()) {
            view.eachOutOf(next.remove(), edge -> {
                int company = view.graph.subject(edge);
                if (view.isVote(edge)
                        && commanded
                                .merge(company, view.votes(edge), Fraction::plus)
                                .exceeds(HALF)
                        && controlled.add(company)) {
                    next.add(company);
                }
            });
        }
        return commanded.getOrDefault(subject, Fraction.ZERO);
    }
}
