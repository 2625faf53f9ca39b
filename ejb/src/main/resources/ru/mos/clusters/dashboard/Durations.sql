-- How long applications or agreements stay in each state, by the record of changes up to the end of the day: from the change that
-- brought them into it to the one that took them out. A day is 24 hours, told to a tenth.
with begun as (
    select cast(a.id as text) as subject, a.recorded_by, 'CALL_APPLICATION' as subject_kind from call.application a where :by = 'APPLICATION'
     union all
    select cast(g.id as text), g.recorded_by, 'AGREEMENT' from agreement.agreement g where :by = 'AGREEMENT'
),
entered as (
    select b.subject, 'DRAFT' as state, c.at from begun b join platform.change c on c.id = b.recorded_by and c.at <= :until
     union all
    select b.subject, c.after ->> 'state', c.at
      from begun b
      join platform.change c on c.subject_kind = b.subject_kind and c.subject = b.subject and c.at <= :until
     where c.after ->> 'state' is distinct from c.before ->> 'state' and c.after ->> 'state' is not null and c.id <> b.recorded_by
),
stay as (
    select state, at, lead(at) over (partition by subject order by at) as left_at from entered
),
measured as (
    select state, left_at is not null as ended, extract(epoch from coalesce(left_at, :until) - at) / 86400 as days from stay
)
select to_char(coalesce(array_position(array['DRAFT', 'AWAITING_CERTIFICATION', 'SUBMITTED', 'RETURNED', 'CORRECTION_SIGNED', 'ADMITTED',
           'INADMISSIBLE', 'ASSESSED', 'RESERVED', 'AWARDED', 'REFUSED', 'SIGNED', 'IN_FORCE', 'AMENDING', 'AMENDED', 'COMPLETED',
           'TERMINATED', 'WITHDRAWN', 'CANCELLED'], state), 99), 'fm00') || ' ' || state collate "C" as line,
       'NAMED' as kind, state as id, state as code, null as name_ru, null as name_en, null as unit_ru, null as unit_en,
       count(*) filter (where ended) as "left",
       round(cast(percentile_cont(0.5) within group (order by days) filter (where ended) as numeric), 1) as median_days,
       round(cast(percentile_cont(0.9) within group (order by days) filter (where ended) as numeric), 1) as ninetieth_days,
       count(*) filter (where not ended) as staying,
       round(cast(max(days) filter (where not ended) as numeric), 1) as longest_days
  from measured
 group by state
