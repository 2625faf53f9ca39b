-- Forms and kinds that our directory does not hold, each once.
with read as (
    select distinct on (s.form_code, s.kind_code)
           s.file, s.document, s.line, s.position, s.form_code, s.form_name, s.kind_code, s.kind_name, f.code as form, k.code as kind
      from staged_support s
      left join support.form f on f.register_code = s.form_code
        or (lower(f.register_name) = lower(s.form_name)
            and not exists (select from support.form c where c.register_code = s.form_code))
      left join support.kind k on k.form = f.code and k.register_code = s.kind_code
     where s.form_code is not null
     order by s.form_code, s.kind_code, s.position
)
insert into support.import_problem (import_id, file, document, line, field, code, args, rejected)
select :id, r.file, r.document, r.line, case when r.form is null then 'КодФорм' else 'КодВид' end, 'support-code-unknown',
       case when r.form is null then array['КодФорм', concat_ws(' ', r.form_code, r.form_name)]
            else array['КодВид', concat_ws(' ', r.kind_code, r.kind_name)] end, false
  from read r
 where r.form is null or (r.kind is null and r.kind_code is not null)
 order by r.position
 limit 1000
