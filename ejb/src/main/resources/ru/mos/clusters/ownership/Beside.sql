-- The parties, whoever was found to be one with them, and everyone one step from those, upwards and downwards.
with recursive one (party) as (
    select asked.party from unnest(cast(:parties as bigint[])) asked (party)
     union
    select case when i.one = o.party then i.other else i.one end
      from one o
      join ownership.identity i on o.party in (i.one, i.other)
     where i.same and platform.is_known(i.recorded_by, i.superseded_by, :knownOn)
)
select found.party
  from (select o.party from one o
         union
        select s.owner_id
          from ownership.extracts_near((select array_agg(party) from one), :day, :knownOn) e
          join ownership.shown s on s.extract_id = e.id
         union
        select e.successor_id
          from ownership.extracts_near((select array_agg(party) from one), :day, :knownOn) e
         where e.successor_id is not null
         union
        select t.owner_id
          from one o
          join ownership.stake t on t.subject_id = o.party
         where platform.is_known(t.recorded_by, t.superseded_by, :knownOn)
         union
        select t.subject_id
          from one o
          join ownership.stake t on t.owner_id = o.party
         where platform.is_known(t.recorded_by, t.superseded_by, :knownOn)
         union
        select e.party_id
          from one o
          join ownership.shown s on s.owner_id = o.party
          join ownership.extract e on e.id = s.extract_id
         where platform.is_known(e.recorded_by, e.superseded_by, :knownOn)) found
 order by found.party <> all(cast(:parties as bigint[])), found.party
 limit :most
