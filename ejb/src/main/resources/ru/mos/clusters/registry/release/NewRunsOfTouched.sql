-- What the new release is the first to show runs from it up to the next COMPLETE release, which does not show it.
insert into registry.sme_run
       (inn, kind, extract, first_ord, gone_ord, hash, category, since, newly_created, social, headcount, region,
        main_version, main_code, reported_main, ogrn, name, short_name, last_name, first_name, middle_name, place,
        activities, reported, products, licences, programmes, contracts, release_id, file_seq, document, recorded_by)
select s.inn, s.kind, false, :ord, cast(:next as bigint), s.hash, s.category, s.since, s.newly_created, s.social,
       s.headcount, s.region, s.main_version, s.main_code, s.reported_main, s.ogrn, s.name, s.short_name, s.last_name,
       s.first_name, s.middle_name, s.place, s.activities, s.reported, s.products, s.licences, s.programmes, s.contracts,
       :release, s.file_seq, s.document, :change
  from registry.staged_sme s
  join touched t on t.inn = s.inn and t.kind = s.kind
 where s.release_id = :release
   and not exists (select from registry.sme_run r
                    where r.inn = s.inn and r.kind = s.kind and r.first_ord = :ord and r.superseded_by is null)
