-- Of a number that stands twice the first stays.
delete from staged_support s
 using (select position, row_number() over (partition by register_number order by position) as place
          from staged_support
         where register_number is not null) t
 where s.position = t.position and t.place > 1
