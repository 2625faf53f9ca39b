-- Violations that publications of one day show; what two of them say in the same words is one.
select distinct on (coalesce(s.register_number, v.import_id || '/' || v.position), v.kind, v.recognised_on, v.correction_due, v.corrected_on)
       v.import_id, i.state_on, s.register_number, v.kind, v.recognised_on, v.correction_due, v.corrected_on
  from support.shown s
  join support.shown_violation v on v.import_id = s.import_id and v.position = s.position
  join support.import i on i.id = s.import_id
 where s.inn = :inn and s.import_id = any (:imports)
 order by coalesce(s.register_number, v.import_id || '/' || v.position), v.kind, v.recognised_on, v.correction_due,
          v.corrected_on, v.import_id desc
