package ru.mos.clusters.ownership.graph;

import static ru.mos.clusters.ownership.graph.EdgeKind.BOARD;
import static ru.mos.clusters.ownership.graph.EdgeKind.EXECUTIVE;
import static ru.mos.clusters.ownership.graph.EdgeKind.FAMILY;
import static ru.mos.clusters.ownership.graph.EdgeKind.MANAGING_COMPANY;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.Draft.Way;
import ru.mos.clusters.platform.Fraction;

/** Links by Tax Code art. 105.1: effective shares (of a person with its relatives), bodies, relatives; none is passed on. */
final class InterdependenceReasons implements Reasons {

    /** The nearest come first; of more no proof is drawn up to see whether it is shorter. */
    private static final int MOST_TRIED = 10;

    private record Pair(int owner, int subject) {}

    private final View view;
    private final Profile profile;
    private final boolean namesakesAreOne;
    private final Work work;
    private final Map<Pair, Fraction> effective = new HashMap<>();
    private final Map<Integer, Set<Integer>> holders = new HashMap<>();

    InterdependenceReasons(View view, Profile profile, boolean namesakesAreOne, Work work) {
        this.work = work;
        this.view = view;
        this.profile = profile;
        this.namesakesAreOne = namesakesAreOne;
    }

    @Override
    public Reasons within(View other, int a, int b) {
        return new InterdependenceReasons(other, profile, namesakesAreOne, new Work(Long.MAX_VALUE));
    }

    @Override
    public @Nullable Link link(int a, int b) {
        for (var link : List.of(Link.HOLDING, Link.COMMON_HOLDER, Link.BODY, Link.FAMILY)) {
            if (is(link, a, b)) {
                return link;
            }
        }
        return null;
    }

    private boolean is(Link link, int a, int b) {
        return switch (link) {
            case HOLDING -> exceeds(a, b, profile.holdingAbove()) || exceeds(b, a, profile.holdingAbove());
            case COMMON_HOLDER -> profile.commonHolder() && !commonHolders(a, b).isEmpty();
            case BODY -> body(a, b) != null;
            case FAMILY -> family(a, b) != null;
            case GROUP -> false;
        };
    }

    @Override
    public @Nullable Draft draft(Link link, int a, int b) {
        if (!is(link, a, b)) {
            return null;
        }
        return switch (link) {
            case HOLDING ->
                Draft.shorter(
                        exceeds(a, b, profile.holdingAbove()) ? held(a, b, profile.holdingAbove()) : null,
                        exceeds(b, a, profile.holdingAbove()) ? held(b, a, profile.holdingAbove()) : null);
            case COMMON_HOLDER -> commonHolder(a, b);
            case BODY -> body(a, b);
            case FAMILY -> family(a, b);
            case GROUP -> null;
        };
    }

    /** The person with its spouse, parents, children, brothers and sisters; theirs do not count. */
    Set<Integer> family(int party) {
        var family = new LinkedHashSet<>(Set.of(party));
        if (view.graph.kind(party) == PartyKind.PERSON) {
            view.eachInto(party, edge -> {
                if (isSure(edge, FAMILY)) {
                    family.add(view.graph.owner(edge));
                }
            });
            view.eachOutOf(party, edge -> {
                if (isSure(edge, FAMILY)) {
                    family.add(view.graph.subject(edge));
                }
            });
        }
        if (namesakesAreOne) {
            for (int member : List.copyOf(family)) {
                for (int other : view.graph.namesakes(member)) {
                    family.add(other);
                }
            }
        }
        return family;
    }

    Fraction effective(int owner, int subject) {
        var key = new Pair(owner, subject);
        var known = effective.get(key);
        if (known == null) {
            known = holders(subject).contains(owner) ? EffectiveShares.of(view, owner, subject, work) : Fraction.ZERO;
            effective.put(key, known);
        }
        return known;
    }

    private boolean exceeds(int owner, int subject, Fraction threshold) {
        var sum = Fraction.ZERO;
        for (int member : family(owner)) {
            sum = sum.plus(effective(member, subject));
        }
        return sum.exceeds(threshold);
    }

    /** All who hold anything of a subject through any chain. */
    private Set<Integer> holders(int subject) {
        var known = holders.get(subject);
        if (known == null) {
            var found = new LinkedHashSet<Integer>();
            var next = new java.util.ArrayDeque<>(List.of(subject));
            while (!next.isEmpty()) {
                view.eachInto(next.remove(), edge -> {
                    if (view.graph.kindOf(edge) == EdgeKind.SHAREHOLDING
                            && view.isSure(edge)
                            && found.add(view.graph.owner(edge))) {
                        next.add(view.graph.owner(edge));
                    }
                });
            }
            holders.put(subject, found);
            known = found;
        }
        return known;
    }

