package ru.mos.clusters.ownership.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Fraction;

/**
 * The part of a graph that counts for one question: without the excluded parties, and with all edges or only those of a
 * proof on trial. The size of a board and the votes cast in a company are always those of the whole graph. Not thread safe.
 */
final class View {

    /**
     * What is known of a company's capital.
     *
     * @param treasury its own stake in itself, which has no vote
     * @param votes of all others that are sure, of the whole
     * @param contradictory the sources give more than the whole: none of them is sure
     */
    record Capital(Fraction treasury, Fraction votes, Fraction shares, boolean contradictory) {}

    final OwnershipGraph graph;
    private final BitSet excluded;
    private final boolean withoutPublicBodies;
    private final int @Nullable [] only;
    private final Map<Integer, int[]> into;
    private final Map<Integer, int[]> outOf;
    private final Map<Integer, Capital> capitals;

    View(OwnershipGraph graph, BitSet excluded, boolean withoutPublicBodies) {
        this(graph, excluded, withoutPublicBodies, null, new HashMap<>());
    }

    private View(
            OwnershipGraph graph,
            BitSet excluded,
            boolean withoutPublicBodies,
            int @Nullable [] only,
            Map<Integer, Capital> capitals) {
        this.graph = graph;
        this.excluded = excluded;
        this.withoutPublicBodies = withoutPublicBodies;
        this.only = only;
        this.capitals = capitals;
        this.into = new HashMap<>();
        this.outOf = new HashMap<>();
        for (int edge : only == null ? new int[0] : only) {
            into.merge(graph.subject(edge), new int[] {edge}, View::joined);
            outOf.merge(graph.owner(edge), new int[] {edge}, View::joined);
        }
    }

    /** The same question asked of these edges alone. */
    View only(int[] edges) {
        return new View(graph, excluded, withoutPublicBodies, edges, capitals);
    }

    boolean isAbsent(int party) {
        return excluded.get(party) || (withoutPublicBodies && graph.kind(party) == PartyKind.PUBLIC_BODY);
    }

    /** Edges into a party whose owner is here. */
    void eachInto(int party, IntConsumer take) {
        if (only != null) {
            Arrays.stream(into.getOrDefault(party, new int[0])).forEach(take);
            return;
        }
        for (int edge = graph.firstIn(party); edge < graph.endIn(party); edge++) {
            if (!isAbsent(graph.owner(edge))) {
                take.accept(edge);
            }
        }
    }

    /** Edges from a party whose subject is here. */
    void eachOutOf(int party, IntConsumer take) {
        if (only != null) {
            Arrays.stream(outOf.getOrDefault(party, new int[0])).forEach(take);
            return;
        }
        for (int at = graph.firstOut(party); at < graph.endOut(party); at++) {
            int edge = graph.outAt(at);
            if (!isAbsent(graph.subject(edge))) {
                take.accept(edge);
            }
        }
    }

    boolean isSure(int edge) {
        return graph.isSure(edge)
                && (graph.kindOf(edge) != EdgeKind.SHAREHOLDING
                        || !capital(graph.subject(edge)).contradictory());
    }

    /** A sure shareholding of another, the only kind that votes. */
    boolean isVote(int edge) {
        return graph.kindOf(edge) == EdgeKind.SHAREHOLDING && graph.owner(edge) != graph.subject(edge) && isSure(edge);
    }

    /** Votes of all that are cast in the subject. */
    Fraction votes(int edge) {
        return cast(graph.votes(edge), capital(graph.subject(edge)));
    }

    private static Fraction cast(Fraction votes, Capital capital) {
        if (capital.treasury().equals(Fraction.ZERO)) {
            return votes;
        }
        var base = Fraction.ONE.minus(capital.treasury());
        return base.equals(Fraction.ZERO) ? Fraction.ZERO : votes.dividedBy(base);
    }

    /** Votes of the company that nobody known casts. */
    Fraction restOfVotes(int party) {
        var capital = capital(party);
        return cast(Fraction.ONE.minus(capital.treasury()).minus(capital.votes()), capital);
    }

    /** Share of the company that nobody known holds. */
    Fraction restOfShares(int party) {
        return Fraction.ONE.minus(capital(party).shares());
    }

    boolean misses(int party, Missing what) {
        return graph.misses(party, what)
                || (what == Missing.SOURCES_DISAGREE && capital(party).contradictory());
    }

    boolean missesAnything(int party) {
        return graph.missesAnything(party) || capital(party).contradictory();
    }

    int boardSize(int party) {
        int size = 0;
        for (int edge = graph.firstIn(party); edge < graph.endIn(party); edge++) {
            if (graph.kindOf(edge) == EdgeKind.BOARD && graph.isSure(edge)) {
                size++;
            }
        }
        return size;
    }

    Capital capital(int party) {
        var known = capitals.get(party);
        if (known == null) {
            known = count(party);
            capitals.put(party, known);
        }
        return known;
    }

    private Capital count(int party) {
        var treasury = Fraction.ZERO;
        var votes = Fraction.ZERO;
        var shares = Fraction.ZERO;
        for (int edge = graph.firstIn(party); edge < graph.endIn(party); edge++) {
            if (graph.kindOf(edge) == EdgeKind.SHAREHOLDING && graph.isSure(edge)) {
                shares = shares.plus(graph.share(edge));
                if (graph.owner(edge) == party) {
                    treasury = treasury.plus(graph.votes(edge));
                } else {
                    votes = votes.plus(graph.votes(edge));
                }
            }
        }
        return shares.exceeds(Fraction.ONE) || treasury.plus(votes).exceeds(Fraction.ONE)
                ? new Capital(Fraction.ZERO, Fraction.ZERO, Fraction.ZERO, true)
                : new Capital(treasury, votes, shares, false);
    }

    private static int[] joined(int[] some, int[] more) {
        var all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
