-- Statements about them that hold on the day.
select t.row_id, t.kind, t.owner_id, t.subject_id, t.share_numerator, t.share_denominator, t.votes_numerator,
       t.votes_denominator, t.valid_from, t.valid_until, t.document_title
  from ownership.stake t
 where t.subject_id = any(:ids) and (t.valid_from is null or t.valid_from <= :day)
   and (t.valid_until is null or :day < t.valid_until)
   and platform.is_known(t.recorded_by, t.superseded_by, :knownOn)
 order by t.row_id
