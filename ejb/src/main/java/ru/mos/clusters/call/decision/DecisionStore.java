package ru.mos.clusters.call.decision;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.council.Motion;
import ru.mos.clusters.call.decision.AppealView.MoneyLeft;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Sql;

/** Decisions and appeals as the database keeps them. Applicants see what concerns the organisations they act for. */
@ApplicationScoped
class DecisionStore {

    private static final List<String> STAFF = List.of(DEPARTMENT, CHIEF, GCKR, COMMISSION, ACCOUNTANT, AUDITOR);

    /** Of organisations for which the caller acts. */
    private static final String OWN = """
            (:staff or a.applicant in (select o.inn
                                         from platform.app_user u
                                         join platform.organisation o on o.id = u.organisation_id
                                        where u.login = :me and :person
                                        union
                                       select m.inn from platform.mandate m
                                        where m.login = :me and m.ended_by is null
                                          and m.valid_from <= platform.today() and platform.today() < m.valid_until))
            """;

    private static final String NAMED = """
            (select o.name from platform.organisation o where o.inn = a.applicant order by o.name limit 1) as applicant_name
            """;

    private static final String DECISIONS = """
            select d.*, 'C-' || c.number as call_code, 'З-' || a.number as application_number, a.applicant, %s,
                   r.title, i.asked, m.amount, m.year, m.kbk, m.reason, e.title as act, m.act_edition, m.paragraph, m.departure,
                   p.number || '/' || p.year as protocol_number, s.held_on, b.name_ru, b.genitive
              from call.decision d
              join call.call c on c.id = d.call_id
              join call.application a on a.id = d.application_id
              join project.project r on r.id = a.project_id
              join call.motion m on m.id = d.motion_id
              join call.agenda_item i on i.id = m.item_id
              join call.protocol p on p.id = d.protocol_id
              join call.sitting s on s.id = p.sitting_id
              join call.body b on b.code = p.body
              left join eligibility.act e on e.code = m.act
             where %s
            """.formatted(NAMED, OWN);

    @Inject
    private Sql sql;

    @Inject
    private Caller caller;

    /** What the commission adopted about an application, with what it is carried out by. */
    record Voted(
            UUID motion,
            Motion kind,
            UUID application,
            long applicationNumber,
            UUID call,
            BigDecimal asked,
            @Nullable BigDecimal amount,
            @Nullable Integer year,
            @Nullable String kbk,
            @Nullable String reason,
            UUID protocol,
            String protocolState,
            String body,
            LocalDate heldOn,
            @Nullable String outcome,
            boolean done) {}

    private static final String VOTED = """
            select m.id as motion, m.motion as kind, i.application_id as application, n.number as application_number,
                   s.call_id as call, i.asked, m.amount, m.year,
                   m.kbk, m.reason, p.id as protocol, p.state as protocol_state, p.body, s.held_on,
                   case when call.decided_later(m.id) then null else m.outcome end as outcome,
                   exists (select from call.decision d where d.motion_id = m.id) as done
              from call.motion m
              join call.agenda_item i on i.id = m.item_id
              join call.application n on n.id = i.application_id
              join call.sitting s on s.id = i.sitting_id
              join call.protocol p on p.sitting_id = s.id and p.state <> 'DROPPED'
             where m.motion in ('AWARD', 'RESERVE', 'REFUSE')
            """;

    Optional<Voted> voted(UUID motion) {
        return sql.with(handle -> handle.createQuery(VOTED + " and m.id = :motion")
                .bind("motion", motion)
                .mapTo(Voted.class)
                .findOne());
    }

    /**
     * Adopted in a protocol and not carried out, in the order of its agenda; without what was withdrawn meanwhile, and what a
     * later sitting decided anew.
     */
    List<UUID> toDo(UUID protocol) {
        return sql.with(handle -> handle.createQuery("""
                        select m.id
                          from call.protocol p
                          join call.agenda_item i on i.sitting_id = p.sitting_id
                          join call.motion m on m.item_id = i.id
                          join call.application a on a.id = i.application_id
                         where p.id = :protocol and m.outcome = 'ADOPTED' and m.motion in ('AWARD', 'RESERVE', 'REFUSE')
                           and (a.state = 'ASSESSED' or a.state = 'RESERVED' and m.motion <> 'RESERVE')
                           and not exists (select from call.decision d where d.motion_id = m.id)
                           and not call.decided_later(m.id)
                         order by i.position""")
                .bind("protocol", protocol)
                .mapTo(UUID.class)
                .list());
    }

