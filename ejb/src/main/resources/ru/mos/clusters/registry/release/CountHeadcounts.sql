-- How the release differs from the latest headcounts of that year.
select count(*) filter (where b.value is null) as entered, 0 as "left",
       count(*) filter (where b.value <> s.headcount) as changed
  from registry.staged_figure s
  left join lateral (
    select h.value
      from registry.headcount h
     where h.inn = s.inn and h.year = :year and h.superseded_by is null
     order by h.document_on desc, h.release_id desc
     limit 1) b on true
 where s.release_id = :release
