package ru.mos.clusters.ownership;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.ownership.graph.Missing;
import ru.mos.clusters.ownership.graph.PartyKind;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Problem;

/**
 * Who holds and directs one subject on a day, worked out from what its sources show.
 *
 * <p>An extract is the complete picture of its day. A fact in it begins at its own record date. What the extract before the
 * day shows and the one after it does not has ended somewhere between the two: whether it still held is not known. An extract
 * older than the days it is trusted for certifies nothing. Extracts of one day that differ contradict each other. Statements
 * with a period of their own fill in what extracts do not show; where they disagree with an extract, the extract is believed
 * and the disagreement is told.
 *
 * <p>No company ever shows more than the whole: what does not fit beside what is certain is left out.
 */
final class SubjectOnDate {

    /**
     * A relation of the subject on the day.
     *
     * @param sure false: it may have held
     */
    record Edge(
            EdgeKind kind,
            long owner,
            Fraction share,
            Fraction votes,
            boolean sure,
            @Nullable LocalDate since,
            long source) {

        Edge doubted() {
            return new Edge(kind, owner, share, votes, false, since, source);
        }
    }

    /** What holds, and what is not known about the subject. */
    record Answer(List<Edge> edges, Set<Missing> missing) {}

    /** The source of what is only thought of. */
    static final long SUPPOSED = 0;

    private final PartyKind party;
    private final long subject;
    private final List<KnownStake> stakes;
    private final LocalDate day;
    private final @Nullable KnownExtract before;
    private final @Nullable KnownExtract after;
    private final boolean trusted;
    private final List<Edge> edges = new ArrayList<>();
    private final Set<Missing> missing = EnumSet.noneOf(Missing.class);
    private final Set<Tie> contested = new HashSet<>();
    private final List<KnownRelation> others = new ArrayList<>();

    private SubjectOnDate(
            PartyKind party, List<KnownExtract> extracts, List<KnownStake> stakes, LocalDate day, int extractDays) {
        this.party = party;
        subject = Stream.concat(
                        extracts.stream().map(KnownExtract::party),
                        stakes.stream().map(KnownStake::subject))
                .findFirst()
                .orElse(Long.MIN_VALUE);
        this.stakes = stakes.stream().filter(stake -> stake.holdsOn(day)).toList();
        this.day = day;
        var latest = ofOneDay(extracts, comparing(KnownExtract::on).reversed(), on -> !on.isAfter(day));
        var next = ofOneDay(extracts, comparing(KnownExtract::on), on -> on.isAfter(day));
        before = latest.isEmpty() ? null : latest.get(0);
        after = next.isEmpty() ? null : next.get(0);
        contest(latest);
        contest(next);
        trusted = after != null
                || (before != null && !before.on().plusDays(extractDays).isBefore(day));
    }

    private static List<KnownExtract> ofOneDay(
            List<KnownExtract> extracts, Comparator<KnownExtract> nearest, Predicate<LocalDate> side) {
        var sorted = extracts.stream()
                .filter(extract -> side.test(extract.on()))
                .sorted(nearest)
                .toList();
        return sorted.stream()
                .filter(extract -> extract.on().equals(sorted.get(0).on()))
                .toList();
    }

    /** Where extracts of one day differ, what not all of them show alike is not sure. */
    private void contest(List<KnownExtract> ofOneDay) {
        if (ofOneDay.size() < 2) {
            return;
        }
        for (var tie : ties(ofOneDay)) {
            var first = amounts(ofOneDay.get(0).showing(tie));
            boolean alike = ofOneDay.stream()
                    .allMatch(extract -> !extract.showing(tie).isEmpty()
                            && amounts(extract.showing(tie)).equals(first));
            if (!alike) {
                contested.add(tie);
                ofOneDay.stream().skip(1).forEach(extract -> others.addAll(extract.showing(tie)));
            }
        }
    }

    /**
     * Works out the day.
     *
     * @param extracts all known of the subject, in any order
     * @param stakes all known of the subject, in any order
     * @param extractDays for how many days after its own an extract is trusted
     */
    static Answer of(
            PartyKind party, List<KnownExtract> extracts, List<KnownStake> stakes, LocalDate day, int extractDays) {
        return of(party, extracts, stakes, day, extractDays, List.of());
    }

