-- Records of support of a filter; what was known when, and the order, are added.
select r.id, r.register_number, r.inn, coalesce(r.name, e.name) as name, r.provider_inn,
       coalesce(r.provider_name, p.name) as provider_name, r.form, r.kind, r.purpose, r.decided_on, r.ends_on, r.stopped_on,
       platform.today() >= r.decided_on and platform.today() < least(r.stopped_on, r.ends_on + 1) as running,
       platform.today() >= least(r.stopped_on, r.ends_on + 1)
           + make_interval(months => cast(support.parameter_on('RETENTION_MONTHS', platform.today()) as integer)) as expired,
       r.origin, r.size, r.unit, r.document_title, r.document_number, r.document_date, r.stop_title, r.stop_number, r.stop_date,
       r.superseded_by is not null and not exists (select from support.record n
                                                    where n.id = r.id and n.superseded_by is null) as annulled,
       c.actor as entered_by, coalesce(c.at, platform.now()) as entered_at, r.row_id
  from support.record r
  join platform.change c on c.id = r.entered_by
  left join registry.entity e on e.inn = r.inn
  left join registry.entity p on p.inn = r.provider_inn
 where (cast(:inn as text) is null or r.inn = :inn)
   and (cast(:provider as text) is null or r.provider_inn = :provider)
   and (cast(:form as text) is null or r.form = :form)
   and (cast(:runsOn as date) is null
        or (r.decided_on <= cast(:runsOn as date) and cast(:runsOn as date) < least(r.stopped_on, r.ends_on + 1)))
   and (cast(:from as date) is null or r.decided_on >= cast(:from as date))
   and (cast(:until as date) is null or r.decided_on < cast(:until as date))
