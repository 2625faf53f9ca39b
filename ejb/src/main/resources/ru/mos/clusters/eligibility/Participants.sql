-- Who takes part in the clusters on the date, with what the tax service's register shows of each on that date.
select m.cluster_id, m.inn, coalesce(m.name, r.name, e.name) as name, m.roles, m.member_of_organisation, m.valid_from,
       s.status, s.category, s.since, s.region, s.reason, s.release_id, l.state_on,
       case when r.main_version is not null then r.main_version || ':' || r.main_code end as main_activity,
       (select array_agg(distinct p ->> 'code')
          from jsonb_array_elements(r.products) p
         where p ->> 'innovative' in ('1', 'true') and p ->> 'code' is not null) as innovative_products
  from cluster.memberships_on(:asOf, :knownOn) m
  left join lateral registry.sme_status(m.inn, :asOf, :knownOn) s on :taxService
  left join registry.sme_run r on r.id = s.run_id
  left join registry.release l on l.id = s.release_id
  left join registry.entity e on e.inn = m.inn
 where :all or m.cluster_id = any(:clusters)
