package ru.mos.clusters.eligibility;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.FixView.Step;
import ru.mos.clusters.eligibility.FixView.StepKind;
import ru.mos.clusters.eligibility.rule.Finding;
import ru.mos.clusters.eligibility.rule.Finding.Entry;
import ru.mos.clusters.eligibility.rule.Finding.Part;
import ru.mos.clusters.eligibility.rule.Finding.State;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.eligibility.rule.PartCode;
import ru.mos.clusters.eligibility.rule.Reason;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.eligibility.rule.Verdict;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Inn;

/**
 * The cheapest set of changes that makes a cluster eligible, by the weights of each kind of change.
 *
 * <p>Linked members fall into separate knots; of each knot the least sets that leave no link are tried, of each other member
 * everything that could be done with it. What each comes to is kept by how many members, SMEs and qualified SMEs it leaves,
 * and the knots are joined by these three numbers alone, so that no combination is lost. Beyond a limit of work the answer is
 * the best that was found, and says so.
 */
final class CheapestFix {

    /** More new members than the threshold and the share of SMEs could ever ask for are not tried. */
    private static final int MOST_NEWCOMERS = 60;

    private static final int MOST_TRIALS = 5_000;

    private final Verdict verdict;
    private final Map<StepKind, Integer> weights;
    private final Fraction leastShare;
    private final int leastQualified;
    private final int leastMembers;
    private final int partnersCounted;
    private final List<Step> fixed = new ArrayList<>();
    private final Map<Inn, Candidate> members = new TreeMap<>(java.util.Comparator.comparing(Inn::digits));
    private int trials;

    /** A member with all that could be done with it, save leaving. */
    private record Candidate(
            Inn inn,
            boolean sme,
            boolean smeUnknown,
            boolean qualified,
            boolean qualifiedOnceSme,
            boolean gap,
            boolean mustGo) {}

    /** Two members that may not both stay as they are. */
    private record Tie(Inn one, Inn other, boolean certain) {}

    /** What is left of some members. */
    private record Left(int all, int smes, int qualified) {
        Left plus(Left other, int most) {
            return new Left(all + other.all, smes + other.smes, Math.min(most, qualified + other.qualified));
        }
    }

    /** How it is reached. */
    private record Way(int weight, @Nullable Way before, List<Step> steps) {
        static final Way NOTHING = new Way(0, null, List.of());

        Way then(int more, List<Step> further) {
            return further.isEmpty() ? this : new Way(weight + more, this, further);
        }

        List<Step> all() {
            var all = new ArrayList<Step>();
            for (Way at = this; at != null; at = at.before) {
                all.addAll(at.steps);
            }
            return all;
        }
    }

    /**
     * Prepares the search.
     *
     * @param qualifyOnceSme members of unknown status that would count as qualified if they were SMEs
     */
    CheapestFix(Verdict verdict, Map<StepKind, Integer> weights, Set<Inn> qualifyOnceSme) {
        this.verdict = verdict;
        this.weights = weights;
        leastShare = finding(RuleCode.E2).waived()
                ? Fraction.of(0, 1)
                : Objects.requireNonNullElse(finding(RuleCode.E2).share(), Fraction.of(2, 3));
        leastQualified = finding(RuleCode.E3).waived()
                ? 0
                : finding(RuleCode.E3).required().count();
        leastMembers =
                verdict.findings().stream().allMatch(finding -> finding.rule() == RuleCode.E5 || finding.waived())
                        ? 0
                        : 1;
        partnersCounted = partnersCounted(finding(RuleCode.E2));
        fix();
        candidates(qualifyOnceSme);
    }

    /** Partners in whose number the share must hold too: none of them is relied on to be an SME. */
    private static int partnersCounted(Finding share) {
        boolean both = share.explanation().stream().anyMatch(said -> said.reason() == Reason.SHARE_OF_ALL);
        return both
                ? (int) share.notCounted().stream()
                        .filter(entry -> entry.state() == State.PARTNER)
                        .count()
                : 0;
    }

