package ru.mos.clusters.ownership;

import static ru.mos.clusters.ownership.OwnershipProblem.PARTY_MALFORMED;
import static ru.mos.clusters.ownership.OwnershipProblem.PARTY_UNKNOWN;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.KnownOwnership.PartyRow;
import ru.mos.clusters.ownership.graph.PartyKind;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Ogrn;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.registry.SubjectName;

/** Finds and names parties: {@code inn:…}, {@code ogrn:…}, {@code person:<id>} and {@code bods:<recordId>} at the doors. */
@ApplicationScoped
class Parties {

    private static final String PARTY =
            "select p.id, p.key, p.kind, p.inn, p.ogrn, p.record, p.name, p.match_name from ownership.party p ";

    /** The id by which the doors name a party. */
    static String id(PartyRow party) {
        if (party.inn() != null) {
            return "inn:" + party.inn();
        }
        if (party.ogrn() != null) {
            return "ogrn:" + party.ogrn();
        }
        if (party.record() != null) {
            return "bods:" + party.record();
        }
        return "person:" + party.id();
    }

    /** Names of organisations as they are, of persons surname and initials. */
    static String shown(PartyRow party) {
        if (party.name().isBlank()) {
            return id(party);
        }
        return party.kind() == PartyKind.PERSON ? SubjectName.cut(party.name()) : SubjectName.brief(party.name());
    }

    /**
     * The party that an id names; empty where no source names it, which is no fault.
     *
     * @throws Problem {@code party-malformed}, {@code party-unknown}, {@code inn-malformed}, {@code inn-checksum},
     *     {@code ogrn-malformed}, {@code ogrn-checksum}
     */
    Optional<PartyRow> find(Handle handle, String id) {
        int colon = id.indexOf(':');
        var value = id.substring(colon + 1);
        return switch (colon < 0 ? "" : id.substring(0, colon)) {
            case "inn" -> one(handle, "where p.inn = :value order by p.id limit 1", new Inn(value).digits());
            case "ogrn" ->
                one(handle, "where p.ogrn = :value order by p.inn is null, p.id limit 1", new Ogrn(value).digits());
            case "bods" -> known(id, one(handle, "where p.record = :value order by p.id limit 1", value));
            case "person" ->
                known(
                        id,
                        value.matches("\\d{1,18}")
                                ? one(handle, "where p.id = cast(:value as bigint) and p.kind = 'PERSON'", value)
                                : Optional.empty());
            default -> throw new Problem(PARTY_MALFORMED, id);
        };
    }

    private static Optional<PartyRow> known(String id, Optional<PartyRow> found) {
        if (found.isEmpty()) {
            throw new Problem(PARTY_UNKNOWN, id);
        }
        return found;
    }

    private static Optional<PartyRow> one(Handle handle, String where, String value) {
        return handle.createQuery(PARTY + where)
                .bind("value", value)
                .mapTo(PartyRow.class)
                .findOne();
    }

    /** The party that is meant, where some source knows it; a person without a number is nobody known. */
    Optional<PartyRow> find(Handle handle, PartyName name) {
        if (name.inn() != null) {
            return find(handle, "inn:" + name.inn().digits());
        }
        return name.ogrn() == null
                ? Optional.empty()
                : find(handle, "ogrn:" + name.ogrn().digits());
    }

    /** Whom no source knows. */
    static PartyRow stranger(PartyName name, long id) {
        return new PartyRow(
                id,
                "stranger:" + id,
                name.person() ? PartyKind.PERSON : PartyKind.LEGAL_ENTITY,
                name.inn() == null ? null : name.inn().digits(),
                name.ogrn() == null ? null : name.ogrn().digits(),
                null,
                name.name() == null ? "" : name.name(),
                null);
    }

    PartyRow row(Handle handle, long id) {
        return handle.createQuery(PARTY + "where p.id = :id")
                .bind("id", id)
                .mapTo(PartyRow.class)
                .one();
    }

    Map<Long, PartyRow> rows(Handle handle, Collection<Long> ids) {
        handle.registerArrayType(Long.class, "bigint");
        return handle.createQuery(PARTY + "where p.id = any(:ids)")
                .bindArray("ids", Long.class, ids)
                .mapTo(PartyRow.class)
                .collectToMap(PartyRow::id, party -> party);
    }

    List<PartyRow> withInns(Handle handle, List<String> inns) {
        handle.registerArrayType(String.class, "text");
        return handle.createQuery(PARTY + "where p.inn = any(:inns)")
                .bindArray("inns", String.class, inns)
                .mapTo(PartyRow.class)
                .list();
    }

    /** The party that is meant, known from now on if it was not before. A person without a number is always a new one. */
    PartyRow meant(Handle handle, PartyName name) {
        String key = name.inn() != null
                ? "inn:" + name.inn().digits()
                : name.ogrn() != null ? "ogrn:" + name.ogrn().digits() : "person:" + UUID.randomUUID();
        if (name.ogrn() != null) {
            var numbered = one(
                    handle,
                    "where p.ogrn = :value and p.inn is not null order by p.id limit 1",
                    name.ogrn().digits());
            if (numbered.isPresent()) {
                return numbered.get();
            }
        }
        handle.createUpdate("""
                        insert into ownership.party (key, kind, inn, ogrn, name, match_name)
                        values (:key, :kind, :inn, :ogrn, :name, :matchName)
                        on conflict (key) do nothing""")
                .bind("key", key)
                .bind("kind", name.person() ? PartyKind.PERSON.name() : PartyKind.LEGAL_ENTITY.name())
                .bind("inn", name.inn() == null ? null : name.inn().digits())
                .bind("ogrn", name.ogrn() == null ? null : name.ogrn().digits())
                .bind("name", named(handle, name))
                .bind("matchName", name.person() && name.name() != null ? PartyKey.folded(name.name()) : null)
                .execute();
        return one(handle, "where p.key = :value", key).orElseThrow();
    }

    /** As it was given, or as the SME register knows it. */
    private static String named(Handle handle, PartyName name) {
        @Nullable String given = name.name();
        if (given != null && !given.isBlank()) {
            return given;
        }
        return name.inn() == null
                ? ""
                : handle.createQuery("select e.name from registry.entity e where e.inn = :inn")
                        .bind("inn", name.inn().digits())
                        .mapTo(String.class)
                        .findOne()
                        .orElse("");
    }
}
