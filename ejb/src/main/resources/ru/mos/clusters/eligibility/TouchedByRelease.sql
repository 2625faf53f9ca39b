-- Clusters with a participant or an organisation of which the release speaks: that it shows, of which it tells a figure, or
-- whose record in it could not be read; also where what it said holds no more.
select distinct p.cluster_id
  from (select m.cluster_id, m.inn from cluster.membership m where m.superseded_by is null
         union
        select o.cluster_id, o.inn from cluster.organisation o where o.superseded_by is null) p
 where exists (select from registry.sme_run r
                where r.inn = p.inn and r.superseded_by is null and r.first_ord = :ord)
    or exists (select from registry.sme_run r
                where r.inn = p.inn and r.superseded_by is not null and r.first_ord = :ord)
    or exists (select from registry.headcount h where h.inn = p.inn and h.release_id = :release)
    or exists (select from registry.income i where i.inn = p.inn and i.release_id = :release)
    or exists (select from registry.problem b where b.inn = p.inn and b.release_id = :release)
