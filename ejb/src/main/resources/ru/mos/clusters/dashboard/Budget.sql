-- What was planned for each measure or call of a year, beside what the ledger has of it by the day: by the day on which an entry counts,
-- as known now. The plan of a programme and what a call announced are those recorded by the day.
with moved as (
    select x.line, x.id, x.code, x.figure, sum(x.amount) as amount from (%s) x group by 1, 2, 3, 4
),
planned as (
    select (m.programme || '/' || to_char(m.position, 'fm0000000000') || '/' || m.code) collate "C" as line, m.programme || '/' || m.code as id, m.code,
           p.amount
      from call.plan_line p
      join call.measure m on (m.programme, m.code) = (p.programme, p.measure)
     where :by = 'MEASURE' and p.year = :year and platform.is_known(p.recorded_by, p.superseded_by, :until)
     union all
    select to_char(c.number, 'fm0000000000000000000') collate "C", cast(c.id as text), 'C-' || c.number, cast(m ->> 'amount' as numeric)
      from call.call c
     cross join lateral (
           select e.terms from call.edition e join platform.change r on r.id = e.recorded_by
            where e.call_id = c.id and r.at <= :until order by e.number desc limit 1) e
     cross join lateral jsonb_array_elements(e.terms -> 'money') m
     where :by = 'CALL' and cast(m ->> 'year' as integer) = :year and m ->> 'amount' is not null
       and not (c.state = 'CANCELLED' and exists (select from platform.change r where r.id = c.changed_by and r.at <= :until))
),
counted as (
    select line, id, code, figure, amount from moved
     union all
    select line, id, code, 'PLANNED', amount from planned
)
select l.*, null as unit_ru, null as unit_en, coalesce(m.name_ru, e.terms ->> 'titleRu') as name_ru,
       coalesce(m.name_en, e.terms ->> 'titleEn') as name_en
  from (select coalesce(line, '') collate "C" as line, id, code,
               case when grouping(line) = 1 then 'TOTAL' when id is null then 'NONE' else 'NAMED' end as kind,
               coalesce(sum(amount) filter (where figure = 'PLANNED'), 0.00) as planned,
               coalesce(sum(amount) filter (where figure = 'RESERVED'), 0.00) as reserved,
               coalesce(sum(amount) filter (where figure = 'COMMITTED'), 0.00) as committed,
               coalesce(sum(amount) filter (where figure = 'DUE'), 0.00) as due,
               coalesce(sum(amount) filter (where figure = 'PAID'), 0.00) as paid,
               coalesce(sum(amount) filter (where figure = 'ACCEPTED'), 0.00) as accepted,
               coalesce(sum(amount) filter (where figure = 'RETURNED'), 0.00) as returned,
               coalesce(sum(amount) filter (where figure = 'RETURNED_LATER'), 0.00) as returned_later
          from counted
         group by grouping sets ((line, id, code), ())
        having count(*) > 0) l
  left join call.measure m on :by = 'MEASURE' and (m.programme, m.code) = (split_part(l.id, '/', 1), split_part(l.id, '/', 2))
  left join lateral (
       select e.terms from call.edition e
        where e.call_id = cast(case when :by = 'CALL' then l.id end as uuid) order by e.number desc limit 1) e on true
