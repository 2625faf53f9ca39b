package ru.mos.clusters.ownership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import ru.mos.clusters.ownership.KnownOwnership.Found;
import ru.mos.clusters.ownership.KnownOwnership.Question;
import ru.mos.clusters.ownership.OwnershipPicture.Box;
import ru.mos.clusters.ownership.OwnershipPicture.Tie;
import ru.mos.clusters.ownership.graph.Edge;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.platform.Fraction;

/** Puts together the picture of a party: one step around it, and around each party that is unfolded. */
@ApplicationScoped
class Picturing {

    @Inject
    private KnownOwnership known;

    @Inject
    private Telling telling;

    /** @param parties the party asked about first, then those to unfold; those the picture does not reach are left out */
    OwnershipPicture of(Handle handle, List<Long> parties, Question question, OwnershipParameters parameters) {
        var found = known.beside(question, parameters);
        var unfolded = new LinkedHashSet<Long>();
        parties.forEach(party -> unfolded.add(found.representative(party)));
        var levels = levels(found, unfolded);
        var edges = levels.keySet().stream()
                .flatMap(node -> found.graph().into(node).stream())
                .filter(edge -> levels.containsKey(edge.from()))
                .toList();
        var sources = telling.sources(handle, edges.stream().map(Edge::source).toList());
        var controlled = controlled(edges, parameters.controlAbove());
        return new OwnershipPicture(
                Telling.who(found.party(parties.get(0))),
                question.day(),
                found.knownOn(),
                levels.entrySet().stream()
                        .map(entry -> box(found, entry.getKey(), entry.getValue(), unfolded))
                        .toList(),
                edges.stream()
                        .map(edge -> new Tie(
                                Telling.edge(edge, found, sources),
                                edge.sure(),
                                edge.kind() == EdgeKind.SHAREHOLDING && controlled.contains(tie(edge))))
                        .toList(),
                unfolded.stream()
                        .filter(levels::containsKey)
                        .flatMap(node -> found.graph().missing(node).stream()
                                .map(what -> new AffiliationView.MissingFact(Telling.who(found.party(node)), what)))
                        .toList(),
                found.complete());
    }

    private static Box box(Found found, long node, int level, Set<Long> unfolded) {
        var party = found.party(node);
        return new Box(Telling.who(party), party.kind(), level, unfolded.contains(node));
    }

    /** From the party asked about outwards: owners a step up, subjects a step down; what is reached first stays. */
    private static Map<Long, Integer> levels(Found found, Set<Long> unfolded) {
        var levels = new LinkedHashMap<Long, Integer>();
        long centre = unfolded.iterator().next();
        levels.put(centre, 0);
        var waiting = new ArrayDeque<Long>(List.of(centre));
        while (!waiting.isEmpty()) {
            long node = waiting.remove();
            int level = Objects.requireNonNull(levels.get(node));
            var reached = new ArrayList<Long>();
            for (var edge : found.graph().into(node)) {
                if (levels.putIfAbsent(edge.from(), level - 1) == null) {
                    reached.add(edge.from());
                }
            }
            for (var edge : found.graph().outOf(node)) {
                if (levels.putIfAbsent(edge.to(), level + 1) == null) {
                    reached.add(edge.to());
                }
            }
            reached.stream().filter(unfolded::contains).forEach(waiting::add);
        }
        return levels;
    }

    private static Map.Entry<Long, Long> tie(Edge edge) {
        return Map.entry(edge.from(), edge.to());
    }

    private static Set<Map.Entry<Long, Long>> controlled(Collection<Edge> edges, Fraction above) {
        var votes = new HashMap<Map.Entry<Long, Long>, Fraction>();
        edges.stream()
                .filter(edge -> edge.sure() && edge.kind() == EdgeKind.SHAREHOLDING)
                .forEach(edge -> votes.merge(tie(edge), edge.votes(), Fraction::plus));
        votes.values().removeIf(sum -> !sum.exceeds(above));
        return votes.keySet();
    }

    /** The picture of whom no source names: a box, and that nothing is known. */
    static OwnershipPicture blank(KnownOwnership.PartyRow party, Question question) {
        var who = Telling.who(party);
        return new OwnershipPicture(
                who,
                question.day(),
                null,
                List.of(new Box(who, party.kind(), 0, true)),
                List.of(),
                List.of(new AffiliationView.MissingFact(who, ru.mos.clusters.ownership.graph.Missing.NO_EXTRACT)),
                true);
    }
}
