package ru.mos.clusters.ownership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.KnownOwnership.Found;
import ru.mos.clusters.ownership.KnownOwnership.PartyRow;
import ru.mos.clusters.ownership.KnownOwnership.Question;
import ru.mos.clusters.ownership.graph.Edge;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.ownership.graph.Link;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Sql;

/**
 * How near one side stands to another, for whoever has to be impartial: what the one holds or directs, be it ever so little,
 * also through a close relative, and who of the two sides is affiliated with whom.
 */
@ApplicationScoped
public class Closeness {

    @Inject
    private Sql sql;

    @Inject
    private Parties parties;

    @Inject
    private KnownOwnership known;

    @Inject
    private Telling telling;

    @Inject
    private MemberLinks links;

    /**
     * Something held or directed.
     *
     * @param subject by its number; null where it has none
     * @param proof one fact, or a family tie and the fact of the relative
     */
    public record Direct(Inn own, @Nullable Inn subject, List<AffiliationView.Edge> proof) {}

    /** Two that are affiliated. */
    public record Linked(Inn own, Inn subject, @Nullable Link reason, List<AffiliationView.Edge> proof) {}

    /**
     * What was found.
     *
     * @param direct all that the own side holds or directs, whether asked about or not
     * @param namesakes pairs that only a person can tell apart
     * @param gaps what is not known around those asked about
     */
    public record Answer(List<Direct> direct, List<Linked> linked, List<Linked> namesakes, List<MemberLinks.Gap> gaps) {

        /** Nothing at all is known. */
        public static final Answer NOTHING = new Answer(List.of(), List.of(), List.of(), List.of());

        /** The enterprises that the own side holds or directs. */
        public Set<Inn> held() {
            var held = new LinkedHashSet<Inn>();
            direct.stream().map(Direct::subject).filter(Objects::nonNull).forEach(held::add);
            return held;
        }
    }

    private record Step(Inn own, List<Edge> edges) {}

    /** Looks at a day as known now. */
    public Answer between(Collection<Inn> own, Collection<Inn> subjects, LocalDate day) {
        if (own.isEmpty()) {
            return Answer.NOTHING;
        }
        var direct = sql.with(handle -> direct(handle, own, day));
        var asked = new MemberLinks.Asked(
                "", Stream.concat(own.stream(), subjects.stream()).distinct().toList(), List.of());
        var found = Objects.requireNonNull(
                links.of(List.of(asked), day, null, AffiliationProfile.AFF_948).get(""));
        return new Answer(
                direct,
                across(found.linked(), own, subjects),
                across(found.namesakes(), own, subjects),
                found.members().values().stream()
                        .flatMap(member -> member.gaps().stream())
                        .distinct()
                        .toList());
    }

    private static List<Linked> across(List<MemberLinks.Pair> pairs, Collection<Inn> own, Collection<Inn> subjects) {
        var across = new ArrayList<Linked>();
        for (var pair : pairs) {
            if (own.contains(pair.one()) && subjects.contains(pair.other())) {
                across.add(new Linked(pair.one(), pair.other(), pair.reason(), pair.proof()));
            } else if (own.contains(pair.other()) && subjects.contains(pair.one())) {
                across.add(new Linked(pair.other(), pair.one(), pair.reason(), pair.proof()));
            }
        }
        return across;
    }

    private List<Direct> direct(Handle handle, Collection<Inn> own, LocalDate day) {
        var rows = parties.withInns(
                handle, own.stream().map(Inn::digits).distinct().toList());
        var starts = new LinkedHashMap<Long, Step>();
        rows.forEach(row -> starts.put(row.id(), new Step(new Inn(Objects.requireNonNull(row.inn())), List.of())));
        var near = look(handle, starts, day);
        var told = new ArrayList<>(near.told());
        if (!near.relatives().isEmpty()) {
            told.addAll(look(handle, near.relatives(), day).told());
        }
        return told;
    }

    private record Near(List<Direct> told, Map<Long, Step> relatives) {}

    private Near look(Handle handle, Map<Long, Step> from, LocalDate day) {
        if (from.isEmpty()) {
            return new Near(List.of(), Map.of());
        }
        var question = new Question(from.keySet(), List.of(), day, null);
        var found = known.beside(question, OwnershipParameters.on(handle, day, null));
        var held = new ArrayList<Step>();
        var relatives = new LinkedHashMap<Long, Step>();
        from.forEach((party, step) -> {
            long node = found.representative(party);
            if (!found.graph().contains(node)) {
                return;
            }
            for (var edge : found.graph().outOf(node)) {
                if (edge.sure() && edge.kind() != EdgeKind.FAMILY) {
                    held.add(further(step, edge));
                }
            }
            if (step.edges().isEmpty()) {
                family(found, node).forEach((relative, edge) -> relatives.putIfAbsent(relative, further(step, edge)));
            }
        });
        from.keySet().forEach(relatives::remove);
        return new Near(tell(handle, found, held), relatives);
    }

    private static Map<Long, Edge> family(Found found, long node) {
        var family = new LinkedHashMap<Long, Edge>();
        Stream.concat(found.graph().into(node).stream(), found.graph().outOf(node).stream())
                .filter(edge -> edge.kind() == EdgeKind.FAMILY && edge.sure())
                .forEach(edge -> family.putIfAbsent(edge.from() == node ? edge.to() : edge.from(), edge));
        return family;
    }

    private static Step further(Step step, Edge edge) {
        return new Step(
                step.own(),
                Stream.concat(step.edges().stream(), Stream.of(edge)).toList());
    }

    private List<Direct> tell(Handle handle, Found found, List<Step> held) {
        var sources = telling.sources(
                handle,
                held.stream()
                        .flatMap(step -> step.edges().stream())
                        .map(Edge::source)
                        .toList());
        var names = new LinkedHashMap<Long, PartyRow>(found.parties());
        // a relative was reached from whom this look need not know
        held.stream()
                .flatMap(step -> step.edges().stream())
                .flatMap(edge -> Stream.of(edge.from(), edge.to()))
                .filter(party -> !names.containsKey(party))
                .distinct()
                .toList()
                .forEach(party -> names.put(party, parties.row(handle, party)));
        var whole = new Found(found.graph(), names, found.representatives(), found.complete(), found.knownOn());
        return held.stream()
                .map(step -> new Direct(
                        step.own(),
                        inn(names.get(step.edges().get(step.edges().size() - 1).to())),
                        step.edges().stream()
                                .map(edge -> Telling.edge(edge, whole, sources))
                                .toList()))
                .toList();
    }

    private static @Nullable Inn inn(@Nullable PartyRow party) {
        return party == null || party.inn() == null ? null : new Inn(party.inn());
    }
}
