package ru.mos.clusters.ownership.graph;

import static ru.mos.clusters.ownership.graph.EdgeKind.BOARD;
import static ru.mos.clusters.ownership.graph.EdgeKind.FAMILY;
import static ru.mos.clusters.ownership.graph.EdgeKind.SHAREHOLDING;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import ru.mos.clusters.ownership.graph.Missing.Slot;
import ru.mos.clusters.platform.Fraction;

/**
 * Takes parties and edges in any order. A bulk loader feeds parties by ascending id (no sort is needed then) and edges with
 * {@link #stake(long, long, long, long)}: no object is made for an edge.
 *
 * <p>An edge that is not sure also says that something is missing about its subject, so that UNKNOWN always has a name.
 */
public final class GraphBuilder {

    private static final int START = 1024;
    private static final int DENSE = 4;

    private long[] ids = new long[START];
    private byte[] kinds = new byte[START];
    private int partyCount;

    private long[] from = new long[START];
    private long[] to = new long[START];
    private int[] packed = new int[START];
    private long[] sources = new long[START];
    private int edgeCount;

    private long[] remarked = new long[START];
    private short[] remarks = new short[START];
    private int remarkCount;

    private long[] named = new long[START];
    private int namedCount;

    private final Stakes stakes = new Stakes();

    GraphBuilder() {}

    /** @param party the database's id */
    @SuppressWarnings("EnumOrdinal")
    public GraphBuilder party(long party, PartyKind kind) {
        if (partyCount == ids.length) {
            ids = Arrays.copyOf(ids, partyCount * 2);
            kinds = Arrays.copyOf(kinds, partyCount * 2);
        }
        ids[partyCount] = party;
        kinds[partyCount++] = (byte) kind.ordinal();
        return this;
    }

    /**
     * @param share and {@code votes}: zero except for a shareholding
     * @param source the loader's id of the fact, handed back in proofs
     * @throws IllegalArgumentException for a share or votes below nothing or above the whole
     */
    public GraphBuilder edge(
            long owner, long subject, EdgeKind kind, Fraction share, Fraction votes, boolean sure, long source) {
        return edge(owner, subject, kind, stakes.number(share, votes), sure, source);
    }

    /** @param stake of {@link #stake}; zero for a stake of nothing and for all that is not a shareholding */
    public GraphBuilder edge(long owner, long subject, EdgeKind kind, int stake, boolean sure, long source) {
        if (stake < 0 || stake >= stakes.size() || (stake != 0 && kind != SHAREHOLDING)) {
            throw new IllegalArgumentException("stake " + stake + " of an edge " + kind);
        }
        if (edgeCount == from.length) {
            from = Arrays.copyOf(from, edgeCount * 2);
            to = Arrays.copyOf(to, edgeCount * 2);
            packed = Arrays.copyOf(packed, edgeCount * 2);
            sources = Arrays.copyOf(sources, edgeCount * 2);
        }
        from[edgeCount] = owner;
        to[edgeCount] = subject;
        packed[edgeCount] = OwnershipGraph.pack(stake, kind, sure);
        sources[edgeCount++] = source;
        return this;
    }

    /** The number of a stake, the same for equal figures. */
    public int stake(long shareNumerator, long shareDenominator, long votesNumerator, long votesDenominator) {
        return stakes.number(shareNumerator, shareDenominator, votesNumerator, votesDenominator);
    }

    /** What is not known about this party on the date. */
    public GraphBuilder missing(long party, Missing what) {
        if (what == Missing.BEYOND_DEPTH || what == Missing.WORK_LIMIT || what == Missing.SAME_NAME) {
            throw new IllegalArgumentException(what + " is found, not told");
        }
        if (remarkCount == remarked.length) {
            remarked = Arrays.copyOf(remarked, remarkCount * 2);
            remarks = Arrays.copyOf(remarks, remarkCount * 2);
        }
        remarked[remarkCount] = party;
        remarks[remarkCount++] = (short) what.bit();
        return this;
    }

    /** Two nodes that may be one person: equal names, and no INN that tells them apart. */
    public GraphBuilder sameName(long person, long other) {
        if (namedCount + 2 > named.length) {
            named = Arrays.copyOf(named, namedCount * 2);
        }
        named[namedCount++] = person;
        named[namedCount++] = other;
        return this;
    }

    /** @throws IllegalArgumentException when an edge, a remark or a namesake names a party that was not given */
    public OwnershipGraph build() {
        var numbers = numbers();
        var parties = parties(numbers);
        return new OwnershipGraph(parties, edges(numbers, parties.missing()), stakes);
    }

    private Numbers numbers() {
        var sorted = Arrays.copyOf(ids, partyCount);
        Arrays.sort(sorted);
        int distinct = 0;
        for (int at = 0; at < partyCount; at++) {
            if (at == 0 || sorted[at] != sorted[at - 1]) {
                sorted[distinct++] = sorted[at];
            }
        }
        return new Numbers(distinct == partyCount ? sorted : Arrays.copyOf(sorted, distinct));
    }

