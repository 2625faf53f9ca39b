-- What had become of a budget year on a day, as known at an instant: each budget code, and under it each subject. A correction counts
-- as what it takes back; what was returned in the same year is no longer paid, what was returned later still is. Of an opening
-- balance all but free appropriations was given as limits once, and what is paid of it was paid.
with moved as (
    select a.kbk, a.subject, a.stage, coalesce(o.operation, e.operation) as operation, sum(p.amount) as amount
      from ledger.account a
      join ledger.posting p on p.account_id = a.id
      join ledger.entry e on e.id = p.entry_id
      left join lateral ledger.taken_back(e.reverses) o on true
     where a.year = :year and e.effective_on <= :on and e.recorded_at <= :known
     group by a.kbk, a.subject, a.stage, coalesce(o.operation, e.operation)
)
select kbk, subject,
       -coalesce(sum(amount) filter (where stage = 'BUDGET'), 0.00) as appropriation,
       case when grouping(subject) = 1
            then coalesce(sum(amount) filter (where stage = 'LIMIT' and operation = 'LIMITED'
                                                 or operation = 'OPENED' and stage not in ('BUDGET', 'APPROPRIATION')), 0.00)
            else 0.00 end as given,
       coalesce(sum(amount) filter (where stage = 'LIMIT'), 0.00) as free,
       coalesce(sum(amount) filter (where stage = 'RESERVED'), 0.00) as reserved,
       coalesce(sum(amount) filter (where stage = 'COMMITTED'), 0.00) as committed,
       coalesce(sum(amount) filter (where stage = 'DUE'), 0.00) as due,
       coalesce(sum(amount) filter (where stage in ('PAID', 'ACCEPTED') and operation in ('PAID', 'REIMBURSED', 'REFUNDED', 'OPENED')), 0.00) as paid,
       coalesce(sum(amount) filter (where stage = 'ACCEPTED'), 0.00) as accepted,
       -coalesce(sum(amount) filter (where stage in ('APPROPRIATION', 'LIMIT', 'RESERVED', 'COMMITTED', 'DUE') and operation = 'LAPSED'), 0.00) as lapsed,
       -coalesce(sum(amount) filter (where stage in ('PAID', 'ACCEPTED') and operation = 'REFUNDED'), 0.00) as returned,
       -coalesce(sum(amount) filter (where stage in ('PAID', 'ACCEPTED') and operation = 'REFUNDED_LATER'), 0.00) as returned_later
  from moved
 where cast(:code as text) is null or kbk = :code
 group by grouping sets ((kbk), (kbk, subject))
having (grouping(subject) = 1 or subject <> '')
   and (kbk, case when grouping(subject) = 1 then '' else subject end) > (:kbk, :subject)
 order by kbk, grouping(subject) desc, subject
 limit cast(:limit as bigint)
