package ru.mos.clusters.ownership.graph;

import static ru.mos.clusters.ownership.graph.EdgeKind.BOARD;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.Draft.Way;
import ru.mos.clusters.ownership.graph.Profile.Law;
import ru.mos.clusters.platform.Fraction;

/** Links by 948-1 art. 4 and 135-ФЗ art. 9: the group, and what a group holds or directs without passing it on. */
final class AffiliationReasons implements Reasons {

    private final Groups groups;
    private final View view;
    private final Profile profile;
    private final Map<Integer, Chains> chains = new HashMap<>();

    AffiliationReasons(Groups groups, Profile profile) {
        this.groups = groups;
        this.view = groups.view;
        this.profile = profile;
    }

    @Override
    public Reasons within(View other, int a, int b) {
        return new AffiliationReasons(new Groups(other, profile, false, a, b), profile);
    }

    @Override
    public @Nullable Link link(int a, int b) {
        if (groups.same(a, b)) {
            return Link.GROUP;
        }
        if (profile.law() == Law.GROUP) {
            return null;
        }
        if (holds(a, b) || holds(b, a)) {
            return Link.HOLDING;
        }
        if (sits(a, b) || sits(b, a) || sitsInBoth(a, b)) {
            return Link.BODY;
        }
        return isHeldInCommon(a, b) ? Link.COMMON_HOLDER : null;
    }

    private boolean sits(int directed, int company) {
        var found = new boolean[1];
        if (profile.commonExecutive()) {
            view.eachInto(company, seat -> found[0] |= isSeat(seat) && groups.same(view.graph.owner(seat), directed));
        }
        return found[0];
    }

    private boolean sitsInBoth(int a, int b) {
        var found = new boolean[1];
        if (profile.commonBoardMember()) {
            view.eachInto(
                    a,
                    seat -> view.eachInto(
                            b,
                            other -> found[0] |= isSeat(seat)
                                    && isSeat(other)
                                    && groups.same(view.graph.owner(seat), view.graph.owner(other))));
        }
        return found[0];
    }

    private boolean isHeldInCommon(int a, int b) {
        var threshold = profile.commonHolderAbove();
        return profile.commonHolder()
                && groups.votesIn(a).entrySet().stream()
                        .anyMatch(held -> held.getValue().exceeds(threshold)
                                && votes(held.getKey(), b).exceeds(threshold));
    }

    @Override
    public @Nullable Draft draft(Link link, int a, int b) {
        return switch (link) {
            case GROUP -> groups.same(a, b) ? group(a, b) : null;
            case HOLDING ->
                Draft.shorter(
                        holds(a, b) ? held(a, b, profile.holdingAbove()) : null,
                        holds(b, a) ? held(b, a, profile.holdingAbove()) : null);
            case BODY -> body(a, b);
            case COMMON_HOLDER -> commonHolder(a, b);
            case FAMILY -> null;
        };
    }

    private Draft group(int a, int b) {
        var weakest = chains(a).weakest(b);
        return new Draft(Draft.ways(chains(a).to(b), weakest), weakest, profile.controlAbove());
    }

    private boolean holds(int holder, int company) {
        return votes(groups.group(holder), company).exceeds(profile.holdingAbove());
    }

    private Fraction votes(int group, int company) {
        return groups.votesIn(company).getOrDefault(group, Fraction.ZERO);
    }

    /** The stakes of the member's group in a company, the fewest facts that exceed the threshold. */
    private Draft held(int member, int company, Fraction threshold) {
        var contributions = new ArrayList<Contribution>();
        view.eachInto(company, edge -> {
            if (view.isVote(edge) && groups.same(view.graph.owner(edge), member)) {
                var paths = new ArrayList<>(chains(member).to(view.graph.owner(edge)));
                var walk = new ArrayList<>(paths.get(0));
                walk.add(edge);
                paths.set(0, walk);
                contributions.add(new Contribution(Draft.ways(paths, view.votes(edge)), view.votes(edge)));
            }
        });
        var chosen = Contribution.fewest(contributions, threshold);
        var ways = new ArrayList<Way>();
        chosen.forEach(contribution -> ways.addAll(contribution.ways()));
        return new Draft(ways, Contribution.sum(chosen), threshold);
    }

    private @Nullable Draft body(int a, int b) {
        if (profile.commonExecutive()) {
            var draft = Draft.shorter(seat(a, b), seat(b, a));
            if (draft != null) {
                return draft;
            }
        }
        return profile.commonBoardMember() ? commonSeat(a, b) : null;
    }

    /** The executive of one, or its group, on the board of the other. */
    private @Nullable Draft seat(int directed, int company) {
        var found = new ArrayList<Draft>();
        view.eachInto(company, seat -> {
            int member = view.graph.owner(seat);
            if (isSeat(seat) && groups.same(member, directed)) {
                var paths = new ArrayList<>(chains(directed).to(member));
                var walk = new ArrayList<>(paths.get(0));
                walk.add(seat);
                paths.set(0, walk);
                found.add(decisive(paths));
            }
        });
        return found.stream().reduce(null, Draft::shorter);
    }

    private @Nullable Draft commonSeat(int a, int b) {
        var found = new ArrayList<Draft>();
        view.eachInto(
                a,
                seat -> view.eachInto(b, other -> {
                    int member = view.graph.owner(seat);
                    if (isSeat(seat) && isSeat(other) && groups.same(member, view.graph.owner(other))) {
                        var paths = new ArrayList<>(chains(member).to(view.graph.owner(other)));
                        var walk = new ArrayList<>(List.of(seat));
                        walk.addAll(paths.get(0));
                        walk.add(other);
                        paths.set(0, walk);
                        found.add(decisive(paths));
                    }
                }));
        return found.stream().reduce(null, Draft::shorter);
    }

    private boolean isSeat(int edge) {
        return view.graph.kindOf(edge) == BOARD && view.isSure(edge);
    }

    private static Draft decisive(List<List<Integer>> paths) {
        return new Draft(Draft.ways(paths, Fraction.ONE), Fraction.ONE, Fraction.ZERO);
    }

    private @Nullable Draft commonHolder(int a, int b) {
        var found = new ArrayList<Draft>();
        var threshold = profile.commonHolderAbove();
        view.eachInto(a, edge -> {
            int group = groups.group(view.graph.owner(edge));
            if (view.isVote(edge)
                    && votes(group, a).exceeds(threshold)
                    && votes(group, b).exceeds(threshold)) {
                var first = held(view.graph.owner(edge), a, threshold);
                var second = held(view.graph.owner(edge), b, threshold);
                var ways = new ArrayList<>(first.ways());
                ways.addAll(second.ways());
                found.add(new Draft(ways, first.sum().exceeds(second.sum()) ? second.sum() : first.sum(), threshold));
            }
        });
        return found.stream().reduce(null, Draft::shorter);
    }

    private Chains chains(int party) {
        return chains.computeIfAbsent(party, start -> new Chains(groups, start));
    }
}
