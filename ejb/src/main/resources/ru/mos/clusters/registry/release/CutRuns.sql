-- What ran through the new release's place in the order and is not shown there ends there; if it also ran through the next
-- COMPLETE release, it begins there anew.
with cut as (
    update registry.sme_run r
       set superseded_by = :change
      from touched t
     where r.id = t.covering
    returning r.*
)
insert into registry.sme_run
       (inn, kind, extract, first_ord, gone_ord, hash, category, since, newly_created, social, headcount, region,
        main_version, main_code, reported_main, ogrn, name, short_name, last_name, first_name, middle_name, place,
        activities, reported, products, licences, programmes, contracts, release_id, file_seq, document, recorded_by)
select c.inn, c.kind, false, p.first_ord, p.gone_ord, c.hash, c.category, c.since, c.newly_created, c.social, c.headcount,
       c.region, c.main_version, c.main_code, c.reported_main, c.ogrn, c.name, c.short_name, c.last_name, c.first_name,
       c.middle_name, c.place, c.activities, c.reported, c.products, c.licences, c.programmes, c.contracts,
       p.release_id, p.file_seq, p.document, :change
  from cut c
 cross join lateral (
    values (c.first_ord, cast(:ord as bigint), c.release_id, c.file_seq, c.document),
           (cast(:next as bigint), c.gone_ord, cast(:next as bigint) & 4294967295, 0, null)
    ) as p (first_ord, gone_ord, release_id, file_seq, document)
 where p.first_ord is not null and (p.gone_ord is null or p.first_ord < p.gone_ord)
