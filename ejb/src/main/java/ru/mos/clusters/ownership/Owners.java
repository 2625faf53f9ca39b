package ru.mos.clusters.ownership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.KnownOwnership.Found;
import ru.mos.clusters.ownership.KnownOwnership.PartyRow;
import ru.mos.clusters.ownership.graph.Edge;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.ownership.graph.Missing;
import ru.mos.clusters.ownership.graph.PartyKind;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Sql;

/**
 * Who holds how much of companies on a day, and of the companies that hold them, for whoever judges companies by their owners:
 * all that are asked about from one look at what is known.
 *
 * <p>Asked by other services within their transaction; they answer for the permission of their caller. Names of private persons
 * are cut.
 */
@ApplicationScoped
public class Owners {

    @Inject
    private Sql sql;

    @Inject
    private Parties parties;

    @Inject
    private KnownOwnership known;

    @Inject
    private Telling telling;

    /**
     * A holder of a company.
     *
     * @param inn of a legal entity or a person, where it is known
     * @param country three digits (ОКСМ) or two letters; null where no source tells
     * @param sure false: whether it holds, or how much, is not known
     */
    public record Owner(
            String id,
            String name,
            PartyKind kind,
            @Nullable Inn inn,
            @Nullable String country,
            Fraction share,
            Fraction votes,
            boolean sure,
            OwnershipSource source) {}

    /**
     * A company with those who hold it.
     *
     * @param form its legal form as the extract nearest to the day writes it (ОКОПФ); null where none does
     * @param formSource that extract
     * @param missing what is not known of it
     */
    public record Company(
            Inn inn,
            String name,
            @Nullable String form,
            @Nullable OwnershipSource formSource,
            List<Owner> owners,
            Set<Missing> missing) {}

    /**
     * What was found.
     *
     * @param companies those asked about that some source names, and all companies above them
     * @param complete false where the limit of work was reached
     * @param knownOn the latest change behind it; null where nothing is known of anyone
     */
    public record Answer(
            Map<Inn, Company> companies,
            boolean complete,
            @Nullable Instant knownOn) {}

    private record Form(long party, String code, OwnershipSource source) {}

    /** Looks the companies up. */
    public Answer of(Collection<Inn> companies, LocalDate day, @Nullable Instant knownOn) {
        return sql.with(handle -> {
            var rows = parties.withInns(
                    handle, companies.stream().map(Inn::digits).distinct().toList());
            if (rows.isEmpty()) {
                return new Answer(Map.of(), true, null);
            }
            var ids = rows.stream().map(PartyRow::id).toList();
            var question = new KnownOwnership.Question(ids, List.of(), day, knownOn);
            var found = known.around(
                    question, OwnershipParameters.on(handle, day, knownOn).looking(rows.size()));
            return new Naming(handle, question, found).answer(ids);
        });
    }

    /** Turns numbers of the graph into companies and their holders. */
    private final class Naming {

        private final Found found;
        private final Map<Long, Form> forms;
        private final Map<Long, String> countries;
        private final Handle handle;

        Naming(Handle handle, KnownOwnership.Question question, Found found) {
            this.handle = handle;
            this.found = found;
            var ids = found.parties().keySet();
            forms = ask(handle, "LegalForms", question, ids)
                    .map((row, context) -> new Form(
                            found.representative(row.getLong("party_id")),
                            row.getString("legal_form"),
                            new OwnershipSource(
                                    OwnershipSource.Kind.EGRUL,
                                    row.getLong("import_id"),
                                    row.getString("file"),
                                    row.getObject("shown_on", LocalDate.class),
                                    row.getString("document"),
                                    null,
                                    row.getObject("line", Integer.class))))
                    .collect(Collectors.toMap(Form::party, form -> form, (first, same) -> first));
            countries = ask(handle, "Countries", question, ids)
                    .map((row, context) -> Map.entry(found.representative(row.getLong("id")), row.getString("country")))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, same) -> first));
        }

        Answer answer(List<Long> asked) {
            var nodes = above(asked);
            var edges = new HashMap<Long, List<Edge>>();
            nodes.forEach(node -> edges.put(node, holdings(node)));
            var sources = telling.sources(
                    handle,
                    edges.values().stream()
                            .flatMap(List::stream)
                            .map(Edge::source)
                            .toList());
            var companies = new TreeMap<Inn, Company>();
            for (long node : nodes) {
                var inn = inn(node);
                if (inn == null) {
                    continue;
                }
                var form = forms.get(node);
                companies.put(
                        inn,
                        new Company(
                                inn,
                                Parties.shown(found.party(node)),
                                form == null ? null : form.code(),
                                form == null ? null : form.source(),
                                Objects.requireNonNull(edges.get(node)).stream()
                                        .map(edge -> owner(edge, sources))
                                        .toList(),
                                Set.copyOf(found.graph().missing(node))));
            }
            return new Answer(companies, found.complete(), found.knownOn());
        }

        /** Those asked about and everybody who holds them, directly or through others. */
        private Set<Long> above(List<Long> asked) {
            var seen = new TreeSet<Long>();
            var waiting = new ArrayDeque<Long>();
            asked.stream().map(found::representative).forEach(waiting::add);
            while (!waiting.isEmpty()) {
                long node = waiting.remove();
                if (seen.add(node)) {
                    holdings(node).forEach(edge -> waiting.add(edge.from()));
                }
            }
            return seen;
        }

        private List<Edge> holdings(long node) {
            return found.graph().into(node).stream()
                    .filter(edge -> edge.kind() == EdgeKind.SHAREHOLDING && edge.from() != node)
                    .toList();
        }

        private Owner owner(Edge edge, Map<Long, Telling.Sourced> sources) {
            var party = found.party(edge.from());
            return new Owner(
                    Parties.id(party),
                    Parties.shown(party),
                    party.kind(),
                    inn(edge.from()),
                    countries.get(edge.from()),
                    edge.share(),
                    edge.votes(),
                    edge.sure(),
                    Objects.requireNonNull(sources.get(edge.source())).source());
        }

        /** The number of the party or of one that is the same. */
        private @Nullable Inn inn(long node) {
            var own = found.party(node).inn();
            if (own != null) {
                return new Inn(own);
            }
            return found.representatives().entrySet().stream()
                    .filter(entry -> entry.getValue() == node)
                    .map(entry -> found.party(entry.getKey()).inn())
                    .filter(Objects::nonNull)
                    .map(Inn::new)
                    .findFirst()
                    .orElse(null);
        }
    }

    private Query ask(Handle handle, String file, KnownOwnership.Question question, Collection<Long> ids) {
        handle.registerArrayType(Long.class, "bigint");
        return handle.createQuery(sql.file(Owners.class, file))
                .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                .bindArray("ids", Long.class, ids)
                .bind("day", question.day())
                .bind("knownOn", question.knownOn());
    }
}
