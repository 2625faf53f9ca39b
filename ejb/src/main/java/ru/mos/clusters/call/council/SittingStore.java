package ru.mos.clusters.call.council;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.council.SittingView.Outcome;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Sql;

/** Sittings as the database keeps them. Experts see those of bodies in which they sit or sat. */
@ApplicationScoped
class SittingStore {

    private static final List<String> READERS =
            List.of(Role.DEPARTMENT, Role.GCKR, Role.CHIEF, Role.AUDITOR, Role.COMMISSION);

    private static final String SITTINGS = """
            select s.*, b.kind, b.name_ru as body_ru, b.name_en as body_en, 'C-' || c.number as call_code, p.id as protocol,
                   p.number || '/' || p.year as protocol_number,
                   (select count(*) from call.agenda_item i where i.sitting_id = s.id) as items
            """;

    private static final String FROM = """
              from call.sitting s
              join call.body b on b.code = s.body
              join call.call c on c.id = s.call_id
              left join call.protocol p on p.sitting_id = s.id and p.state <> 'DROPPED'
             where (:reader or exists (select from call.seat t where t.body = s.body and t.login = :me))
            """;

    @Inject
    private Sql sql;

    @Inject
    private Caller caller;

    /** A sitting without what was said in it. */
    record Kept(SittingLine line, @Nullable String because, long version) {
        UUID id() {
            return line.id();
        }
    }

