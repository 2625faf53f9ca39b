-- Extracts of the import, each with the number it will have. known: an earlier import in force shows the same.
create temporary table staged_fresh on commit drop as
select nextval('ownership.extract_id_seq') as id, f.number, f.party_id, f.successor_id, f.known
  from (select distinct on (k.party_id, s.shown_on, s.content) s.number, k.party_id, n.party_id as successor_id,
               exists (select from ownership.extract e
                        where e.party_id = k.party_id and e.shown_on = s.shown_on and e.content = s.content
                          and e.superseded_by is null) as known
          from staged_extract s
          join staged_key k on k.key = s.key
          left join staged_key n on n.key = s.successor_key
         order by k.party_id, s.shown_on, s.content, s.number) f
