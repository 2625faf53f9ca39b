-- Violations that our own register holds against the recipient, as known then.
select v.id, v.kind, v.recognised_on, v.correction_due, v.corrected_on, r.register_number, v.document_title,
       v.document_number, v.document_date
  from support.violation v
  left join support.record r on r.id = v.record_id
   and platform.is_known(r.recorded_by, r.superseded_by, cast(:knownOn as timestamptz))
 where v.inn = :inn
   and platform.is_known(v.recorded_by, v.superseded_by, cast(:knownOn as timestamptz))
 order by v.recognised_on, v.id
