package ru.mos.clusters.ownership;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.SERVICE;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.KnownOwnership.Found;
import ru.mos.clusters.ownership.KnownOwnership.PartyRow;
import ru.mos.clusters.ownership.KnownOwnership.Question;
import ru.mos.clusters.ownership.graph.Edge;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.ownership.graph.PartyKind;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Time;

/**
 * Ownership for other programs: statements of BODS 0.4 about some parties, everyone above them, and how they hold and direct.
 * Names of persons are cut to surname and initials; relatives are not told of, for the standard has no word for them.
 */
@Stateless
@DenyAll
public class OwnershipExport {

    @Inject
    private Sql sql;

    @Inject
    private Parties parties;

    @Inject
    private KnownOwnership known;

    @Inject
    private Telling telling;

    @Inject
    private Time time;

    /**
     * A list of statements in JSON; of whom no source names there is none.
     *
     * @param ids {@code inn:…}, {@code ogrn:…}, {@code person:<id>} or {@code bods:<recordId>}
     * @throws Problem {@code party-malformed}, {@code party-unknown}, {@code selection-too-large}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR, SERVICE})
    public byte[] bods(Collection<String> ids, LocalDate asOf, @Nullable Instant knownOn) {
        return sql.with(handle -> {
            var asked = ids.stream()
                    .map(id -> parties.find(handle, id))
                    .flatMap(Optional::stream)
                    .map(PartyRow::id)
                    .distinct()
                    .toList();
            var statements = new BodsStatements(asOf, time.today());
            if (!asked.isEmpty()) {
                tell(handle, new Question(asked, List.of(), asOf, knownOn), party -> true, statements);
            }
            return statements.json();
        });
    }

    /**
     * The same for everybody to read: statements about organisations alone. Persons, entrepreneurs and whatever may stand for
     * persons are left out with all that they hold.
     *
     * @param inns of organisations
     * @param to each statement, of one and the same subject perhaps again where it is asked about again
     * @throws Problem {@code selection-too-large} where the surroundings of a single organisation are
     */
    @RolesAllowed(DEPARTMENT)
    public void organisations(List<String> inns, LocalDate asOf, Consumer<JsonNode> to) {
        sql.with(handle -> {
            var asked = handle.createQuery("select p.id from ownership.party p where p.key = any (:keys) order by p.id")
                    .bindArray(
                            "keys",
                            String.class,
                            inns.stream().map(inn -> "inn:" + inn).toList())
                    .mapTo(Long.class)
                    .list();
            tellHalved(handle, asked, asOf, to);
            return true;
        });
    }

    /** Where too much is around so many at once, less is around half of them. */
    private void tellHalved(Handle handle, List<Long> asked, LocalDate asOf, Consumer<JsonNode> to) {
        if (asked.isEmpty()) {
            return;
        }
        var statements = new BodsStatements(asOf, time.today());
        try {
            tell(handle, new Question(asked, List.of(), asOf, null), OwnershipExport::isOrganisation, statements);
        } catch (Problem large) {
            if (large.code() != OwnershipProblem.SELECTION_TOO_LARGE || asked.size() == 1) {
                throw large;
            }
            tellHalved(handle, asked.subList(0, asked.size() / 2), asOf, to);
            tellHalved(handle, asked.subList(asked.size() / 2, asked.size()), asOf, to);
            return;
        }
        statements.all().forEach(to);
    }

    private static boolean isOrganisation(PartyRow party) {
        boolean numbered = party.inn() == null || party.inn().length() == 10;
        boolean registered = party.ogrn() == null || party.ogrn().length() == 13;
        return party.kind() != PartyKind.PERSON && party.kind() != PartyKind.OTHER && numbered && registered;
    }

    private void tell(Handle handle, Question question, Predicate<PartyRow> told, BodsStatements statements) {
        var found = known.around(question, OwnershipParameters.on(handle, question.day(), question.knownOn()));
        if (!found.complete()) {
            throw new Problem(
                    OwnershipProblem.SELECTION_TOO_LARGE, question.parties().size());
        }
        var above = new LinkedHashSet<>(above(found, question));
        above.removeIf(party -> !told.test(found.party(party)));
        var extracts = telling.extractsUsed(handle, question, found, above);
        above.forEach(party -> statements.party(found.party(party), extracts.get(party)));
        var facts = new LinkedHashMap<Map.Entry<Long, Long>, List<Edge>>();
        above.forEach(party -> found.graph().into(party).stream()
                .filter(edge -> edge.kind() != EdgeKind.FAMILY && above.contains(edge.from()))
                .forEach(edge -> facts.computeIfAbsent(Map.entry(edge.from(), edge.to()), pair -> new ArrayList<>())
                        .add(edge)));
        var sources = telling.sources(
                handle,
                facts.values().stream().flatMap(List::stream).map(Edge::source).toList());
        facts.forEach((pair, edges) -> statements.relationship(
                found.party(pair.getKey()),
                found.party(pair.getValue()),
                edges,
                edges.stream()
                        .map(edge -> Objects.requireNonNull(sources.get(edge.source())))
                        .toList()));
    }

    /** Those asked about and everyone above them. */
    private static Set<Long> above(Found found, Question question) {
        var above = new LinkedHashSet<Long>();
        question.parties().forEach(party -> above.add(found.representative(party)));
        var next = new ArrayList<>(above);
        for (int at = 0; at < next.size(); at++) {
            found.graph().into(next.get(at)).stream()
                    .filter(edge -> edge.kind() != EdgeKind.FAMILY && above.add(edge.from()))
                    .forEach(edge -> next.add(edge.from()));
        }
        return above;
    }
}
