-- Over whom the persons stand, by what is believed now.
select t.owner_id, t.subject_id
  from ownership.stake t
 where t.owner_id = any(:ids) and t.superseded_by is null
 union
select s.owner_id, e.party_id
  from ownership.shown s
  join ownership.extract e on e.id = s.extract_id
 where s.owner_id = any(:ids) and e.superseded_by is null
 order by owner_id, subject_id
