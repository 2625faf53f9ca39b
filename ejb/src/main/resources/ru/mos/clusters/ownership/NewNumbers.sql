-- A party known by its taxpayer number alone gets the registration number that the import tells.
update ownership.party p
   set ogrn = s.ogrn
  from (select distinct on (key) key, ogrn from staged_party where inn is not null and ogrn is not null order by key, ogrn) s
 where p.key = s.key and p.ogrn is null
