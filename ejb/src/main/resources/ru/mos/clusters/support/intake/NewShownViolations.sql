-- Violations of the supports that stayed.
insert into support.shown_violation (import_id, position, place, kind, recognised_on, correction_due, corrected_on)
select :id, v.position, v.place, v.kind, v.recognised_on, v.correction_due, v.corrected_on
  from staged_violation v
 where exists (select from staged_support s where s.position = v.position)
