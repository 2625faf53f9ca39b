-- What each sector needs of each service in a year and what accredited organisations offer of it then: a year's capacity by
-- the days on which offer and accreditation are in force. Offers to any sector stand beside, for they cannot be added up.
with year as (
    select daterange(make_date(:year, 1, 1), make_date(:year + 1, 1, 1)) as days,
           make_date(:year + 1, 1, 1) - make_date(:year, 1, 1) as length
),
given as (
    select o.service, o.sector, o.capacity,
           daterange(o.valid_from, o.valid_until) * daterange(a.valid_from, a.valid_until)
             * daterange(p.valid_from, p.valid_until) * y.days as days, y.length
      from infrastructure.offer o
      join infrastructure.accreditation a on a.organisation_id = o.organisation_id and a.superseded_by is null
       and a.state = 'GIVEN'
      join infrastructure.particulars p on p.organisation_id = o.organisation_id and p.superseded_by is null
     cross join year y
     where o.superseded_by is null
),
offered as (
    select service, sector, round(sum(capacity * (upper(days) - lower(days)) / length), 2) as amount
      from given
     where not isempty(days)
     group by service, sector
),
needed as (
    select n.service, n.sector, n.amount, n.basis
      from infrastructure.need n
     where n.superseded_by is null and n.year = :year
),
pairs as (
    select service, sector from offered where sector is not null
     union
    select service, sector from needed
)
select r.code as sector, r.name_ru as sector_ru, r.name_en as sector_en, s.code as service, s.name_ru as service_ru,
       s.name_en as service_en, s.unit_ru, s.unit_en, n.amount as needed, n.basis, coalesce(o.amount, 0) as offered,
       coalesce(w.amount, 0) as shared, r.position as sector_place, s.position as service_place
  from pairs p
  join cluster.sector r on r.code = p.sector
  join infrastructure.service s on s.code = p.service
  left join needed n on n.sector = p.sector and n.service = p.service
  left join offered o on o.sector = p.sector and o.service = p.service
  left join offered w on w.sector is null and w.service = p.service
 union all
select null, null, null, s.code, s.name_ru, s.name_en, s.unit_ru, s.unit_en, null, null, 0, w.amount,
       null, s.position
  from offered w
  join infrastructure.service s on s.code = w.service
 where w.sector is null and not exists (select from pairs p where p.service = w.service)
 order by sector_place nulls last, service_place
