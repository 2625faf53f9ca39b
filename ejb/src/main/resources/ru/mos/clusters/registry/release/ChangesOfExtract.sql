-- Subjects that an EXTRACT shows and nothing showed right before it (entered), or that it shows otherwise.
select a.inn, a.kind, registry.kind_name(a.kind) as a_kind, registry.category_name(a.category) as a_category, a.since as a_since,
       a.newly_created as a_newly_created, a.social as a_social, a.headcount as a_headcount,
       case when length(a.inn) = 10 then a.name else registry.cut_name(a.name) end as a_name,
       a.region as a_region, coalesce(a.main_code, a.reported_main) as a_main_code,
       registry.kind_name(b.kind) as b_kind, registry.category_name(b.category) as b_category, b.since as b_since,
       b.newly_created as b_newly_created, b.social as b_social, b.headcount as b_headcount,
       case when length(b.inn) = 10 then b.name else registry.cut_name(b.name) end as b_name,
       b.region as b_region, coalesce(b.main_code, b.reported_main) as b_main_code
  from registry.sme_run a
  left join lateral (
    select r.*
      from registry.sme_run r
     where r.inn = a.inn and r.kind = a.kind and r.superseded_by is null and r.first_ord < :ord
       and (r.extract or r.gone_ord is null or r.gone_ord > :ord)
     order by r.extract desc, r.first_ord desc
     limit 1) b on true
 where a.first_ord = :ord and a.superseded_by is null and a.extract
   and case when :entered then b.id is null else b.hash <> a.hash end
   and (a.inn, a.kind) > (:inn, :kind)
 order by a.inn, a.kind
 limit :fetch
