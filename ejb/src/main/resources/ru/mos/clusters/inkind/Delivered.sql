-- What was delivered and confirmed in a year, in units of the service: how much, after how many days of waiting, and how it was.
select %1$s as place, r.service, v.name_ru as service_ru, v.name_en as service_en, v.unit_ru, v.unit_en,
       count(*) as times, round(sum(r.capacity * d.quantity / r.quantity), 2) as delivered, sum(d.value) as value,
       round(cast(percentile_cont(0.5) within group (order by d.starts_on - r.asked_on) as numeric), 1) as waited,
       round(avg(n.quality), 2) as quality, round(avg(n.timeliness), 2) as timeliness
  from inkind.request r
  join inkind.delivery d on d.request_id = r.id and d.superseded_by is null
  join inkind.confirmation n on n.request_id = r.id
  join infrastructure.service v on v.code = r.service
  %2$s
 where d.starts_on >= make_date(:year, 1, 1) and d.starts_on < make_date(:year + 1, 1, 1)
 group by 1, r.service, v.name_ru, v.name_en, v.unit_ru, v.unit_en, v.position
 order by 1, v.position
