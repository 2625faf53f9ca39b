-- They hold from now on.
insert into ownership.stake (id, owner_id, subject_id, kind, share_numerator, share_denominator, votes_numerator,
                             votes_denominator, valid_from, valid_until, document_on, import_id, statement, record,
                             recorded_by)
select gen_random_uuid(), n.owner_id, n.subject_id, s.kind, s.share_numerator, s.share_denominator, s.votes_numerator,
       s.votes_denominator, s.valid_from, s.valid_until, s.stated_on, :id, s.statement, s.record, :change
  from staged_news n
  join staged_stake s on s.number = n.number
