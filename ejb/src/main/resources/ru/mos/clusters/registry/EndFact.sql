-- The fact no longer holds from the day on: the row in force is superseded, its shorter copy is what we now know; on the
-- first day of the fact nothing of it remains.
with ended as (
    update registry.manual_fact m
       set superseded_by = :change
     where m.id = :id and m.recorded_by is not null and m.superseded_by is null
    returning m.*
)
insert into registry.manual_fact (id, inn, fact, value, valid_from, valid_until, name, document_title, document_number,
                                  document_on, document_id, entered_by, entered_in, decided_by, recorded_by)
select id, inn, fact, value, valid_from, :from, name, document_title, document_number, document_on, document_id, entered_by,
       entered_in, decided_by, :change
  from ended
 where valid_from < :from
