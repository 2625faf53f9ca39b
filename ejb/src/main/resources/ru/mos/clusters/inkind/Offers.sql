-- What accredited organisations of the infrastructure offer from a day through another, and what is left of it in the first day's year.
select f.id, o.id as organisation, o.code as organisation_code, o.inn as organisation_inn, p.name as organisation_name,
       f.service, v.name_ru as service_ru, v.name_en as service_en, v.unit_ru, v.unit_en, f.sector,
       inkind.capacity_in(f.id, cast(extract(year from cast(:on as date)) as integer)) as capacity,
       coalesce((select sum(r.amount) from inkind.reservation r
                  where r.offer_id = f.id and r.year = extract(year from cast(:on as date)) and r.freed_by is null), 0) as reserved
  from infrastructure.offer f
  join infrastructure.organisation o on o.id = f.organisation_id
  join infrastructure.service v on v.code = f.service
  join infrastructure.particulars p on p.organisation_id = o.id and p.superseded_by is null
   and daterange(p.valid_from, p.valid_until) @> cast(:on as date)
 where f.superseded_by is null and daterange(f.valid_from, f.valid_until) @> daterange(:on, :through, '[]')
   and (select range_agg(daterange(a.valid_from, a.valid_until)) from infrastructure.accreditation a
         where a.organisation_id = o.id and a.superseded_by is null and a.state = 'GIVEN') @> daterange(:on, :through, '[]')
   and (cast(:id as uuid) is null or f.id = cast(:id as uuid))
 order by v.position, o.number, f.sector nulls first, f.id
