package ru.mos.clusters.call.openness;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import ru.mos.clusters.call.Calls;
import ru.mos.clusters.call.openness.CallOpenness.Order;
import ru.mos.clusters.call.openness.CallOpenness.Overtaken;
import ru.mos.clusters.call.openness.CallOpenness.Refusals;
import ru.mos.clusters.call.openness.CallOpenness.StateTime;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.project.FrozenProjects;

/** Counts how openly a call was held and how evenly its money is spread; in the database, from the record of changes. */
@Stateless
@DenyAll
public class OpennessReports {

    private static final int MOST = 20;

    /** Each state an application came into, and when it left it. */
    private static final String STATES = """
            with entered as (
                select a.id, coalesce(c.after ->> 'state', 'DRAFT') as state, c.at,
                       coalesce(lead(c.at) over (partition by a.id order by c.id), platform.now()) as left_at
                  from call.application a
                  join platform.change c on c.subject_kind = 'CALL_APPLICATION' and c.subject = a.id::text
                 where a.call_id = :call and (c.after ->> 'state' is not null or c.action = 'CALL_APPLICATION_BEGUN')),
            stood as (select state, id, extract(epoch from sum(left_at - at)) / 3600 as hours from entered group by state, id)
            select state, count(*) as applications, round(percentile_disc(0.5) within group (order by hours)) as median_hours,
                   round(max(hours)) as longest_hours
              from stood group by state""";

    /** The first receipt and the first check of each application, and by how many that came later it was overtaken. */
    private static final String ORDER = """
            with checked as (
                select a.id, a.number, a.submitted_at, min(f.recorded_by) as checked
                  from call.application a join call.formal_check f on f.application_id = a.id
                 where a.call_id = :call group by a.id)
            select o.id as application, 'З-' || o.number as number,
                   (select count(*) from checked l where l.submitted_at > o.submitted_at and l.checked < o.checked) as overtakers
              from checked o
             order by overtakers desc, o.number""";

    private static final String REFUSALS = """
            with refused as (
                select a.project_id, s.project_edition, 'FORMAL_CHECK' as stage, f.act, f.act_edition, f.paragraph
                  from call.application a
                  join call.submission s on s.application_id = a.id and s.round = a.round
                  join call.formal_check f on f.application_id = a.id and f.round = a.round and f.outcome = 'INADMISSIBLE'
                 where a.call_id = :call
                 union all
                select a.project_id, s.project_edition, 'DECISION', m.act, m.act_edition, m.paragraph
                  from call.decision d
                  join call.application a on a.id = d.application_id
                  join call.submission s on s.application_id = a.id and s.round = a.round
                  join call.motion m on m.id = d.motion_id
                 where d.call_id = :call and d.motion = 'REFUSE')
            select k.sector, r.stage, e.title as act, r.act_edition as edition, r.paragraph, count(*) as applications
              from refused r
              join eligibility.act e on e.code = r.act
              left join project.cluster l on l.project_id = r.project_id and l.edition = r.project_edition and l.lead
              left join cluster.cluster k on k.id = l.cluster_id
             group by k.sector, r.stage, e.title, r.act_edition, r.paragraph
             order by applications desc, k.sector, r.stage, e.title, r.paragraph
             limit 500""";

    /** Those who take part in what was awarded. */
    private static final String SPREAD = """
            select a.project_id as project, w.amount, t.inn, t.receives
              from call.decision d
              join call.award w on w.id = d.award_id
              join call.application a on a.id = d.application_id
              join call.submission s on s.application_id = a.id and s.round = a.round
              join project.participant t on t.project_id = a.project_id and t.edition = s.project_edition
             where d.call_id = :call and d.motion = 'AWARD'""";

    @Inject
    private Sql sql;

    @Inject
    private FrozenProjects projects;

    @EJB
    private Calls calls;

    /** @throws Problem {@code call-unknown} */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR})
    public CallOpenness of(UUID id) {
        var call = calls.view(id);
        return sql.with(handle -> {
            long received = handle.createQuery(
                            "select count(*) from call.application where call_id = :call and round > 0")
                    .bind("call", id)
                    .mapTo(Long.class)
                    .one();
            var states = handle.createQuery(STATES)
                    .bind("call", id)
                    .mapTo(StateTime.class)
                    .list();
            states.sort((one, other) -> one.state().compareTo(other.state()));
            var checked = handle.createQuery(ORDER)
                    .bind("call", id)
                    .mapTo(Overtaken.class)
                    .list();
            var refusals = handle.createQuery(REFUSALS)
                    .bind("call", id)
                    .mapTo(Refusals.class)
                    .list();
            var parts = handle.createQuery(SPREAD)
                    .bind("call", id)
                    .mapTo(Spreading.Part.class)
                    .list();
            var awarded = handle.createQuery("select coalesce(sum(amount), 0) from call.award where call_id = :call")
                    .bind("call", id)
                    .mapTo(BigDecimal.class)
                    .one();
            return new CallOpenness(
                    id,
                    call.code(),
                    received,
                    states,
                    order(checked),
                    refusals,
                    Spreading.of(awarded, parts, projects::names));
        });
    }

    private static Order order(List<Overtaken> checked) {
        var overtaken = checked.stream().filter(one -> one.overtakers() > 0).toList();
        return new Order(
                checked.size(), overtaken.size(), overtaken.stream().limit(MOST).toList());
    }
}
