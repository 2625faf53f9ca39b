-- The status of the subject from the first day anything is known of it, step by step to the next day on which something
-- else may hold, as known now; with the record that shows it.
with recursive first as (
    select least(min(r.since), min(registry.ord_date(r.first_ord)),
                 (select min(l.state_on)
                    from registry.release l
                   where l.kind = 'SME_REGISTER' and l.coverage = 'COMPLETE' and l.recorded_by is not null
                     and l.same_as is null and l.withdrawn_by is null)) as on_day
      from registry.sme_run r
     where r.inn = :inn and r.superseded_by is null
),
step as (
    select f.on_day, s.*
      from first f
     cross join lateral registry.sme_status(:inn, f.on_day) s
     where f.on_day is not null
     union all
    select p.decided_until, s.*
      from step p
     cross join lateral registry.sme_status(:inn, p.decided_until) s
     where p.decided_until > p.on_day
)
select t.on_day as from_day, t.decided_until as to_day, t.status, t.category, t.kind, t.region, t.newly_created,
       t.social_enterprise, r.name, r.main_version, r.main_code,
       t.release_id, l.file_name, l.state_on,
       case when r.release_id = t.release_id then r.document end as document,
       c.at as recorded_at, cast(null as timestamptz) as superseded_at
  from step t
  left join registry.sme_run r on r.id = t.run_id
  left join registry.release l on l.id = t.release_id
  left join platform.change c on c.id = t.change_id
 order by t.on_day
