-- MatchExact.sql: every payment that the statement showed first and that can be one waiting instruction only, which can be no other
-- payment, has executed it: same account of ours and of the payee, sum, INN, and number within the year or our own reference. Where
-- several fit, the same words of the purpose decide, if they leave one.
-- Each document looks its instructions up by index: of rows just written the planner knows nothing, and joined as sets it would
-- compare every document with every instruction over the same sum.
with payment as (
    select d.id as document_id, d.account_id, d.booked_on, d.amount, d.other_inn, d.other_account, d.purpose, d.reference,
           ltrim(d.number, '0') as number, extract(year from d.day) as year
      from bank.document d
     where d.statement_id = :statement and not d.incoming
),
same_number as (
    select d.document_id, d.booked_on, d.amount, d.other_inn, d.purpose, i.id as instruction_id, i.number, i.source_kind,
           i.source, i.payee_inn, i.purpose as instructed
      from payment d
     cross join lateral (
           select w.*
             from bank.instruction w
            where (w.account_id, w.amount, w.payee_account, w.number::text) = (d.account_id, d.amount, d.other_account, d.number)
              and w.state = 'ISSUED'
           offset 0) i
     where (d.year is null or d.year = i.year_of_day)
       and i.year = extract(year from d.booked_on)           -- money of a budget's year is not paid in another
),
same_reference as (
    select d.document_id, d.booked_on, d.amount, d.other_inn, d.purpose, i.id as instruction_id, i.number, i.source_kind,
           i.source, i.payee_inn, i.purpose as instructed
      from payment d
     cross join lateral (
           select w.* from bank.instruction w where replace(w.id::text, '-', '') = d.reference and w.state = 'ISSUED' offset 0) i
     where d.reference <> '' and (i.account_id, i.amount, i.payee_account) = (d.account_id, d.amount, d.other_account)
       and i.year = extract(year from d.booked_on)
),
fitting as (                                               -- never joined again: of rows just written nobody knows how many there are
    select p.*, lower(regexp_replace(purpose, '\W', '', 'g')) = lower(regexp_replace(instructed, '\W', '', 'g')) as alike
      from (select * from same_number union select * from same_reference) p
     where other_inn = '' or other_inn = payee_inn
),
counted as (
    select f.*,
           count(*) over (partition by document_id) as of_document,
           count(*) over (partition by instruction_id) as of_instruction,
           count(*) filter (where alike) over (partition by document_id) as alike_of_document,
           count(*) filter (where alike) over (partition by instruction_id) as alike_of_instruction
      from fitting f
),
exact as (
    select *
      from counted
     where (of_document, of_instruction) = (1, 1) or (alike and (alike_of_document, alike_of_instruction) = (1, 1))
),
matched as (
    insert into bank.match (id, document_id, instruction_id, automatic, matched_by, recorded_by)
    select gen_random_uuid(), document_id, instruction_id, true, :by, :change
      from exact
    returning instruction_id
),
executed as (
    update bank.instruction i
       set state = 'EXECUTED', concluded_on = e.booked_on, version = version + 1, changed_by = :change
      from exact e
     where i.id = e.instruction_id
    returning i.id
)
select e.instruction_id as instruction, e.source_kind as kind, e.source, e.booked_on as "on", e.amount, e.document_id as document
  from exact e
 order by e.number
