-- The latest change behind what is said of them: when it was recorded, and when it ceased to hold. An import is one change
-- behind thousands of facts, so each is looked up once.
with behind as (
    select e.recorded_by, e.superseded_by from ownership.extract e where e.party_id = any(:ids)
     union
    select t.recorded_by, t.superseded_by from ownership.stake t where t.subject_id = any(:ids)
     union
    select c.recorded_by, c.superseded_by
      from ownership.stake t
      join ownership.closing c on c.record = t.record
     where t.subject_id = any(:ids)
     union
    select i.recorded_by, i.superseded_by from ownership.identity i where i.one = any(:ids)
)
select max(c.at)
  from platform.change c
 where c.id in (select recorded_by from behind union all select superseded_by from behind)
   and (cast(:knownOn as timestamptz) is null or c.at <= :knownOn)
