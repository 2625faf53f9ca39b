-- What was entered by hand and confirmed of participants and organisations, in force on the date; of the city's register
-- also what has ended by then.
with asked as (
    select m.inn from cluster.memberships_on(:asOf, :knownOn) m where :all or m.cluster_id = any(:clusters)
     union
    select o.inn from cluster.organisations_on(:asOf, :knownOn) o where :all or o.cluster_id = any(:clusters)
)
select f.inn, f.fact, f.value, f.valid_from, f.valid_until, f.document_on, f.id
  from registry.manual_fact f
  join asked a on a.inn = f.inn
 where f.fact in ('CITY_REGISTER', 'LEGAL_FORM', 'INNOVATIVE', 'PRODUCTION', 'EXPORT_ORIENTED')
   and f.recorded_by is not null
   and f.valid_from <= :asOf
   and (f.fact = 'CITY_REGISTER' or f.valid_until is null or :asOf < f.valid_until)
   and eligibility.is_known(f.recorded_by, f.superseded_by, :knownOn)
 order by f.inn, f.fact, f.valid_from
