-- What its statements ended, and nothing else has since, holds as before.
insert into ownership.stake (id, owner_id, subject_id, kind, share_numerator, share_denominator, votes_numerator,
                             votes_denominator, valid_from, valid_until, document_on, import_id, statement, record,
                             recorded_by)
select t.id, t.owner_id, t.subject_id, t.kind, t.share_numerator, t.share_denominator, t.votes_numerator,
       t.votes_denominator, t.valid_from, t.valid_until, t.document_on, t.import_id, t.statement, t.record, :change
  from ownership.stake t
  join ownership.import i on i.recorded_by = t.superseded_by
 where i.id = :id and t.import_id <> i.id
   and not exists (select from ownership.stake s where s.id = t.id and s.superseded_by is null)
