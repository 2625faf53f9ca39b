-- Organisations that only figures name are presented by the latest of these.
insert into registry.entity (inn, kind, name, search_name, ord)
select s.inn, 1, s.name, registry.search_form(s.name), :ord
  from registry.staged_figure s
 where s.release_id = :release
    on conflict (inn) do update
   set name = excluded.name, search_name = excluded.search_name, ord = excluded.ord
 where (entity.ord = 0 or (entity.ord < excluded.ord
                           and exists (select from registry.release l
                                        where l.id = (entity.ord & 4294967295) and l.kind <> 'SME_REGISTER')))
   and entity.name <> excluded.name