    private Finding finding(RuleCode rule) {
        return verdict.findings().stream()
                .filter(finding -> finding.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    /** What must be done whoever stays; nothing about what is waived. */
    private void fix() {
        for (var finding : verdict.findings()) {
            if (finding.waived()) {
                continue;
            }
            if (finding.explanation().stream().anyMatch(said -> said.reason() == Reason.NO_ORGANISATION)) {
                fixed.add(Step.of(StepKind.NAME_ORGANISATION, null, null, null));
            }
            finding.parts().stream()
                    .filter(part -> part.outcome() != Outcome.MET && part.ref().member() == null)
                    .filter(part -> !waived(finding, part))
                    .map(CheapestFix::step)
                    .forEach(fixed::add);
        }
    }

    private static boolean waived(Finding finding, Part part) {
        var waiver = finding.waiver();
        return waiver != null && waiver.waiver().covers(part.ref());
    }

    private static Step step(Part part) {
        boolean form = part.ref().code() == PartCode.LEGAL_FORM && part.outcome() == Outcome.NOT_MET;
        return Step.of(
                form ? StepKind.CHANGE_FORM : StepKind.CONCLUDE,
                null,
                null,
                part.ref().code());
    }

    private void candidates(Set<Inn> qualifyOnceSme) {
        var smes = entries(RuleCode.E2);
        var qualified = entries(RuleCode.E3);
        var links = entries(RuleCode.E4);
        var affiliation = finding(RuleCode.E4);
        var gaps = affiliation.parts().stream()
                .filter(part -> part.ref().code() == PartCode.DECLARATION && part.outcome() == Outcome.UNKNOWN)
                .filter(part -> !waived(affiliation, part))
                .map(part -> part.ref().member())
                .collect(java.util.stream.Collectors.toSet());
        smes.forEach((inn, sme) -> {
            var qualification = qualified.get(inn);
            var link = links.get(inn);
            members.put(
                    inn,
                    new Candidate(
                            inn,
                            sme.state() == null,
                            sme.state() == State.UNKNOWN,
                            qualification != null && qualification.state() == null,
                            qualifyOnceSme.contains(inn),
                            gaps.contains(inn),
                            link != null && link.why().reason() == Reason.DECLARED_LINK && !declaredLinkWaived(inn)));
        });
    }

    private boolean declaredLinkWaived(Inn inn) {
        var affiliation = finding(RuleCode.E4);
        return affiliation.parts().stream()
                .anyMatch(part -> part.ref().code() == PartCode.DECLARATION
                        && inn.equals(part.ref().member())
                        && waived(affiliation, part));
    }

    /** Members of the organisation in a condition. */
    private Map<Inn, Entry> entries(RuleCode rule) {
        var entries = new LinkedHashMap<Inn, Entry>();
        var finding = finding(rule);
        List.of(finding.counted(), finding.notCounted()).stream()
                .flatMap(Collection::stream)
                .filter(entry -> entry.state() != State.PARTNER)
                .forEach(entry -> entries.put(entry.subject().inn(), entry));
        return entries;
    }

    /** The cheapest set of changes. */
    FixView find() {
        Map<Left, Way> best = Map.of(new Left(0, 0, 0), Way.NOTHING);
        for (var knot : knots()) {
            best = joined(best, ways(knot));
        }
        FixView cheapest = null;
        for (var entry : best.entrySet()) {
            var fix = completed(entry.getKey(), entry.getValue());
            if (fix != null && (cheapest == null || fix.weight() < cheapest.weight())) {
                cheapest = fix;
            }
        }
        return Objects.requireNonNull(cheapest, "new members alone always suffice");
    }

    /** With as many new members as it takes; null where no number of them would do. */
    private @Nullable FixView completed(Left left, Way way) {
        for (int admitted = 0; admitted <= MOST_NEWCOMERS; admitted++) {
            int all = left.all() + admitted;
            if (all >= leastMembers
                    && left.smes() + admitted >= leastShare.leastOf(all + partnersCounted)
                    && left.qualified() + admitted >= leastQualified) {
                var steps = new ArrayList<>(fixed);
                steps.addAll(way.all());
                for (int i = 0; i < admitted; i++) {
                    steps.add(Step.of(StepKind.ADMIT_QUALIFIED_SME, null, null, null));
                }
                int weight = way.weight()
                        + admitted * weight(StepKind.ADMIT_QUALIFIED_SME)
                        + fixed.stream().mapToInt(step -> weight(step.kind())).sum();
                return new FixView(steps, weight, trials <= MOST_TRIALS && partnersCounted == 0);
            }
        }
        return null;
    }

    private int weight(StepKind kind) {
        return weights.getOrDefault(kind, 1);
    }

    private Map<Left, Way> joined(Map<Left, Way> some, Map<Left, Way> others) {
        var joined = new HashMap<Left, Way>();
        some.forEach((left, way) -> others.forEach((more, further) ->
                keep(joined, left.plus(more, leastQualified), way.then(further.weight(), further.all()))));
        return joined;
    }

    private static void keep(Map<Left, Way> ways, Left left, Way way) {
        ways.merge(left, way, (known, found) -> found.weight() < known.weight() ? found : known);
    }

    /** Members tied to each other, directly or through others; everyone else alone. */
    private List<Set<Inn>> knots() {
        var neighbours = new HashMap<Inn, Set<Inn>>();
        members.keySet().forEach(inn -> neighbours.put(inn, new HashSet<>()));
        for (var tie : ties()) {
            Objects.requireNonNull(neighbours.get(tie.one())).add(tie.other());
            Objects.requireNonNull(neighbours.get(tie.other())).add(tie.one());
        }
        var seen = new HashSet<Inn>();
        var knots = new ArrayList<Set<Inn>>();
        for (var inn : members.keySet()) {
            if (seen.add(inn)) {
                var knot = new java.util.TreeSet<Inn>(java.util.Comparator.comparing(Inn::digits));
                var open = new ArrayList<>(List.of(inn));
                while (!open.isEmpty()) {
                    var next = open.remove(open.size() - 1);
                    knot.add(next);
                    neighbours.getOrDefault(next, Set.of()).stream()
                            .filter(seen::add)
                            .forEach(open::add);
                }
                knots.add(knot);
            }
        }
        return knots;
    }

    private List<Tie> ties() {
        var affiliation = finding(RuleCode.E4);
        return affiliation.parts().stream()
                .filter(part -> part.ref().other() != null && !waived(affiliation, part))
                .map(part -> new Tie(
                        Objects.requireNonNull(part.ref().member()),
                        Objects.requireNonNull(part.ref().other()),
                        part.ref().code() == PartCode.LINK))
                .filter(tie -> members.containsKey(tie.one()) && members.containsKey(tie.other()))
                .toList();
    }

    private Map<Left, Way> ways(Set<Inn> knot) {
        var ways = new HashMap<Left, Way>();
        var ties = ties().stream().filter(tie -> knot.contains(tie.one())).toList();
        new Untying(knot, ties, ways).untie();
        return ways;
    }

    /** All ways to leave no tie among the members of a knot. */
    private final class Untying {

        private final Set<Inn> knot;
        private final List<Tie> links;
        private final List<Tie> namesakes;
        private final Map<Left, Way> ways;
        private final Set<Inn> gone = new HashSet<>();
        private final Set<Inn> staying = new HashSet<>();
        private final List<Step> toldApart = new ArrayList<>();

        Untying(Set<Inn> knot, List<Tie> ties, Map<Left, Way> ways) {
            this.knot = knot;
            this.ways = ways;
            links = ties.stream().filter(Tie::certain).toList();
            namesakes = ties.stream().filter(tie -> !tie.certain()).toList();
        }

        /** Whoever has the most links goes, or stays, so that all linked with it go. */
        void untie() {
            if (isEnough()) {
                return;
            }
            var open = open();
            if (open.isEmpty()) {
                tellApart(0);
                return;
            }
            var busiest = java.util.Collections.max(
                    open.entrySet(),
                    Map.Entry.<Inn, Set<Inn>>comparingByValue(java.util.Comparator.comparing(Set::size))
                            .thenComparing(entry -> entry.getKey().digits()));
            gone.add(busiest.getKey());
            untie();
            gone.remove(busiest.getKey());
            var others = busiest.getValue();
            staying.add(busiest.getKey());
            gone.addAll(others);
            untie();
            gone.removeAll(others);
            staying.remove(busiest.getKey());
        }

        private boolean isEnough() {
            return ++trials > MOST_TRIALS && !ways.isEmpty();
        }

        /** Members not yet decided upon, with those whom they are still linked with. */
        private Map<Inn, Set<Inn>> open() {
            var open = new HashMap<Inn, Set<Inn>>();
            for (var link : links) {
                if (!gone.contains(link.one()) && !gone.contains(link.other())) {
                    open.computeIfAbsent(link.one(), first -> new HashSet<>()).add(link.other());
                    open.computeIfAbsent(link.other(), first -> new HashSet<>()).add(link.one());
                }
            }
            open.keySet().removeAll(staying);
            return open;
        }

        private void tellApart(int at) {
            int next = at;
            while (next < namesakes.size() && isUndone(namesakes.get(next))) {
                next++;
            }
            if (next == namesakes.size()) {
                leave(knot, gone, toldApart, ways);
                return;
            }
            if (isEnough()) {
                return;
            }
            var tie = namesakes.get(next);
            toldApart.add(Step.of(StepKind.TELL_APART, tie.one(), tie.other(), null));
            tellApart(next + 1);
            toldApart.remove(toldApart.size() - 1);
            for (var leaver : List.of(tie.one(), tie.other())) {
                gone.add(leaver);
                tellApart(next + 1);
                gone.remove(leaver);
            }
        }

        private boolean isUndone(Tie tie) {
            return gone.contains(tie.one()) || gone.contains(tie.other());
        }
    }

    /** Everything that can be done with those who may stay. */
    private void leave(Set<Inn> knot, Set<Inn> gone, List<Step> toldApart, Map<Left, Way> ways) {
        Map<Left, Way> reached = Map.of(
                new Left(0, 0, 0),
                Way.NOTHING.then(toldApart.size() * weight(StepKind.TELL_APART), List.copyOf(toldApart)));
        for (var inn : knot) {
            var member = Objects.requireNonNull(members.get(inn));
            reached = joined(reached, gone.contains(inn) || member.mustGo() ? leaving(inn) : choices(member));
        }
        reached.forEach((left, way) -> keep(ways, left, way));
    }

    private Map<Left, Way> leaving(Inn inn) {
        return Map.of(
                new Left(0, 0, 0),
                Way.NOTHING.then(
                        weight(StepKind.REMOVE_MEMBER), List.of(Step.of(StepKind.REMOVE_MEMBER, inn, null, null))));
    }

    private Map<Left, Way> choices(Candidate member) {
        var choices = new HashMap<>(leaving(member.inn()));
        var stay = member.gap() ? doing(Way.NOTHING, StepKind.SHOW_OWNERS, member) : Way.NOTHING;
        keep(choices, left(member.sme(), member.qualified()), stay);
        if (member.smeUnknown()) {
            var confirmed = doing(stay, StepKind.CONFIRM_STATUS, member);
            keep(choices, left(true, member.qualifiedOnceSme()), confirmed);
            keep(choices, left(true, true), doing(confirmed, StepKind.CONFIRM_QUALIFICATION, member));
        } else if (member.sme() && !member.qualified()) {
            keep(choices, left(true, true), doing(stay, StepKind.CONFIRM_QUALIFICATION, member));
        }
        return choices;
    }

    private Left left(boolean sme, boolean qualified) {
        return new Left(1, sme ? 1 : 0, qualified ? Math.min(1, leastQualified) : 0);
    }

    private Way doing(Way way, StepKind kind, Candidate member) {
        return way.then(weight(kind), List.of(Step.of(kind, member.inn(), null, null)));
    }
}
