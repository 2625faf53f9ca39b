-- Entrepreneurs and self-employed who are members of clusters on the day or were awarded a grant, summed up by sector and category: how
-- many persons there are, and how many of them were awarded how much. The category is that of the latest release.
-- Who is in more than one sector is told of as SEVERAL.
with member as (
    select distinct c.sector, m.inn
      from cluster.membership m
      join cluster.cluster c on c.id = m.cluster_id
      join cluster.particulars p on p.cluster_id = c.id and p.superseded_by is null and daterange(p.valid_from, p.valid_until) @> :day
     where m.superseded_by is null and length(m.inn) = 12 and m.member_of_organisation and daterange(m.valid_from, m.valid_until) @> :day
),
granted as (
    select coalesce(c.sector, 'OTHER') as sector, g.party as inn, sum(g.awarded) as awarded, sum(g.disbursed) as disbursed
      from (%s) g
      left join cluster.cluster c on c.code = g.cluster
     where length(g.party) = 12
     group by 1, 2
),
person as ( -- in one sector each, so that the sums of sectors are counts of people
    select a.inn, case when count(distinct a.sector) = 1 then min(a.sector) else 'SEVERAL' end as sector
      from (select m.sector, m.inn from member m union all select g.sector, g.inn from granted g) a
     group by a.inn
),
paid as (
    select g.inn, sum(g.awarded) as awarded, sum(g.disbursed) as disbursed from granted g group by g.inn
)
select p.sector,
       case e.category when 1 then 'MICRO' when 2 then 'SMALL' when 3 then 'MEDIUM' else 'OUTSIDE_REGISTER' end as category,
       count(m.inn) as persons, count(g.inn) as recipients,
       coalesce(sum(g.awarded), 0.00) as awarded, coalesce(sum(g.disbursed), 0.00) as disbursed
  from person p
  left join (select distinct inn from member) m on m.inn = p.inn
  left join paid g on g.inn = p.inn
  left join registry.entity e on e.inn = p.inn
 group by 1, 2
