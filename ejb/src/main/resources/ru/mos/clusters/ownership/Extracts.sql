-- Of each the extracts of the nearest day on or before the day and of the nearest after it, in an order of their own.
select e.id, e.party_id, e.shown_on, e.joint_stock, e.ceased_on, e.successor_id, e.treasury_numerator,
       e.treasury_denominator, e.owners_withheld
  from ownership.extracts_near(:ids, :day, :knownOn) e
 order by e.party_id, e.shown_on, e.content
