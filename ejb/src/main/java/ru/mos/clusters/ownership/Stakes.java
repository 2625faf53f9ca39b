package ru.mos.clusters.ownership;

import static ru.mos.clusters.ownership.OwnershipProblem.SHARE_OUT_OF_BOUNDS;
import static ru.mos.clusters.ownership.OwnershipProblem.STAKE_EXCEEDS_WHOLE;
import static ru.mos.clusters.ownership.OwnershipProblem.STAKE_IN_ITSELF;
import static ru.mos.clusters.ownership.OwnershipProblem.STAKE_KIND_IMPOSSIBLE;
import static ru.mos.clusters.ownership.OwnershipProblem.STAKE_OVERLAPS;
import static ru.mos.clusters.ownership.OwnershipProblem.STAKE_SHARE_IMPOSSIBLE;
import static ru.mos.clusters.ownership.OwnershipProblem.STAKE_SHARE_MISSING;
import static ru.mos.clusters.ownership.OwnershipProblem.STAKE_UNKNOWN;
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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.ownership.graph.PartyKind;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;

/**
 * Who holds or directs whom as documents say that no file holds: extracts from a registrar of shareholders, boards, declared
 * family links. In force at once; never altered, but ended or taken back.
 */
@Stateless
@DenyAll
public class Stakes {

    private static final int LONGEST_TEXT = 500;

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    @Inject
    private Parties parties;

    @Inject
    private Event<OwnershipChanged> changed;

    /**
     * Enters a statement with its document.
     *
     * @throws Problem {@code stake-in-itself} for anything but a shareholding, {@code stake-share-missing},
     *     {@code stake-share-impossible}, {@code share-out-of-bounds}, {@code stake-kind-impossible},
     *     {@code stake-overlaps}, {@code stake-exceeds-whole}, {@code text-too-long}
     */
    @RolesAllowed(DEPARTMENT)
    public StakeView enter(EnterStake command) {
        requireMeasured(command);
        requireTexts(command);
        var period = DatePeriod.of(command.from(), command.to());
        return sql.with(handle -> {
            handle.execute("select pg_advisory_xact_lock(?)", ImportStore.LOCK);
            var owner = parties.meant(handle, command.owner());
            var subject = parties.meant(handle, command.subject());
            requirePossible(command, owner, subject);
            requireFree(handle, command, owner.id(), subject.id(), period);
            var id = UUID.randomUUID();
            long change =
                    changes.record("STAKE_ENTERED", "PARTY", Parties.id(subject), null, facts(id, command, owner));
            insert(handle, id, command, owner.id(), subject.id(), period, change);
            changed.fire(OwnershipChanged.between(owner.id(), subject.id()));
            return view(handle, id);
        });
    }

    private static void requireMeasured(EnterStake command) {
        boolean shareholding = command.kind() == EdgeKind.SHAREHOLDING;
        if (shareholding && command.share() == null) {
            throw new Problem(STAKE_SHARE_MISSING).at("/share");
        }
        if (!shareholding && (command.share() != null || command.votes() != null)) {
            throw new Problem(STAKE_SHARE_IMPOSSIBLE, command.kind()).at(command.share() != null ? "/share" : "/votes");
        }
        requireBounds(command.share(), "/share");
        requireBounds(command.votes(), "/votes");
    }

    private static void requireBounds(@Nullable Fraction share, String pointer) {
        if (share != null && (share.compareTo(Fraction.ZERO) < 0 || share.compareTo(Fraction.ONE) > 0)) {
            throw new Problem(SHARE_OUT_OF_BOUNDS, share).at(pointer);
        }
    }

    private static void requireTexts(EnterStake command) {
        requireText(command.document().title(), "/document/title");
        requireText(Objects.requireNonNullElse(command.document().number(), ""), "/document/number");
        requireText(Objects.requireNonNullElse(command.owner().name(), ""), "/owner/person/name");
        requireText(Objects.requireNonNullElse(command.subject().name(), ""), "/subject/person/name");
    }

    private static void requireText(String text, String pointer) {
        if (text.length() > LONGEST_TEXT) {
            throw new Problem(PlatformProblem.TEXT_TOO_LONG, pointer, LONGEST_TEXT).at(pointer);
        }
    }

