-- A party known before by its registration number alone is one with the party that has this number and a taxpayer number.
insert into ownership.identity (one, other, same, reason, recorded_by)
select distinct least(lone.id, p.id), greatest(lone.id, p.id), true, 'OGRN ' || p.ogrn, :change
  from staged_party s
  join ownership.party p on p.key = s.key and p.inn is not null and p.ogrn is not null
  join ownership.party lone on lone.key = 'ogrn:' || p.ogrn
 where not exists (select from ownership.identity i
                    where i.one = least(lone.id, p.id) and i.other = greatest(lone.id, p.id) and i.superseded_by is null)
