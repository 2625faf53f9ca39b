-- Every application to the call that has been assessed: what it asks for, whether its clusters meet the conditions, and the sums
-- of the points that count, by criterion.
with assessed as (
    select a.id, a.number, a.state, a.submitted_at, s.project_id, s.project_edition, j.title
      from call.application a
      join call.submission s on (s.application_id, s.round) = (a.id, a.round)
      join project.project j on j.id = s.project_id
     where a.call_id = :call
       and a.state in ('ASSESSED', 'AWARDED', 'RESERVED', 'REFUSED')
),
money as (
    select a.id,
           sum(f.amount) filter (where f.source = 'CITY_BUDGET') as asked,
           sum(f.amount) filter (where f.source in ('CITY_BUDGET', 'OTHER_BUDGET')) as budget,
           sum(f.amount) as total
      from assessed a
      join project.funding f on (f.project_id, f.edition) = (a.project_id, a.project_edition)
     group by a.id
),
unfit as (
    select distinct a.id
      from assessed a
      join project.cluster c on (c.project_id, c.edition) = (a.project_id, a.project_edition)
      left join eligibility.standing t on t.cluster_id = c.cluster_id
     where t.outcome is distinct from 'ELIGIBLE'
),
scored as (
    select g.application_id, r.criterion, sum(r.points) as points, count(*) as experts
      from assessed a
      join call.assignment g on g.application_id = a.id and g.state = 'SCORED'
      join call.assessment e on e.assignment_id = g.id and e.superseded_by is null
      join call.score r on (r.assignment_id, r.number) = (e.assignment_id, e.number)
     group by g.application_id, r.criterion
),
points as (
    select s.application_id, jsonb_object_agg(s.criterion, s.points) as points, max(s.experts) as experts
      from scored s
     group by s.application_id
)
select a.id, a.number, a.title, a.state, a.submitted_at, coalesce(m.asked, 0) as asked, m.budget, m.total, u.id is null as eligible,
       p.points, coalesce(p.experts, 0) as experts
  from assessed a
  left join money m on m.id = a.id
  left join unfit u on u.id = a.id
  left join points p on p.application_id = a.id
