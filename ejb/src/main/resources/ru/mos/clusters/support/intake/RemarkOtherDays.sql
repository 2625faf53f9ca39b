-- Documents that name another day than most do, or none, once for each day and file.
insert into support.import_problem (import_id, file, document, line, field, code, args, rejected)
select distinct on (s.file, s.state_on)
       :id, s.file, s.document, s.line, 'ДатаСост', 'support-day-differs',
       array[coalesce(to_char(s.state_on, 'DD.MM.YYYY'), '—'), to_char(cast(:stateOn as date), 'DD.MM.YYYY')], false
  from staged_support s
 where s.state_on is distinct from :stateOn
 order by s.file, s.state_on, s.position
 limit 1000
