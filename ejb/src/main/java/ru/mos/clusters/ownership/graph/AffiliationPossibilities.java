package ru.mos.clusters.ownership.graph;

import static ru.mos.clusters.ownership.graph.EdgeKind.BOARD;
import static ru.mos.clusters.ownership.graph.EdgeKind.FAMILY;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ru.mos.clusters.ownership.graph.Missing.Slot;
import ru.mos.clusters.ownership.graph.Profile.Law;
import ru.mos.clusters.platform.Fraction;

/**
 * How far one party could reach: a known group, or a stranger, who holds all unknown votes, is every unknown executive and
 * everyone unidentified among those above the pair. More in one hand never reaches less, so that if no such party links the
 * pair, nothing does that comes from above. Below the pair, where whoever rules a company, or may, by what a source says of
 * the two, is joined with it; and one company in which a party has a part may in truth be ruled by it, where enough is unknown
 * ({@link Below}).
 */
final class AffiliationPossibilities implements Possibilities {

    private final Groups groups;
    private final Profile profile;
    private final int a;
    private final int b;
    private final Set<Integer> above = new LinkedHashSet<>();
    private final Set<Set<Integer>> takers = new LinkedHashSet<>();
    private final Map<Integer, Fraction> rests = new HashMap<>();
    private final Set<Integer> directed = new HashSet<>();
    private final Set<Integer> disputed = new HashSet<>();
    private final Below below;
    private Set<Integer> openBelow = Set.of();
    /** By group: with whom it would be one if somebody who has a part in a company below ruled that. */
    private final Map<Integer, Set<Set<Integer>>> ruled = new HashMap<>();

    private Work work = new Work(Long.MAX_VALUE);

    AffiliationPossibilities(
            Groups groups, Below below, Profile profile, int a, int b, Ancestry first, Ancestry second) {
        this.below = below;
        this.groups = groups;
        this.profile = profile;
        this.a = a;
        this.b = b;
        first.parties().forEach(above::add);
        second.parties().forEach(above::add);
        takers.add(Set.of(groups.group(a)));
        takers.add(Set.of(groups.group(b)));
        takers.add(Set.of());
        for (int party : above) {
            int group = groups.group(party);
            takers.add(Set.of(group));
            // whoever holds a company together with one above could take that one
            groups.partsOf(group)
                    .keySet()
                    .forEach(company -> groups.votesIn(company).keySet().forEach(holder -> takers.add(Set.of(holder))));
        }
    }

    @Override
    public boolean couldLink(Set<Open> open, Work allowed) {
        work = allowed;
        rests.clear();
        directed.clear();
        disputed.clear();
        for (var each : open) {
            if (each.what() == Missing.SOURCES_DISAGREE) {
                disputed.add(each.party());
            }
            if (!groups.view.graph.kind(each.party()).isOwned()) {
                if (each.opens(Slot.IDENTITY) || each.what() == Missing.BEYOND_DEPTH) {
                    directed.add(each.party());
                }
                continue;
            }
            if (each.opens(Slot.OWNERS)) {
                rests.merge(
                        each.party(),
                        each.what() == Missing.BEYOND_DEPTH ? Fraction.ONE : groups.view.restOfVotes(each.party()),
                        (one, other) -> one.exceeds(other) ? one : other);
            }
            if (each.opens(Slot.EXECUTIVE) || each.opens(Slot.IDENTITY)) {
                directed.add(each.party());
            }
        }
        openBelow = below.isEmpty()
                ? Set.of()
                : open.stream()
                        .map(Open::party)
                        .filter(party -> !above.contains(party))
                        .collect(Collectors.toSet());
        ruled.clear();
        openBelow.forEach(party -> rule(below.company(party)));
        var bySame = reach(Set.of());
        return links(bySame)
                || takers.stream()
                        .filter(taker -> !bySame.containsAll(taker))
                        .filter(taker -> !bySame.isEmpty() || isEnd(taker) || votesInOpen(taker))
                        .anyMatch(taker -> {
                            // whatever a stranger takes, a known party could take, too
                            var all = new HashSet<>(bySame);
                            all.addAll(taker);
                            return links(reach(all));
                        });
    }

