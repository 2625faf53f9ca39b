-- Every sum that goes from a credited account to a debited one, with the accounts of the budget chart as they stood on its day: the
-- two sides of an entry are laid beside each other, sums end to end, and cut wherever one of them ends.
with leg as (
    select e.id as entry, a.year, a.kbk, nullif(a.subject, '') as subject, p.amount > 0 as debited,
           sum(abs(p.amount)) over side - abs(p.amount) as since, sum(abs(p.amount)) over side as until
      from ledger.entry e
      join ledger.posting p on p.entry_id = e.id
      join ledger.account a on a.id = p.account_id
     where (cast(:from as date) is null or e.effective_on >= :from) and (cast(:to as date) is null or e.effective_on <= :to)
       and e.recorded_at <= :known
    window side as (partition by e.id, p.amount > 0 order by a.year, a.kbk, a.subject, a.id, p.line)
)
select e.effective_on as day, e.id as entry, e.operation,
       case when o.exchanged then m.credit else m.debit end as debit, case when o.exchanged then m.debit else m.credit end as credit,
       d.year, d.kbk, coalesce(d.subject, c.subject) as subject,
       least(d.until, c.until) - greatest(d.since, c.since) as amount, e.memo, e.source_kind, e.source, e.reverses
  from leg d
  join leg c on c.entry = d.entry and not c.debited and c.since < d.until and d.since < c.until
  join ledger.entry e on e.id = d.entry
  left join lateral ledger.taken_back(e.reverses) o on true
  left join ledger.budget_account m
    on m.operation = coalesce(o.operation, e.operation) and m.valid_from <= e.effective_on
   and (m.valid_until is null or e.effective_on < m.valid_until)
 where d.debited
 order by e.effective_on, e.id, d.since, c.since
