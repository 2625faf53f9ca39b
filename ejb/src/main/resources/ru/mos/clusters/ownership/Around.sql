-- Everyone who could link one of the parties to another: whoever holds or directs them, directly or through others, with
-- their relatives; and whom those control or direct alone, for a group closes through a common subsidiary too. above: reached
-- by going up only, so that all who hold it matter; of the others only who controls them or sits on their boards does.
with recursive around (party, above) as (
    select asked.party, cast(:above as boolean) from unnest(cast(:parties as bigint[])) asked (party)
     union
    select next.party, next.above
      from around a
      join ownership.party p on p.id = a.party
     cross join lateral (
        select s.owner_id as party, a.above and s.kind <> 'FAMILY' as above
          from ownership.extract e
          join ownership.shown s on s.extract_id = e.id
         where e.party_id = a.party and platform.is_known(e.recorded_by, e.superseded_by, :knownOn)
           and (a.above or s.kind = 'BOARD' or ownership.controls(s.kind, s.votes_numerator, s.votes_denominator))
         union all
        select e.successor_id, a.above
          from ownership.extract e
         where e.party_id = a.party and e.successor_id is not null
           and platform.is_known(e.recorded_by, e.superseded_by, :knownOn)
         union all
        select e.party_id, false
          from ownership.extract e
         where e.successor_id = a.party and platform.is_known(e.recorded_by, e.superseded_by, :knownOn)
         union all
        select t.owner_id, a.above
          from ownership.stake t
         where t.subject_id = a.party and platform.is_known(t.recorded_by, t.superseded_by, :knownOn)
           and (a.above or t.kind in ('FAMILY', 'BOARD')
                or ownership.controls(t.kind, t.votes_numerator, t.votes_denominator))
         union all
        select t.subject_id, t.kind = 'FAMILY' and a.above
          from ownership.stake t
         where t.owner_id = a.party and (p.kind <> 'PUBLIC_BODY' or :publicBodies)
           and platform.is_known(t.recorded_by, t.superseded_by, :knownOn)
           and (t.kind = 'FAMILY' or ownership.controls(t.kind, t.votes_numerator, t.votes_denominator))
         union all
        select e.party_id, false
          from ownership.shown s
          join ownership.extract e on e.id = s.extract_id
         where s.owner_id = a.party and (p.kind <> 'PUBLIC_BODY' or :publicBodies)
           and platform.is_known(e.recorded_by, e.superseded_by, :knownOn)
           and ownership.controls(s.kind, s.votes_numerator, s.votes_denominator)
         union all
        select i.other, a.above
          from ownership.identity i
         where i.one = a.party and i.same and platform.is_known(i.recorded_by, i.superseded_by, :knownOn)
         union all
        select i.one, a.above
          from ownership.identity i
         where i.other = a.party and i.same and platform.is_known(i.recorded_by, i.superseded_by, :knownOn)) next
     where next.party <> all(cast(:excluded as bigint[]))
)
select party, bool_or(above) as above, count(*) as visits
  from (select party, above from around limit :most) found
 group by party
