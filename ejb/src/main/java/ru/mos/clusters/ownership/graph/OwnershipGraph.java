package ru.mos.clusters.ownership.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ru.mos.clusters.platform.Fraction;

/**
 * An immutable picture of who holds and directs whom on one date, as compact arrays; built once, asked many times, thread
 * safe. Inside the package parties and edges are numbers: parties in the order of their ids, edges in that of their subject.
 */
public final class OwnershipGraph {

    private static final EdgeKind[] EDGE_KINDS = EdgeKind.values();
    private static final PartyKind[] PARTY_KINDS = PartyKind.values();
    private static final int[] NOBODY = {};

    private final long[] ids;
    private final byte[] kinds;
    private final short[] missing;
    private final int[] firstIn;
    private final int[] owners;
    private final int[] subjects;
    private final int[] stakes;
    private final long[] sources;
    private final int[] firstOut;
    private final int[] out;
    private final Fraction[] shares;
    private final Fraction[] votes;
    private final Map<Integer, int[]> namesakes;

    OwnershipGraph(Parties parties, Edges edges, Stakes table) {
        ids = parties.ids();
        kinds = parties.kinds();
        missing = parties.missing();
        namesakes = parties.namesakes();
        firstIn = edges.firstIn();
        owners = edges.owners();
        subjects = edges.subjects();
        stakes = edges.stakes();
        sources = edges.sources();
        firstOut = edges.firstOut();
        out = edges.out();
        shares = table.shares();
        votes = table.votes();
    }

    /** What the builder knows of parties, in the order of their ids; never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    record Parties(long[] ids, byte[] kinds, short[] missing, Map<Integer, int[]> namesakes) {}

    /** Edges in the order of their subjects; {@code stakes} hold the stake, the kind and whether it is sure. */
    @SuppressWarnings("ArrayRecordComponent")
    record Edges(
            int[] firstIn, int[] owners, int[] subjects, int[] stakes, long[] sources, int[] firstOut, int[] out) {}

    public static GraphBuilder builder() {
        return new GraphBuilder();
    }

    public int parties() {
        return ids.length;
    }

    public int edges() {
        return owners.length;
    }

    public boolean contains(long party) {
        return find(party) >= 0;
    }

    @SuppressWarnings("EnumOrdinal")
    static int pack(int stake, EdgeKind kind, boolean sure) {
        return (stake << 4) | (kind.ordinal() << 1) | (sure ? 1 : 0);
    }

    /** The party's number; negative when it is not here. */
    int find(long party) {
        return Arrays.binarySearch(ids, party);
    }

    long id(int party) {
        return ids[party];
    }

    PartyKind kind(int party) {
        return PARTY_KINDS[kinds[party]];
    }

    boolean misses(int party, Missing what) {
        return (missing[party] & what.bit()) != 0;
    }

    boolean missesAnything(int party) {
        return missing[party] != 0;
    }

    int[] namesakes(int party) {
        return namesakes.getOrDefault(party, NOBODY);
    }

    boolean hasNamesakes() {
        return !namesakes.isEmpty();
    }

    int firstIn(int party) {
        return firstIn[party];
    }

    int endIn(int party) {
        return firstIn[party + 1];
    }

    int firstOut(int party) {
        return firstOut[party];
    }

    int endOut(int party) {
        return firstOut[party + 1];
    }

    int outAt(int position) {
        return out[position];
    }

    int owner(int edge) {
        return owners[edge];
    }

    int subject(int edge) {
        return subjects[edge];
    }

    EdgeKind kindOf(int edge) {
        return EDGE_KINDS[(stakes[edge] >> 1) & 7];
    }

    boolean isSure(int edge) {
        return (stakes[edge] & 1) != 0;
    }

    Fraction share(int edge) {
        return shares[stakes[edge] >>> 4];
    }

    Fraction votes(int edge) {
        return votes[stakes[edge] >>> 4];
    }

    /** What the party's owners hold of it, and who directs it; nothing for a party that is not here. */
    public List<Edge> into(long party) {
        int found = find(party);
        return found < 0
                ? List.of()
                : IntStream.range(firstIn(found), endIn(found))
                        .mapToObj(this::edge)
                        .toList();
    }

    /** What the party holds, and whom it directs. */
    public List<Edge> outOf(long party) {
        int found = find(party);
        return found < 0
                ? List.of()
                : IntStream.range(firstOut(found), endOut(found))
                        .mapToObj(position -> edge(outAt(position)))
                        .toList();
    }

    /** What is not known about the party. */
    public List<Missing> missing(long party) {
        int found = find(party);
        return Stream.of(Missing.values())
                .filter(what -> found >= 0 && misses(found, what))
                .toList();
    }

    Edge edge(int edge) {
        return new Edge(
                ids[owners[edge]],
                ids[subjects[edge]],
                kindOf(edge),
                share(edge),
                votes(edge),
                isSure(edge),
                sources[edge]);
    }
}
