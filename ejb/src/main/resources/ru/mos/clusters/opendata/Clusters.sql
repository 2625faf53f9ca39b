-- Clusters that exist on the day, in the order of their sectors and numbers, each with its latest verdict.
select c.code, c.sector, s.name_ru as sector_name, p.name, o.inn, coalesce(o.name, e.name) as organisation,
       (select count(*) from cluster.membership m
         where m.cluster_id = c.id and m.superseded_by is null and m.member_of_organisation
           and daterange(m.valid_from, m.valid_until) @> :day) as members,
       cast(jsonb_path_query_first(v.trace, '$.findings[*] ? (@.rule == "E2").measured.count') as integer) as smes,
       v.outcome, v.as_of as verdict_on
  from cluster.cluster c
  join cluster.sector s on s.code = c.sector
  join cluster.particulars p on p.cluster_id = c.id and p.superseded_by is null and daterange(p.valid_from, p.valid_until) @> :day
  left join cluster.organisation o on o.cluster_id = c.id and o.superseded_by is null and daterange(o.valid_from, o.valid_until) @> :day
  left join registry.entity e on e.inn = o.inn
  left join eligibility.standing t on t.cluster_id = c.id
  left join eligibility.verdict v on v.id = t.verdict_id
 order by s.position, s.code, c.number
