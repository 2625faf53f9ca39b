-- Why: names are brought into the form of search while they are read, in parallel, and the indexes for search are built
-- after the facts are in force, so that a first import takes effect the sooner.
alter table registry.staged_sme add search_name text collate "C";

create or replace function registry.create_search_indexes() returns void
    language plpgsql security definer
    set search_path = registry, public, pg_catalog, pg_temp
    set maintenance_work_mem = '512MB'
as $$
begin
    create index if not exists entity_by_ogrn on registry.entity (ogrn) where ogrn is not null;
    create index if not exists entity_by_name on registry.entity (search_name, inn);
    create index if not exists entity_by_words on registry.entity using gin (search_name public.gin_trgm_ops);
end
$$;
