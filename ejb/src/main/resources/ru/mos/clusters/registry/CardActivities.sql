-- The activities of one record with their names, each in the edition of its own or in that of the main one.
with codes as (
    select 'MAIN' as role, cast(0 as bigint) as place, r.main_code as code, r.main_version as version
      from registry.sme_run r
     where r.id = :run and r.main_code is not null
     union all
    select 'REPORTED_MAIN', 0, split_part(r.reported_main, ':', -1),
           case when r.reported_main like '%:%' then split_part(r.reported_main, ':', 1) else r.main_version end
      from registry.sme_run r
     where r.id = :run and r.reported_main is not null
     union all
    select 'ADDITIONAL', a.place, split_part(a.code, ':', -1),
           case when a.code like '%:%' then split_part(a.code, ':', 1) else r.main_version end
      from registry.sme_run r
     cross join lateral unnest(r.activities) with ordinality a (code, place)
     where r.id = :run
     union all
    select 'REPORTED_ADDITIONAL', a.place, split_part(a.code, ':', -1),
           case when a.code like '%:%' then split_part(a.code, ':', 1) else r.main_version end
      from registry.sme_run r
     cross join lateral unnest(r.reported) with ordinality a (code, place)
     where r.id = :run
)
select c.role, c.code, n.name, c.version
  from codes c
  left join registry.activity n on n.code = c.code and n.version = c.version
 order by c.role, c.place
