-- Support that publications of one day show, each once; forms by the tax service's code, else by its name for them.
select distinct on (coalesce(s.register_number, s.import_id || '/' || s.position))
       s.import_id, i.state_on, s.register_number, s.provider_inn, s.provider_name, f.code as form,
       s.form_code as register_form, k.code as kind, s.kind_code as register_kind, s.decided_on, s.ends_on, s.stopped_on
  from support.shown s
  join support.import i on i.id = s.import_id
  left join support.form f on f.register_code = s.form_code
    or (lower(f.register_name) = lower(s.form_name)
        and not exists (select from support.form c where c.register_code = s.form_code))
  left join support.kind k on k.form = f.code and k.register_code = s.kind_code
 where s.inn = :inn and s.import_id = any (:imports)
 order by coalesce(s.register_number, s.import_id || '/' || s.position), s.import_id desc
