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
import ru.mos.clusters.ownership.graph.Missing.Slot;
import ru.mos.clusters.ownership.graph.Profile.Law;
import ru.mos.clusters.platform.Fraction;

/**
 * How far one party could reach: a known group, or a stranger, who holds all unknown votes, is every unknown executive and
 * everyone unidentified among those above the pair. More in one hand never reaches less, so that if no such party links the
 * pair, nothing does that comes from above. What an unknown company <em>below</em> the pair could link is not looked for:
 * nobody could ever rule it out.
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

    AffiliationPossibilities(Groups groups, Profile profile, int a, int b, Ancestry first, Ancestry second) {
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
            takers.add(Set.of(groups.group(party)));
        }
    }

    @Override
    public boolean couldLink(Set<Open> open) {
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
        boolean strangerTakesNobody = reach(Set.of()).isEmpty();
        return takers.stream()
                .filter(taker -> !strangerTakesNobody || isEnd(taker) || votesInOpen(taker))
                .anyMatch(this::links);
    }

    private boolean isEnd(Set<Integer> taker) {
        return taker.isEmpty() || taker.contains(groups.group(a)) || taker.contains(groups.group(b));
    }

    /** Where nobody can be taken from outside, only a holder of an open company, or a disputed relative, reaches further. */
    private boolean votesInOpen(Set<Integer> taker) {
        return !disputed.isEmpty()
                || rests.keySet().stream()
                        .anyMatch(company -> taker.stream()
                                .anyMatch(group -> groups.votesIn(company).containsKey(group)));
    }

    private boolean links(Set<Integer> taker) {
        var reached = reach(taker);
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
        while (grows) {
            grows = left.removeIf(party -> {
                int group = groups.group(party);
                if (reached.contains(group)) {
                    return true;
                }
                return isTaken(party, reached) && reached.add(group);
            });
        }
        return reached;
    }

    private boolean isTaken(int party, Set<Integer> reached) {
        return directed.contains(party)
                || votes(reached, party).exceeds(profile.controlAbove())
                || (!disputed.isEmpty() && isDisputedRelative(party, reached));
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
