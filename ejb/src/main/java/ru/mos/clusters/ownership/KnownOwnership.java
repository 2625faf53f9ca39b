package ru.mos.clusters.ownership;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.ownership.graph.GraphBuilder;
import ru.mos.clusters.ownership.graph.Missing;
import ru.mos.clusters.ownership.graph.OwnershipGraph;
import ru.mos.clusters.ownership.graph.PartyKind;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Sql;

/**
 * Gathers who holds and directs whom around some parties, on a day, as it was known at an instant: the same few statements
 * for one pair and for the members of all clusters.
 */
@ApplicationScoped
class KnownOwnership {

    /** More than so many no picture shows. */
    private static final int MOST_BESIDE = 500;

    private static final String SCANS = "enable_seqscan";

    @Inject
    private Sql sql;

    @Inject
    private Parties parties;

    @Inject
    private Cities cities;

    /**
     * What is asked.
     *
     * @param parties ids of those the question is about
     * @param excluded ids of those that link nobody: the cluster organisation and its like
     * @param knownOn null: everything this transaction sees
     */
    record Question(
            Collection<Long> parties,
            Collection<Long> excluded,
            LocalDate day,
            @Nullable Instant knownOn) {}

    /**
     * What was found.
     *
     * @param representatives by party for whom another of several equal ones stands in the graph: that other
     * @param complete false where the limit of work was reached, so that a link may not have been seen
     * @param knownOn the latest change behind what was found; null where nothing was
     */
    record Found(
            OwnershipGraph graph,
            Map<Long, PartyRow> parties,
            Map<Long, Long> representatives,
            boolean complete,
            @Nullable Instant knownOn) {

        PartyRow party(long id) {
            return Objects.requireNonNull(parties.get(id));
        }

        long representative(long party) {
            return representatives.getOrDefault(party, party);
        }

        /** Those for whom these parties stand, and these themselves. */
        Set<Long> representedBy(Collection<Long> parties) {
            var all = new TreeSet<>(parties);
            representatives.forEach((party, node) -> {
                if (parties.contains(node)) {
                    all.add(party);
                }
            });
            return all;
        }
    }

    /** A party as sources name it. */
    record PartyRow(
            long id,
            String key,
            PartyKind kind,
            @Nullable String inn,
            @Nullable String ogrn,
            @Nullable String record,
            String name,
            @Nullable String matchName) {}

    /** @param visits on how many ways the limit of work was spent */
    private record Near(long party, boolean above, long visits) {}

    /** Everything around the parties. */
    Found around(Question question, OwnershipParameters parameters) {
        return around(question, parameters, List.of());
    }

    /** A stake that is only thought of, between parties that may be known or not. */
    private record Thought(PartyRow owner, PartyRow subject, SupposedStake stake) {}

    /**
     * The same with stakes that are only thought of.
     *
     * @throws ru.mos.clusters.platform.Problem {@code stake-exceeds-whole}
     */
    Found around(Question known, OwnershipParameters parameters, List<SupposedStake> supposed) {
        return sql.with(handle -> {
            var thoughts = thoughts(handle, supposed);
            var question = withParties(known, thoughts);
            var city = cities.at(handle, question.knownOn()).orElse(null);
            var met = city == null
                    ? null
                    : CitySearch.of(city, question, parameters).orElse(null);
            if (met != null) {
                return read(handle, question, met, true, parameters, thoughts, city);
            }
            var near = new Neighbourhood(handle, question, parameters);
            near.search();
            return read(handle, question, near.parties(), near.isComplete(), parameters, thoughts, null);
        });
    }

    /** Everyone around the parties who could link them, gathered in rounds: a group can close through several at once. */
    private final class Neighbourhood {

        private final Handle handle;
        private final Question question;
        private final OwnershipParameters parameters;
        private final Set<Long> found = new TreeSet<>();
        private final Set<Long> below = new TreeSet<>();
        private long visits;

        Neighbourhood(Handle handle, Question question, OwnershipParameters parameters) {
            this.handle = handle;
            this.question = question;
            this.parameters = parameters;
        }