    private boolean isEnd(Set<Integer> taker) {
        return taker.isEmpty() || taker.contains(groups.group(a)) || taker.contains(groups.group(b));
    }

    /** Where nobody can be taken from outside, only a holder of an open company, or a disputed relative, reaches further. */
    private boolean votesInOpen(Set<Integer> taker) {
        return !disputed.isEmpty()
                || !openBelow.isEmpty()
                || rests.keySet().stream()
                        .anyMatch(company -> taker.stream()
                                .anyMatch(group -> groups.votesIn(company).containsKey(group)));
    }

    private boolean links(Set<Integer> reached) {
        return linksReached(reached)
                || Stream.concat(byAPart(reached).stream().map(Set::of), ruledWith(reached))
                        .anyMatch(rule -> {
                            var more = new HashSet<>(reached);
                            more.addAll(rule);
                            return linksReached(reach(more));
                        });
    }

    /** What would be one with some of those reached if somebody who has a part in a company below ruled it. */
    private Stream<Set<Integer>> ruledWith(Set<Integer> reached) {
        return ruled.isEmpty()
                ? Stream.of()
                : reached.stream()
                        .flatMap(group -> ruled.getOrDefault(group, Set.of()).stream())
                        .filter(one -> !reached.containsAll(one))
                        .distinct();
    }

    /** Whoever has a part in the company that may be enough, the company, and whatever both have enough votes in together. */
    private void rule(Below.Company company) {
        for (int part : company.parts()) {
            int owner = groups.group(groups.view.graph.owner(part));
            if (owner != company.group() && mayRule(company.party(), Set.of(owner))) {
                var one = new HashSet<>(Set.of(owner, company.group()));
                boolean grows = true;
                while (grows && !work.isSpent()) {
                    grows = one.addAll(takenTogether(one));
                }
                one.forEach(group -> ruled.computeIfAbsent(group, any -> new LinkedHashSet<>())
                        .add(one));
            }
        }
    }

    private boolean linksReached(Set<Integer> reached) {
        if (work.isSpent()) {
            return true;
        }
        boolean first = reached.contains(groups.group(a));
        boolean second = reached.contains(groups.group(b));
        if (first && second) {
            return true;
        }
        if (profile.law() == Law.GROUP) {
            return false;
        }
        return (first && (votes(reached, b).exceeds(profile.holdingAbove()) || sits(reached, b, true)))
                || (second && (votes(reached, a).exceeds(profile.holdingAbove()) || sits(reached, a, true)))
                || (sits(reached, a, false) && sits(reached, b, false))
                || (profile.commonHolder()
                        && votes(reached, a).exceeds(profile.commonHolderAbove())
                        && votes(reached, b).exceeds(profile.commonHolderAbove()));
    }

    /** Groups that would be one with the taker's. */
    private Set<Integer> reach(Set<Integer> taker) {
        var reached = new HashSet<>(taker);
        var left = new ArrayList<>(above);
        boolean grows = true;
        while (grows && !work.isSpent()) {
            work.spend(left.size() + 1L);
            grows = left.removeIf(party -> {
                int group = groups.group(party);
                if (reached.contains(group)) {
                    return true;
                }
                return isTaken(party, reached) && reached.add(group);
            });
            grows |= !openBelow.isEmpty() && reached.addAll(byDoubtfulRule(reached));
            grows |= reached.addAll(takenTogether(reached));
        }
        return reached;
    }

    /** Groups of companies in which those reached have enough votes together; none of them has alone. */
    private Set<Integer> takenTogether(Set<Integer> reached) {
        var sums = new HashMap<Integer, Fraction>();
        for (int group : reached) {
            var parts = groups.partsOf(group);
            work.spend(parts.size());
            parts.forEach((company, votes) -> sums.merge(company, votes, Fraction::plus));
        }
        return sums.entrySet().stream()
                .filter(entry -> entry.getValue().exceeds(profile.controlAbove()))
                .map(entry -> groups.group(entry.getKey()))
                .collect(Collectors.toSet());
    }

