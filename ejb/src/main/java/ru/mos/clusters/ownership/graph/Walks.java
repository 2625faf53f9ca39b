package ru.mos.clusters.ownership.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import ru.mos.clusters.ownership.graph.Draft.Way;
import ru.mos.clusters.platform.Fraction;

/**
 * Chains of shareholdings from some owners down to a subject, the largest products first. Through a ring a chain may lead
 * more than once: the sum of all of them is the effective share.
 */
final class Walks {

    private static final int PATIENCE = 2_000;

    private record Walk(int top, List<Integer> edges, Fraction product) {}

    private final View view;
    private final Set<Integer> owners;
    private final int subject;
    private final Set<Integer> between = new HashSet<>();

    Walks(View view, Set<Integer> owners, int subject) {
        this.view = view;
        this.owners = owners;
        this.subject = subject;
        for (int owner : owners) {
            between.addAll(
                    EffectiveShares.wholes(view, owner, subject, party -> false).keySet());
        }
    }

    /**
     * The largest that exceed the threshold together. Where rings make them endlessly small, the last is no walk but all
     * facts between the owners and the subject, and brings what is left.
     */
    List<Way> until(Fraction threshold) {
        var found = new ArrayList<Way>();
        var sum = Fraction.ZERO;
        var next = new PriorityQueue<Walk>((one, other) -> other.product.compareTo(one.product));
        next.add(new Walk(subject, List.of(), Fraction.ONE));
        for (int step = 0; step < PATIENCE && !sum.exceeds(threshold); step++) {
            var walk = next.poll();
            if (walk == null) {
                break;
            }
            if (owners.contains(walk.top)) {
                found.add(new Way(walk.edges, walk.product));
                sum = sum.plus(walk.product);
            } else {
                extend(walk, next);
            }
        }
        return sum.exceeds(threshold) ? found : List.of(all());
    }

    private void extend(Walk walk, PriorityQueue<Walk> next) {
        view.eachInto(walk.top, edge -> {
            if (isHolding(edge)) {
                var edges = new ArrayList<>(List.of(edge));
                edges.addAll(walk.edges);
                next.add(new Walk(view.graph.owner(edge), edges, walk.product.times(view.graph.share(edge))));
            }
        });
    }

    private boolean isHolding(int edge) {
        return view.graph.kindOf(edge) == EdgeKind.SHAREHOLDING
                && view.isSure(edge)
                && between.contains(view.graph.owner(edge))
                && view.graph.share(edge).exceeds(Fraction.ZERO);
    }

    private Way all() {
        var edges = new ArrayList<Integer>();
        for (int party : between) {
            if (!owners.contains(party)) {
                view.eachInto(party, edge -> {
                    if (isHolding(edge)) {
                        edges.add(edge);
                    }
                });
            }
        }
        var sum = owners.stream()
                .map(owner -> EffectiveShares.of(view, owner, subject))
                .reduce(Fraction.ZERO, Fraction::plus);
        return new Way(edges, sum);
    }
}
