-- The import is in force; what it names is counted, new or known.
update ownership.import
   set state = 'COMPLETED', recorded_by = :change, finished_at = platform.now(), attempts = 0,
       records = :accepted + :rejected, rejected = :rejected,
       unchanged = :accepted - (select count(*) from staged_fresh where not known)
                             - (select count(*) from staged_news where not known),
       entities = (select count(distinct k.party_id) from staged_key k join ownership.party p on p.id = k.party_id
                    where p.kind <> 'PERSON'),
       persons = (select count(distinct k.party_id) from staged_key k join ownership.party p on p.id = k.party_id
                   where p.kind = 'PERSON'),
       edges = (select count(*) from staged_relation) + (select count(*) from staged_stake)
 where id = :id
