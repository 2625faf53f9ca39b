-- One stretch of the members about whom the criteria of the law and the register disagree, with the clusters they belong to.
with page as materialized (
    select a.*
      from assessment.assessed a
     where a.kind in ('STATUS', 'CATEGORY')
       and (cast(:kind as text) is null or a.kind = cast(:kind as text))
       and a.inn > :after
     order by a.inn
     limit :fetch
),
belonging as (
    select m.inn, array_agg(distinct c.code order by c.code) as codes
      from cluster.memberships_on(platform.today(), null) m
      join cluster.cluster c on c.id = m.cluster_id
     where m.inn in (select p.inn from page p)
     group by m.inn
)
select p.inn, p.name, p.as_of, p.status, p.category, p.register_status, p.register_category, p.kind, p.causes,
       coalesce(b.codes, cast('{}' as text[])) as clusters
  from page p
  left join belonging b on b.inn = p.inn
 order by p.inn
