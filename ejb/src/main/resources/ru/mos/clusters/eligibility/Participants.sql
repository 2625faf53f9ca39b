-- Who takes part in the clusters on the date, with what the tax service's register shows of each on that date.
-- Each cluster's are looked up by cluster (offset 0 keeps it so), however many others there are.
with asked as materialized (
    select c.id from cluster.cluster c where :all or c.id = any(:clusters)
)
select m.cluster_id, m.inn, coalesce(m.name, r.name, e.name) as name, m.roles, m.member_of_organisation, m.valid_from,
       s.status, s.category, s.since, s.region, s.reason, s.release_id, l.state_on,
       case when r.main_version is not null then r.main_version || ':' || r.main_code end as main_activity,
       (select array_agg(distinct p ->> 'code')
          from jsonb_array_elements(r.products) p
         where p ->> 'innovative' in ('1', 'true') and p ->> 'code' is not null) as innovative_products
  from asked q
 cross join lateral (select * from cluster.memberships_on(:asOf, :knownOn) where cluster_id = q.id offset 0) m
  left join lateral registry.sme_status(m.inn, :asOf, :knownOn) s on :taxService
  left join registry.sme_run r on r.id = s.run_id
  left join registry.release l on l.id = s.release_id
  left join registry.entity e on e.inn = m.inn
