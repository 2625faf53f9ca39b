-- What the register and the facts entered by hand say of many subjects on one date, as known at one instant, in one
-- statement and thus of one moment. known_on is the latest change that could have a say in it: replayed at that instant,
-- the answer is the same.
with day as materialized (
    select cast(:asOf as date) as as_of, cast(:knownOn as timestamptz) as known_on
),
asked as materialized (
    select distinct a.inn collate "C" as inn from unnest(cast(:inns as text[])) a (inn)
),
manual as materialized (
    select m.inn,
           jsonb_agg(jsonb_build_object('id', m.id, 'fact', m.fact, 'value', m.value, 'from', m.valid_from,
                                        'to', m.valid_until, 'name', m.name, 'title', m.document_title,
                                        'number', m.document_number, 'date', m.document_on,
                                        'recordedAt', extract(epoch from c.at))
                     order by m.fact, m.valid_from, m.id) as facts
      from registry.manual_fact m
      join platform.change c on c.id = m.recorded_by
     cross join day d
     where m.inn in (select a.inn from asked a)
       and m.valid_from <= d.as_of and (m.valid_until is null or d.as_of < m.valid_until)
       and case when d.known_on is null then m.superseded_by is null
                else c.at <= d.known_on and (m.superseded_by is null or not registry.known(m.superseded_by, d.known_on)) end
     group by m.inn
),
having_a_say as materialized (
    select max(c.at) as known_on
      from platform.change c, day d
     where (d.known_on is null or c.at <= d.known_on)
       and c.id in (select l.recorded_by from registry.release l where l.kind = 'SME_REGISTER'
                     union all
                    select l.withdrawn_by from registry.release l where l.kind = 'SME_REGISTER'
                     union all
                    select m.recorded_by from registry.manual_fact m where m.inn in (select a.inn from asked a)
                     union all
                    select m.superseded_by from registry.manual_fact m where m.inn in (select a.inn from asked a))
)
select a.inn, s.status, s.category, coalesce(s.kind, registry.kind_name(r.kind), registry.kind_name(e.kind)) as kind,
       s.since, s.newly_created, s.social_enterprise, coalesce(s.region, r.region, e.region) as region, s.reason,
       s.decided_until, coalesce(r.ogrn, e.ogrn) as ogrn, coalesce(r.name, e.name) as name,
       coalesce(r.main_code, r.reported_main) as main_code, r.main_version,
       coalesce(jsonb_path_exists(r.products, '$[*] ? (@.innovative == "1")'), false) as innovative_product,
       s.release_id, l.file_name, l.state_on,
       case when r.id = s.run_id and r.release_id = s.release_id then r.document end as document,
       c.at as decided_at,
       r.release_id as record_release, rl.file_name as record_file, rl.state_on as record_on, r.document as record_document,
       rc.at as recorded_at,
       m.facts as manual_facts,
       (select h.known_on from having_a_say h) as known_on
  from asked a
 cross join day d
 cross join lateral registry.sme_status(a.inn, d.as_of, d.known_on) s
  left join lateral (
        select x.*
          from registry.sme_known(a.inn, d.known_on) x
         order by x.id is not distinct from s.run_id desc,
                  x.first_ord < registry.first_ord_of(d.as_of + 1) desc,
                  abs(x.first_ord - registry.first_ord_of(d.as_of + 1)),
                  x.kind, x.hash
         limit 1) r on true
  left join registry.entity e on e.inn = a.inn
  left join registry.release l on l.id = s.release_id
  left join registry.release rl on rl.id = r.release_id
  left join platform.change c on c.id = s.change_id
  left join platform.change rc on rc.id = r.recorded_by
  left join manual m on m.inn = a.inn
 order by a.inn