    /** Takes the money; what is beyond the confirmed sum is refused here and not at the commit. */
    UUID award(Voted voted, LocalDate on, long change) {
        var id = UUID.randomUUID();
        sql.with(handle -> {
            handle.execute("set constraints call.within_money immediate");
            return handle.createUpdate("""
                            insert into call.award (id, call_id, year, kbk, amount, awarded_on, decided_by)
                            values (:id, :call, :year, :kbk, :amount, :on, :change)""")
                    .bind("id", id)
                    .bind("call", voted.call())
                    .bind("year", voted.year())
                    .bind("kbk", voted.kbk())
                    .bind("amount", voted.amount())
                    .bind("on", on)
                    .bind("change", change)
                    .execute();
        });
        return id;
    }

    void insert(UUID id, Voted voted, @Nullable UUID award, LocalDate on, LocalDate appealTo, String by, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into call.decision (id, application_id, call_id, motion_id, protocol_id, motion, award_id, decided_on,
                               appeal_to, earlier, carried_out_by, recorded_by)
                        values (:id, :application, :call, :motion, :protocol, :kind, cast(:award as uuid), :on, :appealTo,
                                (select d.id from call.decision d where d.application_id = :application
                                  order by d.number desc limit 1), :by, :change)""")
                .bind("id", id)
                .bind("application", voted.application())
                .bind("call", voted.call())
                .bind("motion", voted.motion())
                .bind("protocol", voted.protocol())
                .bind("kind", voted.kind())
                .bind("award", award)
                .bind("on", on)
                .bind("appealTo", appealTo)
                .bind("by", by)
                .bind("change", change)
                .execute());
    }

    Optional<DecisionView> find(UUID id) {
        return sql.with(handle -> seen(handle.createQuery(DECISIONS + " and d.id = :id"))
                .bind("id", id)
                .map((row, context) -> view(row))
                .findOne());
    }

    /** On an application, the latest first. */
    List<DecisionView> of(UUID application) {
        return sql.with(handle -> seen(handle.createQuery(
                        DECISIONS + " and d.application_id = :application order by d.number desc limit 100"))
                .bind("application", application)
                .map((row, context) -> view(row))
                .list());
    }

    long count(@Nullable UUID call) {
        return sql.with(handle -> seen(handle.createQuery("""
                        select count(*)
                          from call.decision d
                          join call.application a on a.id = d.application_id
                         where (cast(:call as uuid) is null or d.call_id = cast(:call as uuid)) and
                        """ + OWN))
                .bind("call", call)
                .mapTo(Long.class)
                .one());
    }

    /** The latest first. */
    List<DecisionView> list(@Nullable UUID call, @Nullable Long before, int most) {
        return sql.with(handle -> seen(handle.createQuery(DECISIONS + """
                               and (cast(:call as uuid) is null or d.call_id = cast(:call as uuid))
                               and (cast(:before as bigint) is null or d.number < :before)
                             order by d.number desc limit :most"""))
                .bind("call", call)
                .bind("before", before)
                .bind("most", most)
                .map((row, context) -> view(row))
                .list());
    }

    private Query seen(Query query) {
        return query.bind("staff", isStaff())
                .bind("person", caller.hasRole(Role.APPLICANT))
                .bind("me", caller.login());
    }

    boolean isStaff() {
        return STAFF.stream().anyMatch(caller::hasRole);
    }

    private DecisionView view(ResultSet row) throws SQLException {
        boolean staff = isStaff();
        return new DecisionView(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("call_id", UUID.class),
                row.getString("call_code"),
                row.getObject("application_id", UUID.class),
                row.getString("application_number"),
                new Inn(row.getString("applicant")),
                row.getString("applicant_name"),
                row.getString("title"),
                Motion.valueOf(row.getString("motion")),
                row.getBigDecimal("asked"),
                row.getBigDecimal("amount"),
                row.getObject("year", Integer.class),
                row.getString("kbk"),
                row.getString("reason"),
                row.getString("act"),
                row.getObject("act_edition", LocalDate.class),
                row.getString("paragraph"),
                staff ? row.getString("departure") : null,
                row.getObject("protocol_id", UUID.class),
                row.getString("protocol_number"),
                row.getObject("held_on", LocalDate.class),
                row.getString("name_ru"),
                row.getString("genitive"),
                row.getObject("decided_on", LocalDate.class),
                row.getObject("appeal_to", LocalDate.class),
                row.getObject("earlier", UUID.class),
                staff ? row.getString("carried_out_by") : null);
    }

    /** The latest decision on each application of a call, in the order of their numbers. */
    List<CallResult> results(UUID call) {
        return sql.with(handle -> handle.createQuery("""
                        select distinct on (a.number) a.id as application, 'З-' || a.number as application_number, a.applicant, %s,
                               r.title, d.motion, m.amount, m.year,
                               case when d.motion = 'REFUSE'
                                    then concat_ws(', ', e.title, to_char(m.act_edition, 'DD.MM.YYYY'), m.paragraph) end as ground,
                               d.decided_on, p.number || '/' || p.year as protocol_number
                          from call.decision d
                          join call.application a on a.id = d.application_id
                          join project.project r on r.id = a.project_id
                          join call.motion m on m.id = d.motion_id
                          join call.protocol p on p.id = d.protocol_id
                          left join eligibility.act e on e.code = m.act
                         where d.call_id = :call
                         order by a.number, d.number desc""".formatted(NAMED))
                .bind("call", call)
                .mapTo(CallResult.class)
                .list());
    }

    /** By which days and calendars an appeal against what befell an application counts. */
    record Refused(
            UUID application,
            String state,
            @Nullable UUID decision,
            @Nullable LocalDate until,
            @Nullable LocalDate checkedOn) {}

    Optional<Refused> refused(UUID application) {
        return sql.with(handle -> seen(handle.createQuery("""
                        select a.id as application, a.state, d.id as decision, d.appeal_to as until,
                               (select cast(g.at at time zone 'Europe/Moscow' as date)
                                  from call.formal_check k
                                  join platform.change g on g.id = k.recorded_by
                                 where k.application_id = a.id and k.outcome = 'INADMISSIBLE'
                                 order by k.round desc limit 1) as checked_on
                          from call.application a
                          left join lateral (select x.* from call.decision x where x.application_id = a.id and a.state = 'REFUSED'
                                              order by x.number desc limit 1) d on true
                         where a.id = :id and
                        """ + OWN))
                .bind("id", application)
                .mapTo(Refused.class)
                .findOne());
    }

    /**
     * Working days for an appeal by the regulations of a commission on a day.
     *
     * @param body null: of whichever commission gives most, where none has decided yet
     */
    Optional<Integer> appealDays(@Nullable String body, LocalDate on) {
        return sql.with(handle -> handle.createQuery("""
                        select r.days
                          from (select distinct on (r.body) r.appeal_days as days
                                  from call.regulations r
                                  join call.body b on b.code = r.body and b.kind = 'COMMISSION'
                                 where r.superseded_by is null and r.valid_from <= :on
                                   and b.code = coalesce(cast(:body as text), b.code)
                                 order by r.body, r.valid_from desc) r
                         order by r.days desc limit 1""")
                .bind("on", on)
                .bind("body", body)
                .mapTo(Integer.class)
                .findOne());
    }

    void lodge(UUID id, Refused refused, String text, LocalDate on, LocalDate until, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into call.appeal (id, application_id, decision_id, state, text, lodged_on, lodged_by, until,
                               recorded_by, changed_by)
                        values (:id, :application, cast(:decision as uuid), 'LODGED', :text, :on, :by, :until, :change, :change)""")
                .bind("id", id)
                .bind("application", refused.application())
                .bind("decision", refused.decision())
                .bind("text", text)
                .bind("on", on)
                .bind("by", caller.login())
                .bind("until", until)
                .bind("change", change)
                .execute());
    }

    void settle(UUID id, AppealState state, @Nullable String reason, @Nullable String by, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update call.appeal set state = :state, reason = :reason, decided_by = :by, version = version + 1,
                               changed_by = :change
                         where id = :id""")
                .bind("state", state)
                .bind("reason", reason)
                .bind("by", by)
                .bind("change", change)
                .bind("id", id)
                .execute());
    }

    private static final String APPEALS = """
            select l.*, 'З-' || a.number as application_number, a.call_id, 'C-' || c.number as call_code, a.applicant, %s,
                   coalesce((select sum(f.amount)
                               from call.submission r
                               join project.funding f on f.project_id = r.project_id and f.edition = r.project_edition
                              where r.application_id = a.id and r.round = a.round and f.source = 'CITY_BUDGET'), 0) as asked,
                   exists (select from call.involvement v where v.application_id = a.id and v.login = :me)
                     or exists (select from call.decision d where d.application_id = a.id and d.carried_out_by = :me) as took_part
              from call.appeal l
              join call.application a on a.id = l.application_id
              join call.call c on c.id = a.call_id
             where %s
            """.formatted(NAMED, OWN);

    Optional<AppealView> lockAppeal(UUID id) {
        sql.with(handle -> handle.createQuery("select id from call.appeal where id = :id for update")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne());
        return appeal(id);
    }

    Optional<AppealView> appeal(UUID id) {
        return sql.with(handle -> seen(handle.createQuery(APPEALS + " and l.id = :id"))
                .bind("id", id)
                .map((row, context) -> appeal(row))
                .findOne());
    }

    /** The latest first. */
    List<AppealView> appeals(@Nullable AppealState state, @Nullable Long before, int most) {
        return sql.with(handle -> seen(handle.createQuery(APPEALS + """
                               and (cast(:state as text) is null or l.state = :state)
                               and (cast(:before as bigint) is null or l.number < :before)
                             order by l.number desc limit :most"""))
                .bind("state", state)
                .bind("before", before)
                .bind("most", most)
                .map((row, context) -> appeal(row))
                .list());
    }

    long countAppeals(@Nullable AppealState state) {
        return sql.with(handle -> seen(handle.createQuery("""
                        select count(*)
                          from call.appeal l
                          join call.application a on a.id = l.application_id
                         where (cast(:state as text) is null or l.state = :state) and
                        """ + OWN))
                .bind("state", state)
                .mapTo(Long.class)
                .one());
    }

    /** On an application, the latest first. */
    List<AppealView> appealsOf(UUID application) {
        return sql.with(handle -> seen(handle.createQuery(
                        APPEALS + " and l.application_id = :application order by l.number desc limit 100"))
                .bind("application", application)
                .map((row, context) -> appeal(row))
                .list());
    }

    private AppealView appeal(ResultSet row) throws SQLException {
        var state = AppealState.valueOf(row.getString("state"));
        boolean tookPart = row.getBoolean("took_part"); // who did may not decide: the database refuses it too
        return new AppealView(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("application_id", UUID.class),
                row.getString("application_number"),
                row.getObject("call_id", UUID.class),
                row.getString("call_code"),
                new Inn(row.getString("applicant")),
                row.getString("applicant_name"),
                row.getObject("decision_id", UUID.class),
                state,
                row.getString("text"),
                row.getObject("lodged_on", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getString("reason"),
                isStaff() ? row.getString("decided_by") : null,
                row.getBigDecimal("asked"),
                List.of(),
                AppealLifecycle.TABLE.open(state, caller::hasRole).stream()
                        .filter(action -> action == AppealAction.WITHDRAW || !tookPart)
                        .toList(),
                row.getLong("version"));
    }

    List<MoneyLeft> money(UUID call) {
        return sql.with(handle -> handle.createQuery("""
                        select m.year, m.kbk, m.amount as confirmed, coalesce(sum(w.amount), 0) as awarded,
                               m.amount - coalesce(sum(w.amount), 0) as "left"
                          from call.money m
                          left join call.award w on (w.call_id, w.year, w.kbk) = (m.call_id, m.year, m.kbk)
                         where m.call_id = :call
                         group by m.year, m.kbk, m.amount
                         order by m.year, m.kbk""")
                .bind("call", call)
                .mapTo(MoneyLeft.class)
                .list());
    }
}
