package ru.mos.clusters.ownership;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.ownership.graph.PartyKind;
import ru.mos.clusters.platform.Fraction;

/**
 * Finds in memory who could link some parties: the same, party for party, that {@code Around.sql} and {@code Together.sql} find
 * in the database, where each step is a look into several indexes. What those statements say of a step holds here.
 */
final class CitySearch {

    /** The database divides to so many digits; what may be half must not be missed for that. */
    private static final Fraction NEARLY_HALF = Fraction.of(499_999_999, 1_000_000_000);

    private static final Fraction CERTAINLY_MORE_THAN_HALF = Fraction.of(500_000_001, 1_000_000_000);
    private static final Fraction HALF = Fraction.of(1, 2);

    private final City city;
    private final OwnershipParameters parameters;
    private final int day;
    private final BitSet asked = new BitSet();
    private final BitSet excluded = new BitSet();
    private final BitSet found = new BitSet();
    private final BitSet below = new BitSet();
    private long visits;

    private CitySearch(City city, KnownOwnership.Question question, OwnershipParameters parameters) {
        this.city = city;
        this.parameters = parameters;
        day = Math.toIntExact(question.day().toEpochDay());
        question.parties().forEach(id -> asked.set(city.find(id)));
        question.excluded().stream()
                .mapToInt(city::find)
                .filter(party -> party >= 0)
                .forEach(excluded::set);
    }

    /** Ids of all around the parties; empty where the limit of work was reached or one of them is not in the city. */
    static Optional<Set<Long>> of(City city, KnownOwnership.Question question, OwnershipParameters parameters) {
        if (question.parties().stream().anyMatch(id -> city.find(id) < 0)) {
            return Optional.empty();
        }
        var search = new CitySearch(city, question, parameters);
        return search.isComplete() ? Optional.of(search.found()) : Optional.empty();
    }

    private boolean isComplete() {
        boolean above = true;
        for (var next = asked; !next.isEmpty(); next = together()) {
            around(next, above);
            if (visits > parameters.workLimit()) {
                return false;
            }
            above = false;
        }
        return true;
    }

    private Set<Long> found() {
        var ids = new TreeSet<Long>();
        found.stream().forEach(party -> ids.add(city.id(party)));
        return ids;
    }

    /** Whoever holds or directs them, and whom those control or direct alone. */
    private void around(BitSet from, boolean above) {
        var round = new Round();
        from.stream().forEach(party -> round.meet(party, above));
        for (int at = 0; at < round.states.size() && visits + at <= parameters.workLimit(); at++) {
            round.step(round.states.get(at) >> 1, (round.states.get(at) & 1) != 0);
        }
        visits += round.states.size();
        round.end();
    }

    /** One search outwards. A party is met as one above, or as another, or as both. */
    private final class Round {
        private final BitSet met = new BitSet();
        private final Ints states = new Ints();

        void meet(int party, boolean above) {
            int state = party << 1 | (above ? 1 : 0);
            if (!met.get(state)) {
                met.set(state);
                states.add(state);
            }
        }

        private void reach(int party, boolean above) {
            if (!found.get(party) && !excluded.get(party)) {
                meet(party, above);
            }
        }

        void end() {
            for (int at = 0; at < states.size(); at++) {
                int party = states.get(at) >> 1;
                found.set(party);
                if (!met.get(party << 1 | 1)) {
                    below.set(party);
                }
            }
        }

