-- What a file tells of its documents, in its order.
select i.document_id, i.inn, i.ogrn, i.subject, i.category, i.name, r.register_number,
       r.provider_inn, coalesce(r.provider_name, p.name, r.provider_inn) as provider_name, r.decided_on, r.ends_on, r.stopped_on,
       i.form_code, d.form_name, i.kind_code, d.name as kind_name, r.size, u.register_code as unit,
       case when i.violations <> '' then (
            select jsonb_agg(jsonb_build_object('kind', v.kind, 'on', v.recognised_on, 'due', v.correction_due,
                                                'corrected', v.corrected_on) order by v.recognised_on, v.kind, v.id)
              from support.violation v
             where v.record_id = r.id and v.superseded_by is null) end as violations
  from recipient.item i
  join support.record r on r.row_id = i.row_id
  join support.register_kind d on (d.form_code, d.code) = (i.form_code, i.kind_code)
  join support.unit u on u.code = r.unit
  left join registry.entity p on p.inn = r.provider_inn
 where i.batch_id = :batch
 order by i.position
