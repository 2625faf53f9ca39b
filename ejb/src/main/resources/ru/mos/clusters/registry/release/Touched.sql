-- Subjects for which the new release says something else than what runs through its place in the order.
create temporary table touched on commit drop as
select coalesce(s.inn, r.inn) as inn, coalesce(s.kind, r.kind) as kind, s.hash, r.id as covering
  from (select inn, kind, hash
          from registry.staged_sme
         where release_id = :release) s
  full join (select id, inn, kind, hash
               from registry.sme_run
              where superseded_by is null and not extract
                and first_ord < :ord and (gone_ord is null or gone_ord > :ord)) r
    on r.inn = s.inn and r.kind = s.kind
 where s.hash is distinct from r.hash
