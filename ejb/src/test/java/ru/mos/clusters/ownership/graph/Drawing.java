package ru.mos.clusters.ownership.graph;

import static ru.mos.clusters.ownership.graph.EdgeKind.SHAREHOLDING;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import ru.mos.clusters.platform.Fraction;

/** A graph drawn by letters: capital ones are companies, {@code p…} and {@code q…} persons. */
final class Drawing {

    private final GraphBuilder builder = OwnershipGraph.builder();
    private final Map<String, Long> ids = new LinkedHashMap<>();
    private long source = 1000;

    static Drawing drawing() {
        return new Drawing();
    }

    /** The facts of a proof alone; everybody is a company, so that nobody is too much a person for them. */
    static OwnershipGraph of(Collection<Edge> edges, PairFinding finding) {
        var builder = OwnershipGraph.builder();
        builder.party(finding.a(), PartyKind.LEGAL_ENTITY).party(finding.b(), PartyKind.LEGAL_ENTITY);
        for (var edge : edges) {
            builder.party(edge.from(), PartyKind.LEGAL_ENTITY).party(edge.to(), PartyKind.LEGAL_ENTITY);
            builder.edge(edge.from(), edge.to(), edge.kind(), edge.share(), edge.votes(), edge.sure(), edge.source());
        }
        return builder.build();
    }

    Drawing party(String name, PartyKind kind) {
        ids.computeIfAbsent(name, any -> {
            long id = 10L * (ids.size() + 1);
            builder.party(id, kind);
            return id;
        });
        return this;
    }

    long id(String name) {
        party(name, Character.isUpperCase(name.charAt(0)) ? PartyKind.LEGAL_ENTITY : PartyKind.PERSON);
        return ids.get(name);
    }

    String name(long id) {
        return ids.entrySet().stream()
                .filter(each -> each.getValue() == id)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    Drawing holds(String owner, long percent, String subject) {
        return holds(owner, Fraction.of(percent, 100), subject);
    }

    Drawing holds(String owner, Fraction share, String subject) {
        builder.edge(id(owner), id(subject), SHAREHOLDING, share, share, true, source++);
        return this;
    }

    Drawing mayHold(String owner, long percent, String subject) {
        var share = Fraction.of(percent, 100);
        builder.edge(id(owner), id(subject), SHAREHOLDING, share, share, false, source++);
        return this;
    }

    Drawing votes(String owner, Fraction share, Fraction votes, String subject) {
        builder.edge(id(owner), id(subject), SHAREHOLDING, share, votes, true, source++);
        return this;
    }

    Drawing is(String owner, EdgeKind kind, String subject) {
        builder.edge(id(owner), id(subject), kind, Fraction.ZERO, Fraction.ZERO, true, source++);
        return this;
    }

    Drawing maybe(String owner, EdgeKind kind, String subject) {
        builder.edge(id(owner), id(subject), kind, Fraction.ZERO, Fraction.ZERO, false, source++);
        return this;
    }

    Drawing missing(String party, Missing what) {
        builder.missing(id(party), what);
        return this;
    }

    Drawing sameName(String one, String other) {
        builder.sameName(id(one), id(other));
        return this;
    }

    OwnershipGraph graph() {
        return builder.build();
    }

    Holding holding(String owner, String subject) {
        long holder = id(owner);
        long held = id(subject);
        return Holdings.of(graph(), holder, held);
    }

    PairFinding pair(String a, String b) {
        return pair(Profile.AFF_948, a, b);
    }

    PairFinding pair(Profile profile, String a, String b, String... excluded) {
        long first = id(a);
        long second = id(b);
        var without = new java.util.HashSet<Long>();
        for (var each : excluded) {
            without.add(id(each));
        }
        return Affiliations.of(graph(), profile, Set.copyOf(without)).pair(first, second);
    }
}
