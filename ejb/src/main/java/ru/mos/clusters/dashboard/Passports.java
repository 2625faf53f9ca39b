package ru.mos.clusters.dashboard;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.MemberView;
import ru.mos.clusters.dashboard.PassportView.Grant;
import ru.mos.clusters.dashboard.PassportView.JointProject;
import ru.mos.clusters.dashboard.PassportView.Judgement;
import ru.mos.clusters.dashboard.PassportView.Member;
import ru.mos.clusters.dashboard.PassportView.Supported;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.registry.SmeCategory;
import ru.mos.clusters.registry.SmeStatus;

/** Passports of clusters, for meetings: what is known of one on a day, from everywhere. */
@Stateless
@DenyAll
public class Passports {

    static final int JUDGEMENTS = 20;

    /** Projects that concern the cluster by the edition that was the latest on the day. */
    private static final String PROJECTS = """
            select p.id, p.number, p.kind, coalesce(e.content ->> 'title', p.title) as title, c.lead as leads, e.number as edition
              from project.project p
             cross join lateral (
                   select e.number, e.content from project.edition e join platform.change r on r.id = e.recorded_by
                    where e.project_id = p.id and r.at <= :until order by e.number desc limit 1) e
              join project.cluster c on (c.project_id, c.edition) = (p.id, e.number) and c.cluster_id = :cluster
            """;

    @EJB
    private Clusters clusters;

    @Inject
    private Sql sql;

    @Inject
    private Time time;

    /**
     * The passport of a cluster.
     *
     * @param asOf null: today
     * @throws Problem {@code cluster-unknown}
     */
    @RolesAllowed({CHIEF, DEPARTMENT, GCKR, AUDITOR})
    public PassportView passport(UUID cluster, @Nullable LocalDate asOf) {
        var on = asOf == null ? time.today() : asOf;
        var card = clusters.card(cluster, on, null);
        return new PassportView(
                card.cluster(),
                on,
                members(card.members(), on),
                asked(Judgement.class, """
                        select v.id, v.as_of, v.outcome, v.rule_set || ':' || v.rule_set_version as rules, c.at as given_at
                          from eligibility.verdict v
                          join platform.change c on c.id = v.given_by
                         where v.cluster_id = :cluster and v.as_of <= :on
                         order by v.as_of desc, v.given_by desc
                         limit %d""".formatted(JUDGEMENTS), cluster, on),
                asked(JointProject.class, """
                        select p.id, p.number, p.kind, p.title, p.leads, coalesce(sum(f.amount), 0.00) as whole,
                               coalesce(sum(f.amount) filter (where f.source = 'CITY_BUDGET'), 0.00) as budget
                          from (%s) p
                          left join project.funding f on (f.project_id, f.edition) = (p.id, p.edition)
                         group by 1, 2, 3, 4, 5
                         order by p.number""".formatted(PROJECTS), cluster, on),
                asked(Supported.class, """
                        select f.name_ru as form_ru, f.name_en as form_en, k.name_ru as kind_ru, k.name_en as kind_en, u.name_ru as unit_ru,
                               u.name_en as unit_en, count(*) as records, count(distinct r.inn) as recipients, sum(r.size) as size,
                               max(r.decided_on) as last
                          from support.record r
                          join support.form f on f.code = r.form
                          join support.kind k on (k.form, k.code) = (r.form, r.kind)
                          join support.unit u on u.code = r.unit
                         where r.superseded_by is null and r.decided_on <= :on
                           and exists (
                               select from cluster.membership m
                                where m.cluster_id = :cluster and m.superseded_by is null and m.inn = r.inn
                                  and m.valid_from <= r.decided_on and (m.valid_until is null or r.decided_on < m.valid_until)
                                union all
                               select from cluster.organisation o
                                where o.cluster_id = :cluster and o.superseded_by is null and o.inn = r.inn
                                  and o.valid_from <= r.decided_on and (o.valid_until is null or r.decided_on < o.valid_until))
                         group by f.position, 1, 2, 3, 4, u.position, 5, 6
                         order by f.position, k.name_ru, u.position""", cluster, on),
                asked(Grant.class, """
                        select g.id, g.number, x.party, (select o.name from platform.organisation o where o.inn = x.party limit 1) as party_name,
                               g.state, e.amount, coalesce(s.paid, 0.00) as paid, coalesce(s.accepted, 0.00) as accepted
                          from (%s) p
                          join agreement.agreement g on g.project_id = p.id
                         cross join lateral (
                               select e.amount from agreement.edition e
                                where e.agreement_id = g.id and e.commitment_on <= :on order by e.number desc limit 1) e
                         cross join lateral (select agreement.party_on(g.id, :on) as party) x
                          left join lateral (
                               select sum(f.sign * m.amount) filter (where f.code = 'PAID') as paid,
                                      sum(f.sign * m.amount) filter (where f.code = 'ACCEPTED') as accepted
                                 from (select distinct a.year from ledger.account a where a.subject = 'G-' || g.number) y
                                cross join lateral ledger.moved(y.year, :on, 'infinity') m
                                 join ledger.figure f
                                   on m.stage = any (f.stages) and (f.operations is null or m.operation = any (f.operations))
                                where m.subject = 'G-' || g.number and f.code in ('PAID', 'ACCEPTED')) s on true
                         order by g.number""".formatted(PROJECTS), cluster, on),
                card.documents());
    }

    private <T> List<T> asked(Class<T> rows, String query, UUID cluster, LocalDate on) {
        return sql.with(handle -> {
            var asked = handle.createQuery(query).bind("cluster", cluster);
            if (query.contains(":on")) {
                asked.bind("on", on);
            }
            if (query.contains(":until")) {
                asked.bind("until", Time.endOf(on));
            }
            return asked.mapTo(rows).list();
        });
    }

    private record Standing(
            String inn, SmeStatus status, @Nullable SmeCategory category) {}

    private List<Member> members(List<MemberView> members, LocalDate on) {
        var standings = sql
                .with(handle -> handle.createQuery("""
                        select m.inn, s.status, s.category
                          from unnest(cast(:inns as text[])) m (inn)
                         cross join lateral registry.sme_status(m.inn, :on) s""")
                        .bindArray(
                                "inns",
                                String.class,
                                members.stream()
                                        .map(member -> member.inn().digits())
                                        .distinct()
                                        .toArray())
                        .bind("on", on)
                        .mapTo(Standing.class)
                        .list())
                .stream()
                .collect(Collectors.toMap(Standing::inn, Function.identity()));
        return members.stream()
                .sorted(Comparator.comparing((MemberView member) -> !member.memberOfOrganisation())
                        .thenComparing(member -> member.inn().digits()))
                .map(member -> member(member, standings))
                .toList();
    }

    private static Member member(MemberView member, Map<String, Standing> standings) {
        var standing = standings.get(member.inn().digits());
        return new Member(
                member,
                standing == null ? SmeStatus.UNKNOWN : standing.status(),
                standing == null ? null : standing.category());
    }
}
