package ru.mos.clusters.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.rule.Finding.Fact;
import ru.mos.clusters.eligibility.rule.Message;
import ru.mos.clusters.eligibility.rule.OwnershipLinks;
import ru.mos.clusters.eligibility.rule.Reason;
import ru.mos.clusters.eligibility.rule.Source;
import ru.mos.clusters.eligibility.rule.Subject;
import ru.mos.clusters.ownership.AffiliationView;
import ru.mos.clusters.ownership.MemberLinks;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Inn;

/** What ownership found of the links among members, as facts that a condition can speak of. */
final class LinkFacts {

    /** Rules that do not ask for links. */
    static final OwnershipLinks NOT_ASKED = new OwnershipLinks(List.of(), Map.of(), false);

    private final Map<Inn, Subject> subjects;

    private LinkFacts(Map<Inn, Subject> subjects) {
        this.subjects = subjects;
    }

    static OwnershipLinks of(MemberLinks.@Nullable Links found, List<Subject> members) {
        if (found == null) {
            return NOT_ASKED;
        }
        var facts = new LinkFacts(
                members.stream().collect(Collectors.toMap(Subject::inn, Function.identity(), (first, same) -> first)));
        return new OwnershipLinks(
                Stream.concat(
                                found.linked().stream().map(pair -> facts.pair(pair, true)),
                                found.namesakes().stream().map(pair -> facts.pair(pair, false)))
                        .toList(),
                found.members().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> known(entry.getValue()))),
                found.declarationFillsGaps());
    }

    private OwnershipLinks.Pair pair(MemberLinks.Pair pair, boolean certain) {
        boolean swapped = pair.one().digits().compareTo(pair.other().digits()) > 0;
        var one = swapped ? pair.other() : pair.one();
        var other = swapped ? pair.one() : pair.other();
        return new OwnershipLinks.Pair(
                one, other, certain, said(pair, subject(one), subject(other)), proof(pair.proof()));
    }

    private Subject subject(Inn inn) {
        return subjects.getOrDefault(inn, new Subject(inn, null));
    }

    private static Message said(MemberLinks.Pair pair, Subject one, Subject other) {
        if (pair.reason() == null) {
            return Message.of(Reason.PAIR_SAME_NAME, one, other);
        }
        var chain = pair.proof().stream().map(LinkFacts::edge).toList();
        var zero = new Message.Percent(Fraction.ZERO);
        return Message.of(
                Reason.valueOf("PAIR_" + pair.reason()),
                one,
                other,
                pair.sum() == null ? zero : new Message.Percent(pair.sum()),
                pair.threshold() == null ? zero : new Message.Percent(pair.threshold()),
                chain);
    }

    private static Message edge(AffiliationView.Edge edge) {
        var votes = edge.votes() == null ? edge.share() : edge.votes();
        return votes == null
                ? Message.of(Reason.valueOf("EDGE_" + edge.kind()), edge.fromName(), edge.toName())
                : Message.of(Reason.EDGE_SHAREHOLDING, edge.fromName(), edge.toName(), new Message.Percent(votes));
    }

    private static List<Fact> proof(List<AffiliationView.Edge> edges) {
        return edges.stream()
                .map(edge -> new Fact(Fact.Code.valueOf(edge.kind().name()), value(edge), source(edge)))
                .toList();
    }

    /** The same in every language: who, whom, how much. */
    private static String value(AffiliationView.Edge edge) {
        return edge.from()
                + " > "
                + edge.to()
                + (edge.share() == null ? "" : " " + edge.share())
                + (edge.votes() == null ? "" : " votes " + edge.votes());
    }

    private static Source source(AffiliationView.Edge edge) {
        var source = edge.source();
        var kind =
                switch (source.kind()) {
                    case EGRUL -> Source.Kind.STATE_REGISTER_EXTRACT;
                    case BODS -> Source.Kind.OWNERSHIP_STATEMENT;
                    case HAND_ENTRY -> Source.Kind.HAND_ENTRY;
                    case SUPPOSITION -> Source.Kind.SUPPOSITION;
                };
        return new Source(kind, source.date(), source.document() == null ? source.file() : source.document());
    }

    private static OwnershipLinks.Known known(MemberLinks.Member member) {
        return new OwnershipLinks.Known(
                member.gaps().stream()
                        .map(gap -> Message.of(Reason.valueOf("GAP_" + gap.what()), who(gap)))
                        .toList(),
                member.shownOn() == null ? List.of() : List.of(examined(member, member.shownOn())));
    }

    /** By number where that is all that is known of it. */
    private static Object who(MemberLinks.Gap gap) {
        boolean nameless = gap.name().isBlank() || gap.name().equals(gap.party());
        return nameless && gap.party().startsWith("inn:")
                ? new Subject(new Inn(gap.party().substring("inn:".length())), null)
                : gap.name();
    }

    private static Fact examined(MemberLinks.Member member, LocalDate shownOn) {
        return new Fact(
                Fact.Code.EXAMINED,
                Integer.toString(member.examined()),
                new Source(Source.Kind.STATE_REGISTER_EXTRACT, shownOn, String.valueOf(member.importId())));
    }
}
