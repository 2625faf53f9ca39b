-- Every agreement the finance body has registered and every one taken on with opening balances, with what was awarded and what of it
-- the ledger says was paid and has not come back; in the order of their numbers.
with held as (
    select a.subject, sum(a.balance) as amount
      from ledger.account a
     where a.stage in ('PAID', 'ACCEPTED')
     group by a.subject
),
due as (
    select d.agreement_id, d.edition, max(d.due_on) as due_on
      from (select i.agreement_id, i.edition, i.due_on from agreement.instalment i
            union all
            select t.agreement_id, t.edition, t.due_on from agreement.target t) d
     group by d.agreement_id, d.edition
),
granted as (
    select 'G-' || g.number as code, 1 as origin, g.number, g.id as agreement,
           agreement.party_on(g.id, :day) as party,
           coalesce(t.title, e.content ->> 'title', 'Проект по соглашению G-' || g.number) as title,
           cast('G-' || g.number as text) as paper, n.signed_on, w.awarded_on, n.amount as awarded, d.due_on,
           c.programme || '/' || c.measure as programme, m.name_ru as programme_title, l.code as cluster
      from agreement.agreement g
      join agreement.edition n on (n.agreement_id, n.number) = (g.id, g.edition)
      join call.award w on w.id = g.award_id
      left join due d on (d.agreement_id, d.edition) = (g.id, g.edition)
      left join project.edition e on (e.project_id, e.number) = (g.project_id, g.project_edition)
      left join opendata.public_title t on t.agreement_id = g.id and t.superseded_by is null
      left join call.call c on c.id = g.call_id
      left join call.measure m on (m.programme, m.code) = (c.programme, c.measure)
      left join project.cluster p on (p.project_id, p.edition) = (g.project_id, g.project_edition) and p.lead
      left join cluster.cluster l on l.id = p.cluster_id
    union all
    select o.subject, 2, o.id, null, o.inn, 'Субсидия по соглашению № ' || o.number || ' от ' || to_char(o.signed_on, 'DD.MM.YYYY'), o.number,
           o.signed_on, o.signed_on, s.awarded, null, null, null, null
      from ledger.opening_agreement o
      join (select r.agreement_id, sum(r.committed + r.due + r.paid + r.accepted) as awarded
              from ledger.opening_row r
              join ledger.opening q on q.id = r.opening_id and q.state = 'POSTED'
             group by r.agreement_id) s on s.agreement_id = o.id
     where s.awarded > 0
)
select g.*, coalesce(h.amount, 0.00) as disbursed,
       coalesce((select o.name from platform.organisation o where o.inn = g.party order by o.name limit 1),
                (select coalesce(e.short_name, e.name) from registry.entity e where e.inn = g.party and e.name is not null),
                (select o.name from cluster.organisation o where o.inn = g.party and o.name is not null and o.superseded_by is null
                  order by o.valid_from desc limit 1)) as party_name
  from granted g
  left join held h on h.subject = g.code
 order by g.origin, g.number
