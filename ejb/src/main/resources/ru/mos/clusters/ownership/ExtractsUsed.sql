-- The extract that was used for each party: the last on or before the day, else the first after it.
select distinct on (e.party_id) e.party_id, e.import_id, e.file, e.shown_on, e.document, e.line
  from ownership.extracts_near(:ids, :day, :knownOn) e
 order by e.party_id, e.shown_on, e.content
