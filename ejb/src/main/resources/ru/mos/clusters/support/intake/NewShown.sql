-- What the publication shows, with all of it.
insert into support.shown (import_id, position, inn, subject_kind, name, register_number, provider_inn, provider_name, form_code,
       form_name, kind_code, kind_name, decided_on, ends_on, stopped_on, size, unit_code)
select :id, position, inn, subject_kind, name, register_number, provider_inn, provider_name, form_code, form_name, kind_code,
       kind_name, decided_on, ends_on, stopped_on, size, unit_code
  from staged_support