    private List<Integer> commonHolders(int a, int b) {
        var common = new ArrayList<Integer>();
        for (int holder : holders(a)) {
            work.spend(1);
            if (holder != a
                    && holder != b
                    && family(holder).stream().anyMatch(member -> holders(b).contains(member))
                    && exceeds(holder, a, profile.commonHolderAbove())
                    && exceeds(holder, b, profile.commonHolderAbove())) {
                common.add(holder);
            }
        }
        return common;
    }

    private @Nullable Draft commonHolder(int a, int b) {
        Draft shortest = null;
        for (int holder : commonHolders(a, b).stream().limit(MOST_TRIED).toList()) {
            var first = held(holder, a, profile.commonHolderAbove());
            var second = held(holder, b, profile.commonHolderAbove());
            var ways = new ArrayList<>(first.ways());
            ways.addAll(second.ways());
            shortest = Draft.shorter(
                    shortest,
                    new Draft(
                            ways,
                            first.sum().exceeds(second.sum()) ? second.sum() : first.sum(),
                            profile.commonHolderAbove()));
        }
        return shortest;
    }

    private Draft held(int owner, int subject, Fraction threshold) {
        var walks = new Walks(view, family(owner), subject).until(threshold);
        var ways = new ArrayList<Way>();
        var sum = Fraction.ZERO;
        for (var walk : walks) {
            int first = walk.edges().isEmpty()
                    ? owner
                    : view.graph.owner(walk.edges().get(0));
            var edges = new ArrayList<>(first == owner ? List.<Integer>of() : kinship(owner, first));
            edges.addAll(walk.edges());
            ways.add(new Way(edges, walk.product()));
            sum = sum.plus(walk.product());
        }
        return new Draft(ways, sum, threshold);
    }

    private List<Integer> kinship(int person, int relative) {
        var found = new ArrayList<Integer>();
        view.eachInto(person, edge -> addIf(isSure(edge, FAMILY) && view.graph.owner(edge) == relative, edge, found));
        view.eachOutOf(
                person, edge -> addIf(isSure(edge, FAMILY) && view.graph.subject(edge) == relative, edge, found));
        return found.isEmpty() ? found : found.subList(0, 1);
    }

    private static void addIf(boolean fits, int edge, List<Integer> found) {
        if (fits) {
            found.add(edge);
        }
    }

    private @Nullable Draft family(int a, int b) {
        var kinship = kinship(a, b);
        return kinship.isEmpty() ? null : decisive(List.of(kinship));
    }

    private @Nullable Draft body(int a, int b) {
        var found = new ArrayList<Draft>();
        for (int edge : directing(a)) {
            if (view.graph.owner(edge) == b) {
                found.add(decisive(List.of(List.of(edge))));
            }
            for (int other : directing(b)) {
                var chain = chain(edge, other);
                if (!chain.isEmpty()) {
                    found.add(decisive(List.of(chain)));
                }
            }
        }
        for (int edge : directing(b)) {
            if (view.graph.owner(edge) == a) {
                found.add(decisive(List.of(List.of(edge))));
            }
        }
        var boards = boards(a, b);
        if (boards != null) {
            found.add(boards);
        }
        return found.stream().reduce(null, Draft::shorter);
    }

    private List<Integer> chain(int edge, int other) {
        int one = view.graph.owner(edge);
        int two = view.graph.owner(other);
        if (one == two || (namesakesAreOne && family(one).contains(two))) {
            return List.of(edge, other);
        }
        var kinship = kinship(one, two);
        return kinship.isEmpty() ? List.of() : List.of(edge, kinship.get(0), other);
    }

    private List<Integer> directing(int company) {
        var found = new ArrayList<Integer>();
        view.eachInto(company, edge -> addIf(isSure(edge, EXECUTIVE) || isSure(edge, MANAGING_COMPANY), edge, found));
        return found;
    }

    /** The same persons, or their relatives, are at least half of both boards. */
    private @Nullable Draft boards(int a, int b) {
        var paths = new ArrayList<List<Integer>>();
        var seated = new LinkedHashSet<Integer>();
        view.eachInto(a, seat -> {
            if (isSure(seat, BOARD)) {
                var chains = new ArrayList<List<Integer>>();
                view.eachInto(b, other -> {
                    var chain =
                            isSure(other, BOARD) && !seated.contains(other) ? chain(seat, other) : List.<Integer>of();
                    if (!chain.isEmpty()) {
                        chains.add(chain);
                    }
                });
                chains.stream().min(java.util.Comparator.comparing(List::size)).ifPresent(chain -> {
                    paths.add(chain);
                    seated.add(chain.get(chain.size() - 1));
                });
            }
        });
        int needed = (Math.max(view.boardSize(a), view.boardSize(b)) + 1) / 2;
        return needed > 0 && paths.size() >= needed ? decisive(paths.subList(0, needed)) : null;
    }

    private boolean isSure(int edge, EdgeKind kind) {
        return view.graph.kindOf(edge) == kind && view.isSure(edge);
    }

    private static Draft decisive(List<List<Integer>> paths) {
        return new Draft(Draft.ways(paths, Fraction.ONE), Fraction.ONE, Fraction.ZERO);
    }
}
