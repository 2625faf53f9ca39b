-- The news hold from now on; of a record that a later import has told of already, until that began.
insert into ownership.stake (id, owner_id, subject_id, kind, share_numerator, share_denominator, votes_numerator,
                             votes_denominator, valid_from, valid_until, document_on, import_id, statement, record,
                             recorded_by)
select gen_random_uuid(), n.owner_id, n.subject_id, s.kind, s.share_numerator, s.share_denominator, s.votes_numerator,
       s.votes_denominator, s.valid_from, least(s.valid_until, later.valid_from), s.stated_on, :id, s.statement,
       s.record, :change
  from staged_news n
  join staged_stake s on s.number = n.number
  left join lateral (select min(t.valid_from) as valid_from
                       from ownership.stake t
                      where t.record = s.record and t.superseded_by is null and t.valid_from > s.valid_from) later on true
 where s.valid_from is null or later.valid_from is null or s.valid_from < later.valid_from
