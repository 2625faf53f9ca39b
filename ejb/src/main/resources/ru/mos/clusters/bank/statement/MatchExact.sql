-- MatchExact.sql: every payment that the statement showed first and that can be one waiting instruction only, which can be no other
-- payment, has executed it: same account of ours and of the payee, sum, INN, and number within the year or our own reference. Where
-- several fit, the same words of the purpose decide, if they leave one.
with same_number as (                                      -- apart from same_reference: an "or" finds no index
    select d.id as document_id, d.booked_on, d.amount, d.other_inn, d.purpose, i.id as instruction_id, i.number, i.source_kind,
           i.source, i.payee_inn, i.purpose as instructed
      from bank.document d
      join bank.instruction i
        on (i.account_id, i.amount, i.payee_account, i.number::text) = (d.account_id, d.amount, d.other_account, ltrim(d.number, '0'))
     where d.statement_id = :statement and not d.incoming
       and i.state = 'ISSUED' and (d.day is null or extract(year from d.day) = i.year_of_day)
),
same_reference as (
    select d.id as document_id, d.booked_on, d.amount, d.other_inn, d.purpose, i.id as instruction_id, i.number, i.source_kind,
           i.source, i.payee_inn, i.purpose as instructed
      from bank.document d
      join bank.instruction i
        on (i.account_id, i.amount, i.payee_account) = (d.account_id, d.amount, d.other_account)
       and replace(i.id::text, '-', '') = d.reference
     where d.statement_id = :statement and not d.incoming and d.reference <> '' and i.state = 'ISSUED'
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
