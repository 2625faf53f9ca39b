-- Statements about them that hold on the day. Of a record of BODS the latest statement that speaks of the day holds,
-- whatever an earlier one in another file said, and none of one that a later statement has closed; what several imports say alike holds once.
with known as (
    select t.*
      from ownership.stake t
     where t.subject_id = any(:ids) and platform.is_known(t.recorded_by, t.superseded_by, :knownOn)
),
holding as (
    select distinct on (coalesce(t.statement, cast(t.id as text)), t.kind, t.owner_id, t.subject_id, t.share_numerator,
                        t.share_denominator, t.votes_numerator, t.votes_denominator, t.valid_from)
           t.*
      from known t
     where (t.valid_from is null or t.valid_from <= :day) and (t.valid_until is null or :day < t.valid_until)
       and not exists (select from known n
                        where n.record = t.record and n.import_id <> t.import_id
                          and (n.document_on, n.statement) > (t.document_on, t.statement)
                          and (n.valid_from is null or n.valid_from <= :day or n.document_on <= :day))
       and not exists (select from ownership.closing c
                        where c.record = t.record and c.closed_on <= :day
                          and (c.closed_on, c.statement) > (t.document_on, t.statement)
                          and platform.is_known(c.recorded_by, c.superseded_by, :knownOn))
     order by coalesce(t.statement, cast(t.id as text)), t.kind, t.owner_id, t.subject_id, t.share_numerator,
              t.share_denominator, t.votes_numerator, t.votes_denominator, t.valid_from, t.row_id
)
select row_id, kind, owner_id, subject_id, share_numerator, share_denominator, votes_numerator, votes_denominator,
       valid_from, valid_until, document_title
  from holding
 order by row_id
