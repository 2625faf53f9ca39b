package ru.mos.clusters.ownership.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.Profile.Law;

/**
 * Who is affiliated with whom by one law: AFFILIATED with a proof, NOT_AFFILIATED whatever the missing facts are, UNKNOWN with
 * the facts that could change the answer, MANUAL where only persons of one name could link. When persons of one name could
 * link and missing facts could too, the answer is UNKNOWN and names both. Thread safe.
 */
public final class Affiliations {

    /** All pairs of one question may take so many times the work of finding the groups. */
    private static final long PAIRS = 20;

    private final OwnershipGraph graph;
    private final Profile profile;
    private final BitSet excluded = new BitSet();

    private Affiliations(OwnershipGraph graph, Profile profile) {
        this.graph = graph;
        this.profile = profile;
    }

    /**
     * @param excluded parties that are as if not in the graph: the cluster's organisation, its joint ventures; those that are
     *     not in it indeed are passed over
     */
    public static Affiliations of(OwnershipGraph graph, Profile profile, Set<Long> excluded) {
        var affiliations = new Affiliations(graph, profile);
        for (long party : excluded) {
            if (graph.contains(party)) {
                affiliations.excluded.set(graph.find(party));
            }
        }
        return affiliations;
    }

    /** The party itself and everyone who stands above it; empty for a party that is not in the graph. */
    public List<Long> above(long party) {
        return new Question(List.of(party)).above(party);
    }

    public PairFinding pair(long a, long b) {
        return new Question(List.of(a, b)).pair(a, b);
    }

    /** Each two of the members once, in the order of the members. */
    public List<PairFinding> pairs(Collection<Long> members) {
        var distinct = List.copyOf(new LinkedHashSet<>(members));
        return new Question(distinct).pairs(distinct);
    }

    /** The fewest of the members to drop so that no two of the rest are affiliated; UNKNOWN pairs are left as they are. */
    public Cover smallestToDrop(Collection<Long> members) {
        return Cover.of(pairs(members));
    }

    /** The same for pairs already found. */
    public static Cover smallestToDrop(List<PairFinding> findings) {
        return Cover.of(findings);
    }

    /** One look around some parties, and all pairs of them. */
    private final class Question {

        private final View view = new View(graph, excluded, profile.ignorePublicBodies());
        private final Map<Integer, Ancestry> ancestries = new HashMap<>();
        private final Map<Integer, Set<Open>> opens = new HashMap<>();
        private final Work work = new Work(PAIRS * profile.workLimit());
        private final Work proving = new Work(PAIRS / 4 * profile.workLimit());
        private final Work naming = new Work(PAIRS / 2 * profile.workLimit());
        private final Groups groups;
        private final Reasons reasons;
        private final @Nullable Groups asOne;
        private final Below below;
        private final Below belowAsOne;

        Question(List<Long> members) {
            int[] known = members.stream()
                    .mapToInt(graph::find)
                    .filter(party -> party >= 0)
                    .toArray();
            if (profile.law() == Law.INTERDEPENDENCE) {
                groups = new Groups(view, profile, false);
                asOne = graph.hasNamesakes() ? new Groups(view, profile, true) : null;
            } else {
                groups = new Groups(view, profile, false, known);
                asOne = groups.hasNamesakes() ? new Groups(view, profile, true, known) : null;
            }
            reasons = reasons(groups);
            below = profile.law() == Law.INTERDEPENDENCE ? Below.NOTHING : Below.of(groups);
            belowAsOne = asOne == null ? Below.NOTHING : Below.of(asOne);
        }

        private Reasons reasons(Groups some) {
            return profile.law() == Law.INTERDEPENDENCE ? interdependence(some) : new AffiliationReasons(some, profile);
        }

        private InterdependenceReasons interdependence(Groups some) {
            return new InterdependenceReasons(view, profile, some == asOne, work);
        }

        List<Long> above(long party) {
            return ancestryIfKnown(party).parties().mapToObj(graph::id).toList();
        }

        List<PairFinding> pairs(List<Long> members) {
            var plain = new PlainPairs(members);
            int count = members.size();
            var findings = new ArrayList<PairFinding>(count * (count - 1) / 2);
            for (int first = 0; first < count; first++) {
                for (int second = first + 1; second < count; second++) {
                    findings.add(
                            plain.areFree(first, second)
                                    ? plain.free(first, second)
                                    : pair(members.get(first), members.get(second)));
                }
            }
            return findings;
        }

