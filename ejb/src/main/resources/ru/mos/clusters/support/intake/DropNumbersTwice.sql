-- Of a number that stands twice with one recipient the first stays; that of another recipient is a support of its own.
delete from staged_support s
 using (select position, row_number() over (partition by inn, register_number order by position) as place
          from staged_support
         where register_number is not null) t
 where s.position = t.position and t.place > 1
