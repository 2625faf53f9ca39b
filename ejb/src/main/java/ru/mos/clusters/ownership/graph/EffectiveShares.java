package ru.mos.clusters.ownership.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import ru.mos.clusters.platform.Fraction;

/**
 * Direct and indirect shares in one subject: {@code e = b + e·M} with the owner's own in-edges removed (Tax Code art. 105.2
 * and the Finance Ministry's matrix method), exactly. Only parties between the owner and the subject enter the system;
 * what has no cycle is multiplied through, each cycle is solved by elimination.
 */
final class EffectiveShares {

    private final View view;
    private final int subject;
    private final int owner;
    private final IntIndex above = new IntIndex();
    private final List<Map<Integer, Fraction>> held = new ArrayList<>();
    private final Map<Integer, Fraction> wholes = new HashMap<>();
    private long facts;

    private EffectiveShares(View view, int owner, int subject) {
        this.view = view;
        this.owner = owner;
        this.subject = subject;
    }

    /** What the owner holds of the subject through all chains; nothing of itself. */
    static Fraction of(View view, int owner, int subject) {
        return of(view, owner, subject, new Work(Long.MAX_VALUE));
    }

    static Fraction of(View view, int owner, int subject, Work work) {
        return owner == subject
                ? Fraction.ZERO
                : wholes(view, owner, subject, party -> false, work).getOrDefault(owner, Fraction.ZERO);
    }

    /**
     * What each party, held whole, would bring of the subject to somebody whose own owners do not count.
     *
     * @param entered parties beside the owner where somebody could hold something: what lies above them only is left out
     */
    static Map<Integer, Fraction> wholes(View view, int owner, int subject, IntPredicate entered) {
        return wholes(view, owner, subject, entered, new Work(Long.MAX_VALUE));
    }

    static Map<Integer, Fraction> wholes(View view, int owner, int subject, IntPredicate entered, Work work) {
        var shares = new EffectiveShares(view, owner, subject);
        shares.climb();
        work.spend(shares.facts);
        shares.solve(shares.below(entered), work);
        return shares.wholes;
    }

    private void climb() {
        meet(subject);
        for (int at = 0; at < above.size(); at++) {
            int party = above.key(at);
            if (party != owner) {
                int number = at;
                view.eachInto(party, edge -> climb(edge, number));
            }
        }
    }

    private void climb(int edge, int number) {
        if (view.graph.kindOf(edge) != EdgeKind.SHAREHOLDING || !view.isSure(edge)) {
            return;
        }
        var share = view.graph.share(edge);
        if (!share.equals(Fraction.ZERO)) {
            facts++;
            held.get(meet(view.graph.owner(edge))).merge(number, share, Fraction::plus);
        }
    }

    private int meet(int party) {
        if (above.add(party)) {
            held.add(new HashMap<>());
        }
        return above.find(party);
    }

    /** Those that the owner or an entered party reaches: a ring that nobody reaches owns itself and has no solution. */
    private BitSet below(IntPredicate entered) {
        var reached = new BitSet();
        var next = new ArrayDeque<Integer>();
        for (int at = 0; at < above.size(); at++) {
            if (above.key(at) == owner || entered.test(above.key(at))) {
                reached.set(at);
                next.add(at);
            }
        }
        while (!next.isEmpty()) {
            for (int target : held.get(next.remove()).keySet()) {
                if (!reached.get(target)) {
                    reached.set(target);
                    next.add(target);
                }
            }
        }
        return reached;
    }

    private void solve(BitSet reached, Work work) {
        for (var ring : new Rings(held, reached).inOrder()) {
            work.spend(Work.EXACT * ring.size() * ring.size());
            if (work.isSpent()) {
                return;
            }
            var rows = new HashMap<Integer, Row>();
            for (int member : ring) {
                rows.put(member, row(member, ring.size() == 1 ? List.of(member) : ring));
            }
            Row.solve(rows).forEach((member, whole) -> {
                work.spend(Work.EXACT * (1 + whole.denominator().bitLength() / 32));
                wholes.put(above.key(member), whole);
            });
        }
    }

    private Row row(int member, List<Integer> ring) {
        var row = new Row(above.key(member) == subject ? Fraction.ONE : Fraction.ZERO);
        var inside = ring.size() > 8 ? new java.util.HashSet<>(ring) : ring;
        held.get(member).forEach((target, share) -> {
            if (inside.contains(target)) {
                row.add(target, share);
            } else {
                row.add(share.times(wholes.getOrDefault(above.key(target), Fraction.ZERO)));
            }
        });
        return row;
    }
}
