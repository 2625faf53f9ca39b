-- How the release differs from the latest incomes of that year.
select count(*) filter (where b.income is null) as entered, 0 as "left",
       count(*) filter (where (b.income, b.expense) <> (s.income, s.expense)) as changed
  from registry.staged_figure s
  left join lateral (
    select i.income, i.expense
      from registry.income i
     where i.inn = s.inn and i.year = :year and i.superseded_by is null
     order by i.document_on desc, i.release_id desc
     limit 1) b on true
 where s.release_id = :release
