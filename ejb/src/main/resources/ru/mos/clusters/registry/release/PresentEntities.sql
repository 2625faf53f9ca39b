-- Every touched subject is presented as the latest record in force shows it, by the releases' dates, not by their arrival.
insert into registry.entity (inn, kind, ogrn, name, short_name, search_name, region, main_version, main_code, category, ord)
select distinct on (r.inn) r.inn, r.kind, r.ogrn, r.name, r.short_name,
       registry.search_form(concat_ws(' ', r.short_name, r.name)), r.region, r.main_version,
       coalesce(r.main_code, r.reported_main), r.category, l.ord
  from (select distinct inn from touched) t
  join registry.sme_run r on r.inn = t.inn and r.superseded_by is null
 cross join lateral (
    select case when r.extract then r.first_ord
                else (select max(l.ord)
                        from registry.release l
                       where l.kind = 'SME_REGISTER' and l.coverage = 'COMPLETE' and l.recorded_by is not null
                         and l.same_as is null and l.withdrawn_by is null and (r.gone_ord is null or l.ord < r.gone_ord))
           end as ord) l
 order by r.inn, l.ord desc, r.kind, r.hash
    on conflict (inn) do update
   set kind = excluded.kind, ogrn = excluded.ogrn, name = excluded.name, short_name = excluded.short_name,
       search_name = excluded.search_name, region = excluded.region, main_version = excluded.main_version,
       main_code = excluded.main_code, category = excluded.category, ord = excluded.ord
 where (entity.kind, entity.ogrn, entity.name, entity.short_name, entity.region, entity.main_version, entity.main_code,
        entity.category)
       is distinct from
       (excluded.kind, excluded.ogrn, excluded.name, excluded.short_name, excluded.region, excluded.main_version,
        excluded.main_code, excluded.category)
    or entity.ord = 0
