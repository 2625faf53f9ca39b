-- The import is in force; what it names is counted, new or known.
update ownership.import
   set state = 'COMPLETED', recorded_by = :change, finished_at = platform.now(), attempts = 0, records = :records,
       rejected = :rejected, unchanged = :unchanged,
       entities = (select count(distinct k.party_id) from staged_key k join ownership.party p on p.id = k.party_id
                    where p.kind <> 'PERSON'),
       persons = (select count(distinct k.party_id) from staged_key k join ownership.party p on p.id = k.party_id
                   where p.kind = 'PERSON'),
       edges = (select count(*) from staged_relation) + (select count(*) from staged_stake)
 where id = :id