    void insert(UUID id, PlanSitting plan, String place, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into call.sitting (id, body, call_id, form, state, held_on, place, recorded_by, changed_by)
                        values (:id, :body, :call, :form, 'PLANNED', :heldOn, :place, :change, :change)""")
                .bind("id", id)
                .bind("body", plan.body())
                .bind("call", plan.call())
                .bind("form", plan.form())
                .bind("heldOn", plan.heldOn())
                .bind("place", place)
                .bind("change", change)
                .execute());
    }

    void update(UUID id, SittingState state, LocalDate heldOn, String place, @Nullable String because, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update call.sitting set state = :state, held_on = :heldOn, place = :place, because = :because,
                               version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("id", id)
                .bind("state", state)
                .bind("heldOn", heldOn)
                .bind("place", place)
                .bind("because", because)
                .bind("change", change)
                .execute());
    }

    /** Nobody else changes it before the transaction ends. */
    Optional<Kept> lock(UUID id) {
        sql.with(handle -> handle.createQuery("select id from call.sitting where id = :id for update")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne());
        return find(id);
    }

    Optional<Kept> find(UUID id) {
        return sql.with(handle -> seen(handle.createQuery(SITTINGS + FROM + " and s.id = :id"))
                .bind("id", id)
                .map((row, context) -> kept(row))
                .findOne());
    }

    private static final String MATCHING = """
               and (cast(:body as text) is null or s.body = :body)
               and (cast(:call as uuid) is null or s.call_id = cast(:call as uuid))
               and (cast(:state as text) is null or s.state = :state)
            """;

    /** The latest first. */
    List<SittingLine> list(SittingFilter filter, @Nullable Long before, int most) {
        return sql.with(handle -> filtered(seen(handle.createQuery(SITTINGS + FROM + MATCHING + """
                                 and (cast(:before as bigint) is null or s.number < :before)
                               order by s.number desc limit :most""")), filter)
                .bind("before", before)
                .bind("most", most)
                .map((row, context) -> kept(row).line())
                .list());
    }

    long count(SittingFilter filter) {
        return sql.with(handle -> filtered(seen(handle.createQuery("select count(*)" + FROM + MATCHING)), filter)
                .mapTo(Long.class)
                .one());
    }

    private static Query filtered(Query query, SittingFilter filter) {
        return query.bind("body", filter.body()).bind("call", filter.call()).bind("state", filter.state());
    }

    private Query seen(Query query) {
        return query.bind("reader", READERS.stream().anyMatch(caller::hasRole)).bind("me", caller.login());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                new SittingLine(
                        row.getObject("id", UUID.class),
                        row.getLong("number"),
                        row.getString("body"),
                        BodyKind.valueOf(row.getString("kind")),
                        row.getString("body_ru"),
                        row.getString("body_en"),
                        row.getObject("call_id", UUID.class),
                        row.getString("call_code"),
                        SittingForm.valueOf(row.getString("form")),
                        SittingState.valueOf(row.getString("state")),
                        row.getObject("held_on", LocalDate.class),
                        row.getString("place"),
                        row.getInt("items"),
                        row.getObject("protocol", UUID.class),
                        row.getString("protocol_number")),
                row.getString("because"),
                row.getLong("version"));
    }

    /** A member with how they take part. */
    record Attending(SeatView seat, @Nullable Presence presence) {}

    List<Attending> attending(UUID sitting) {
        return sql.with(handle -> handle.createQuery("""
                        select t.*, a.presence
                          from call.sitting s
                          join call.seat t on t.body = s.body and t.valid_from <= s.held_on
                                          and s.held_on < coalesce(t.valid_until, 'infinity')
                          left join call.attendance a on (a.sitting_id, a.seat_id) = (s.id, t.id)
                         where s.id = :sitting
                         order by array_position(array['CHAIR', 'DEPUTY_CHAIR', 'MEMBER', 'SECRETARY'], t.post), t.name, t.id""")
                .bind("sitting", sitting)
                .map((row, context) -> {
                    var presence = row.getString("presence");
                    return new Attending(BodyStore.seat(row), presence == null ? null : Presence.valueOf(presence));
                })
                .list());
    }

    void attend(UUID sitting, UUID seat, Presence presence, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into call.attendance (sitting_id, seat_id, presence, changed_by)
                        values (:sitting, :seat, :presence, :change)
                        on conflict (sitting_id, seat_id) do update set presence = excluded.presence, changed_by = excluded.changed_by""")
                .bind("sitting", sitting)
                .bind("seat", seat)
                .bind("presence", presence)
                .bind("change", change)
                .execute());
    }

    /** An item of the agenda as stored, with what the council recommended last. */
    record Item(
            UUID id,
            int position,
            UUID application,
            String applicationNumber,
            String applicant,
            @Nullable String applicantName,
            @Nullable String title,
            @Nullable Integer rank,
            @Nullable String score,
            BigDecimal asked,
            @Nullable String verdict,
            @Nullable Motion recommended) {}

    List<Item> items(UUID sitting) {
        return sql.with(handle -> handle.createQuery("""
                        select i.id, i.position, i.application_id as application, 'З-' || a.number as application_number, a.applicant,
                               (select o.name from platform.organisation o where o.inn = a.applicant order by o.name limit 1)
                                 as applicant_name,
                               p.title, i.rank, i.score, i.asked, i.verdict,
                               (select m.motion
                                  from call.motion m
                                  join call.agenda_item x on x.id = m.item_id
                                  join call.sitting y on y.id = x.sitting_id
                                  join call.body z on z.code = y.body
                                 where x.application_id = i.application_id and y.id <> i.sitting_id
                                   and z.kind = 'EXPERT_COUNCIL' and y.state = 'CLOSED' and m.outcome = 'ADOPTED'
                                 order by y.held_on desc, y.number desc limit 1) as recommended
                          from call.agenda_item i
                          join call.application a on a.id = i.application_id
                          join project.project p on p.id = a.project_id
                         where i.sitting_id = :sitting
                         order by i.position""")
                .bind("sitting", sitting)
                .mapTo(Item.class)
                .list());
    }

    private record Said(UUID application, CouncilOpinion opinion) {}

    /** What the council says of the applications on the agenda, by application. */
    Map<UUID, CouncilOpinion> said(UUID sitting) {
        return sql.with(handle -> handle
                .createQuery("""
                        select o.*, concat_ws(' ', o.document_title, '№ ' || o.document_number, 'от',
                                              to_char(o.document_date, 'DD.MM.YYYY')) as document
                          from call.agenda_item i
                          join call.opinion o on o.application_id = i.application_id and o.superseded_by is null
                         where i.sitting_id = :sitting""")
                .bind("sitting", sitting)
                .map((row, context) -> new Said(
                        row.getObject("application_id", UUID.class),
                        new CouncilOpinion(
                                row.getBoolean("synergy_met"),
                                row.getString("synergy"),
                                row.getBoolean("novelty_met"),
                                row.getString("novelty"),
                                row.getBoolean("budget_met"),
                                row.getString("budget"),
                                row.getString("document"))))
                .stream()
                .collect(Collectors.toMap(Said::application, Said::opinion)));
    }

    record Recused(UUID item, UUID seat, String name, boolean found, String reason) {}

    List<Recused> recused(UUID sitting) {
        return sql.with(handle -> handle.createQuery("""
                        select r.item_id as item, r.seat_id as seat, t.name, r.found, r.reason
                          from call.recusal r
                          join call.agenda_item i on i.id = r.item_id
                          join call.seat t on t.id = r.seat_id
                         where i.sitting_id = :sitting
                         order by t.name, t.id""")
                .bind("sitting", sitting)
                .mapTo(Recused.class)
                .list());
    }

    /** A motion as stored. */
    record Moved(
            UUID id,
            UUID item,
            int number,
            MakeMotion made,
            @Nullable String actTitle,
            @Nullable Outcome outcome,
            @Nullable Tally tally) {}

    List<Moved> motions(UUID sitting) {
        return sql.with(handle -> handle.createQuery("""
                        select m.*, e.title as act_title
                          from call.motion m
                          join call.agenda_item i on i.id = m.item_id
                          left join eligibility.act e on e.code = m.act
                         where i.sitting_id = :sitting
                         order by i.position, m.number""")
                .bind("sitting", sitting)
                .map((row, context) -> moved(row))
                .list());
    }

    private static Moved moved(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return new Moved(
                row.getObject("id", UUID.class),
                row.getObject("item_id", UUID.class),
                row.getInt("number"),
                new MakeMotion(
                        Motion.valueOf(row.getString("motion")),
                        row.getBigDecimal("amount"),
                        row.getObject("year", Integer.class),
                        row.getString("kbk"),
                        row.getString("reason"),
                        row.getString("act"),
                        row.getObject("act_edition", LocalDate.class),
                        row.getString("paragraph"),
                        row.getString("departure")),
                row.getString("act_title"),
                outcome == null ? null : Outcome.valueOf(outcome),
                tally(row.getString("tally")));
    }

    private static @Nullable Tally tally(@Nullable String json) {
        try {
            return json == null ? null : Json.mapper().readValue(json, Tally.class);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("stored votes cannot be read", defect);
        }
    }

    record Ballot(
            UUID motion,
            UUID seat,
            String name,
            Choice choice,
            @Nullable String opinion) {}

    List<Ballot> ballots(UUID sitting) {
        return sql.with(handle -> handle.createQuery("""
                        select v.motion_id as motion, v.seat_id as seat, t.name, v.choice, v.opinion
                          from call.ballot v
                          join call.motion m on m.id = v.motion_id
                          join call.agenda_item i on i.id = m.item_id
                          join call.seat t on t.id = v.seat_id
                         where i.sitting_id = :sitting
                         order by t.name, t.id""")
                .bind("sitting", sitting)
                .mapTo(Ballot.class)
                .list());
    }

    /** An application that may be heard, with what it asks for and what the formal check said. */
    record Candidate(
            UUID application,
            String number,
            UUID call,
            String state,
            BigDecimal asked,
            @Nullable String verdict) {}

    List<Candidate> candidates(List<UUID> applications) {
        return sql.with(handle -> handle.createQuery("""
                        select a.id as application, 'З-' || a.number as number, a.call_id as call, a.state,
                               coalesce((select sum(f.amount) from project.funding f
                                          where f.project_id = r.project_id and f.edition = r.project_edition
                                            and f.source = 'CITY_BUDGET'), 0) as asked,
                               (select coalesce(k.project_check ->> 'outcome', k.outcome) from call.formal_check k
                                 where k.application_id = a.id order by k.round desc limit 1) as verdict
                          from call.application a
                          left join call.submission r on (r.application_id, r.round) = (a.id, a.round)
                         where a.id = any(:applications)""")
                .bindArray("applications", UUID.class, applications.toArray())
                .mapTo(Candidate.class)
                .list());
    }

    void add(UUID sitting, Candidate candidate, @Nullable Integer rank, @Nullable String score, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into call.agenda_item (id, sitting_id, position, application_id, rank, score, asked, verdict, recorded_by)
                        select :id, :sitting, coalesce(max(i.position), 0) + 1, :application, cast(:rank as integer), :score, :asked,
                               :verdict, :change
                          from call.agenda_item i where i.sitting_id = :sitting""")
                .bind("id", UUID.randomUUID())
                .bind("sitting", sitting)
                .bind("application", candidate.application())
                .bind("rank", rank)
                .bind("score", score)
                .bind("asked", candidate.asked())
                .bind("verdict", candidate.verdict())
                .bind("change", change)
                .execute());
    }

    /** An application that waits to be heard, as far as its own data say. */
    record Waiting(
            UUID application,
            String number,
            @Nullable String applicantName,
            @Nullable String title) {}

    /** Applications of the call that the body may hear and that are not on the agenda yet, as they came. */
    List<Waiting> waiting(UUID sitting, UUID call, Set<String> states) {
        return sql.with(handle -> handle.createQuery("""
                        select a.id as application, 'З-' || a.number as number, p.title,
                               (select o.name from platform.organisation o where o.inn = a.applicant order by o.name limit 1)
                                 as applicant_name
                          from call.application a
                          join project.project p on p.id = a.project_id
                         where a.call_id = :call and a.state = any(:states)
                           and not exists (select from call.agenda_item i
                                            where i.sitting_id = :sitting and i.application_id = a.id)
                         order by a.submitted_at, a.number""")
                .bind("call", call)
                .bindArray("states", String.class, states.toArray())
                .bind("sitting", sitting)
                .mapTo(Waiting.class)
                .list());
    }

    void recuse(UUID item, UUID seat, boolean found, String reason, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into call.recusal (item_id, seat_id, found, reason, recorded_by)
                        values (:item, :seat, :found, :reason, :change)""")
                .bind("item", item)
                .bind("seat", seat)
                .bind("found", found)
                .bind("reason", reason)
                .bind("change", change)
                .execute());
    }

    record Interest(UUID item, UUID seat, String reason) {}

    /** Members whose organisation applies or takes part, or who are known to be too close, and are not recused yet. */
    List<Interest> interested(UUID sitting) {
        return sql.with(handle -> handle.createQuery("""
                        select distinct i.id as item, t.id as seat,
                               case when exists (select from call.involvement v
                                                  where v.application_id = a.id and v.login = t.login and v.part = 'CONFLICTED')
                                    then 'известен конфликт интересов'
                                    else 'организация члена (ИНН ' || t.inn || ') подала заявку, начинает проект или участвует в нём' end as reason
                          from call.sitting s
                          join call.agenda_item i on i.sitting_id = s.id
                          join call.application a on a.id = i.application_id
                          left join call.submission r on (r.application_id, r.round) = (a.id, a.round)
                          join call.seat t on t.body = s.body and t.valid_from <= s.held_on
                                          and s.held_on < coalesce(t.valid_until, 'infinity')
                         where s.id = :sitting
                           and (t.inn = a.applicant
                                or t.inn in (select x.inn from project.participant x
                                              where x.project_id = r.project_id and x.edition = r.project_edition)
                                or t.inn = (select x.content #>> '{initiator,inn}' from project.edition x
                                             where x.project_id = r.project_id and x.number = r.project_edition)
                                or exists (select from call.involvement v
                                            where v.application_id = a.id and v.login = t.login and v.part = 'CONFLICTED'))
                           and not exists (select from call.recusal k where (k.item_id, k.seat_id) = (i.id, t.id))""")
                .bind("sitting", sitting)
                .mapTo(Interest.class)
                .list());
    }

    void move(UUID item, MakeMotion motion, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into call.motion (id, item_id, number, motion, amount, year, kbk, reason, act, act_edition, paragraph,
                               departure, recorded_by)
                        select :id, :item, coalesce(max(m.number), 0) + 1, :motion, cast(:amount as numeric), cast(:year as integer),
                               :kbk, :reason, :act, cast(:actEdition as date), :paragraph, :departure, :change
                          from call.motion m where m.item_id = :item""")
                .bind("id", UUID.randomUUID())
                .bind("item", item)
                .bind("motion", motion.motion())
                .bind("amount", motion.amount())
                .bind("year", motion.year())
                .bind("kbk", motion.kbk())
                .bind("reason", motion.reason())
                .bind("act", motion.act())
                .bind("actEdition", motion.actEdition())
                .bind("paragraph", motion.paragraph())
                .bind("departure", motion.departure())
                .bind("change", change)
                .execute());
    }

    boolean hasMoney(UUID call, int year, String kbk) {
        return sql.with(handle -> handle.createQuery(
                        "select exists (select from call.money where call_id = :call and year = :year and kbk = :kbk)")
                .bind("call", call)
                .bind("year", year)
                .bind("kbk", kbk)
                .mapTo(Boolean.class)
                .one());
    }

    /** What a call has of a year and code beyond what is awarded, adopted and proposed; nobody proposes more of it meanwhile. */
    BigDecimal moneyLeft(UUID call, UUID item, int year, String kbk) {
        return sql.with(handle -> {
            var confirmed = handle.createQuery("""
                            select amount from call.money
                             where call_id = :call and year = :year and kbk = :kbk
                               for no key update""")
                    .bind("call", call)
                    .bind("year", year)
                    .bind("kbk", kbk)
                    .mapTo(BigDecimal.class)
                    .findOne()
                    .orElse(BigDecimal.ZERO);
            return confirmed.subtract(handle.createQuery("""
                            select (select coalesce(sum(w.amount), 0) from call.award w
                                     where w.call_id = :call and w.year = :year and w.kbk = :kbk)
                                 + (select coalesce(sum(m.amount), 0)
                                      from call.motion m
                                      join call.agenda_item i on i.id = m.item_id
                                      join call.sitting s on s.id = i.sitting_id
                                      join call.application a on a.id = i.application_id
                                     where s.call_id = :call and s.state <> 'CANCELLED' and i.id <> :item and m.motion = 'AWARD'
                                       and m.year = :year and m.kbk = :kbk and m.outcome is distinct from 'REJECTED'
                                       and a.state in ('ASSESSED', 'RESERVED') and not call.decided_later(m.id)
                                       and not exists (select from call.decision d where d.motion_id = m.id))""")
                    .bind("call", call)
                    .bind("item", item)
                    .bind("year", year)
                    .bind("kbk", kbk)
                    .mapTo(BigDecimal.class)
                    .one());
        });
    }

    /** How many applications of a call are still checked, corrected or assessed. */
    long waiting(UUID call) {
        return sql.with(handle ->
                handle.createQuery("""
                        select count(*) from call.application
                         where call_id = :call and state in ('SUBMITTED', 'RETURNED', 'CORRECTION_SIGNED', 'ADMITTED')""").bind("call", call).mapTo(Long.class).one());
    }

    boolean hasAct(String act, LocalDate edition) {
        return sql.with(handle -> handle.createQuery("""
                        select exists (select from eligibility.act_edition
                                        where act = :act and edition = :edition and superseded_by is null)""")
                .bind("act", act)
                .bind("edition", edition)
                .mapTo(Boolean.class)
                .one());
    }

    void vote(UUID motion, UUID seat, Choice choice, @Nullable String opinion, String by, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into call.ballot (motion_id, seat_id, choice, opinion, given_by, recorded_by)
                        values (:motion, :seat, :choice, :opinion, :by, :change)""")
                .bind("motion", motion)
                .bind("seat", seat)
                .bind("choice", choice)
                .bind("opinion", opinion)
                .bind("by", by)
                .bind("change", change)
                .execute());
    }

    /** Null for both: it is voted on again. */
    void settle(UUID motion, @Nullable Outcome outcome, @Nullable Tally tally) {
        sql.with(handle -> handle.createUpdate(
                        "update call.motion set outcome = :outcome, tally = cast(:tally as jsonb) where id = :id")
                .bind("outcome", outcome)
                .bind("tally", Json.write(tally))
                .bind("id", motion)
                .execute());
    }

    boolean isLast(UUID item, int number) {
        return sql.with(handle -> handle.createQuery(
                        "select not exists (select from call.motion where item_id = :item and number > :number)")
                .bind("item", item)
                .bind("number", number)
                .mapTo(Boolean.class)
                .one());
    }

    boolean isNumbered(UUID sitting) {
        return sql.with(handle -> handle.createQuery("""
                        select exists (select from call.protocol
                                        where sitting_id = :sitting and state in ('NUMBERED', 'SIGNED'))""")
                .bind("sitting", sitting)
                .mapTo(Boolean.class)
                .one());
    }

    /** Gives up the draft of a protocol that nobody numbered. */
    void dropProtocol(UUID sitting, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update call.protocol set state = 'DROPPED', version = version + 1, changed_by = :change
                         where sitting_id = :sitting and state = 'DRAFT'""")
                .bind("sitting", sitting)
                .bind("change", change)
                .execute());
    }
}
