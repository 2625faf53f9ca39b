-- Figures of the execution of a budget year as they moved, each with the line of the report it belongs to: a measure, a call, an
-- agreement or who was paid. What the ledger keeps under a subject that none of our calls, or no agreement of ours, stands behind has a
-- line of its own at the end: so the lines sum up to the subjects of the ledger. An entry on a payment bears its id in its key, and
-- what is known of a participant is what is known of payments; what was due lapses for all with the year, named by no payment.
with moved as (
    select m.kbk, m.subject, m.stage, m.operation,
           case when :by = 'PARTICIPANT' then
                case split_part(m.key, '/', 1) when 'payment' then split_part(m.key, '/', 2) when 'report' then split_part(m.key, '/', 3)
                                               when 'repayment' then split_part(m.key, '/', 4) end end as payment,
           case when :each then m.entry end as entry, case when :each then m.account end as account, sum(m.amount) as amount
      from ledger.moved(:year, :on, :known) m
     where m.subject <> '' and (cast(:kbk as text) is null or m.kbk = :kbk)
     group by 1, 2, 3, 4, 5, 6, 7
),
counted as (
    select m.*, f.code as figure, f.sign * m.amount as counts,
           bool_or(m.stage = 'DUE' and m.operation = 'LAPSED') over (partition by m.kbk, m.subject) as lapsed
      from moved m
      join ledger.figure f on m.stage = any (f.stages) and (f.operations is null or m.operation = any (f.operations))
),
known as (
    select s.subject, coalesce(g.call_id, a.call_id) as call_id, coalesce(g.id, l.id) as agreement_id, coalesce(g.number, l.number) as number,
           coalesce(agreement.party_on(coalesce(g.id, l.id), :on), a.applicant, o.inn) as party
      from (select distinct subject from counted) s
      left join agreement.agreement g on 'G-' || g.number = s.subject
      left join call.application a on 'A-' || a.number = s.subject
      left join (select distinct on (application_id) application_id, id, number
                   from agreement.agreement order by application_id, number desc) l on l.application_id = a.id
      left join ledger.opening_agreement o on o.subject = s.subject
)
select case :by when 'MEASURE' then coalesce(c.programme || '/' || to_char(e.position, 'fm0000000000') || '/' || c.measure, '~')
                when 'CALL' then coalesce(to_char(c.number, 'fm0000000000000000000'), '~')
                when 'AGREEMENT' then coalesce(to_char(k.number, 'fm0000000000000000000'), '~' || m.subject)
                else coalesce(p.payee, k.party, '~') end collate "C" as line,
       case :by when 'MEASURE' then c.programme || '/' || c.measure when 'CALL' then cast(c.id as text)
                when 'AGREEMENT' then cast(k.agreement_id as text) else coalesce(p.payee, k.party) end as id,
       case :by when 'MEASURE' then c.measure when 'CALL' then 'C-' || c.number
                when 'AGREEMENT' then coalesce('G-' || k.number, m.subject) end as code,
       case :by when 'AGREEMENT' then k.party when 'PARTICIPANT' then coalesce(p.payee, k.party) end as inn,
       m.figure, m.entry, m.account, m.counts as amount
  from counted m
  join known k on k.subject = m.subject
  left join agreement.payment p on cast(p.id as text) = m.payment
  left join call.call c on c.id = k.call_id
  left join call.measure e on (e.programme, e.code) = (c.programme, c.measure)
 where m.figure in ('DUE', 'PAID', 'ACCEPTED', 'RETURNED', 'RETURNED_LATER')
       and not (:by = 'PARTICIPANT' and m.figure = 'DUE' and m.lapsed)
    or m.figure in ('RESERVED', 'COMMITTED', 'LAPSED') and :by <> 'PARTICIPANT'
