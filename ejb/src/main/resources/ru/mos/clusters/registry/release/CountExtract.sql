-- How an EXTRACT differs from what was shown right before it, by date: nobody leaves by it.
select count(*) filter (where b.hash is null) as entered, 0 as "left",
       count(*) filter (where b.hash <> s.hash) as changed
  from registry.staged_sme s
  left join lateral (
    select r.hash
      from registry.sme_run r
     where r.inn = s.inn and r.kind = s.kind and r.superseded_by is null and r.first_ord < :ord
       and (r.extract or r.gone_ord is null or r.gone_ord > :ord)
     order by r.extract desc, r.first_ord desc
     limit 1) b on true
 where s.release_id = :release
