package ru.mos.clusters.ownership.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Strongly connected parties of a graph given as what each one holds; Tarjan's search without recursion. */
final class Rings {

    private record Visit(int member, Iterator<Integer> targets) {}

    private final List<? extends Map<Integer, ?>> held;
    private final BitSet within;
    private final int[] entered;
    private final int[] lowest;
    private final BitSet open = new BitSet();
    private final Deque<Integer> path = new ArrayDeque<>();
    private final Deque<Visit> visits = new ArrayDeque<>();
    private final List<List<Integer>> rings = new ArrayList<>();
    private int clock;

    Rings(List<? extends Map<Integer, ?>> held, BitSet within) {
        this.held = held;
        this.within = within;
        entered = new int[held.size()];
        lowest = new int[held.size()];
        Arrays.fill(entered, -1);
    }

    /** Rings, single parties among them; each after all that it holds. */
    List<List<Integer>> inOrder() {
        for (int start = within.nextSetBit(0); start >= 0; start = within.nextSetBit(start + 1)) {
            if (entered[start] < 0) {
                search(start);
            }
        }
        return rings;
    }

    private void search(int start) {
        enter(start);
        for (Visit visit = visits.peek(); visit != null; visit = visits.peek()) {
            if (!step(visit)) {
                visits.pop();
                leave(visit.member(), visits.peek());
            }
        }
    }

    private boolean step(Visit visit) {
        if (!visit.targets().hasNext()) {
            return false;
        }
        int target = visit.targets().next();
        if (within.get(target)) {
            if (entered[target] < 0) {
                enter(target);
            } else if (open.get(target)) {
                lowest[visit.member()] = Math.min(lowest[visit.member()], entered[target]);
            }
        }
        return true;
    }

    private void enter(int member) {
        entered[member] = clock;
        lowest[member] = clock++;
        open.set(member);
        path.push(member);
        visits.push(new Visit(member, held.get(member).keySet().iterator()));
    }

    private void leave(int member, @Nullable Visit parent) {
        if (parent != null) {
            lowest[parent.member()] = Math.min(lowest[parent.member()], lowest[member]);
        }
        if (lowest[member] == entered[member]) {
            var ring = new ArrayList<Integer>();
            int last;
            do {
                last = path.pop();
                open.clear(last);
                ring.add(last);
            } while (last != member);
            rings.add(ring);
        }
    }
}
