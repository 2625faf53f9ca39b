-- Of each the legal form that the nearest extract on or before the day shows, else the nearest after it.
select distinct on (e.party_id)
       e.party_id, e.legal_form, e.shown_on, e.import_id, e.file, e.document, e.line
  from ownership.extracts_near(:ids, :day, :knownOn) e
 where e.legal_form is not null
 order by e.party_id, e.shown_on > :day, abs(e.shown_on - :day), e.id