        void step(int party, boolean above) {
            for (int tie = city.firstTie(party); tie < city.endTie(party); tie++) {
                var kind = city.kind(tie);
                boolean statement = city.isStatement(tie);
                if (above || kind == EdgeKind.BOARD || (statement && kind == EdgeKind.FAMILY) || controls(tie)) {
                    reach(city.owner(tie), above && (statement || kind != EdgeKind.FAMILY));
                }
            }
            for (int extract = city.firstExtract(party); extract < city.endExtract(party); extract++) {
                var successor = city.ending(extract).successor();
                if (successor != null) {
                    reach(city.find(successor), above);
                }
            }
            for (int predecessor : city.predecessors(party)) {
                reach(predecessor, false);
            }
            if (connects(party)) {
                for (int at = city.firstOut(party); at < city.endOut(party); at++) {
                    int tie = city.outAt(at);
                    boolean family = city.isStatement(tie) && city.kind(tie) == EdgeKind.FAMILY;
                    if (family || controls(tie)) {
                        reach(city.subject(tie), family && above);
                    }
                }
            }
            for (int other : city.equals(party)) {
                reach(other, above);
            }
        }
    }

    private boolean connects(int party) {
        return parameters.publicBodiesConnect() || !city.is(party, PartyKind.PUBLIC_BODY);
    }

    private boolean controls(int tie) {
        return switch (city.kind(tie)) {
            case EXECUTIVE, MANAGING_COMPANY -> true;
            case SHAREHOLDING -> {
                var votes = city.votes(tie);
                yield votes == null || votes.exceeds(HALF);
            }
            case BOARD, FAMILY -> false;
        };
    }

    /** Whoever else could link those found, though none of them alone leads there. */
    private BitSet together() {
        var linking = new BitSet();
        heldTogether().forEach((first, together) -> {
            if (together.isEnough()) {
                together.subjects.forEach(linking::set);
            }
        });
        below.stream().forEach(party -> addHolders(party, linking));
        found.stream().forEach(person -> addNamesakes(person, linking));
        linking.andNot(found);
        linking.andNot(excluded);
        return linking;
    }

    /** What those found have in a company, that and what is one with it. */
    private final class Together {
        private final List<Integer> subjects = new ArrayList<>();
        private @Nullable Fraction votes;
        private int seats;

        void add(int subject, Part part) {
            if (!subjects.contains(subject)) {
                subjects.add(subject);
            }
            votes = sum(votes, part.votes);
            seats += part.seats.size();
        }

        boolean isEnough() {
            return (votes != null && votes.compareTo(NEARLY_HALF.times(voting())) >= 0)
                    || (seats > 0 && 2 * seats >= board());
        }

        /** Without what the company holds of itself. */
        private Fraction voting() {
            Fraction shown = null;
            Fraction stated = null;
            for (int subject : subjects) {
                for (int tie = city.firstTie(subject); tie < city.endTie(subject); tie++) {
                    if (city.owner(tie) == subject) {
                        if (city.isStatement(tie)) {
                            stated = sum(stated, city.votes(tie));
                        } else {
                            shown = larger(shown, city.votes(tie));
                        }
                    }
                }
            }
            return Fraction.ONE.minus(orZero(shown)).minus(orZero(stated));
        }

        private int board() {
            var members = new HashSet<Integer>();
            for (int subject : subjects) {
                for (int tie = city.firstTie(subject); tie < city.endTie(subject); tie++) {
                    if (city.kind(tie) == EdgeKind.BOARD && city.isStatement(tie) && city.speaksOf(tie, day)) {
                        members.add(city.owner(tie));
                    }
                }
            }
            return members.size();
        }
    }

    /** What one extract shows of those found, or all single statements do. */
    private static final class Part {
        private @Nullable Fraction votes;
        private Set<Integer> seats = Set.of();

        void add(@Nullable Fraction more) {
            votes = sum(votes, more);
        }

        void sit(int member) {
            if (seats.isEmpty()) {
                seats = new HashSet<>();
            }
            seats.add(member);
        }

        /** One extract after the other shows the same stake: the most counts. */
        static Part most(Part one, Part other) {
            var most = new Part();
            most.votes = larger(one.votes, other.votes);
            most.seats = one.seats.size() < other.seats.size() ? other.seats : one.seats;
            return most;
        }
    }

    private record Shown(int subject, int extract) {}