        /**
         * Most pairs of a large cluster have nothing to do with each other and nothing is missing about them: told at a glance,
         * for there are many more pairs than members.
         */
        private final class PlainPairs {

            private final long[] ids;
            private final Ancestry[] above;
            /** By member those with whom it shares a group that could link them; null for a member with anything open. */
            private final @Nullable BitSet[] near;

            PlainPairs(List<Long> members) {
                ids = members.stream().mapToLong(id -> id).toArray();
                above = new Ancestry[ids.length];
                near = new BitSet[ids.length];
                boolean plain =
                        profile.law() != Law.INTERDEPENDENCE && asOne == null && below.isEmpty() && groups.isComplete();
                var touching = new HashMap<Integer, BitSet>();
                for (int member = 0; plain && member < ids.length; member++) {
                    int party = graph.find(ids[member]);
                    if (party < 0 || !isClosed(party)) {
                        continue;
                    }
                    above[member] = ancestry(party);
                    near[member] = new BitSet();
                    for (int group : groups.touching(party)) {
                        touching.computeIfAbsent(group, any -> new BitSet()).set(member);
                    }
                }
                for (var some : touching.values()) {
                    some.stream()
                            .forEach(member ->
                                    Objects.requireNonNull(near[member]).or(some));
                }
            }

            private boolean isClosed(int party) {
                return opensAbove(party).isEmpty()
                        && !ancestry(party).isCut()
                        && ancestry(party).isComplete();
            }

            boolean areFree(int first, int second) {
                var beside = near[first];
                return beside != null && near[second] != null && !beside.get(second) && !work.isSpent();
            }

            PairFinding free(int first, int second) {
                return new PairFinding(
                        ids[first],
                        ids[second],
                        PairVerdict.NOT_AFFILIATED,
                        null,
                        null,
                        new Examined(graph, above[first], above[second]),
                        List.of());
            }
        }

        PairFinding pair(long a, long b) {
            int first = graph.find(a);
            int second = graph.find(b);
            if (first < 0 || second < 0) {
                return notHere(a, b);
            }
            if (work.isSpent() && profile.law() == Law.INTERDEPENDENCE) {
                return new PairFinding(
                        a,
                        b,
                        PairVerdict.UNKNOWN,
                        null,
                        null,
                        examined(first, second),
                        List.copyOf(notDetermined(a, b)));
            }
            var link = first == second ? null : reasons.link(first, second);
            if (link != null) {
                var proof = prove(link, first, second).proof(graph);
                return new PairFinding(a, b, PairVerdict.AFFILIATED, link, proof, examined(first, second), List.of());
            }
            return open(a, b, first, second);
        }

        private static List<MissingItem> notDetermined(long a, long b) {
            return List.of(new MissingItem(a, Missing.WORK_LIMIT), new MissingItem(b, Missing.WORK_LIMIT));
        }

        private Set<Open> opensAbove(int first, int second) {
            var one = opensAbove(first);
            var other = opensAbove(second);
            if (one.isEmpty()
                    && other.isEmpty()
                    && !ancestry(first).isCut()
                    && !ancestry(second).isCut()) {
                return Set.of();
            }
            var all = new HashSet<>(Open.beyond(ancestry(first), ancestry(second)));
            all.addAll(one);
            all.addAll(other);
            return all;
        }

        private Set<Open> opensAbove(int party) {
            return opens.computeIfAbsent(party, end -> Open.above(view, ancestry(end)));
        }

        private PairFinding notHere(long a, long b) {
            var missing = new ArrayList<MissingItem>();
            for (long party : List.of(a, b)) {
                if (!graph.contains(party)) {
                    missing.add(new MissingItem(party, Missing.NO_EXTRACT));
                }
            }
            var examined = new Examined(graph, ancestryIfKnown(a), ancestryIfKnown(b));
            return new PairFinding(a, b, PairVerdict.UNKNOWN, null, null, examined, missing);
        }

