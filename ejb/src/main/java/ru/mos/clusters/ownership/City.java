package ru.mos.clusters.ownership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.ownership.graph.PartyKind;
import ru.mos.clusters.platform.Fraction;

/**
 * All that sources show of who owns and directs whom, as compact arrays: what {@link KnownOwnership} would ask the database
 * for party by party. It knows of every day, and of one instant: that at which it was read. Immutable.
 *
 * <p>Parties are numbers in the order of their ids; extracts follow their subject and their day, ties (relations of an extract
 * and single statements) their subject and their extract.
 */
final class City {

    /** In the place of what is not known: a day, a fraction, the extract of a single statement. */
    static final int NONE = Integer.MIN_VALUE;

    private static final EdgeKind[] KINDS = EdgeKind.values();
    private static final int[] NOBODY = {};
    private static final Ending NO_ENDING = new Ending(null, null, Fraction.ZERO);

    private final Parties parties;
    private final Extracts extracts;
    private final Ties ties;
    private final Map<Integer, int[]> predecessors;
    private final List<Identity> identities;
    private final Map<Integer, int[]> equals;

    City(
            Parties parties,
            Extracts extracts,
            Ties ties,
            Map<Integer, int[]> predecessors,
            List<Identity> identities,
            Map<Integer, int[]> equals) {
        this.parties = parties;
        this.extracts = extracts;
        this.ties = ties;
        this.predecessors = predecessors;
        this.identities = identities;
        this.equals = equals;
    }

    /** @param namesakes of a person all persons of its name, itself among them, where not all of those have a number */
    @SuppressWarnings("ArrayRecordComponent")
    record Parties(long[] ids, byte[] kinds, BitSet numbered, Map<Integer, int[]> namesakes) {}

    /** @param first by party its first extract; one more at the end */
    @SuppressWarnings("ArrayRecordComponent")
    record Extracts(long[] ids, int[] first, int[] days, byte[] signs, Map<Integer, Ending> endings) {
        static final int JOINT_STOCK = 1;
        static final int OWNERS_WITHHELD = 2;
    }

    /** What few extracts tell. */
    record Ending(@Nullable LocalDate ceasedOn, @Nullable Long successor, Fraction treasury) {}

    /**
     * Who holds or directs whom.
     *
     * @param first by subject its first tie; one more at the end
     * @param outward ties in the order of their owners
     * @param until of single statements that end
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Ties(
            int[] first,
            int[] owners,
            int[] subjects,
            byte[] kinds,
            int[] shares,
            int[] votes,
            int[] from,
            int[] extracts,
            short[] positions,
            int[] firstOut,
            int[] outward,
            Map<Integer, Integer> until,
            Fraction[] fractions) {}

    /** Two parties that are one, or are not. */
    record Identity(long one, long other, boolean same) {}

    int size() {
        return parties.ids().length;
    }

    int ties() {
        return ties.owners().length;
    }

    /** The party's number; negative when it is not here. */
    int find(long id) {
        return Arrays.binarySearch(parties.ids(), id);
    }

    long id(int party) {
        return parties.ids()[party];
    }

    @SuppressWarnings("EnumOrdinal")
    boolean is(int party, PartyKind kind) {
        return parties.kinds()[party] == kind.ordinal();
    }

    boolean isNumbered(int party) {
        return parties.numbered().get(party);
    }

    int[] namesakes(int party) {
        return parties.namesakes().getOrDefault(party, NOBODY);
    }

    /** Those that are one with the party, as one decision says. */
    int[] equals(int party) {
        return equals.getOrDefault(party, NOBODY);
    }

    List<Identity> identities() {
        return identities;
    }

    /** Those whom the party succeeded. */
    int[] predecessors(int party) {
        return predecessors.getOrDefault(party, NOBODY);
    }

    int firstExtract(int party) {
        return extracts.first()[party];
    }

    int endExtract(int party) {
        return extracts.first()[party + 1];
    }

    int day(int extract) {
        return extracts.days()[extract];
    }

    Ending ending(int extract) {
        return extracts.endings().getOrDefault(extract, NO_ENDING);
    }

    /** The party's extracts of the nearest day on or before the day and of the nearest after it. */
    int[] near(int party, int day) {
        int first = firstExtract(party);
        int end = endExtract(party);
        int after = first;
        while (after < end && day(after) <= day) {
            after++;
        }
        int from = after;
        while (from > first && day(from - 1) == day(after - 1)) {
            from--;
        }
        int until = after;
        while (until < end && day(until) == day(after)) {
            until++;
        }
        return IntStream.range(from, until).toArray();
    }

    int firstTie(int party) {
        return ties.first()[party];
    }

    int endTie(int party) {
        return ties.first()[party + 1];
    }

    int firstOut(int party) {
        return ties.firstOut()[party];
    }

    int endOut(int party) {
        return ties.firstOut()[party + 1];
    }

    int outAt(int position) {
        return ties.outward()[position];
    }

    int owner(int tie) {
        return ties.owners()[tie];
    }

    int subject(int tie) {
        return ties.subjects()[tie];
    }

    EdgeKind kind(int tie) {
        return KINDS[ties.kinds()[tie]];
    }

    @Nullable
    Fraction votes(int tie) {
        return fraction(ties.votes()[tie]);
    }

    @Nullable
    Fraction share(int tie) {
        return fraction(ties.shares()[tie]);
    }

    private @Nullable Fraction fraction(int number) {
        return number == NONE ? null : ties.fractions()[number];
    }

    /** The extract that shows the tie; {@link #NONE} for a single statement. */
    int extract(int tie) {
        return ties.extracts()[tie];
    }

    boolean isStatement(int tie) {
        return extract(tie) == NONE;
    }

    /** Whether a single statement speaks of the day. */
    boolean speaksOf(int tie, int day) {
        return ties.from()[tie] <= day && day < ties.until().getOrDefault(tie, Integer.MAX_VALUE);
    }

    /** The extract as it would be read from the database, of parties by what stands for them. */
    KnownExtract read(int party, int extract, EqualParties same) {
        var ending = ending(extract);
        long id = extracts.ids()[extract];
        var relations = new ArrayList<KnownRelation>();
        for (int tie = firstTie(party); tie < endTie(party); tie++) {
            if (extract(tie) == extract) {
                relations.add(new KnownRelation(
                        kind(tie),
                        same.of(id(owner(tie))),
                        share(tie),
                        votes(tie),
                        ties.from()[tie] == NONE ? null : LocalDate.ofEpochDay(ties.from()[tie]),
                        KnownExtract.source(id, Short.toUnsignedInt(ties.positions()[tie]))));
            }
        }
        int signs = extracts.signs()[extract];
        return new KnownExtract(
                id,
                same.of(id(party)),
                LocalDate.ofEpochDay(day(extract)),
                (signs & Extracts.JOINT_STOCK) != 0,
                ending.ceasedOn(),
                ending.successor() == null ? null : Long.valueOf(same.of(ending.successor())),
                ending.treasury(),
                (signs & Extracts.OWNERS_WITHHELD) != 0,
                List.copyOf(relations));
    }
}
