-- Tasks open at the end of the day, by how their term stands on it. A term that was moved is known as it is now.
with open as (
    select case :by when 'KIND' then t.kind else case when t.login is null then t.role else 'person' end end as key, t.due
      from platform.task t
      join platform.change o on o.id = t.opened_by and o.at <= :until
      left join platform.change c on c.id = t.closed_by
     where t.closed_by is null or c.at > :until
),
summed as (
    select grouping(key) as all_together, key,
           count(*) filter (where due < :on) as overdue, count(*) filter (where due between :on and cast(:on as date) + 7) as due_soon,
           count(*) filter (where due > cast(:on as date) + 7) as due_later, count(*) filter (where due is null) as no_term
      from open
     group by grouping sets ((key), ())
    having count(*) > 0
)
select case when all_together = 1 then ''
            else to_char(999999999999 - overdue, 'fm000000000000') || to_char(999999999999 - due_soon, 'fm000000000000') || ' ' || key
       end collate "C" as line,
       case when all_together = 1 then 'TOTAL' else 'NAMED' end as kind, key as id, key as code, null as name_ru, null as name_en,
       null as unit_ru, null as unit_en, overdue, due_soon, due_later, no_term
  from summed
