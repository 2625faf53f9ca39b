-- Into an empty register: every subject presented as the release shows it (the entrepreneur before the head of a farm).
insert into registry.entity (inn, kind, ogrn, name, short_name, search_name, region, main_version, main_code, category, ord)
select s.inn, s.kind, s.ogrn, s.name, s.short_name, s.search_name, s.region,
       s.main_version, coalesce(s.main_code, s.reported_main), s.category, :ord
  from registry.staged_sme s
 where s.release_id = :release
   and (s.kind <> 3 or not exists (select from registry.staged_sme f
                                    where f.release_id = :release and f.inn = s.inn and f.kind = 2))
 order by s.inn
