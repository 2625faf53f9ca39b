-- What the new extracts show.
insert into ownership.shown (extract_id, position, kind, owner_id, share_numerator, share_denominator, votes_numerator,
                             votes_denominator, valid_from, valid_until, grn, withheld, doubtful, encumbrance, line)
select f.id, r.position, r.kind, o.party_id, r.share_numerator, r.share_denominator, r.votes_numerator,
       r.votes_denominator, r.valid_from, r.valid_until, r.grn, r.withheld, r.doubtful, r.encumbrance, r.line
  from staged_fresh f
  join staged_relation r on r.number = f.number
  join staged_key o on o.key = r.owner_key
