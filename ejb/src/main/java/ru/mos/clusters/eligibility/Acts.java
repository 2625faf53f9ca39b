package ru.mos.clusters.eligibility;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.EXPERT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.ActView.ActStanding;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Citation;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Time;

/**
 * The acts that rules, waivers and decisions rest on. Each is kept by editions, every one whole and with the days on which it
 * is law; an amendment makes an edition of the act it amends, and the repeal of the amending act takes none away. The
 * department enters acts, editions and repeals as it learns of them; what was known before stays known as it was.
 */
@Stateless
@DenyAll
public class Acts {

    /** Acts are few: a stretch of so many holds nearly all. */
    private static final int MOST_AT_ONCE = 500;

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    @Inject
    private Time time;

    /**
     * Acts by date and code, as they stand on a day.
     *
     * @param words part of a code, number, title or subject, in any case; null: all
     * @param standing null: any
     * @param day null: today
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public Slice<ActView> list(
            @Nullable String words, @Nullable ActStanding standing, @Nullable LocalDate day, PageRequest page) {
        return Slice.of(
                rows(null, words, standing, day, page),
                page,
                act -> List.of(
                        act.adoptedOn() == null ? "infinity" : act.adoptedOn().toString(), act.code()));
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public long count(@Nullable String words, @Nullable ActStanding standing, @Nullable LocalDate day) {
        long count = 0;
        var page = PageRequest.first(MOST_AT_ONCE);
        while (true) {
            var stretch = list(words, standing, day, page);
            count += stretch.items().size();
            if (stretch.next() == null) {
                return count;
            }
            page = new PageRequest(MOST_AT_ONCE, stretch.next());
        }
    }

    private List<ActView> rows(
            @Nullable String code,
            @Nullable String words,
            @Nullable ActStanding standing,
            @Nullable LocalDate day,
            PageRequest page) {
        boolean first = page.after().isEmpty();
        return sql.with(handle -> handle.createQuery(sql.file(Acts.class, "Acts"))
                .bind("day", day == null ? time.today() : day)
                .bind("code", code)
                .bind("words", words == null || words.isBlank() ? null : pattern(words))
                .bind("standing", standing)
                .bind("first", first)
                .bind("afterDay", first ? null : page.after().get(0))
                .bind("afterCode", first ? "" : page.after().get(1))
                .bind("fetch", page.fetch())
                .mapTo(ActView.class)
                .list());
    }

    private static String pattern(String words) {
        return "%" + words.strip().toLowerCase(Locale.ROOT).replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }

    /**
     * An act with its editions and relations.
     *
     * @param day on which it stands as said; null: today
     * @throws Problem {@code act-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public ActCard card(String code, @Nullable LocalDate day) {
        var act = rows(code, null, null, day, PageRequest.first(1)).stream()
                .findFirst()
                .orElseThrow(() -> new Problem(EligibilityProblem.ACT_UNKNOWN, code));
        return sql.with(
                handle -> new ActCard(act, editions(handle, code), affected(handle, code), citing(handle, code)));
    }

    private static List<ActCard.Edition> editions(Handle handle, String code) {
        return handle.createQuery("""
                        select e.edition, e.status, e.valid_from as "from", e.valid_until - 1 as "to", e.by_act,
                               b.title as by_title, e.note
                          from eligibility.act_edition e
                          left join eligibility.act b on b.code = e.by_act
                         where e.act = :act and e.superseded_by is null
                         order by coalesce(e.valid_from, '-infinity'), e.edition nulls first""")
                .bind("act", code)
                .mapTo(ActCard.Edition.class)
                .list();
    }

    private static List<ActCard.Affected> affected(Handle handle, String code) {
        return handle.createQuery("""
                        select a.code, a.title, e.status = 'REPEALED' as repealed, e.valid_from as "from"
                          from eligibility.act_edition e
                          join eligibility.act a on a.code = e.act
                         where e.by_act = :act and e.superseded_by is null
                         order by e.valid_from, a.code""")
                .bind("act", code)
                .mapTo(ActCard.Affected.class)
                .list();
    }

    private static List<ActCard.Citing> citing(Handle handle, String code) {
        return handle.createQuery("""
                        select c.rule_set, c.version, array_agg(c.rule order by c.rule) as rules, c.edition
                          from eligibility.rule_citation c
                         where c.act = :act
                         group by c.rule_set, c.version, c.edition
                         order by c.rule_set, c.version, c.edition""")
                .bind("act", code)
                .mapTo(ActCard.Citing.class)
                .list();
    }

    /**
     * Enters an act.
     *
     * @throws Problem {@code act-exists}
     */
    @RolesAllowed(DEPARTMENT)
    public ActCard add(AddAct command) {
        long change = changes.record("ACT_ADDED", "ACT", command.code(), null, command);
        sql.with(handle -> {
            int added = handle.createUpdate("""
                            insert into eligibility.act
                                   (code, kind, number, adopted_on, title, subject, source, note, recorded_by)
                            values (:code, :kind, :number, :adoptedOn, :title, :subject, :source, :note, :change)
                            on conflict (code) do nothing""")
                    .bind("code", command.code())
                    .bind("kind", command.kind())
                    .bind("number", command.number())
                    .bind("adoptedOn", command.adoptedOn())
                    .bind("title", command.title())
                    .bind("subject", command.subject())
                    .bind("source", command.source())
                    .bind("note", command.note())
                    .bind("change", change)
                    .execute();
            if (added == 0) {
                throw new Problem(EligibilityProblem.ACT_EXISTS).at("/code");
            }
            return insert(
                    handle,
                    new Reading(
                            command.adoptedOn(),
                            command.draft() ? Citation.Status.DRAFT : Citation.Status.IN_FORCE,
                            command.begins(),
                            null,
                            null,
                            ""),
                    command.code(),
                    change);
        });
        return card(command.code(), null);
    }

