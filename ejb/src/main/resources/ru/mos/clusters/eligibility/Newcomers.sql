-- Enterprises that might join a cluster, with what the tax service's register shows of each on the date.
select cast(:cluster as uuid) as cluster_id, q.inn, coalesce(r.name, e.name) as name, cast('{}' as text[]) as roles,
       true as member_of_organisation, cast(:asOf as date) as valid_from,
       s.status, s.category, s.since, s.region, s.reason, s.release_id, l.state_on,
       case when r.main_version is not null then r.main_version || ':' || r.main_code end as main_activity,
       (select array_agg(distinct p ->> 'code')
          from jsonb_array_elements(r.products) p
         where p ->> 'innovative' in ('1', 'true') and p ->> 'code' is not null) as innovative_products
  from unnest(cast(:inns as text[])) q (inn)
  left join lateral registry.sme_status(q.inn, :asOf, :knownOn) s on :taxService
  left join registry.sme_run r on r.id = s.run_id
  left join registry.release l on l.id = s.release_id
  left join registry.entity e on e.inn = q.inn