    /** A stake in the subject that is only thought of. */
    record Supposed(long owner, SupposedStake stake) {}

    /**
     * The same with what is only thought of.
     *
     * @throws Problem {@code stake-exceeds-whole} where it does not fit beside what is certain
     */
    static Answer of(
            PartyKind party,
            List<KnownExtract> extracts,
            List<KnownStake> stakes,
            LocalDate day,
            int extractDays,
            List<Supposed> supposed) {
        var subject = new SubjectOnDate(party, extracts, stakes, day, extractDays);
        if (subject.hasCeased()) {
            var heir = subject.successor();
            return new Answer(heir, heir.isEmpty() ? Set.of(Missing.OWNERS) : Set.of());
        }
        subject.fromExtracts();
        subject.fromStakes();
        subject.suppose(supposed);
        subject.leaveOutWhatDoesNotFit();
        subject.doubtWhatNobodyElseHolds();
        subject.doubtMoreThanTheWhole();
        subject.tellWhatIsMissing();
        return new Answer(List.copyOf(subject.edges), Set.copyOf(subject.missing));
    }

    private boolean hasCeased() {
        return Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                .flatMap(Optional::stream)
                .map(KnownExtract::ceasedOn)
                .anyMatch(ceased -> ceased != null && !ceased.isAfter(day));
    }

    /** Whoever took the place of a subject that is no more holds what it held; who of several does, nobody tells. */
    private List<Edge> successor() {
        return Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                .flatMap(Optional::stream)
                .filter(extract -> extract.successor() != null)
                .findFirst()
                .map(extract -> List.of(new Edge(
                        EdgeKind.SHAREHOLDING,
                        Objects.requireNonNull(extract.successor()),
                        Fraction.ONE,
                        Fraction.ONE,
                        true,
                        extract.ceasedOn(),
                        extract.source())))
                .orElse(List.of());
    }

    private void fromExtracts() {
        if (before != null) {
            if (after == null || before.on().equals(day)) {
                before.relations().forEach(relation -> show(relation, trusted));
            } else {
                for (var tie : ties(List.of(before))) {
                    between(before.showing(tie), after.showing(tie));
                }
            }
        }
        if (after != null) {
            for (var relation : after.relations()) {
                boolean begun = relation.from() != null && !relation.from().isAfter(day);
                boolean known =
                        before != null && !before.showing(relation.tie()).isEmpty();
                if (!known && (begun || relation.from() == null)) {
                    show(relation, begun);
                }
            }
        }
        others.forEach(relation -> show(relation, false));
        if (!contested.isEmpty()) {
            missing.add(Missing.SOURCES_DISAGREE);
        }
    }

    /** What the extract before the day shows of somebody, seen from what the one after it does. */
    private void between(List<KnownRelation> earlier, List<KnownRelation> later) {
        if (later.isEmpty()) {
            earlier.forEach(relation -> show(relation, false));
            return;
        }
        boolean same = amounts(earlier).equals(amounts(later));
        boolean dated = later.stream().allMatch(relation -> relation.from() != null);
        boolean changedByTheDay = !same
                && dated
                && later.stream()
                        .noneMatch(relation ->
                                Objects.requireNonNull(relation.from()).isAfter(day));
        (changedByTheDay ? later : earlier).forEach(relation -> show(relation, same || dated));
    }

