-- Requests for support in kind with all that came of them.
select r.*, r.organisation_id in %s as served, r.inn in (select platform.represented(:me, :person)) as represented,
       coalesce(r.name, (select e.name from registry.entity e where e.inn = r.inn and e.name is not null limit 1)) as shown_name,
       c.code as cluster_code, s.name_ru as sector_ru, s.name_en as sector_en,
       o.code as organisation_code, o.inn as organisation_inn,
       (select p.name from infrastructure.particulars p
         where p.organisation_id = o.id and p.superseded_by is null order by p.valid_from desc limit 1) as organisation_name,
       v.name_ru as service_ru, v.name_en as service_en, v.unit_ru as service_unit_ru, v.unit_en as service_unit_en,
       f.name_ru as form_ru, f.name_en as form_en, k.name_ru as kind_ru, k.name_en as kind_en, u.name_ru as unit_ru, u.name_en as unit_en,
       b.object_id, t.name as object_name,
       d.id as delivery_id, d.quantity as delivered, d.persons as delivered_persons, d.starts_on as delivered_from,
       d.ends_on as delivered_through, d.value, d.document_title as value_title, d.document_number as value_number,
       d.document_date as value_date, d.entered_by as delivered_by, d.entered_on as delivered_on,
       n.quality, n.timeliness, n.comment, n.confirmed_by, n.confirmed_on, n.record_id
  from inkind.request r
  join cluster.sector s on s.code = r.sector
  left join cluster.cluster c on c.id = r.cluster_id
  join infrastructure.organisation o on o.id = r.organisation_id
  join infrastructure.service v on v.code = r.service
  join support.form f on f.code = r.form
  join support.kind k on k.form = r.form and k.code = r.kind
  join support.unit u on u.code = r.unit
  left join inkind.booking b on b.request_id = r.id and b.freed_by is null
  left join inkind.object t on t.id = b.object_id
  left join inkind.delivery d on d.request_id = r.id and d.superseded_by is null
  left join inkind.confirmation n on n.request_id = r.id
 where