    private record Source(int subject, boolean statement) {}

    private Map<Integer, Together> heldTogether() {
        var parts = new HashMap<Shown, Part>();
        found.stream().filter(this::connects).forEach(owner -> {
            for (int at = city.firstOut(owner); at < city.endOut(owner); at++) {
                int tie = city.outAt(at);
                var kind = city.kind(tie);
                if ((kind == EdgeKind.SHAREHOLDING || kind == EdgeKind.BOARD)
                        && !found.get(city.subject(tie))
                        && (!city.isStatement(tie) || city.speaksOf(tie, day))) {
                    var part =
                            parts.computeIfAbsent(new Shown(city.subject(tie), city.extract(tie)), first -> new Part());
                    part.add(city.votes(tie));
                    if (kind == EdgeKind.BOARD) {
                        part.sit(owner);
                    }
                }
            }
        });
        var often = new HashMap<Source, Part>();
        parts.forEach((shown, part) ->
                often.merge(new Source(shown.subject(), shown.extract() == City.NONE), part, Part::most));
        var together = new HashMap<Integer, Together>();
        often.forEach((source, part) -> together.computeIfAbsent(first(source.subject()), any -> new Together())
                .add(source.subject(), part));
        return together;
    }

    /** The party named first of those that one decision each says are one with it, if named before it. */
    private int first(int party) {
        return IntStream.of(city.equals(party))
                .filter(other -> other < party)
                .min()
                .orElse(party);
    }

    /** All who hold a company below that nobody is certain to rule. */
    private void addHolders(int company, BitSet linking) {
        var near = IntStream.of(city.near(company, day)).boxed().toList();
        if (isRuled(company, near)) {
            return;
        }
        for (int tie = city.firstTie(company); tie < city.endTie(company); tie++) {
            if (city.kind(tie) == EdgeKind.SHAREHOLDING
                    && (city.isStatement(tie) || near.contains(city.extract(tie)))) {
                linking.set(city.owner(tie));
            }
        }
    }

    private boolean isRuled(int company, Collection<Integer> near) {
        if (near.size() != 1) {
            return false;
        }
        int extract = near.iterator().next();
        if (city.day(extract) < day - parameters.extractDays() || city.day(extract) > day) {
            return false;
        }
        Fraction shares = null;
        Fraction most = null;
        for (int tie = city.firstTie(company); tie < city.endTie(company); tie++) {
            if (city.extract(tie) == extract && city.kind(tie) == EdgeKind.SHAREHOLDING) {
                if (city.share(tie) == null || city.votes(tie) == null) {
                    return false;
                }
                shares = sum(shares, city.share(tie));
                most = larger(most, city.votes(tie));
            }
        }
        return shares != null
                && !shares.exceeds(Fraction.ONE)
                && most != null
                && most.exceeds(CERTAINLY_MORE_THAN_HALF);
    }

    /** Persons of one name, of whom not both have a number; of two without one only where both names were met. */
    private void addNamesakes(int person, BitSet linking) {
        int[] namesakes = city.namesakes(person);
        if (namesakes.length == 0) {
            return;
        }
        boolean another = IntStream.of(namesakes).anyMatch(other -> other != person && found.get(other));
        for (int other : namesakes) {
            if (other != person
                    && !(city.isNumbered(person) && city.isNumbered(other))
                    && (city.isNumbered(person) || another)) {
                linking.set(other);
            }
        }
    }

    private static Fraction orZero(@Nullable Fraction some) {
        return some == null ? Fraction.ZERO : some;
    }

    private static @Nullable Fraction sum(@Nullable Fraction one, @Nullable Fraction other) {
        return one == null ? other : other == null ? one : one.plus(other);
    }

    private static @Nullable Fraction larger(@Nullable Fraction one, @Nullable Fraction other) {
        return one == null || (other != null && other.exceeds(one)) ? other : one;
    }
}
