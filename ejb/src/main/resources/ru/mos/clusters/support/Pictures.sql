-- Which publications say what the register of recipients shows of one recipient on a day, as known then, the latest first.
with known as materialized (
    select i.id, i.state_on, i.coverage
      from support.import i
     where i.recorded_by is not null
       and i.state_on <= :on
       and platform.is_known(i.recorded_by, i.withdrawn_by, cast(:knownOn as timestamptz))
), whole as (
    select max(state_on) as state_on from known where coverage = 'COMPLETE'
), told as (
    select k.id, k.state_on, k.coverage,
           exists (select from support.shown s where s.inn = :inn and s.import_id = k.id) as shows,
           exists (select from support.import_problem p
                    where p.inn = :inn and p.rejected and p.import_id = k.id) as unread
      from known k, whole w
     where w.state_on is null or k.state_on >= w.state_on
)
select t.id, t.state_on, t.shows, t.unread
  from told t, whole w
 where t.shows or t.unread or (t.coverage = 'COMPLETE' and t.state_on = w.state_on)
 order by t.state_on desc, t.id desc
