-- A number that stands twice with one recipient: the first counts.
insert into support.import_problem (import_id, file, document, line, field, code, args, rejected)
select :id, t.file, t.document, t.line, 'НомерПод', 'support-number-twice', array[t.register_number], false
  from (select s.*, row_number() over (partition by s.inn, s.register_number order by s.position) as place
          from staged_support s
         where s.register_number is not null) t
 where t.place > 1
 order by t.position
 limit 10000
