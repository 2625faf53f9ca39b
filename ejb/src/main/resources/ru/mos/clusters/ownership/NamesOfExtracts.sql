-- A party bears the name of its latest extract.
update ownership.party p
   set name = e.name
  from (select distinct on (x.party_id) x.party_id, x.name
          from ownership.extract x
         where x.party_id in (select party_id from staged_fresh) and x.superseded_by is null
         order by x.party_id, x.shown_on desc, x.id desc) e
 where p.id = e.party_id and p.name <> e.name and e.name <> ''
