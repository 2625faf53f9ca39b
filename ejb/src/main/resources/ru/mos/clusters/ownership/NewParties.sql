-- Everyone named by a key that nobody had before is a party. Whoever is named by a registration number alone waits for
-- those with a taxpayer number too, for it may be one of them.
insert into ownership.party (key, kind, inn, ogrn, record, name, match_name, country, born, named_on)
select distinct on (s.key) s.key, s.kind, s.inn, s.ogrn, s.record, s.name, s.match_name, s.country, s.born, s.named_on
  from staged_party s
 where s.key not like 'ogrn:%' or not exists (select from ownership.party p where p.ogrn = s.ogrn and p.inn is not null)
                              and not exists (select from staged_party o where o.ogrn = s.ogrn and o.inn is not null)
 order by s.key, s.name = '', s.named_on desc nulls last, s.name collate "C" desc
on conflict (key) do nothing
