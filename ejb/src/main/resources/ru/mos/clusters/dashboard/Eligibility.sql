-- How clusters that exist on a day are judged, by the latest evaluation, and for an earlier day by the latest verdict kept about a day up
-- to it, as the structure of the programme tells it. Each month by its last day, the last by the day asked about.
with day as (
    select least(cast(m + interval '1 month - 1 day' as date), :on) as day
      from generate_series(date_trunc('month', cast(:on as timestamp)) - case :by when 'MONTH' then interval '11 months' else interval '0' end,
                           date_trunc('month', cast(:on as timestamp)), interval '1 month') m
),
stood as (
    select d.day, c.sector, coalesce(s.outcome, v.outcome, 'UNJUDGED') as outcome
      from day d
      join cluster.particulars p
        on p.superseded_by is null and p.valid_from <= d.day and (p.valid_until is null or d.day < p.valid_until)
      join cluster.cluster c on c.id = p.cluster_id
      left join eligibility.standing s on s.cluster_id = c.id and s.as_of <= d.day
      left join lateral (
           select k.outcome from eligibility.verdict k
            where k.cluster_id = c.id and k.as_of <= d.day and s.cluster_id is null
            order by k.as_of desc, k.given_by desc limit 1) v on true
),
keyed as (
    select case :by when 'MONTH' then to_char(day, 'YYYY-MM-DD') else sector end as key, outcome from stood
     union all
    select '', outcome from stood where :by = 'SECTOR'
     union all
    select to_char(day, 'YYYY-MM-DD'), null from day where :by = 'MONTH'
)
select k.key collate "C" as line, case when k.key = '' then 'TOTAL' else 'NAMED' end as kind, k.key as id, k.key as code,
       r.name_ru, r.name_en, null as unit_ru, null as unit_en, count(k.outcome) as clusters,
       count(*) filter (where k.outcome = 'ELIGIBLE') as eligible, count(*) filter (where k.outcome = 'NOT_ELIGIBLE') as not_eligible,
       count(*) filter (where k.outcome = 'MANUAL') as manual, count(*) filter (where k.outcome = 'UNKNOWN') as unknown,
       count(*) filter (where k.outcome = 'UNJUDGED') as unjudged
  from keyed k
  left join cluster.sector r on r.code = k.key
 group by k.key, r.name_ru, r.name_en
