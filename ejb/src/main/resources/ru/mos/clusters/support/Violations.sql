-- Violations of a filter; what was known when, and the order, are added.
select v.id, v.inn, coalesce(r.name, e.name) as name, v.record_id, v.kind, v.recognised_on, v.correction_due, v.corrected_on,
       v.description, v.document_title, v.document_number, v.document_date, v.correction_title, v.correction_number,
       v.correction_date,
       v.superseded_by is not null and not exists (select from support.violation n
                                                    where n.id = v.id and n.superseded_by is null) as annulled,
       c.actor as entered_by, coalesce(c.at, platform.now()) as entered_at, v.row_id
  from support.violation v
  join platform.change c on c.id = v.entered_by
  left join support.record r on r.id = v.record_id and r.superseded_by is null
  left join registry.entity e on e.inn = v.inn
 where (cast(:inn as text) is null or v.inn = :inn)
   and (cast(:kind as text) is null or v.kind = :kind)
   and (cast(:record as uuid) is null or v.record_id = cast(:record as uuid))