    /**
     * Enters an edition: it holds from its first day until the next one begins, and ends the one before it, or the draft.
     *
     * @throws Problem {@code act-unknown}, {@code amending-act-unknown}, {@code edition-before-act}, {@code edition-exists},
     *     {@code act-repealed}
     */
    @RolesAllowed(DEPARTMENT)
    public ActCard addEdition(AddEdition command) {
        sql.with(handle -> {
            requireKnown(handle, command.act(), command.edition());
            requireAmending(handle, command.byAct());
            long change = changes.record("ACT_EDITION_ADDED", "ACT", command.act(), null, command);
            var readings = readings(handle, command.act());
            for (var reading : readings) {
                if (reading.status() == Citation.Status.IN_FORCE
                        && (command.edition().equals(reading.edition())
                                || command.from().equals(reading.from()))) {
                    throw new Problem(EligibilityProblem.EDITION_EXISTS, command.act(), shown(reading.edition()))
                            .at("/edition");
                }
            }
            var before = requireLaw(readings, command.act(), command.from());
            if (before != null) {
                shorten(handle, before, command.from(), command.act(), change);
            }
            return insert(
                    handle,
                    new Reading(
                            command.edition(),
                            Citation.Status.IN_FORCE,
                            command.from(),
                            next(readings, command.from()),
                            command.byAct(),
                            command.note()),
                    command.act(),
                    change);
        });
        return card(command.act(), null);
    }

    /**
     * Enters a repeal. Editions that were to begin later never do.
     *
     * @throws Problem {@code act-unknown}, {@code amending-act-unknown}, {@code act-repealed}, {@code act-not-in-force}
     */
    @RolesAllowed(DEPARTMENT)
    public ActCard repeal(RepealAct command) {
        sql.with(handle -> {
            requireKnown(handle, command.act(), null);
            requireAmending(handle, command.byAct());
            long change = changes.record("ACT_REPEALED", "ACT", command.act(), null, command);
            var readings = readings(handle, command.act());
            var last = requireLaw(readings, command.act(), command.from());
            if (last == null || last.status() == Citation.Status.DRAFT) {
                throw new Problem(EligibilityProblem.ACT_NOT_IN_FORCE, command.act(), command.from()).at("/from");
            }
            shorten(handle, last, command.from(), command.act(), change);
            readings.stream()
                    .filter(reading -> reading.from() != null && reading.from().isAfter(command.from()))
                    .forEach(reading -> supersede(handle, reading, command.act(), change));
            return insert(
                    handle,
                    new Reading(
                            last.edition(),
                            Citation.Status.REPEALED,
                            command.from(),
                            null,
                            command.byAct(),
                            command.note()),
                    command.act(),
                    change);
        });
        return card(command.act(), null);
    }

