-- Why: when most entities are new, the indexes for search are built in a third of the time after them. Whoever searches
-- meanwhile waits; a release that brings few entities never does this.
create function registry.drop_search_indexes() returns void
    language plpgsql security definer
    set search_path = registry, pg_catalog, pg_temp
as $$
begin
    drop index registry.entity_by_words;
    drop index registry.entity_by_name;
    drop index registry.entity_by_ogrn;
end
$$;
create function registry.create_search_indexes() returns void
    language plpgsql security definer
    set search_path = registry, public, pg_catalog, pg_temp
    set maintenance_work_mem = '512MB'
as $$
begin
    create index entity_by_ogrn on registry.entity (ogrn) where ogrn is not null;
    create index entity_by_name on registry.entity (search_name, inn);
    create index entity_by_words on registry.entity using gin (search_name public.gin_trgm_ops);
end
$$;
revoke all on function registry.drop_search_indexes(), registry.create_search_indexes() from public;
grant execute on function registry.drop_search_indexes(), registry.create_search_indexes() to ${appRole};
