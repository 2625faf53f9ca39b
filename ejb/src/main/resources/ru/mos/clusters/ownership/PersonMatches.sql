-- Persons of one name who may be one: not both have a number, nobody has said whether they are, and each stands over someone.
select a.id as one, b.id as other
  from ownership.party a
  join ownership.party b on b.match_name = a.match_name and b.kind = 'PERSON' and b.id > a.id
 where a.kind = 'PERSON' and (a.inn is null or b.inn is null)
   and (a.id, b.id) > (:one, :other)
   and not exists (select from ownership.identity i
                    where i.one = a.id and i.other = b.id and i.superseded_by is null)
   and (exists (select from ownership.stake t where t.owner_id = a.id and t.superseded_by is null)
        or exists (select from ownership.shown s join ownership.extract e on e.id = s.extract_id
                    where s.owner_id = a.id and e.superseded_by is null))
   and (exists (select from ownership.stake t where t.owner_id = b.id and t.superseded_by is null)
        or exists (select from ownership.shown s join ownership.extract e on e.id = s.extract_id
                    where s.owner_id = b.id and e.superseded_by is null))
 order by a.id, b.id
 limit :fetch