        void search() {
            byIndexes(handle, true);
            var next = question.parties();
            for (boolean above = true; !next.isEmpty() && isComplete(); above = false) {
                around(next, above);
                next = isComplete() ? together() : Set.of();
            }
            byIndexes(handle, false);
        }

        private void around(Collection<Long> from, boolean above) {
            var near = ask(handle, sql.file(KnownOwnership.class, "Around"), question)
                    .bindArray("parties", Long.class, from)
                    .bind("above", above)
                    .bindArray("excluded", Long.class, without())
                    .bind("publicBodies", parameters.publicBodiesConnect())
                    .bind("most", parameters.workLimit() - visits + 1)
                    .map((row, context) ->
                            new Near(row.getLong("party"), row.getBoolean("above"), row.getLong("visits")))
                    .list();
            for (var each : near) {
                visits += each.visits();
                found.add(each.party());
                if (!each.above()) {
                    below.add(each.party());
                }
            }
        }

        private Collection<Long> together() {
            return ask(handle, sql.file(KnownOwnership.class, "Together"), question)
                    .bindArray("found", Long.class, found)
                    .bindArray("below", Long.class, below)
                    .bindArray("excluded", Long.class, question.excluded())
                    .bind("publicBodies", parameters.publicBodiesConnect())
                    .bind("extractDays", parameters.extractDays())
                    .bind("most", parameters.workLimit() - visits + 1)
                    .mapTo(Long.class)
                    .list();
        }

        private Set<Long> without() {
            var without = new TreeSet<>(found);
            without.addAll(question.excluded());
            return without;
        }

        Set<Long> parties() {
            return found;
        }

        boolean isComplete() {
            return visits <= parameters.workLimit();
        }
    }

    /**
     * The search goes from party to party. Right after a first large import the planner knows nothing of the tables and would
     * read them whole at each step.
     */
    static void byIndexes(Handle handle, boolean alone) {
        byIndexes(handle, alone, SCANS, "enable_hashjoin", "enable_mergejoin");
    }

    private static void byIndexes(Handle handle, boolean alone, String... settings) {
        handle.createQuery("select set_config(setting, :value, true) from unnest(:settings) setting")
                .bindArray("settings", String.class, (Object[]) settings)
                .bind("value", alone ? "off" : "on")
                .mapTo(String.class)
                .list();
    }

    /** Whom nobody knows yet gets a number of its own below zero. */
    private List<Thought> thoughts(Handle handle, List<SupposedStake> supposed) {
        var strangers = new HashMap<PartyName, PartyRow>();
        return supposed.stream()
                .map(stake -> new Thought(
                        meant(handle, stake.owner(), strangers), meant(handle, stake.subject(), strangers), stake))
                .toList();
    }

    private PartyRow meant(Handle handle, PartyName name, Map<PartyName, PartyRow> strangers) {
        return parties.find(handle, name)
                .orElseGet(() ->
                        strangers.computeIfAbsent(name, first -> Parties.stranger(name, -1L - strangers.size())));
    }

    private static Question withParties(Question question, List<Thought> thoughts) {
        var asked = new TreeSet<>(question.parties());
        thoughts.forEach(thought -> List.of(thought.owner(), thought.subject()).stream()
                .map(PartyRow::id)
                .filter(id -> id > 0)
                .forEach(asked::add));
        return new Question(asked, question.excluded(), question.day(), question.knownOn());
    }

    /** The parties and everyone one step from them, as far as a page shows them. */
    Found beside(Question question, OwnershipParameters parameters) {
        return sql.with(handle -> {
            var near = new TreeSet<>(ask(handle, sql.file(KnownOwnership.class, "Beside"), question)
                    .bindArray("parties", Long.class, question.parties())
                    .bind("most", MOST_BESIDE + 1)
                    .mapTo(Long.class)
                    .list());
            return read(handle, question, near, near.size() <= MOST_BESIDE, parameters, List.of(), null);
        });
    }

