-- What had become of a budget year on a day, as known at an instant: each budget code, and under it each subject. Limits were given
-- to a code, never to a subject.
with moved as (
    select m.kbk, m.subject, m.stage, m.operation, sum(m.amount) as amount
      from ledger.moved(:year, :on, :known) m
     where cast(:code as text) is null or m.kbk = :code
     group by m.kbk, m.subject, m.stage, m.operation
)
select m.kbk, m.subject,
       coalesce(sum(f.sign * m.amount) filter (where f.code = 'APPROPRIATION'), 0.00) as appropriation,
       case when grouping(m.subject) = 1 then coalesce(sum(f.sign * m.amount) filter (where f.code = 'LIMIT'), 0.00) else 0.00 end as given,
       coalesce(sum(f.sign * m.amount) filter (where f.code = 'FREE'), 0.00) as free,
       coalesce(sum(f.sign * m.amount) filter (where f.code = 'RESERVED'), 0.00) as reserved,
       coalesce(sum(f.sign * m.amount) filter (where f.code = 'COMMITTED'), 0.00) as committed,
       coalesce(sum(f.sign * m.amount) filter (where f.code = 'DUE'), 0.00) as due,
       coalesce(sum(f.sign * m.amount) filter (where f.code = 'PAID'), 0.00) as paid,
       coalesce(sum(f.sign * m.amount) filter (where f.code = 'ACCEPTED'), 0.00) as accepted,
       coalesce(sum(f.sign * m.amount) filter (where f.code = 'LAPSED'), 0.00) as lapsed,
       coalesce(sum(f.sign * m.amount) filter (where f.code = 'RETURNED'), 0.00) as returned,
       coalesce(sum(f.sign * m.amount) filter (where f.code = 'RETURNED_LATER'), 0.00) as returned_later
  from moved m
  left join ledger.figure f on m.stage = any (f.stages) and (f.operations is null or m.operation = any (f.operations))
 group by grouping sets ((m.kbk), (m.kbk, m.subject))
having (grouping(m.subject) = 1 or m.subject <> '')
   and (m.kbk, case when grouping(m.subject) = 1 then '' else m.subject end) > (:kbk, :subject)
 order by m.kbk, grouping(m.subject) desc, m.subject
 limit cast(:limit as bigint)
