-- Who the subject is and whether it is in the register on the date. It is presented by the record that stands on the date,
-- else by the nearest earlier one, else by the nearest later one, else by whatever brought it to our knowledge.
with day as (
    select coalesce(cast(:asOf as date), platform.today()) as as_of
),
status as (
    select d.as_of, s.*
      from day d
     cross join lateral registry.sme_status(:inn, d.as_of, cast(:knownOn as timestamptz)) s
),
shown as (
    select r.*
      from status s
     cross join lateral registry.sme_known(:inn, cast(:knownOn as timestamptz)) r
     order by r.id is not distinct from s.run_id desc,
              r.first_ord < registry.first_ord_of(s.as_of + 1) desc,
              abs(r.first_ord - registry.first_ord_of(s.as_of + 1)),
              r.kind
     limit 1
),
named as (
    select f.name
      from (select h.name, h.document_on, h.release_id from registry.headcount h where h.inn = :inn and h.superseded_by is null
             union all
            select i.name, i.document_on, i.release_id from registry.income i where i.inn = :inn and i.superseded_by is null) f
     order by f.document_on desc, f.release_id desc
     limit 1
)
select coalesce(r.ogrn, e.ogrn) as ogrn,
       coalesce(s.kind, registry.kind_name(r.kind), registry.kind_name(e.kind)) as kind,
       coalesce(r.name, n.name, e.name) as name,
       case when r.id is null then e.short_name else r.short_name end as short_name,
       coalesce(s.region, r.region, e.region) as region,
       r.place, s.status, s.category, s.since, s.newly_created, s.social_enterprise, s.reason,
       s.release_id, l.file_name, l.state_on,
       case when r.id = s.run_id and r.release_id = s.release_id then r.document end as document,
       r.id as run_id, r.products, r.licences, r.programmes, r.contracts
  from status s
  left join shown r on true
  left join named n on true
  left join registry.entity e on e.inn = :inn
  left join registry.release l on l.id = s.release_id
 where r.id is not null
    or n.name is not null
    or e.inn is not null
    or exists (select from registry.manual_fact m where m.inn = :inn and m.recorded_by is not null)