    private Found read(
            Handle handle,
            Question question,
            Set<Long> ids,
            boolean complete,
            OwnershipParameters parameters,
            List<Thought> thoughts,
            @Nullable City city) {
        byIndexes(handle, true, SCANS);
        var named = about(handle, "Parties", question, ids)
                .mapTo(PartyRow.class)
                .collectToMap(PartyRow::id, party -> party);
        thoughts.forEach(thought -> {
            named.putIfAbsent(thought.owner().id(), thought.owner());
            named.putIfAbsent(thought.subject().id(), thought.subject());
        });
        var identities = city == null
                ? about(handle, "Identities", question, ids)
                        .mapTo(City.Identity.class)
                        .list()
                : city.identities().stream()
                        .filter(identity -> ids.contains(identity.one()) && ids.contains(identity.other()))
                        .toList();
        var same = new EqualParties(identities.stream()
                .filter(City.Identity::same)
                .map(i -> new long[] {i.one(), i.other()})
                .toList());
        var extracts = (city == null ? extracts(handle, question, ids, same) : extracts(city, question, ids, same))
                .collect(groupingBy(KnownExtract::party));
        var stakes = about(handle, "StakesKnown", question, ids)
                .map((row, context) -> stake(row, same))
                .collect(groupingBy(KnownStake::subject));
        var knownOn = about(handle, "LatestChange", question, ids)
                .mapTo(Instant.class)
                .findOne()
                .orElse(null);
        byIndexes(handle, false, SCANS);
        var drawing = new Drawing(question, parameters, named, same, extracts, stakes, thoughts);
        return new Found(drawing.graph(identities), named, same.representatives(ids), complete, knownOn);
    }

