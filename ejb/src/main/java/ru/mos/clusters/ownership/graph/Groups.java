package ru.mos.clusters.ownership.graph;

import static ru.mos.clusters.ownership.graph.EdgeKind.BOARD;
import static ru.mos.clusters.ownership.graph.EdgeKind.SHAREHOLDING;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;
import ru.mos.clusters.platform.Fraction;

/**
 * The groups of persons (135-ФЗ art. 9 part 1) around some parties, by sure facts, to the fixed point: p. 1, 2, 4, 7 join two,
 * p. 8 passes it on, p. 9 sums the votes of a group. Looked at is everyone above the parties and, since a group can close
 * through a subsidiary, whatever those met control or direct, and whoever could control or direct that. What is not sure leads
 * as far as what is, so that what it could join has been met; it joins nobody.
 *
 * <p>When two groups become one, the votes of the smaller move to the larger, so that the work stays near linear.
 */
final class Groups {

    final View view;
    private final Fraction controlAbove;
    private final int depth;
    private long work;

    private final IntIndex met = new IntIndex();
    private final List<Integer> height = new ArrayList<>();
    private final PriorityQueue<Long> toExpand = new PriorityQueue<>();
    private final BitSet expanded = new BitSet();
    /** The parties asked about and all above them, whose holders are looked at whatever they hold. */
    private final BitSet above = new BitSet();

    private final Map<Integer, Map<Integer, Fraction>> byGroup = new HashMap<>();
    private final Map<Integer, Map<Integer, Fraction>> parts = new HashMap<>();
    private final Map<List<Integer>, List<List<Integer>>> chains = new HashMap<>();
    private final boolean namesakesAreOne;
    private final Disjoint sets = new Disjoint();
    private final List<Map<Integer, Fraction>> votes = new ArrayList<>();
    /** Votes in a company, sure or not, of all that were met. */
    private final Map<Integer, Fraction> recorded = new HashMap<>();

    private final Deque<int[]> taken = new ArrayDeque<>();
    private final List<Joint> joints = new ArrayList<>();

    /** @param namesakesAreOne what would follow if persons of one name were one person */
    Groups(View view, Profile profile, boolean namesakesAreOne, int... seeds) {
        this.namesakesAreOne = namesakesAreOne;
        this.view = view;
        this.controlAbove = profile.controlAbove();
        this.depth = profile.depth();
        this.work = profile.workLimit();
        for (int seed : seeds) {
            climbTo(seed, 0);
        }
        while (!toExpand.isEmpty() && work > 0) {
            expand(toExpand.remove());
            takeIn();
        }
    }

    /** Whether the work limit let the search come to its end; if not, what was found still holds. */
    boolean isComplete() {
        return work > 0;
    }

    boolean same(int a, int b) {
        return group(a) == group(b);
    }

    /** The number of the party's group; parties not met are groups of their own. */
    int group(int party) {
        int number = met.find(party);
        return number < 0 ? -1 - party : sets.root(number);
    }

    /** Whether a person met has namesakes that may be the same. */
    boolean hasNamesakes() {
        for (int number = 0; number < met.size(); number++) {
            if (view.graph.namesakes(met.key(number)).length > 0) {
                return true;
            }
        }
        return false;
    }

    /** Everyone looked at. */
    IntStream met() {
        return IntStream.range(0, met.size()).map(met::key);
    }

    /** The sure votes in a company by group of their holders. */
    Map<Integer, Fraction> votesIn(int company) {
        var known = byGroup.get(company);
        if (known == null) {
            var counted = new HashMap<Integer, Fraction>();
            view.eachInto(company, edge -> {
                if (view.isVote(edge)) {
                    counted.merge(group(view.graph.owner(edge)), view.votes(edge), Fraction::plus);
                }
            });
            byGroup.put(company, counted);
            known = counted;
        }
        return known;
    }

