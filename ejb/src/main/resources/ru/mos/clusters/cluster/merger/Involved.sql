-- The clusters of a merger with whatever could hinder it: whether each exists around the day, the latest day of which
-- something is already said, whether the uniting organisation is one of its participants, and what waits.
select c.id, c.code, c.sector,
       p.valid_from < :day and (p.valid_until is null) as open_then,
       (select max(d.day)
          from (select greatest(m.valid_from, m.valid_until) as day
                  from cluster.membership m where m.cluster_id = c.id and m.superseded_by is null
                 union all
                select greatest(o.valid_from, o.valid_until)
                  from cluster.organisation o where o.cluster_id = c.id and o.superseded_by is null
                 union all
                select greatest(k.valid_from, k.valid_until)
                  from cluster.curatorship k where k.cluster_id = c.id and k.superseded_by is null) d) as latest,
       (select o.inn from cluster.organisations_on(:day, null) o where o.cluster_id = c.id) as organisation,
       array(select m.inn from cluster.memberships_on(:day, null) m where m.cluster_id = c.id) as members,
       (select count(*) from cluster.application a
         where a.cluster_id = c.id and a.superseded_by is null and a.state = 'SUBMITTED') as waiting,
       exists (select
                 from cluster.merger g
                where g.superseded_by is null and g.state = 'PROPOSED' and g.id <> :merger
                  and (g.successor_id = c.id
                       or exists (select from cluster.merged d where d.merger_id = g.id and d.cluster_id = c.id))) as pending
  from cluster.cluster c
  join cluster.particulars_known(null) p on p.cluster_id = c.id
 where c.id = any(:clusters)
 order by c.sector, c.number
