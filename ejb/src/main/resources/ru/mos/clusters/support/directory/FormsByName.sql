-- A form of ours that has no code yet has that of the loaded form of its name.
update support.form f
   set register_code = n.form_code
  from (select lower(k.form_name) as name, min(k.form_code) as form_code
          from support.register_kind k
         group by lower(k.form_name)
        having count(distinct k.form_code) = 1) n
 where f.register_code is null and lower(f.register_name) = n.name
   and not exists (select from support.form o where o.register_code = n.form_code)
