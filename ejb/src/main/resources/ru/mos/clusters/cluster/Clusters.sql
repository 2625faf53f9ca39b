-- Clusters as they stand on a date (null: today), as known at an instant (null: now), narrowed by a filter, in order after
-- a key. Participants are counted only of those shown; matching says how many the filter lets through at any place.
with day as materialized (
    select coalesce(cast(:asOf as date), platform.today()) as as_of
),
matching as materialized (
    select c.id, c.code, c.sector, c.number, p.name, registry.search_form(p.name) as sort_name,
           case when :byName then registry.search_form(p.name) else '' end as place,
           p.valid_from, p.valid_until, p.closing_reason, c.version,
           case when p.valid_from > d.as_of then 'FUTURE'
                when p.valid_until <= d.as_of then 'CLOSED'
                else 'ACTIVE' end as status,
           o.inn as organisation_inn, coalesce(o.name, e.name) as organisation_name, o.legal_form as organisation_form,
           o.valid_from as organisation_from, o.valid_until as organisation_until,
           k.login as curator_login, u.name as curator_name, k.valid_from as curator_from, k.valid_until as curator_until
      from cluster.cluster c
     cross join day d
      join cluster.particulars_known(:knownOn) p on p.cluster_id = c.id
      left join cluster.organisations_on(d.as_of, :knownOn) o on o.cluster_id = c.id
      left join registry.entity e on e.inn = o.inn
      left join cluster.curators_on(d.as_of, :knownOn) k on k.cluster_id = c.id
      left join platform.app_user u on u.login = k.login
     where (cast(:id as uuid) is null or c.id = cast(:id as uuid))
       and (cast(:sector as text) is null or c.sector = :sector)
       and (cast(:curator as text) is null or k.login = :curator)
       and (cast(:status as text) is null
            or :status = case when p.valid_from > d.as_of then 'FUTURE'
                              when p.valid_until <= d.as_of then 'CLOSED'
                              else 'ACTIVE' end)
       and (cast(:text as text) is null
            or strpos(lower(c.code), lower(:text)) > 0
            or strpos(registry.search_form(p.name), registry.search_form(:text)) > 0
            or strpos(registry.search_form(coalesce(o.name, e.name)), registry.search_form(:text)) > 0
            or starts_with(o.inn, :text))
),
shown as materialized (
    select m.*
      from matching m
     where (m.place, m.sector, m.number) > (:afterName, :afterSector, cast(:afterNumber as integer))
     order by m.place, m.sector, m.number
     limit :most
)
select s.*, n.members, n.partners, (select count(*) from matching) as matching
  from shown s
 cross join day d
 cross join lateral (select count(*) filter (where m.member_of_organisation) as members,
                            count(*) filter (where not m.member_of_organisation) as partners
                       from cluster.memberships_on(d.as_of, :knownOn) m
                      where m.cluster_id = s.id) n
 order by s.place, s.sector, s.number
