-- How much a support is, until when and for what, from now on; whoever is given it again is stopped no more.
with before as (
    update support.record
       set superseded_by = :change
     where row_id = :version and superseded_by is null
    returning *
)
insert into support.record (id, register_number, provider_inn, provider_name, inn, name, form, kind, purpose, purpose_form,
       decided_on, ends_on, stopped_on, size, unit, document_title, document_number, document_date, stop_title, stop_number,
       stop_date, origin, entered_by, recorded_by)
select id, register_number, provider_inn, provider_name, inn, name, form, kind, :purpose, :purposeForm, decided_on, :endsOn,
       null, :size, unit, document_title, document_number, document_date, null, null, null, origin,
       entered_by, :change
  from before
