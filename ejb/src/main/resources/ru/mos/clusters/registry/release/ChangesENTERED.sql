-- Subjects that a COMPLETE release shows and the one before it does not.
select a.inn, a.kind, registry.kind_name(a.kind) as a_kind, registry.category_name(a.category) as a_category, a.since as a_since,
       a.newly_created as a_newly_created, a.social as a_social, a.headcount as a_headcount,
       case when length(a.inn) = 10 then a.name else registry.cut_name(a.name) end as a_name,
       a.region as a_region, coalesce(a.main_code, a.reported_main) as a_main_code,
       registry.kind_name(b.kind) as b_kind, registry.category_name(b.category) as b_category, b.since as b_since,
       b.newly_created as b_newly_created, b.social as b_social, b.headcount as b_headcount,
       case when length(b.inn) = 10 then b.name else registry.cut_name(b.name) end as b_name,
       b.region as b_region, coalesce(b.main_code, b.reported_main) as b_main_code
  from registry.sme_run a
  left join registry.sme_run b on b.inn = a.inn and b.kind = a.kind and b.gone_ord = :ord and b.superseded_by is null
   and not b.extract
 where a.first_ord = :ord and a.superseded_by is null and not a.extract and b.id is null
   and (a.inn, a.kind) > (:inn, :kind)
 order by a.inn, a.kind
 limit :fetch
