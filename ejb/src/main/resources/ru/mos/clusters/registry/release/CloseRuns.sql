-- Without the withdrawn release the run before it reaches to the next one, or on through an equal run from there; the run
-- from it begins at the next one, if it goes on there.
with ended as (
    update registry.sme_run r
       set superseded_by = :change
      from touched t
     where r.id in (t.before_id, t.from_id, t.next_id)
    returning r.*, t.before_id, t.from_id, t.next_id, t.goes_on, t.next_gone
)
insert into registry.sme_run
       (inn, kind, extract, first_ord, gone_ord, hash, category, since, newly_created, social, headcount, region,
        main_version, main_code, reported_main, ogrn, name, short_name, last_name, first_name, middle_name, place,
        activities, reported, products, licences, programmes, contracts, release_id, file_seq, document, recorded_by)
select e.inn, e.kind, false, p.first_ord, p.gone_ord, e.hash, e.category, e.since, e.newly_created, e.social, e.headcount,
       e.region, e.main_version, e.main_code, e.reported_main, e.ogrn, e.name, e.short_name, e.last_name, e.first_name,
       e.middle_name, e.place, e.activities, e.reported, e.products, e.licences, e.programmes, e.contracts,
       p.release_id, p.file_seq, p.document, :change
  from ended e
 cross join lateral (
    select e.first_ord, case when e.next_id is null then cast(:next as bigint) else e.next_gone end, e.release_id,
           e.file_seq, e.document
     where e.id = e.before_id
     union all
    select cast(:next as bigint), e.gone_ord, cast(:next as bigint) & 4294967295, 0, null
     where e.id = e.from_id and e.goes_on
    ) as p (first_ord, gone_ord, release_id, file_seq, document)