    /** The party's own group, those with sure votes in it and those on its board: two who share none of them are not linked. */
    Set<Integer> touching(int party) {
        var touching = new HashSet<>(votesIn(party).keySet());
        touching.add(group(party));
        view.eachInto(party, edge -> {
            if (view.graph.kindOf(edge) == BOARD && view.isSure(edge)) {
                touching.add(group(view.graph.owner(edge)));
            }
        });
        return touching;
    }

    /** The sure votes of a group in companies that are not its own. */
    Map<Integer, Fraction> partsOf(int group) {
        return group < 0
                ? Map.of()
                : parts.computeIfAbsent(group, root -> {
                    var found = new HashMap<>(votes.get(root));
                    found.keySet().removeIf(company -> group(company) == root);
                    return found;
                });
    }

    /** The joins of more than one fact, in the order in which they were found: each rests only on those before it. */
    List<Joint> joints() {
        return joints;
    }

    /** Chains between holders that were looked up once, by join and holders. */
    Map<List<Integer>, List<List<Integer>>> chains() {
        return chains;
    }

    /** Whether this one fact makes one group of its ends. */
    boolean joins(int edge) {
        var kind = view.graph.kindOf(edge);
        return kind == SHAREHOLDING
                ? view.isVote(edge) && view.votes(edge).exceeds(controlAbove)
                : kind.joinsAlone() && view.isSure(edge);
    }

    /** Whether this one fact, which is not sure, would make one group of its ends. */
    boolean couldJoin(int edge) {
        if (view.isSure(edge)) {
            return false;
        }
        return isHolding(edge)
                ? view.votes(edge).exceeds(controlAbove)
                        || view.graph.share(edge).equals(Fraction.ZERO)
                : view.graph.kindOf(edge).joinsAlone();
    }

    private boolean isHolding(int edge) {
        return view.graph.kindOf(edge) == SHAREHOLDING && view.graph.owner(edge) != view.graph.subject(edge);
    }

    private int meet(int party, int steps) {
        if (met.add(party)) {
            height.add(steps);
            votes.add(Map.of());
            sets.add();
            toExpand.add(((long) steps << 32) | met.find(party));
        } else if (steps < height.get(met.find(party))) {
            height.set(met.find(party), steps);
            toExpand.add(((long) steps << 32) | met.find(party));
        }
        return met.find(party);
    }

    private int climbTo(int party, int steps) {
        int number = meet(party, steps);
        if (!above.get(number)) {
            above.set(number);
            toExpand.add(((long) height.get(number) << 32) | number);
        }
        return number;
    }

    private void expand(long queued) {
        int number = (int) queued;
        int party = met.key(number);
        int steps = height.get(number);
        if (steps < queued >> 32) {
            return;
        }
        lookUp(party, number, steps);
        if (expanded.get(number)) {
            return;
        }
        expanded.set(number);
        view.eachOutOf(party, edge -> lookDown(party, edge, steps));
        if (view.graph.kind(party).isOwned()) {
            compareBoards(party, steps);
        }
        if (namesakesAreOne) {
            for (int other : view.graph.namesakes(party)) {
                join(number, meet(other, steps));
            }
        }
    }

    private void lookUp(int party, int number, int steps) {
        boolean all = above.get(number);
        boolean isTaken = !all && isTaken(number);
        view.eachInto(party, edge -> {
            work--;
            int owner = view.graph.owner(edge);
            if ((steps < depth || met.contains(owner))
                    && (all || joins(edge) || couldJoin(edge) || (!isTaken && isHolding(edge)))) {
                int holder = all ? climbTo(owner, steps + 1) : meet(owner, steps + 1);
                if (joins(edge)) {
                    join(holder, number);
                }
            }
        });
    }

    /** Whether one holder, or the company's own group, has control by votes: then no other holders can join by it. */
    private boolean isTaken(int number) {
        int party = met.key(number);
        var single = new boolean[1];
        view.eachInto(party, edge -> single[0] |= view.isVote(edge) && joins(edge));
        var own = votes.get(sets.root(number)).get(party);
        return single[0] || (own != null && own.exceeds(controlAbove));
    }

