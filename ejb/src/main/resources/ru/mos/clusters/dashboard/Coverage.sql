-- What sectors need of each service in a year and what is offered, put together from the coverage of each sector: what one has more
-- than it needs helps no other, what is shared helps all and counts once. As known now, for the year as a whole.
select to_char(min(v.service_place), 'fm0000000000') || ' ' || v.service collate "C" as line, 'NAMED' as kind, v.service as id,
       v.service as code, min(v.service_ru) as name_ru, min(v.service_en) as name_en, min(v.unit_ru) as unit_ru, min(v.unit_en) as unit_en,
       sum(v.needed) as needed, sum(v.offered) as offered, max(v.shared) as shared,
       greatest(sum(greatest(v.needed - v.offered, 0)) - max(v.shared), 0) as lacking,
       round(100 * (sum(v.needed) - greatest(sum(greatest(v.needed - v.offered, 0)) - max(v.shared), 0)) / nullif(sum(v.needed), 0), 1)
           as covered
  from (%s) v
 group by v.service
