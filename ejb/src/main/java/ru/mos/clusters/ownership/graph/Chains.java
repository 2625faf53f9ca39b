package ru.mos.clusters.ownership.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Fraction;

/**
 * Why members of one group are one: from a member, the chains of fewest facts to all others. A link that needs several facts
 * (joint votes, a common board) weighs as many as it has.
 */
final class Chains {

    /** A link between two neighbours; {@code joint} is null where one fact suffices. */
    private record Step(
            int from, int to, int edge, @Nullable Joint joint) {}

    private record Reached(int party, int facts) {}

    private final Groups groups;
    private final View view;
    private final int joints;
    private final int start;
    private final Map<Integer, List<Joint>> byParty;
    private final Map<Integer, Integer> facts = new HashMap<>();
    private final Map<Integer, Step> last = new HashMap<>();
    private final Set<Integer> settled = new HashSet<>();
    private final PriorityQueue<Reached> next = new PriorityQueue<>((one, other) -> one.facts == other.facts
            ? Integer.compare(one.party, other.party)
            : Integer.compare(one.facts, other.facts));

    Chains(Groups groups, int start) {
        this(groups, start, Integer.MAX_VALUE, byParty(groups));
    }

    /** @param joints only so many of the joins of several facts may be used: those found before */
    private Chains(Groups groups, int start, int joints, Map<Integer, List<Joint>> byParty) {
        this.groups = groups;
        this.view = groups.view;
        this.start = start;
        this.joints = joints;
        this.byParty = byParty;
        facts.put(start, 0);
        next.add(new Reached(start, 0));
    }

    private static Map<Integer, List<Joint>> byParty(Groups groups) {
        var byParty = new HashMap<Integer, List<Joint>>();
        for (var joint : groups.joints()) {
            ends(groups.view, joint)
                    .forEach(end -> byParty.computeIfAbsent(end, any -> new ArrayList<>())
                            .add(joint));
        }
        return byParty;
    }

    /** The chain to another member of the group: its own walk first, then the paths that show holders to act together. */
    List<List<Integer>> to(int party) {
        settle(party);
        var walk = new ArrayList<Integer>();
        var paths = new ArrayList<List<Integer>>();
        paths.add(walk);
        var steps = new ArrayList<Step>();
        for (int at = party; at != start; at = steps.get(0).from) {
            var step = last.get(at);
            if (step == null) {
                throw new IllegalStateException("parties " + start + " and " + party + " are of different groups");
            }
            steps.add(0, step);
        }
        for (var step : steps) {
            var own = paths(step);
            walk.addAll(own.get(0));
            paths.addAll(own.subList(1, own.size()));
        }
        return paths;
    }

    /** The votes of the link that holds by the fewest; one where none needs votes. */
    Fraction weakest(int party) {
        settle(party);
        var weakest = Fraction.ONE;
        for (int at = party; at != start; ) {
            var step = last.get(at);
            if (step == null) {
                throw new IllegalStateException("parties " + start + " and " + party + " are of different groups");
            }
            var votes = votes(step);
            weakest = weakest.exceeds(votes) ? votes : weakest;
            at = step.from;
        }
        return weakest;
    }

    private Fraction votes(Step step) {
        if (step.joint != null && !step.joint.isBoard()) {
            return step.joint.edges().stream().map(view::votes).reduce(Fraction.ZERO, Fraction::plus);
        }
        return step.joint == null && view.graph.kindOf(step.edge) == EdgeKind.SHAREHOLDING
                ? view.votes(step.edge)
                : Fraction.ONE;
    }

    private void settle(int party) {
        while (!settled.contains(party)) {
            var reached = next.poll();
            if (reached == null) {
                return;
            }
            if (settled.add(reached.party)) {
                leave(reached.party, reached.facts);
            }
        }
    }

    private void leave(int party, int sum) {
        view.eachInto(party, edge -> follow(party, view.graph.owner(edge), edge, sum));
        view.eachOutOf(party, edge -> follow(party, view.graph.subject(edge), edge, sum));
        for (var joint : byParty.getOrDefault(party, List.of())) {
            for (int end : joint.number() < joints ? ends(view, joint) : Set.<Integer>of()) {
                if (isAcross(joint, party, end)) {
                    offer(new Step(party, end, -1, joint), sum + joint.edges().size());
                }
            }
        }
    }

    private void follow(int party, int other, int edge, int sum) {
        if (groups.joins(edge) && groups.same(party, other)) {
            offer(new Step(party, other, edge, null), sum + 1);
        }
    }

    private void offer(Step step, int sum) {
        var known = facts.get(step.to);
        if (known == null || sum < known) {
            facts.put(step.to, sum);
            last.put(step.to, step);
            next.add(new Reached(step.to, sum));
        }
    }

    /** The parties a join makes one: the holders and the company, or the two companies with the same board. */
    private static Set<Integer> ends(View view, Joint joint) {
        var ends = new HashSet<Integer>();
        for (int edge : joint.edges()) {
            ends.add(view.graph.subject(edge));
            if (!joint.isBoard()) {
                ends.add(view.graph.owner(edge));
            }
        }
        return ends;
    }

    /** A join leads from a holder to the company and back; holders are one already, by what was found before. */
    private boolean isAcross(Joint joint, int from, int to) {
        int company = view.graph.subject(joint.edges().get(0));
        return from != to && (joint.isBoard() || from == company || to == company);
    }

    /** How two holders of a join are one already; found once for all chains, since it rests on earlier joins alone. */
    private List<List<Integer>> between(Joint joint, int holder, int owner) {
        var key = List.of(joint.number(), holder, owner);
        var known = groups.chains().get(key);
        if (known == null) {
            known = new Chains(groups, holder, joint.number(), byParty).to(owner);
            groups.chains().put(key, known);
        }
        return known;
    }

    private List<List<Integer>> paths(Step step) {
        var joint = step.joint;
        if (joint == null) {
            return List.of(List.of(step.edge));
        }
        var paths = new ArrayList<List<Integer>>();
        if (joint.isBoard()) {
            for (int at = 0; at < joint.edges().size(); at += 2) {
                paths.add(List.copyOf(joint.edges().subList(at, at + 2)));
            }
            return paths;
        }
        int company = view.graph.subject(joint.edges().get(0));
        int holder = step.from == company ? step.to : step.from;
        for (int edge : joint.edges()) {
            int owner = view.graph.owner(edge);
            if (owner == holder) {
                paths.add(0, List.of(edge));
            } else {
                var chain = between(joint, holder, owner);
                var walk = new ArrayList<>(chain.get(0));
                walk.add(edge);
                paths.add(walk);
                paths.addAll(chain.subList(1, chain.size()));
            }
        }
        return paths;
    }
}
