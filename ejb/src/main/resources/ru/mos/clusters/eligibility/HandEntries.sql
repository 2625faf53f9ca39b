-- What was entered by hand and confirmed of participants, organisations and whoever else is asked about, in force on the date; of the city's register
-- also what has ended by then.
with asked as materialized (
    select c.id from cluster.cluster c where :all or c.id = any(:clusters)
),
subject as materialized (
    select distinct s.inn
      from asked q
     cross join lateral (
        select m.inn from cluster.memberships_on(:asOf, :knownOn) m where m.cluster_id = q.id
         union all
        select o.inn from cluster.organisations_on(:asOf, :knownOn) o where o.cluster_id = q.id
        offset 0) s
     union
    select n.inn from unnest(cast(:inns as text[])) n (inn)
)
select f.inn, f.fact, f.value, f.valid_from, f.valid_until, f.document_on, f.id
  from registry.manual_fact f
  join subject a on a.inn = f.inn
 where f.fact in ('CITY_REGISTER', 'LEGAL_FORM', 'INNOVATIVE', 'PRODUCTION', 'EXPORT_ORIENTED')
   and f.recorded_by is not null
   and f.valid_from <= :asOf
   and (f.fact = 'CITY_REGISTER' or f.valid_until is null or :asOf < f.valid_until)
   and platform.is_known(f.recorded_by, f.superseded_by, :knownOn)
 order by f.inn, f.fact, f.valid_from