    private OwnershipGraph.Parties parties(Numbers numbers) {
        int count = numbers.ids.length;
        var sortedKinds = new byte[count];
        for (int at = 0; at < partyCount; at++) {
            sortedKinds[numbers.of(ids[at])] = kinds[at];
        }
        var missing = new short[count];
        for (int at = 0; at < remarkCount; at++) {
            missing[numbers.of(remarked[at])] |= remarks[at];
        }
        var namesakes = new HashMap<Integer, int[]>();
        for (int at = 0; at < namedCount; at += 2) {
            addNamesake(namesakes, numbers.of(named[at]), numbers.of(named[at + 1]));
            addNamesake(namesakes, numbers.of(named[at + 1]), numbers.of(named[at]));
        }
        return new OwnershipGraph.Parties(numbers.ids, sortedKinds, missing, namesakes);
    }

    private static void addNamesake(Map<Integer, int[]> namesakes, int person, int other) {
        var known = namesakes.getOrDefault(person, new int[0]);
        var more = Arrays.copyOf(known, known.length + 1);
        more[known.length] = other;
        namesakes.put(person, more);
    }

    private OwnershipGraph.Edges edges(Numbers numbers, short[] missing) {
        int parties = numbers.ids.length;
        var ownerOf = new int[edgeCount];
        var subjectOf = new int[edgeCount];
        var firstIn = new int[parties + 1];
        var firstOut = new int[parties + 1];
        for (int at = 0; at < edgeCount; at++) {
            ownerOf[at] = numbers.of(from[at]);
            subjectOf[at] = numbers.of(to[at]);
            firstIn[subjectOf[at] + 1]++;
            firstOut[ownerOf[at] + 1]++;
            remarkUnsure(packed[at], ownerOf[at], subjectOf[at], missing);
        }
        for (int party = 0; party < parties; party++) {
            firstIn[party + 1] += firstIn[party];
            firstOut[party + 1] += firstOut[party];
        }
        var owners = new int[edgeCount];
        var subjects = new int[edgeCount];
        var packedIn = new int[edgeCount];
        var sourcesIn = new long[edgeCount];
        var next = Arrays.copyOf(firstIn, parties);
        for (int at = 0; at < edgeCount; at++) {
            int place = next[subjectOf[at]]++;
            owners[place] = ownerOf[at];
            subjects[place] = subjectOf[at];
            packedIn[place] = packed[at];
            sourcesIn[place] = sources[at];
        }
        var out = new int[edgeCount];
        next = Arrays.copyOf(firstOut, parties);
        for (int edge = 0; edge < edgeCount; edge++) {
            out[next[owners[edge]]++] = edge;
        }
        return new OwnershipGraph.Edges(firstIn, owners, subjects, packedIn, sourcesIn, firstOut, out);
    }

    @SuppressWarnings("EnumOrdinal")
    private static void remarkUnsure(int packed, int owner, int subject, short[] missing) {
        if ((packed & 1) != 0) {
            return;
        }
        var kind = EdgeKind.values()[(packed >> 1) & 7];
        if (kind == SHAREHOLDING) {
            remark(subject, Slot.OWNERS, Missing.SHARE, missing);
        } else if (kind == FAMILY) {
            missing[owner] |= (short) Missing.SOURCES_DISAGREE.bit();
            missing[subject] |= (short) Missing.SOURCES_DISAGREE.bit();
        } else if (kind == BOARD) {
            missing[subject] |= (short) Missing.SOURCES_DISAGREE.bit();
        } else {
            remark(subject, Slot.EXECUTIVE, Missing.EXECUTIVE, missing);
        }
    }

    private static void remark(int party, Slot slot, Missing unlessSaid, short[] missing) {
        for (var what : Missing.values()) {
            if (what.opens(slot) && (missing[party] & what.bit()) != 0) {
                return;
            }
        }
        missing[party] |= (short) unlessSaid.bit();
    }

    /** From the database's ids to numbers; by a table where ids lie close, as those of a sequence do. */
    private static final class Numbers {
        private final long[] ids;
        private final int @org.jspecify.annotations.Nullable [] table;

        Numbers(long[] ids) {
            this.ids = ids;
            long span = ids.length == 0 ? 0 : ids[ids.length - 1] - ids[0] + 1;
            if (span <= 0 || span > (long) ids.length * DENSE) {
                table = null;
                return;
            }
            table = new int[(int) span];
            Arrays.fill(table, -1);
            for (int number = 0; number < ids.length; number++) {
                table[(int) (ids[number] - ids[0])] = number;
            }
        }

        int of(long id) {
            int number = -1;
            if (table == null) {
                number = Arrays.binarySearch(ids, id);
            } else if (id >= ids[0] && id - ids[0] < table.length) {
                number = table[(int) (id - ids[0])];
            }
            if (number < 0) {
                throw new IllegalArgumentException("party " + id + " was not given");
            }
            return number;
        }
    }
}
