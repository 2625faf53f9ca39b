-- A party without an extract of its own bears the name that others gave it last.
update ownership.party p
   set name = latest.name, named_on = latest.named_on
  from (select distinct on (k.party_id) k.party_id, s.name, s.named_on
          from staged_party s
          join staged_key k on k.key = s.key
         where s.name <> '' and s.named_on is not null
         order by k.party_id, s.named_on desc, s.name collate "C" desc) latest
 where p.id = latest.party_id
   and (latest.named_on, latest.name collate "C") > (coalesce(p.named_on, date '0001-01-01'), p.name collate "C")
   and not exists (select from ownership.extract e where e.party_id = p.id and e.superseded_by is null)
