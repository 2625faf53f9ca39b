-- What agreements, the bank and the ledger each say of the money of every agreement. Set off is what no bank moved: it is taken out of
-- what was paid and of what came back.
with payment as (
    select p.agreement_id,
           sum(p.amount) filter (where p.state in ('ORDERED', 'REJECTED')) as due,
           sum(p.amount) filter (where p.state = 'EXECUTED') as paid,
           sum(p.held_back) filter (where p.state = 'EXECUTED') as kept,
           sum(p.returned) as returned,
           sum(i.amount + p.held_back) filter (where p.state in ('ORDERED', 'REJECTED')) as instructed
      from agreement.payment p
      left join bank.instruction i on i.id = p.instruction_id and i.state in ('ISSUED', 'REJECTED')
     group by p.agreement_id
),
gone as (
    select p.agreement_id, sum(d.amount) as amount
      from bank.match m
      join bank.document d on d.id = m.document_id
      join bank.instruction i on i.id = m.instruction_id and i.source_kind = 'PAYMENT'
      join agreement.payment p on p.id::text = i.source
     where m.undone_by is null
     group by p.agreement_id
),
came as (
    select r.agreement_id, sum(d.amount) as amount
      from bank.assignment s
      join bank.document d on d.id = s.document_id
      join recovery.recovery_order r on r.id::text = s.source and r.kind = 'RETURN'
     where s.undone_by is null and s.source_kind = 'RECOVERY_ORDER'
     group by r.agreement_id
),
book as (
    select a.subject,
           sum(a.balance) filter (where a.stage = 'COMMITTED') as committed,
           sum(a.balance) filter (where a.stage = 'DUE') as due,
           sum(a.balance) filter (where a.stage in ('PAID', 'ACCEPTED')) as held
      from ledger.account a
     where a.subject like 'G-%'
     group by a.subject
),
lapsed as (                         -- with its year and not registered again, since the edition in force was registered
    select a.subject, -sum(o.amount) as amount
      from ledger.entry e
      join ledger.posting o on o.entry_id = e.id
      join ledger.account a on a.id = o.account_id and a.stage in ('COMMITTED', 'DUE')
      join agreement.agreement g on 'G-' || g.number = a.subject
     where e.source_kind = 'YEAR_END'
       and e.id > coalesce((select max(c.id) from ledger.entry c
                             where (c.source_kind, c.source) = ('AGREEMENT', g.id::text)
                               and c.key like 'agreement/' || g.id || '/' || g.edition || '/%'), 0)
     group by a.subject
),
refunded as (
    select a.subject, -sum(o.amount) as amount
      from ledger.entry e
      join ledger.posting o on o.entry_id = e.id
      join ledger.account a on a.id = o.account_id and a.stage in ('PAID', 'ACCEPTED')
     where e.source_kind = 'REPAYMENT'
     group by a.subject
)
select g.id as agreement, g.number, f.measure, f.position, f.agreements, f.bank, f.ledger
  from agreement.agreement g
  left join agreement.edition n on (n.agreement_id, n.number) = (g.id, g.edition)
  left join payment p on p.agreement_id = g.id
  left join gone on gone.agreement_id = g.id
  left join came on came.agreement_id = g.id
  left join book b on b.subject = 'G-' || g.number
  left join lapsed x on x.subject = 'G-' || g.number
  left join refunded d on d.subject = 'G-' || g.number
 cross join lateral (values
       ('COMMITTED', 1,
        case when g.state in ('IN_FORCE', 'AMENDING', 'AMENDED') then n.amount - coalesce(p.due, 0) - coalesce(p.paid, 0) - coalesce(x.amount, 0) else 0.00 end,
        null, coalesce(b.committed, 0.00)),
       ('DUE', 2, coalesce(p.due, 0.00), coalesce(p.instructed, 0.00), coalesce(b.due, 0.00)),
       ('PAID', 3, coalesce(p.paid, 0.00) - coalesce(p.kept, 0.00), coalesce(gone.amount, 0.00),
        coalesce(b.held, 0.00) + coalesce(d.amount, 0.00) - coalesce(p.kept, 0.00)),
       ('RETURNED', 4, coalesce(p.returned, 0.00) - coalesce(p.kept, 0.00), coalesce(came.amount, 0.00),
        coalesce(d.amount, 0.00) - coalesce(p.kept, 0.00))) f (measure, position, agreements, bank, ledger)
 where g.edition > 0
   and (not :differing or f.agreements <> f.ledger or f.bank <> f.ledger)