    private static Set<Tie> ties(List<KnownExtract> extracts) {
        return extracts.stream()
                .flatMap(extract -> extract.relations().stream())
                .map(KnownRelation::tie)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How much they come to; empty where one of them is not known. */
    private static List<Optional<Fraction>> amounts(List<KnownRelation> relations) {
        return List.of(
                amount(relations.stream().map(KnownRelation::share).toList()),
                amount(relations.stream().map(KnownRelation::votes).toList()));
    }

    private static Optional<Fraction> amount(List<@Nullable Fraction> parts) {
        return parts.stream().anyMatch(Objects::isNull)
                ? Optional.empty()
                : Optional.of(sum(parts.stream().map(Objects::requireNonNull)));
    }

    private void show(KnownRelation relation, boolean sure) {
        edges.add(shown(relation, sure && !contested.contains(relation.tie())));
    }

    /** A holding of which the share or the votes are not known is none that could be counted. */
    private static Edge shown(KnownRelation relation, boolean sure) {
        var share = relation.share() == null ? Fraction.ZERO : relation.share();
        return new Edge(
                relation.kind(),
                relation.owner(),
                share,
                relation.votes() == null ? share : relation.votes(),
                sure
                        && (relation.kind() != EdgeKind.SHAREHOLDING
                                || (relation.share() != null && relation.votes() != null)),
                relation.from(),
                relation.source());
    }

    /** Of statements on one owner those entered by hand are believed before those of a file. */
    private void fromStakes() {
        var shownByExtracts = edges.stream()
                .filter(Edge::sure)
                .collect(Collectors.groupingBy(edge -> new Tie(edge.kind(), edge.owner())));
        var byTie = stakes.stream().collect(Collectors.groupingBy(stake -> new Tie(stake.kind(), stake.owner())));
        byTie.entrySet().stream().sorted(comparing(entry -> entry.getKey())).forEach(entry -> {
            boolean byHand = entry.getValue().stream().anyMatch(KnownStake::byHand);
            var believed = entry.getValue().stream()
                    .filter(stake -> stake.byHand() == byHand)
                    .sorted(comparing(KnownStake::source))
                    .toList();
            var shown = shownByExtracts.get(entry.getKey());
            if (shown != null) {
                if (!sum(shown.stream().map(Edge::share))
                        .equals(sum(believed.stream().map(KnownStake::shareOrZero)))) {
                    missing.add(Missing.SOURCES_DISAGREE);
                }
                return;
            }
            edges.removeIf(edge -> !edge.sure()
                    && edge.kind() == entry.getKey().kind()
                    && edge.owner() == entry.getKey().owner());
            believed.forEach(this::add);
        });
    }

    private void add(KnownStake stake) {
        if (stake.kind() == EdgeKind.SHAREHOLDING
                && held().plus(stake.shareOrZero()).compareTo(Fraction.ONE) > 0) {
            missing.add(Missing.SOURCES_DISAGREE);
            return;
        }
        boolean measured = stake.kind() != EdgeKind.SHAREHOLDING || stake.share() != null || stake.votes() != null;
        edges.add(new Edge(
                stake.kind(),
                stake.owner(),
                stake.shareOrZero(),
                stake.votes() == null ? stake.shareOrZero() : stake.votes(),
                measured,
                stake.from(),
                stake.source()));
    }

    private void suppose(List<Supposed> supposed) {
        for (var each : supposed) {
            var stake = each.stake();
            edges.removeIf(edge -> edge.kind() == stake.kind() && edge.owner() == each.owner());
            if (stake.holds()) {
                var share = stake.share() == null ? Fraction.ZERO : stake.share();
                edges.add(new Edge(
                        stake.kind(),
                        each.owner(),
                        share,
                        stake.votes() == null ? share : stake.votes(),
                        true,
                        day,
                        SUPPOSED));
            }
        }
        if (!supposed.isEmpty() && held().compareTo(Fraction.ONE) > 0) {
            throw new Problem(OwnershipProblem.STAKE_EXCEEDS_WHOLE, held(), day);
        }
    }

    /** Of the whole: what is certain, and the company's own share. */
    private Fraction held() {
        return sum(Stream.concat(
                edges.stream()
                        .filter(edge -> edge.sure() && edge.kind() == EdgeKind.SHAREHOLDING)
                        .map(Edge::share),
                Stream.of(treasury())));
    }

    private Fraction treasury() {
        return Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                .flatMap(Optional::stream)
                .map(KnownExtract::treasury)
                .findFirst()
                .orElse(Fraction.ZERO);
    }

    private static Fraction sum(Stream<Fraction> shares) {
        return shares.reduce(Fraction.ZERO, Fraction::plus);
    }

    private void leaveOutWhatDoesNotFit() {
        var free = Fraction.ONE.minus(held());
        edges.removeIf(edge -> edge.kind() == EdgeKind.SHAREHOLDING
                && !edge.sure()
                && (free.equals(Fraction.ZERO) || edge.share().compareTo(free) > 0));
    }

    /** A company that holds all of itself cannot be: who holds it is not told. */
    private void doubtWhatNobodyElseHolds() {
        var ofItself = sum(edges.stream().filter(this::isOwn).map(Edge::share));
        if (ofItself.equals(Fraction.ONE)) {
            edges.removeIf(this::isOwn);
        }
    }

    /** Where what sources show of one day comes to more than the whole, none of it is certain. */
    private void doubtMoreThanTheWhole() {
        var holdings = edges.stream()
                .filter(edge -> edge.sure() && edge.kind() == EdgeKind.SHAREHOLDING)
                .toList();
        if (sum(holdings.stream().map(Edge::share)).exceeds(Fraction.ONE)
                || sum(holdings.stream().map(Edge::votes)).exceeds(Fraction.ONE)) {
            edges.replaceAll(edge -> edge.kind() == EdgeKind.SHAREHOLDING ? edge.doubted() : edge);
            missing.add(Missing.SOURCES_DISAGREE);
        }
    }

    private boolean isOwn(Edge edge) {
        return edge.sure() && edge.kind() == EdgeKind.SHAREHOLDING && edge.owner() == subject;
    }

    private void tellWhatIsMissing() {
        if (party == PartyKind.PERSON || party == PartyKind.PUBLIC_BODY) {
            return;
        }
        var ofOthers = sum(edges.stream()
                .filter(edge -> edge.sure() && edge.kind() == EdgeKind.SHAREHOLDING && edge.owner() != subject)
                .map(Edge::votes));
        var ofItself = sum(edges.stream()
                .filter(edge -> edge.sure() && edge.kind() == EdgeKind.SHAREHOLDING && edge.owner() == subject)
                .map(Edge::votes));
        boolean whole =
                ofOthers.compareTo(Fraction.ZERO) > 0 && ofOthers.plus(ofItself).compareTo(Fraction.ONE) >= 0;
        boolean managed = edges.stream()
                .anyMatch(edge ->
                        edge.sure() && (edge.kind() == EdgeKind.EXECUTIVE || edge.kind() == EdgeKind.MANAGING_COMPANY));
        boolean byManager = party == PartyKind.FUND && managed; // a fund's units do not vote, its manager does
        if (!byManager && !whole) {
            missing.add(whyOwnersAreMissing());
        }
        if (!managed && party == PartyKind.LEGAL_ENTITY) {
            missing.add(whyTheExecutiveIsMissing());
        }
    }

    private Missing whyOwnersAreMissing() {
        var extract = before == null ? after : before;
        if (party == PartyKind.FOREIGN_ENTITY) {
            return Missing.FOREIGN;
        }
        if (extract == null) {
            return stakes.isEmpty() ? Missing.NO_EXTRACT : Missing.OWNERS;
        }
        if (extract.jointStock()) {
            return Missing.SHAREHOLDERS_OF_AO;
        }
        if (extract.ownersWithheld()) {
            return Missing.WITHHELD;
        }
        if (!trusted) {
            return Missing.EXTRACT_TOO_OLD;
        }
        if (edges.stream()
                .anyMatch(edge ->
                        !edge.sure() && edge.share().equals(Fraction.ZERO) && edge.kind() == EdgeKind.SHAREHOLDING)) {
            return Missing.SHARE;
        }
        return after != null ? Missing.BETWEEN_EXTRACTS : Missing.OWNERS;
    }

    private Missing whyTheExecutiveIsMissing() {
        if (before == null && after == null) {
            return Missing.EXECUTIVE;
        }
        return !trusted ? Missing.EXTRACT_TOO_OLD : after != null ? Missing.BETWEEN_EXTRACTS : Missing.EXECUTIVE;
    }
}
