package ru.mos.clusters.ownership.graph;

import java.util.List;
import java.util.TreeSet;

/** What was looked at for a pair: everyone who stands above either of them, and the facts between those. */
public final class Examined {

    private final OwnershipGraph graph;
    private final Ancestry first;
    private final Ancestry second;

    Examined(OwnershipGraph graph, Ancestry first, Ancestry second) {
        this.graph = graph;
        this.first = first;
        this.second = second;
    }

    /** Both themselves and all above them; a party not in the graph is not here. */
    public List<Long> parties() {
        var ids = new TreeSet<Long>();
        first.parties().forEach(party -> ids.add(graph.id(party)));
        second.parties().forEach(party -> ids.add(graph.id(party)));
        return List.copyOf(ids);
    }

    /** The number of facts looked at on the way up, those above both counted for each. */
    public int edges() {
        return first.edges() + second.edges();
    }
}