    /** A row of the act's history as it is known now. */
    record Reading(
            @Nullable LocalDate edition,
            Citation.Status status,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String byAct,
            String note) {

        boolean contains(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
        }
    }

    private static List<Reading> readings(Handle handle, String act) {
        return handle.createQuery("""
                        select edition, status, valid_from as "from", valid_until as until, by_act, note
                          from eligibility.act_edition
                         where act = :act and superseded_by is null
                         order by coalesce(valid_from, '-infinity')""").bind("act", act).mapTo(Reading.class).list();
    }

    /** What holds on the day, law before a draft; null where nothing does. */
    private static @Nullable Reading requireLaw(List<Reading> readings, String act, LocalDate day) {
        var on = readings.stream()
                .filter(reading -> reading.contains(day))
                .min(java.util.Comparator.comparing(reading -> reading.status() == Citation.Status.DRAFT))
                .orElse(null);
        if (on != null && on.status() == Citation.Status.REPEALED) {
            throw new Problem(EligibilityProblem.ACT_REPEALED, act, shown(on.from()), day).at("/from");
        }
        return on;
    }

    private static @Nullable LocalDate next(List<Reading> readings, LocalDate day) {
        return readings.stream()
                .map(Reading::from)
                .filter(from -> from != null && from.isAfter(day))
                .min(java.util.Comparator.naturalOrder())
                .orElse(null);
    }

    /** From now on it is known to end on the day. */
    private static void shorten(Handle handle, Reading reading, LocalDate day, String act, long change) {
        supersede(handle, reading, act, change);
        if (reading.from() == null || reading.from().isBefore(day)) {
            insert(
                    handle,
                    new Reading(
                            reading.edition(), reading.status(), reading.from(), day, reading.byAct(), reading.note()),
                    act,
                    change);
        }
    }

    private static void supersede(Handle handle, Reading reading, String act, long change) {
        handle.createUpdate("""
                        update eligibility.act_edition
                           set superseded_by = :change
                         where act = :act and superseded_by is null and status = :status
                           and edition is not distinct from cast(:edition as date)
                           and valid_from is not distinct from cast(:from as date)""")
                .bind("change", change)
                .bind("act", act)
                .bind("status", reading.status())
                .bind("edition", reading.edition())
                .bind("from", reading.from())
                .execute();
    }

    private static int insert(Handle handle, Reading reading, String act, long change) {
        return handle.createUpdate("""
                        insert into eligibility.act_edition
                               (act, edition, status, valid_from, valid_until, by_act, note, recorded_by)
                        values (:act, cast(:edition as date), :status, cast(:from as date), cast(:until as date), :byAct,
                                :note, :change)""")
                .bind("act", act)
                .bind("edition", reading.edition())
                .bind("status", reading.status())
                .bind("from", reading.from())
                .bind("until", reading.until())
                .bind("byAct", reading.byAct())
                .bind("note", reading.note())
                .bind("change", change)
                .execute();
    }

    /** Locks the act, so that two who enter editions at once do so one after the other. */
    private static void requireKnown(Handle handle, String code, @Nullable LocalDate edition) {
        record Known(String code, @Nullable LocalDate adoptedOn) {}
        var act = handle.createQuery("select code, adopted_on from eligibility.act where code = :code")
                .bind("code", code)
                .mapTo(Known.class)
                .findOne()
                .orElseThrow(() -> new Problem(EligibilityProblem.ACT_UNKNOWN, code));
        handle.createQuery("select cast(pg_advisory_xact_lock(hashtextextended('act ' || :code, 0)) as text)")
                .bind("code", code)
                .mapTo(String.class)
                .one();
        if (edition != null && act.adoptedOn() != null && edition.isBefore(act.adoptedOn())) {
            throw new Problem(EligibilityProblem.EDITION_BEFORE_ACT, code, edition, act.adoptedOn()).at("/edition");
        }
    }

    private static void requireAmending(Handle handle, @Nullable String code) {
        boolean known = code == null
                || handle.createQuery("select exists (select from eligibility.act where code = :code)")
                        .bind("code", code)
                        .mapTo(Boolean.class)
                        .one();
        if (!known) {
            throw new Problem(EligibilityProblem.AMENDING_ACT_UNKNOWN, String.valueOf(code)).at("/byAct");
        }
    }

    private static Object shown(@Nullable LocalDate day) {
        return day == null ? "—" : day;
    }
}
