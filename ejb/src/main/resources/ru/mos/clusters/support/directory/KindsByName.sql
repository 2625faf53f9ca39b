-- A kind of ours that has no code yet has that of the loaded kind of its name within its form.
update support.kind k
   set register_form = n.form_code, register_code = n.code
  from (select r.form_code, lower(r.name) as name, min(r.code) as code
          from support.register_kind r
         group by r.form_code, lower(r.name)
        having count(*) = 1) n
  join support.form f on f.register_code = n.form_code
 where k.form = f.code and k.register_code is null and lower(k.name_ru) = n.name
   and not exists (select from support.kind o where o.form = k.form and o.register_code = n.code)
