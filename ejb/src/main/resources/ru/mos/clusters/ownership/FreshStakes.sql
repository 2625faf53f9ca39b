-- Statements of the import. known: an earlier import in force says the same.
create temporary table staged_news on commit drop as
select s.number, o.party_id as owner_id, u.party_id as subject_id,
       exists (select from ownership.stake t
                where t.statement = s.statement and t.kind = s.kind and t.owner_id = o.party_id
                  and t.subject_id = u.party_id and t.superseded_by is null
                  and (t.share_numerator, t.share_denominator, t.votes_numerator, t.votes_denominator, t.valid_from,
                       t.valid_until)
                      is not distinct from
                      (s.share_numerator, s.share_denominator, s.votes_numerator, s.votes_denominator, s.valid_from,
                       s.valid_until)) as known
  from staged_stake s
  join staged_key o on o.key = s.owner_key
  join staged_key u on u.key = s.subject_key
