-- What begins at the next COMPLETE release with the very content that the new one shows begins at the new one.
with extended as (
    update registry.sme_run r
       set superseded_by = :change
      from touched t
     where r.inn = t.inn and r.kind = t.kind and r.hash = t.hash
       and r.first_ord = :next and r.superseded_by is null and not r.extract
    returning r.*
)
insert into registry.sme_run
       (inn, kind, extract, first_ord, gone_ord, hash, category, since, newly_created, social, headcount, region,
        main_version, main_code, reported_main, ogrn, name, short_name, last_name, first_name, middle_name, place,
        activities, reported, products, licences, programmes, contracts, release_id, file_seq, document, recorded_by)
select c.inn, c.kind, false, :ord, c.gone_ord, c.hash, c.category, c.since, c.newly_created, c.social, c.headcount,
       c.region, c.main_version, c.main_code, c.reported_main, c.ogrn, c.name, c.short_name, c.last_name, c.first_name,
       c.middle_name, c.place, c.activities, c.reported, c.products, c.licences, c.programmes, c.contracts,
       :release, s.file_seq, s.document, :change
  from extended c
  join registry.staged_sme s on s.release_id = :release and s.inn = c.inn and s.kind = c.kind