    private static void requirePossible(
            EnterStake command, KnownOwnership.PartyRow owner, KnownOwnership.PartyRow subject) {
        boolean persons = owner.kind() == PartyKind.PERSON && subject.kind() == PartyKind.PERSON;
        boolean possible =
                switch (command.kind()) {
                    case FAMILY -> persons;
                    case EXECUTIVE, BOARD -> owner.kind() == PartyKind.PERSON && subject.kind() != PartyKind.PERSON;
                    case MANAGING_COMPANY -> subject.kind() != PartyKind.PERSON;
                    case SHAREHOLDING -> subject.kind() != PartyKind.PERSON;
                };
        if (!possible) {
            throw new Problem(STAKE_KIND_IMPOSSIBLE, command.kind(), Parties.id(owner), Parties.id(subject))
                    .at("/kind");
        }
        if (owner.id() == subject.id() && command.kind() != EdgeKind.SHAREHOLDING) {
            throw new Problem(STAKE_IN_ITSELF, Parties.id(owner)).at("/owner");
        }
    }

    private static void requireFree(Handle handle, EnterStake command, long owner, long subject, DatePeriod period) {
        record Held(long owner, EdgeKind kind, @Nullable Fraction share, DatePeriod period) {}
        var held = handle.createQuery("""
                        select t.owner_id, t.kind, t.share_numerator, t.share_denominator, t.valid_from, t.valid_until
                          from ownership.stake t
                         where t.subject_id = :subject and t.kind = :kind and t.superseded_by is null
                           and daterange(t.valid_from, t.valid_until) && daterange(:from, :until)""")
                .bind("subject", subject)
                .bind("kind", command.kind())
                .bind("from", period.from())
                .bind("until", period.untilOrNull())
                .map((row, context) -> new Held(
                        row.getLong("owner_id"),
                        EdgeKind.valueOf(row.getString("kind")),
                        Fractions.read(row, "share"),
                        DatePeriod.of(
                                Objects.requireNonNullElse(
                                        row.getObject("valid_from", LocalDate.class), LocalDate.of(1900, 1, 1)),
                                row.getObject("valid_until", LocalDate.class))))
                .list();
        held.stream().filter(other -> other.owner() == owner).findFirst().ifPresent(other -> {
            throw new Problem(STAKE_OVERLAPS, other.period().from());
        });
        if (command.share() == null) {
            return;
        }
        // on each day on which another stake begins, and on the first of this one
        for (var day : java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(period.from()),
                        held.stream().map(other -> other.period().from()).filter(period::contains))
                .toList()) {
            var sum = held.stream()
                    .filter(other -> other.period().contains(day))
                    .map(other -> other.share() == null ? Fraction.ZERO : other.share())
                    .reduce(command.share(), Fraction::plus);
            if (sum.compareTo(Fraction.ONE) > 0) {
                throw new Problem(STAKE_EXCEEDS_WHOLE, sum, day).at("/share");
            }
        }
    }

    private static Map<String, Object> facts(UUID id, EnterStake command, KnownOwnership.PartyRow owner) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("id", id);
        facts.put("owner", Parties.id(owner));
        facts.put("kind", command.kind());
        facts.put("share", command.share() == null ? null : command.share().toString());
        facts.put("votes", command.votes() == null ? null : command.votes().toString());
        facts.put("from", command.from());
        facts.put("to", command.to());
        facts.put("document", command.document());
        return facts;
    }

    private static void insert(
            Handle handle, UUID id, EnterStake command, long owner, long subject, DatePeriod period, long change) {
        var votes = command.votes() == null ? command.share() : command.votes();
        handle.createUpdate("""
                        insert into ownership.stake (id, owner_id, subject_id, kind, share_numerator, share_denominator,
                                                     votes_numerator, votes_denominator, valid_from, valid_until,
                                                     document_title, document_number, document_on, recorded_by)
                        values (:id, :owner, :subject, :kind, :shareNumerator, :shareDenominator, :votesNumerator,
                                :votesDenominator, :from, :until, :title, :number, :date, :change)""")
                .bind("id", id)
                .bind("owner", owner)
                .bind("subject", subject)
                .bind("kind", command.kind())
                .bind("shareNumerator", Fractions.numerator(command.share()))
                .bind("shareDenominator", Fractions.denominator(command.share()))
                .bind("votesNumerator", Fractions.numerator(votes))
                .bind("votesDenominator", Fractions.denominator(votes))
                .bind("from", period.from())
                .bind("until", period.untilOrNull())
                .bind("title", command.document().title())
                .bind("number", command.document().number())
                .bind("date", command.document().date())
                .bind("change", change)
                .execute();
    }

    /**
     * Ends a statement: from the day on it no longer holds; before its first day it never held.
     *
     * @throws Problem {@code stake-unknown}
     */
    @RolesAllowed(DEPARTMENT)
    public void end(UUID id, LocalDate from) {
        sql.with(handle -> {
            handle.execute("select pg_advisory_xact_lock(?)", ImportStore.LOCK);
            var before = view(handle, id);
            changed.fire(between(handle, id));
            long change = changes.record("STAKE_ENDED", "PARTY", before.subject(), before.from(), from);
            handle.createUpdate("""
                            with ended as (
                                update ownership.stake set superseded_by = :change
                                 where id = :id and superseded_by is null
                                returning *)
                            insert into ownership.stake (id, owner_id, subject_id, kind, share_numerator,
                                   share_denominator, votes_numerator, votes_denominator, valid_from, valid_until,
                                   document_title, document_number, document_on, import_id, statement, recorded_by)
                            select id, owner_id, subject_id, kind, share_numerator, share_denominator, votes_numerator,
                                   votes_denominator, valid_from, least(valid_until, :from), document_title,
                                   document_number, document_on, import_id, statement, :change
                              from ended
                             where valid_from < :from""")
                    .bind("change", change)
                    .bind("id", id)
                    .bind("from", from)
                    .execute();
            return change;
        });
    }

    private static OwnershipChanged between(Handle handle, UUID id) {
        record Ends(long owner, long subject) {}
        var ends = handle.createQuery(
                        "select owner_id as owner, subject_id as subject from ownership.stake where id = :id limit 1")
                .bind("id", id)
                .mapTo(Ends.class)
                .one();
        return OwnershipChanged.between(ends.owner(), ends.subject());
    }

    /** One statement. @throws Problem {@code stake-unknown} */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR, SERVICE})
    public StakeView one(UUID id) {
        return sql.with(handle -> view(handle, id));
    }

    /** All statements entered by hand, the latest first. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR, SERVICE})
    public Slice<StakeView> list(PageRequest page) {
        record Numbered(long row, StakeView stake) {}
        var found = sql.with(handle -> handle.createQuery(STAKE + """
                         where t.superseded_by is null and t.document_title is not null and t.row_id < :after
                         order by t.row_id desc
                         limit :fetch""")
                .bind(
                        "after",
                        page.after().isEmpty()
                                ? Long.MAX_VALUE
                                : Long.parseLong(page.after().get(0)))
                .bind("fetch", page.fetch())
                .map((row, context) -> new Numbered(row.getLong("row_id"), stake(row)))
                .list());
        var slice = Slice.of(found, page, numbered -> List.of(Long.toString(numbered.row())));
        return new Slice<>(slice.items().stream().map(Numbered::stake).toList(), slice.next());
    }

    private static final String STAKE = """
            select t.row_id, t.id, t.kind, t.share_numerator, t.share_denominator, t.votes_numerator, t.votes_denominator,
                   t.valid_from, t.valid_until, t.document_title, t.document_number, t.document_on,
                   o.id as o_id, o.key as o_key, o.kind as o_kind, o.inn as o_inn, o.ogrn as o_ogrn,
                   o.record as o_record, o.name as o_name,
                   s.id as s_id, s.key as s_key, s.kind as s_kind, s.inn as s_inn, s.ogrn as s_ogrn,
                   s.record as s_record, s.name as s_name
              from ownership.stake t
              join ownership.party o on o.id = t.owner_id
              join ownership.party s on s.id = t.subject_id
            """;

    private static StakeView view(Handle handle, UUID id) {
        return handle.createQuery(
                        STAKE + " where t.id = :id and t.superseded_by is null and t.document_title is not null")
                .bind("id", id)
                .map((row, context) -> stake(row))
                .findOne()
                .orElseThrow(() -> new Problem(STAKE_UNKNOWN, id));
    }

    private static StakeView stake(ResultSet row) throws SQLException {
        var owner = party(row, "o_");
        var subject = party(row, "s_");
        return new StakeView(
                row.getObject("id", UUID.class),
                Parties.id(owner),
                Parties.shown(owner),
                Parties.id(subject),
                Parties.shown(subject),
                EdgeKind.valueOf(row.getString("kind")),
                Fractions.read(row, "share"),
                Fractions.read(row, "votes"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                new Paper(
                        row.getString("document_title"),
                        row.getString("document_number"),
                        row.getObject("document_on", LocalDate.class)));
    }

    private static KnownOwnership.PartyRow party(ResultSet row, String prefix) throws SQLException {
        return new KnownOwnership.PartyRow(
                row.getLong(prefix + "id"),
                row.getString(prefix + "key"),
                PartyKind.valueOf(row.getString(prefix + "kind")),
                row.getString(prefix + "inn"),
                row.getString(prefix + "ogrn"),
                row.getString(prefix + "record"),
                row.getString(prefix + "name"),
                null);
    }
}