        private PairFinding open(long a, long b, int first, int second) {
            var missing = new TreeSet<MissingItem>(Affiliations::inOrder);
            for (var open : thatMatter(groups, below, first, second)) {
                missing.add(new MissingItem(graph.id(open.party()), open.what()));
            }
            if (work.isSpent()
                    || !groups.isComplete()
                    || !ancestry(first).isComplete()
                    || !ancestry(second).isComplete()) {
                missing.addAll(notDetermined(a, b));
            }
            boolean onlyNames = missing.isEmpty();
            boolean certainAsOne = asOne != null && reasons(asOne).link(first, second) != null;
            if (asOne != null && !certainAsOne) {
                for (var open : thatMatter(asOne, belowAsOne, first, second)) {
                    missing.add(new MissingItem(graph.id(open.party()), open.what()));
                }
            }
            if (asOne != null && (certainAsOne || (onlyNames && !missing.isEmpty()))) {
                missing.addAll(namesakes(first, second));
            }
            var verdict = missing.isEmpty()
                    ? PairVerdict.NOT_AFFILIATED
                    : onlyNames && certainAsOne ? PairVerdict.MANUAL : PairVerdict.UNKNOWN;
            return new PairFinding(a, b, verdict, null, null, examined(first, second), List.copyOf(missing));
        }

        private Set<Open> thatMatter(Groups some, Below under, int first, int second) {
            var all = opensAbove(first, second);
            var more = under.concerning(some, ancestry(first), ancestry(second));
            if (all.isEmpty() && more.isEmpty()) {
                return Set.of();
            }
            var possibilities = possibilities(some, under, first, second);
            if (!all.isEmpty() && possibilities.couldLink(all, work)) {
                return work.isSpent() ? Set.of() : Open.thatMatter(all, possibilities, naming());
            }
            all = new HashSet<>(all);
            all.addAll(more);
            return more.isEmpty() || !possibilities.couldLink(all, work) || work.isSpent()
                    ? Set.of()
                    : Open.thatMatter(all, possibilities, naming());
        }

        /** What alone matters of all that is missing is told as long as it does not take too long. */
        private Work naming() {
            return naming.part(profile.workLimit() / PAIRS);
        }

        private Possibilities possibilities(Groups some, Below under, int first, int second) {
            if (profile.law() == Law.INTERDEPENDENCE) {
                return new InterdependencePossibilities(
                        interdependence(some), view, profile, first, second, ancestry(first), ancestry(second));
            }
            return new AffiliationPossibilities(some, under, profile, first, second, ancestry(first), ancestry(second));
        }

        /** Persons above the pair who may be one with another. */
        private List<MissingItem> namesakes(int first, int second) {
            return IntStream.concat(ancestry(first).parties(), ancestry(second).parties())
                    .filter(party -> graph.namesakes(party).length > 0)
                    .mapToObj(party -> new MissingItem(graph.id(party), Missing.SAME_NAME))
                    .toList();
        }

        /**
         * Cut down until no fact can be left out; more facts never prove less, so that one round suffices. Beyond the limit of
         * work the proof stays as long as it is: it proves no less.
         */
        private Draft prove(Link link, int first, int second) {
            var draft = draft(reasons, link, first, second);
            if (draft.ways().size() == 1) {
                return draft;
            }
            var needed = new HashSet<Integer>();
            for (var tried = spare(draft, needed); tried != null && !proving.isSpent(); tried = spare(draft, needed)) {
                proving.spend(draft.edges().size() * (profile.law() == Law.INTERDEPENDENCE ? Work.EXACT : 1));
                var fewer = new LinkedHashSet<>(draft.edges());
                fewer.remove(tried);
                var without = reasons.within(
                        view.only(fewer.stream().mapToInt(edge -> edge).toArray()), first, second);
                var shorter = without.draft(link, first, second);
                if (shorter == null) {
                    needed.add(tried);
                } else {
                    draft = shorter;
                }
            }
            return draft;
        }

        private static Draft draft(Reasons some, Link link, int first, int second) {
            var draft = some.draft(link, first, second);
            if (draft == null) {
                throw new IllegalStateException(link + " of " + first + " and " + second + " has no proof");
            }
            return draft;
        }

        private static @Nullable Integer spare(Draft draft, Set<Integer> needed) {
            for (int edge : draft.edges()) {
                if (!needed.contains(edge)) {
                    return edge;
                }
            }
            return null;
        }

        private Examined examined(int first, int second) {
            return new Examined(graph, ancestry(first), ancestry(second));
        }

        private Ancestry ancestryIfKnown(long party) {
            return graph.contains(party) ? ancestry(graph.find(party)) : Ancestry.NOBODY;
        }

        private Ancestry ancestry(int party) {
            return ancestries.computeIfAbsent(
                    party, start -> Ancestry.of(view, start, profile.depth(), profile.workLimit()));
        }
    }

    private static int inOrder(MissingItem one, MissingItem other) {
        int parties = Long.compare(one.party(), other.party());
        return parties == 0 ? one.what().compareTo(other.what()) : parties;
    }
}
