-- Everyone whose links to others may be otherwise because of what an import says, or because of the parties: those of whom it
-- speaks, and whoever would come upon one of them on the search for what links it to others (Around.sql), so the ways of that
-- search backwards: down to all that a party holds or directs, up to whoever controls it, to relatives, from a successor to
-- whom it succeeded, to whom it is or is not one with. Rows that hold no more count too: what came to an end has changed.
with recursive changed (party) as materialized (
    select unnest(cast(:parties as bigint[]))
     union
    select e.party_id from ownership.extract e where e.import_id = :import
     union
    select e.successor_id from ownership.extract e where e.import_id = :import and e.successor_id is not null
     union
    select s.owner_id
      from ownership.extract e
      join ownership.shown s on s.extract_id = e.id
     where e.import_id = :import
     union
    select v.party
      from ownership.stake t
     cross join lateral (values (t.owner_id), (t.subject_id)) v (party)
     where t.import_id = :import
     union
    select v.party
      from ownership.stake t
      join ownership.stake o on o.record = t.record
     cross join lateral (values (o.owner_id), (o.subject_id)) v (party)
     where t.import_id = :import and t.record is not null
     union
    select v.party
      from ownership.import l
      join ownership.identity i on i.recorded_by in (l.recorded_by, l.withdrawn_by)
                                or i.superseded_by in (l.recorded_by, l.withdrawn_by)
     cross join lateral (values (i.one), (i.other)) v (party)
     where l.id = :import
),
reached (party) as (
    select c.party from changed c
     union
    select next.party
      from reached r
     cross join lateral (
        select e.party_id as party
          from ownership.shown s
          join ownership.extract e on e.id = s.extract_id
         where s.owner_id = r.party
         union all
        select t.subject_id from ownership.stake t where t.owner_id = r.party
         union all
        select e.party_id from ownership.extract e where e.successor_id = r.party
         union all
        select s.owner_id
          from ownership.extract e
          join ownership.shown s on s.extract_id = e.id
          join ownership.party o on o.id = s.owner_id
         where e.party_id = r.party and o.kind <> 'PUBLIC_BODY'
           and (s.kind = 'FAMILY' or ownership.controls(s.kind, s.votes_numerator, s.votes_denominator))
         union all
        select t.owner_id
          from ownership.stake t
          join ownership.party o on o.id = t.owner_id
         where t.subject_id = r.party and o.kind <> 'PUBLIC_BODY'
           and (t.kind = 'FAMILY' or ownership.controls(t.kind, t.votes_numerator, t.votes_denominator))
         union all
        select i.other from ownership.identity i where i.one = r.party
         union all
        select i.one from ownership.identity i where i.other = r.party) next
)
select f.party, p.inn
  from (select party from reached limit :most) f
  left join ownership.party p on p.id = f.party
