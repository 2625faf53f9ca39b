-- A party bears the name of its latest extract.
update ownership.party p
   set name = e.name
  from (select distinct party_id from staged_fresh) f
 cross join lateral (select x.name
                       from ownership.extract x
                      where x.party_id = f.party_id and x.superseded_by is null
                      order by x.shown_on desc, x.id desc
                      limit 1) e
 where p.id = f.party_id and p.name <> e.name and e.name <> ''
