-- Support that our own register says the recipient was given, as known then.
select r.id, r.origin, r.register_number, r.provider_inn, r.provider_name, r.form, f.register_code as register_form, r.kind,
       k.register_code as register_kind, r.purpose, r.decided_on, r.ends_on, r.stopped_on, r.document_title,
       r.document_number, r.document_date
  from support.record r
  join support.form f on f.code = r.form
  join support.kind k on k.form = r.form and k.code = r.kind
 where r.inn = :inn
   and platform.is_known(r.recorded_by, r.superseded_by, cast(:knownOn as timestamptz))
 order by r.decided_on, r.id
