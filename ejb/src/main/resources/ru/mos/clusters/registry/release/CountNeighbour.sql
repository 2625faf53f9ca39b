-- What a COMPLETE release does to the one before it has changed, because another has come or gone between them.
with begun as (
    select inn, kind from registry.sme_run where first_ord = :ord and superseded_by is null and not extract
), gone as (
    select inn, kind from registry.sme_run where gone_ord = :ord and superseded_by is null and not extract
), counted as (
    select count(*) filter (where g.inn is null) as entered, count(*) filter (where b.inn is null) as left_count,
           count(*) filter (where b.inn is not null and g.inn is not null) as changed
      from begun b
      full join gone g on g.inn = b.inn and g.kind = b.kind
)
update registry.release r
   set entered = c.entered, left_count = c.left_count, changed = c.changed,
       unchanged = r.records - r.rejected - c.entered - c.changed
  from counted c
 where r.ord = :ord and r.kind = 'SME_REGISTER' and r.coverage = 'COMPLETE'
