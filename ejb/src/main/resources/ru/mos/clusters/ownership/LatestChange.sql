-- The latest change behind what is said of them: when it was recorded, and when it ceased to hold.
select max(c.at)
  from (select e.recorded_by, e.superseded_by from ownership.extract e where e.party_id = any(:ids)
         union all
        select t.recorded_by, t.superseded_by from ownership.stake t where t.subject_id = any(:ids)
         union all
        select c.recorded_by, c.superseded_by
          from ownership.stake t
          join ownership.closing c on c.record = t.record
         where t.subject_id = any(:ids)
         union all
        select i.recorded_by, i.superseded_by from ownership.identity i where i.one = any(:ids)) behind
 cross join lateral (values (behind.recorded_by), (behind.superseded_by)) v (change)
  join platform.change c on c.id = v.change
 where cast(:knownOn as timestamptz) is null or c.at <= :knownOn
