-- What releases once said of the subject and no longer do: records superseded by later, late, corrected or withdrawn ones.
select registry.ord_date(r.first_ord) as from_day,
       case when r.extract then registry.ord_date(r.first_ord) + 1 else registry.ord_date(r.gone_ord) end as to_day,
       'IN' as status, registry.category_name(r.category) as category, registry.kind_name(r.kind) as kind, r.region,
       r.newly_created, r.social as social_enterprise, r.name, r.main_version, r.main_code,
       r.release_id, l.file_name, l.state_on, r.document, c.at as recorded_at, s.at as superseded_at
  from registry.sme_run r
  join registry.release l on l.id = r.release_id
  left join platform.change c on c.id = r.recorded_by
  join platform.change s on s.id = r.superseded_by
 where r.inn = :inn and r.superseded_by is not null
   and (r.gone_ord is null or registry.ord_date(r.gone_ord) > registry.ord_date(r.first_ord))
 order by r.first_ord, r.id
