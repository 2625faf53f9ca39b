-- Clusters as they stand on a date, as known at an instant (null: now), narrowed by a filter, in order after a key.
select c.id, c.code, c.sector, c.number, p.name, registry.search_form(p.name) as sort_name,
       p.valid_from, p.valid_until, p.closing_reason, c.version,
       case when p.valid_from > :asOf then 'FUTURE'
            when p.valid_until <= :asOf then 'CLOSED'
            else 'ACTIVE' end as status,
       o.inn as organisation_inn, coalesce(o.name, e.name) as organisation_name, o.legal_form as organisation_form,
       o.valid_from as organisation_from, o.valid_until as organisation_until,
       k.login as curator_login, u.name as curator_name, k.valid_from as curator_from, k.valid_until as curator_until,
       n.members, n.partners
  from cluster.cluster c
  join cluster.particulars_known(:knownOn) p on p.cluster_id = c.id
  left join cluster.organisations_on(:asOf, :knownOn) o on o.cluster_id = c.id
  left join registry.entity e on e.inn = o.inn
  left join cluster.curators_on(:asOf, :knownOn) k on k.cluster_id = c.id
  left join platform.app_user u on u.login = k.login
  cross join lateral (select count(*) filter (where m.member_of_organisation) as members,
                             count(*) filter (where not m.member_of_organisation) as partners
                        from cluster.memberships_on(:asOf, :knownOn) m
                       where m.cluster_id = c.id) n
 where (cast(:id as uuid) is null or c.id = cast(:id as uuid))
   and (cast(:sector as text) is null or c.sector = :sector)
   and (cast(:curator as text) is null or k.login = :curator)
   and (cast(:status as text) is null
        or :status = case when p.valid_from > :asOf then 'FUTURE' when p.valid_until <= :asOf then 'CLOSED' else 'ACTIVE' end)
   and (cast(:text as text) is null
        or strpos(lower(c.code), lower(:text)) > 0
        or strpos(registry.search_form(p.name), registry.search_form(:text)) > 0
        or strpos(registry.search_form(coalesce(o.name, e.name)), registry.search_form(:text)) > 0
        or starts_with(o.inn, :text))
   and (case when :byName then registry.search_form(p.name) else '' end, c.sector, c.number)
       > (:afterName, :afterSector, cast(:afterNumber as integer))
 order by case when :byName then registry.search_form(p.name) else '' end, c.sector, c.number
 limit :most
