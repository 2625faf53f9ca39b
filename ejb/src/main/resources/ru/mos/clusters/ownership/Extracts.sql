-- Of each the extract on or before the day and the one after it.
select e.id, e.party_id, e.shown_on, e.joint_stock, e.ceased_on, e.successor_id, e.treasury_numerator,
       e.treasury_denominator, e.owners_withheld
  from ownership.extracts_near(:ids, :day, :knownOn) e
