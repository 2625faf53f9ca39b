-- Records that were not sent as they stand, with what the registry says of their recipients on the day of the decision.
select u.row_id, u.record_id, u.inn, s.status, s.category, s.kind, e.ogrn, coalesce(e.name, m.name, o.name, case when length(u.inn) = 10 then r.name end) as name,
       coalesce(o.legal_form, m.form, case when o.inn is not null then 'ASSOCIATION' else '' end)
           in ('ASSOCIATION', 'UNION', 'NON_PROFIT_PARTNERSHIP', 'PUBLIC_ORGANISATION') as association,
       coalesce(m.self_employed, false) as self_employed, d.form_code, d.code as kind_code, u.facts, u.stopped_on, u.violations,
       u.told, u.told_facts, u.told_stop, u.told_violations, u.held_for, u.annulled
  from recipient.unsent u
  join support.record r on r.row_id = u.row_id
  join support.kind k on (k.form, k.code) = (r.form, r.kind)
  left join support.register_kind d on (d.form_code, d.code) = (k.register_form, k.register_code)
   and daterange(d.valid_from, d.valid_until) @> u.decided_on
  left join registry.entity e on e.inn = u.inn
  left join lateral (
        select c.inn, c.name, c.legal_form
          from cluster.organisation c
         where c.inn = u.inn and c.superseded_by is null and daterange(c.valid_from, c.valid_until) @> u.decided_on
         order by c.valid_from desc
         limit 1) o on true
  left join lateral (
        select max(f.name) as name, max(f.value) filter (where f.fact = 'LEGAL_FORM') as form,
               bool_or(f.fact = 'SELF_EMPLOYED' and f.value = 'true') as self_employed
          from registry.manual_fact f
         where f.inn = u.inn and f.state = 'IN_FORCE' and daterange(f.valid_from, f.valid_until) @> u.decided_on) m on true
 cross join lateral registry.sme_status(u.inn, u.decided_on) s
 order by u.inn, u.row_id
