-- What the editions of agreements in force on the day plan of the city's money and of what the recipients add, beside what the bank had
-- executed and what had been accepted as evidence by then. What was paid and came back later was still paid. A stage is of the
-- year in which its last instalment is due; what was paid or shown for one that is planned no longer, of the year of its own day.
-- An agreement terminated by the day plans nothing any more; what was paid or shown under it stays, in the year of its stage.
with agreed as (
    select g.id, g.project_id, e.number as edition, g.state = 'TERMINATED' and c.at <= :until as terminated
      from agreement.agreement g
      join platform.change c on c.id = g.changed_by
     cross join lateral (
           select e.number from agreement.edition e
            where e.agreement_id = g.id and e.commitment_on <= :on order by e.number desc limit 1) e
),
stage as (
    select a.id, i.stage, max(extract(year from i.due_on)) as year
      from agreed a join agreement.instalment i on (i.agreement_id, i.edition) = (a.id, a.edition)
     group by 1, 2
),
moved as (
    select a.id, i.stage, extract(year from i.due_on) as day_year, i.amount as budget_planned, i.own as own_planned,
           null::numeric as budget_paid, null::numeric as own_evidenced
      from agreed a join agreement.instalment i on (i.agreement_id, i.edition) = (a.id, a.edition)
     where not a.terminated
     union all
    select a.id, i.stage, extract(year from p.executed_on), null, null, p.amount, null
      from agreed a
      join agreement.payment p on p.agreement_id = a.id and p.state = 'EXECUTED' and p.executed_on <= :on
      left join agreement.instalment i on (i.agreement_id, i.edition, i.position) = (a.id, a.edition, p.position)
     union all
    select a.id, v.stage, extract(year from v.document_date), null, null, null, v.amount
      from agreed a
      join agreement.evidence v on v.agreement_id = a.id and v.state = 'ACCEPTED'
      join platform.change c on c.id = v.changed_by and c.at <= :until
),
placed as (
    select case :by when 'YEAR' then to_char(coalesce(s.year, m.day_year), 'fm0000') when 'STAGE' then to_char(m.stage, 'fm0000')
                    else cast(a.project_id as text) end as key,
           m.budget_planned, m.own_planned, m.budget_paid, m.own_evidenced
      from moved m
      join agreed a on a.id = m.id
      left join stage s on (s.id, s.stage) = (m.id, m.stage)
     where cast(:year as integer) is null or coalesce(s.year, m.day_year) = cast(:year as integer)
),
summed as (
    select grouping(key) as all_together, key,
           coalesce(sum(budget_planned), 0.00) as budget_planned, coalesce(sum(own_planned), 0.00) as own_planned,
           coalesce(sum(budget_paid), 0.00) as budget_paid, coalesce(sum(own_evidenced), 0.00) as own_evidenced
      from placed
     group by grouping sets ((key), ())
    having count(*) > 0
)
select case when s.all_together = 1 then '' when :by = 'PROJECT' then to_char(p.number, 'fm0000000000000000000')
            else coalesce(s.key, '~') end collate "C" as line,
       case when s.all_together = 1 then 'TOTAL' when s.key is null then 'NONE' else 'NAMED' end as kind,
       s.key as id, case :by when 'PROJECT' then 'P-' || p.number when 'STAGE' then ltrim(s.key, '0') else s.key end as code,
       p.title as name_ru, p.title as name_en, null as unit_ru, null as unit_en,
       s.budget_planned, s.own_planned, round(100 * s.budget_planned / nullif(s.budget_planned + s.own_planned, 0), 2) as share_planned,
       s.budget_paid, s.own_evidenced, round(100 * s.budget_paid / nullif(s.budget_paid + s.own_evidenced, 0), 2) as share_reached
  from summed s
  left join project.project p on :by = 'PROJECT' and cast(p.id as text) = s.key