    private Stream<KnownExtract> extracts(Handle handle, Question question, Set<Long> ids, EqualParties same) {
        var relations = about(handle, "Relations", question, ids)
                .map((row, context) -> Map.entry(row.getLong("extract_id"), relation(row, same)))
                .collect(groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return about(handle, "Extracts", question, ids)
                .map((row, context) -> extract(row, same, relations.getOrDefault(row.getLong("id"), List.of())))
                .stream();
    }

    private static Stream<KnownExtract> extracts(City city, Question question, Set<Long> ids, EqualParties same) {
        int day = Math.toIntExact(question.day().toEpochDay());
        return ids.stream()
                .sorted()
                .map(city::find)
                .flatMap(party ->
                        IntStream.of(city.near(party, day)).mapToObj(extract -> city.read(party, extract, same)));
    }

    /** Puts the days of all subjects together. */
    private record Drawing(
            Question question,
            OwnershipParameters parameters,
            Map<Long, PartyRow> parties,
            EqualParties same,
            Map<Long, List<KnownExtract>> extracts,
            Map<Long, List<KnownStake>> stakes,
            List<Thought> thoughts) {

        private List<SubjectOnDate.Supposed> supposed(long subject) {
            return thoughts.stream()
                    .filter(thought -> same.of(thought.subject().id()) == subject)
                    .map(thought ->
                            new SubjectOnDate.Supposed(same.of(thought.owner().id()), thought.stake()))
                    .toList();
        }

        OwnershipGraph graph(List<City.Identity> identities) {
            var builder = OwnershipGraph.builder();
            var nodes = new TreeSet<Long>();
            parties.keySet().forEach(id -> nodes.add(same.of(id)));
            for (long node : nodes) {
                builder.party(node, kind(node));
            }
            for (long node : nodes) {
                var answer = SubjectOnDate.of(
                        kind(node),
                        extracts.getOrDefault(node, List.of()),
                        stakes.getOrDefault(node, List.of()),
                        question.day(),
                        parameters.extractDays(),
                        supposed(node));
                for (var edge : answer.edges()) {
                    if (nodes.contains(edge.owner())) {
                        builder.edge(
                                edge.owner(),
                                node,
                                edge.kind(),
                                edge.share(),
                                edge.votes(),
                                edge.sure(),
                                edge.source());
                    }
                }
                answer.missing().forEach(what -> builder.missing(node, what));
            }
            personsGaps(builder, nodes);
            namesakes(builder, identities);
            return builder.build();
        }

        private PartyKind kind(long node) {
            return Objects.requireNonNull(parties.get(node)).kind();
        }

        private void personsGaps(GraphBuilder builder, Set<Long> nodes) {
            var numbered = parties.values().stream()
                    .filter(party -> party.inn() != null)
                    .map(party -> same.of(party.id()))
                    .collect(Collectors.toSet());
            var asked = question.parties().stream().map(same::of).collect(Collectors.toSet());
            for (long node : nodes) {
                if (kind(node) == PartyKind.PERSON) {
                    if (!numbered.contains(node)) {
                        builder.missing(node, Missing.NO_INN);
                    }
                    if (asked.contains(node) && !extracts.containsKey(node) && !stakes.containsKey(node)) {
                        builder.missing(node, Missing.NO_EXTRACT);
                    }
                }
            }
        }

        /** Different parties of one name, of which not both have a number and nobody has said that they differ. */
        private void namesakes(GraphBuilder builder, List<City.Identity> identities) {
            var byName = new HashMap<String, List<PartyRow>>();
            parties.values().stream()
                    .filter(party -> party.matchName() != null)
                    .forEach(party -> byName.computeIfAbsent(party.matchName(), name -> new ArrayList<>())
                            .add(party));
            var decided = identities.stream()
                    .filter(identity -> same.of(identity.one()) != same.of(identity.other()))
                    .map(identity -> Set.of(same.of(identity.one()), same.of(identity.other())))
                    .collect(Collectors.toSet());
            for (var alike : byName.values()) {
                for (int i = 0; i < alike.size(); i++) {
                    for (int j = i + 1; j < alike.size(); j++) {
                        long one = same.of(alike.get(i).id());
                        long other = same.of(alike.get(j).id());
                        boolean bothNumbered =
                                alike.get(i).inn() != null && alike.get(j).inn() != null;
                        if (one != other && !bothNumbered && !decided.contains(Set.of(one, other))) {
                            builder.sameName(one, other);
                        }
                    }
                }
            }
        }
    }

    private static KnownRelation relation(ResultSet row, EqualParties same) throws SQLException {
        return new KnownRelation(
                EdgeKind.valueOf(row.getString("kind")),
                same.of(row.getLong("owner_id")),
                Fractions.read(row, "share"),
                Fractions.read(row, "votes"),
                row.getObject("valid_from", LocalDate.class),
                KnownExtract.source(row.getLong("extract_id"), row.getInt("position")));
    }

    private static KnownExtract extract(ResultSet row, EqualParties same, List<KnownRelation> relations)
            throws SQLException {
        long successor = row.getLong("successor_id");
        boolean replaced = !row.wasNull();
        var treasury = Fractions.read(row, "treasury");
        return new KnownExtract(
                row.getLong("id"),
                same.of(row.getLong("party_id")),
                row.getObject("shown_on", LocalDate.class),
                row.getBoolean("joint_stock"),
                row.getObject("ceased_on", LocalDate.class),
                replaced ? same.of(successor) : null,
                treasury == null ? Fraction.ZERO : treasury,
                row.getBoolean("owners_withheld"),
                relations);
    }

    private static KnownStake stake(ResultSet row, EqualParties same) throws SQLException {
        return new KnownStake(
                EdgeKind.valueOf(row.getString("kind")),
                same.of(row.getLong("owner_id")),
                same.of(row.getLong("subject_id")),
                Fractions.read(row, "share"),
                Fractions.read(row, "votes"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getString("document_title") != null,
                -row.getLong("row_id"));
    }

    private Query about(Handle handle, String file, Question question, Collection<Long> ids) {
        return ask(handle, sql.file(KnownOwnership.class, file), question).bindArray("ids", Long.class, ids);
    }

    private static Query ask(Handle handle, String statement, Question question) {
        handle.registerArrayType(Long.class, "bigint");
        return handle.createQuery(statement)
                .configure(
                        org.jdbi.v3.core.statement.SqlStatements.class,
                        statements -> statements.setUnusedBindingAllowed(true))
                .bind("day", question.day())
                .bind("knownOn", question.knownOn());
    }
}
