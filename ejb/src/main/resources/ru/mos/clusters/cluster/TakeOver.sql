-- Who takes part in the sources on the day takes part in the successor from that day on, with all roles of all clusters
-- together, once. What already holds of a participant of the successor is superseded only where something is added.
with moving as materialized (
    select m.inn, max(m.name) as name, bool_or(m.member_of_organisation) as member_of_organisation,
           array_agg(distinct r.role order by r.role) as roles
      from cluster.membership m
     cross join lateral unnest(m.roles) r (role)
     where m.superseded_by is null
       and m.cluster_id = any(:sources)
       and m.valid_from <= :day
       and (m.valid_until is null or :day < m.valid_until)
     group by m.inn
),
already as materialized (
    select m.id, m.inn, m.name, m.roles, m.member_of_organisation, m.valid_from, m.valid_until,
           coalesce(m.name, v.name) as known_name,
           m.member_of_organisation or v.member_of_organisation as is_member,
           (select array_agg(distinct r.role order by r.role) from unnest(m.roles || v.roles) r (role)) as all_roles
      from cluster.membership m
      join moving v on v.inn = m.inn
     where m.superseded_by is null
       and m.cluster_id = :successor
       and m.valid_from <= :day
       and (m.valid_until is null or :day < m.valid_until)
),
superseded as (
    update cluster.membership m
       set superseded_by = :change
      from already a
     where m.id = a.id
       and (not a.roles @> a.all_roles or a.is_member <> a.member_of_organisation)
    returning m.id
),
changed as (
    select a.* from superseded s join already a on a.id = s.id
)
insert into cluster.membership (id, cluster_id, inn, name, roles, member_of_organisation, valid_from, valid_until, recorded_by)
select gen_random_uuid(), cast(:successor as uuid), c.inn, c.name, c.roles, c.member_of_organisation, c.valid_from, cast(:day as date), cast(:change as bigint)
  from changed c
 where c.valid_from < :day
 union all
select gen_random_uuid(), cast(:successor as uuid), c.inn, c.known_name, c.all_roles, c.is_member, cast(:day as date), c.valid_until, cast(:change as bigint)
  from changed c
 union all
select gen_random_uuid(), cast(:successor as uuid), v.inn, v.name, v.roles, v.member_of_organisation, cast(:day as date), cast(null as date), cast(:change as bigint)
  from moving v
 where v.inn not in (select a.inn from already a)
