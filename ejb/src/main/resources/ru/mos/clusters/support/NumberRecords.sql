-- Under which numbers the tax service's register holds supports, from now on.
with told as (
    select t.id, t.number from unnest(cast(:ids as uuid[]), cast(:numbers as text[])) t (id, number)
), before as (
    update support.record r
       set superseded_by = :change
      from told t
     where r.id = t.id and r.superseded_by is null and r.register_number is null
    returning r.*, t.number as given
)
insert into support.record (id, register_number, provider_inn, provider_name, inn, name, form, kind, purpose, purpose_form,
       decided_on, ends_on, stopped_on, size, unit, document_title, document_number, document_date, stop_title, stop_number,
       stop_date, origin, entered_by, recorded_by)
select id, given, provider_inn, provider_name, inn, name, form, kind, purpose, purpose_form, decided_on, ends_on, stopped_on,
       size, unit, document_title, document_number, document_date, stop_title, stop_number, stop_date, origin, entered_by, :change
  from before
