-- Subjects whose run ends or begins at the withdrawn release: the run before it, the run from it, and the run that begins
-- at the next COMPLETE release with the very content of the run before.
create temporary table touched on commit drop as
select coalesce(a.inn, b.inn) as inn, coalesce(a.kind, b.kind) as kind, a.id as before_id, b.id as from_id,
       b.id is not null and cast(:next as bigint) is not null and (b.gone_ord is null or b.gone_ord > :next) as goes_on,
       n.id as next_id, n.gone_ord as next_gone
  from (select * from registry.sme_run where gone_ord = :ord and superseded_by is null and not extract) a
  full join (select * from registry.sme_run where first_ord = :ord and superseded_by is null and not extract) b
    on b.inn = a.inn and b.kind = a.kind
  left join registry.sme_run n
    on n.inn = a.inn and n.kind = a.kind and n.hash = a.hash and n.first_ord = :next and n.superseded_by is null
   and not n.extract
