-- What the extract of each on or before the day and the one after it show.
select s.extract_id, s.position, s.kind, s.owner_id, s.share_numerator, s.share_denominator, s.votes_numerator,
       s.votes_denominator, s.valid_from
  from ownership.extracts_near(:ids, :day, :knownOn) near
  join ownership.shown s on s.extract_id = near.id
 order by s.extract_id, s.position
