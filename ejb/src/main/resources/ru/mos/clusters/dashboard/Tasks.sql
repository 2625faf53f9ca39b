-- Tasks open at the end of the day.
select t.id, t.kind, t.role, t.login, t.subject_kind, t.subject, t.facts, t.due, o.at as opened_at
  from platform.task t
  join platform.change o on o.id = t.opened_by and o.at <= :until
  left join platform.change c on c.id = t.closed_by
 where (t.closed_by is null or c.at > :until)
   and (cast(:kind as text) is null or t.kind = :kind)
   and (cast(:role as text) is null or case when t.login is null then t.role else 'person' end = :role)
   and case cast(:when as text) when 'OVERDUE' then t.due < :on when 'DUE_SOON' then t.due between :on and cast(:on as date) + 7
                                when 'DUE_LATER' then t.due > cast(:on as date) + 7 when 'NO_TERM' then t.due is null else true end