    private List<Below.Company> openOf(Set<Integer> reached) {
        return reached.stream()
                .flatMap(group -> below.of(group).stream())
                .filter(company -> openBelow.contains(company.party()))
                .distinct()
                .toList();
    }

    /** Groups of companies that one reached may rule by what is not sure, and of those who may rule its companies. */
    private Set<Integer> byDoubtfulRule(Set<Integer> reached) {
        var found = new HashSet<Integer>();
        for (var company : openOf(reached)) {
            for (int part : company.parts()) {
                work.spend(1);
                if (groups.couldJoin(part)) {
                    int owner = groups.group(groups.view.graph.owner(part));
                    if (reached.contains(owner)) {
                        found.add(company.group());
                    } else if (reached.contains(company.group())) {
                        found.add(owner);
                    }
                }
            }
        }
        return found;
    }

    /** Groups of companies in which one reached has a part that may be enough, and of those with such a part in its own. */
    private Set<Integer> byAPart(Set<Integer> reached) {
        if (openBelow.isEmpty()) {
            return Set.of();
        }
        var found = new HashSet<Integer>();
        for (var company : openOf(reached)) {
            boolean isOwn = reached.contains(company.group());
            for (int part : company.parts()) {
                work.spend(1);
                int owner = groups.group(groups.view.graph.owner(part));
                if (isOwn != reached.contains(owner) && mayRule(company.party(), isOwn ? Set.of(owner) : reached)) {
                    found.add(isOwn ? owner : company.group());
                }
            }
        }
        return found;
    }

    private boolean mayRule(int company, Set<Integer> some) {
        return directed.contains(company)
                || (rests.containsKey(company) && votes(some, company).exceeds(profile.controlAbove()));
    }

    private boolean isTaken(int party, Set<Integer> reached) {
        return directed.contains(party)
                || (mayVote(reached, party) && votes(reached, party).exceeds(profile.controlAbove()))
                || (!disputed.isEmpty() && isDisputedRelative(party, reached));
    }

    private boolean mayVote(Set<Integer> reached, int company) {
        return rests.containsKey(company)
                || groups.votesIn(company).keySet().stream().anyMatch(reached::contains);
    }

    /** A relationship that is not sure, of this person or to it. */
    private boolean isDisputedRelative(int person, Set<Integer> reached) {
        var view = groups.view;
        var relatives = new ArrayList<Integer>();
        view.eachInto(person, edge -> {
            if (view.graph.kindOf(edge) == FAMILY && isDisputed(edge)) {
                relatives.add(view.graph.owner(edge));
            }
        });
        if (view.graph.kind(person) == PartyKind.PERSON) {
            view.eachOutOf(person, edge -> {
                if (view.graph.kindOf(edge) == FAMILY && isDisputed(edge)) {
                    relatives.add(view.graph.subject(edge));
                }
            });
        }
        return relatives.stream().anyMatch(relative -> reached.contains(groups.group(relative)));
    }

    private boolean isDisputed(int edge) {
        var graph = groups.view.graph;
        return !graph.isSure(edge) && (disputed.contains(graph.owner(edge)) || disputed.contains(graph.subject(edge)));
    }

    private Fraction votes(Set<Integer> reached, int company) {
        var sum = rests.getOrDefault(company, Fraction.ZERO);
        for (var held : groups.votesIn(company).entrySet()) {
            if (reached.contains(held.getKey())) {
                sum = sum.plus(held.getValue());
            }
        }
        return sum;
    }

    private boolean sits(Set<Integer> reached, int company, boolean forExecutive) {
        if (forExecutive ? !profile.commonExecutive() : !profile.commonBoardMember()) {
            return false;
        }
        List<Integer> members = new ArrayList<>();
        groups.view.eachInto(company, edge -> {
            if (groups.view.graph.kindOf(edge) == BOARD && (groups.view.isSure(edge) || isDisputed(edge))) {
                members.add(groups.view.graph.owner(edge));
            }
        });
        return members.stream().anyMatch(member -> reached.contains(groups.group(member)));
    }
}