    private void lookDown(int party, int edge, int steps) {
        work--;
        int subject = view.graph.subject(edge);
        if (!isHolding(edge)) {
            if (joins(edge)) {
                join(met.find(party), meet(subject, steps));
            } else if (couldJoin(edge)) {
                meet(subject, steps);
            }
            return;
        }
        var votes = view.votes(edge);
        if (view.isSure(edge)) {
            addVotes(sets.root(met.find(party)), subject, votes);
        }
        boolean together = recorded.merge(subject, votes, Fraction::plus).exceeds(controlAbove);
        if (together || couldJoin(edge)) {
            meet(subject, steps);
        }
    }

    private void addVotes(int group, int company, Fraction more) {
        if (votes.get(group).isEmpty()) {
            votes.set(group, new HashMap<>());
        }
        if (votes.get(group).merge(company, more, Fraction::plus).exceeds(controlAbove)) {
            taken.add(new int[] {group, company});
        }
    }

    private void takeIn() {
        for (var taking = taken.poll(); taking != null; taking = taken.poll()) {
            int group = sets.root(taking[0]);
            int company = taking[1];
            int number = met.find(company);
            if (number >= 0 && sets.root(number) == group) {
                continue;
            }
            noteHolders(group, company);
            join(group, meet(company, height.get(taking[0])));
        }
    }

    private void noteHolders(int group, int company) {
        var holders = new ArrayList<Integer>();
        view.eachInto(company, edge -> {
            if (view.isVote(edge) && group(view.graph.owner(edge)) == group) {
                holders.add(edge);
            }
        });
        holders.sort(Comparator.comparing(view::votes).reversed());
        var sum = Fraction.ZERO;
        int count = 0;
        while (!sum.exceeds(controlAbove)) {
            sum = sum.plus(view.votes(holders.get(count++)));
        }
        if (count > 1) {
            joints.add(new Joint(joints.size(), List.copyOf(holders.subList(0, count)), false));
        }
    }

    private void join(int one, int other) {
        int large = sets.root(one);
        int small = sets.root(other);
        if (large == small) {
            return;
        }
        if (votes.get(large).size() < votes.get(small).size()) {
            int swap = large;
            large = small;
            small = swap;
        }
        sets.join(large, small);
        var moved = votes.get(small);
        votes.set(small, Map.of());
        int group = large;
        moved.forEach((company, sum) -> addVotes(group, company, sum));
    }

    /** 135-ФЗ art. 9 part 1 p. 4: the same natural persons are more than half of both boards. */
    private void compareBoards(int company, int steps) {
        var common = new HashMap<Integer, List<Integer>>();
        view.eachInto(company, seat -> {
            if (isSeatOfPerson(seat)) {
                view.eachOutOf(view.graph.owner(seat), other -> {
                    work--;
                    if (isSeatOfPerson(other) && view.graph.subject(other) != company) {
                        var seats = common.computeIfAbsent(view.graph.subject(other), any -> new ArrayList<>());
                        seats.add(seat);
                        seats.add(other);
                    }
                });
            }
        });
        common.forEach((other, seats) -> {
            int needed = Math.max(view.boardSize(company), view.boardSize(other)) / 2 + 1;
            if (seats.size() >= 2 * needed) {
                int number = meet(other, steps);
                if (sets.root(number) != sets.root(met.find(company))) {
                    joints.add(new Joint(joints.size(), List.copyOf(seats.subList(0, 2 * needed)), true));
                    join(number, met.find(company));
                }
            }
        });
    }

    private boolean isSeatOfPerson(int edge) {
        return view.graph.kindOf(edge) == BOARD
                && view.isSure(edge)
                && view.graph.kind(view.graph.owner(edge)) == PartyKind.PERSON;
    }
}
