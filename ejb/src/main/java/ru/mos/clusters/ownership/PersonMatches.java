package ru.mos.clusters.ownership;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static ru.mos.clusters.ownership.OwnershipProblem.MATCH_IMPOSSIBLE;
import static ru.mos.clusters.ownership.OwnershipProblem.MATCH_OF_ANOTHER;
import static ru.mos.clusters.ownership.OwnershipProblem.MATCH_REASON_REQUIRED;
import static ru.mos.clusters.ownership.OwnershipProblem.PARTY_UNKNOWN;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.AffiliationView.Who;
import ru.mos.clusters.ownership.KnownOwnership.PartyRow;
import ru.mos.clusters.ownership.graph.PartyKind;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;

/** Persons of one name: equal names alone are never equal persons, so people say who is one with whom. */
@Stateless
@DenyAll
public class PersonMatches {

    private static final int LONGEST_REASON = 1000;

    /** So many of those a person stands over are named. */
    private static final int MOST_OVER = 5;

    @Inject
    private Sql sql;

    @Inject
    private Parties parties;

    @Inject
    private Changes changes;

    @Inject
    private Event<OwnershipChanged> changed;

    private record Pair(long one, long other) {}

    private record Over(long owner, long subject) {}

    private record Decision(String one, String other, boolean same, String reason) {}

    /** Those nobody has decided on. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR, SERVICE})
    public Slice<PersonMatch> list(PageRequest page) {
        return sql.with(handle -> {
            var found = handle.createQuery(sql.file(PersonMatches.class, "PersonMatches"))
                    .bind("one", number(page, 0))
                    .bind("other", number(page, 1))
                    .bind("fetch", page.fetch())
                    .mapTo(Pair.class)
                    .list();
            var slice = Slice.of(found, page, pair -> List.of(Long.toString(pair.one()), Long.toString(pair.other())));
            var people = people(handle, slice.items());
            return new Slice<>(
                    slice.items().stream()
                            .map(pair -> new PersonMatch(
                                    Objects.requireNonNull(people.get(pair.one())),
                                    Objects.requireNonNull(people.get(pair.other()))))
                            .toList(),
                    slice.next());
        });
    }

    private static long number(PageRequest page, int at) {
        return page.after().isEmpty() ? 0 : Long.parseLong(page.after().get(at));
    }

    private Map<Long, PersonMatch.Person> people(Handle handle, List<Pair> pairs) {
        var ids = pairs.stream()
                .flatMap(pair -> Stream.of(pair.one(), pair.other()))
                .collect(Collectors.toSet());
        handle.registerArrayType(Long.class, "bigint");
        var over = handle.createQuery(sql.file(PersonMatches.class, "StandingOver"))
                .bindArray("ids", Long.class, ids)
                .map((row, context) -> new Over(row.getLong("owner_id"), row.getLong("subject_id")))
                .collect(groupingBy(Over::owner, mapping(Over::subject, toList())));
        over.replaceAll((person, subjects) -> subjects.subList(0, Math.min(subjects.size(), MOST_OVER)));
        var rows = parties.rows(
                handle,
                Stream.concat(ids.stream(), over.values().stream().flatMap(List::stream))
                        .collect(Collectors.toSet()));
        return ids.stream()
                .collect(Collectors.toMap(id -> id, id -> person(rows, id, over.getOrDefault(id, List.of()))));
    }

    private static PersonMatch.Person person(Map<Long, PartyRow> rows, long id, List<Long> over) {
        var row = Objects.requireNonNull(rows.get(id));
        List<Who> subjects = over.stream()
                .map(subject -> Telling.who(Objects.requireNonNull(rows.get(subject))))
                .toList();
        return new PersonMatch.Person(Telling.who(row), row.inn() != null, subjects);
    }

    /**
     * Says whether two persons of one name are one. What was said before no longer holds.
     *
     * @throws Problem {@code match-reason-required}, {@code match-impossible}, {@code match-of-another}, {@code party-unknown}
     */
    @RolesAllowed(DEPARTMENT)
    public void decide(String one, String other, boolean same, @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Problem(MATCH_REASON_REQUIRED).at("/reason");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new Problem(PlatformProblem.TEXT_TOO_LONG, "reason", LONGEST_REASON).at("/reason");
        }
        sql.with(handle -> {
            handle.execute("select pg_advisory_xact_lock(?)", ImportStore.LOCK);
            var first = person(handle, one);
            var second = person(handle, other);
            requirePossible(first, second);
            if (same) {
                requireOneNumber(handle, first, second);
            }
            long change = changes.record(
                    same ? "PERSONS_MATCHED" : "PERSONS_TOLD_APART",
                    "PARTY",
                    Parties.id(first),
                    null,
                    new Decision(Parties.id(first), Parties.id(second), same, reason));
            long lower = Math.min(first.id(), second.id());
            long higher = Math.max(first.id(), second.id());
            handle.createUpdate("""
                            update ownership.identity set superseded_by = :change
                             where one = :one and other = :other and superseded_by is null""")
                    .bind("change", change)
                    .bind("one", lower)
                    .bind("other", higher)
                    .execute();
            changed.fire(OwnershipChanged.between(lower, higher));
            return handle.createUpdate("""
                            insert into ownership.identity (one, other, same, reason, recorded_by)
                            values (:one, :other, :same, :reason, :change)""")
                    .bind("one", lower)
                    .bind("other", higher)
                    .bind("same", same)
                    .bind("reason", reason)
                    .bind("change", change)
                    .execute();
        });
    }

    private PartyRow person(Handle handle, String id) {
        return parties.find(handle, id).orElseThrow(() -> new Problem(PARTY_UNKNOWN, id));
    }

    /** Who is one with the first and who with the second may bear one number among them: nobody has two. */
    private static void requireOneNumber(Handle handle, PartyRow one, PartyRow other) {
        long numbers = handle.createQuery("""
                        with recursive one (party) as (
                            select cast(:one as bigint)
                            union
                            select cast(:other as bigint)
                            union
                            select case when i.one = o.party then i.other else i.one end
                              from one o
                              join ownership.identity i on o.party in (i.one, i.other)
                             where i.same and i.superseded_by is null
                        )
                        select count(distinct p.inn) from one o join ownership.party p on p.id = o.party""")
                .bind("one", one.id())
                .bind("other", other.id())
                .mapTo(Long.class)
                .one();
        if (numbers > 1) {
            throw new Problem(MATCH_OF_ANOTHER, Parties.id(one), Parties.id(other));
        }
    }

    private static void requirePossible(PartyRow one, PartyRow other) {
        boolean persons = one.kind() == PartyKind.PERSON && other.kind() == PartyKind.PERSON;
        boolean alike = one.matchName() != null && one.matchName().equals(other.matchName());
        boolean bothNumbered = one.inn() != null && other.inn() != null;
        if (one.id() == other.id() || !persons || !alike || bothNumbered) {
            throw new Problem(MATCH_IMPOSSIBLE, Parties.id(one), Parties.id(other));
        }
    }
}
