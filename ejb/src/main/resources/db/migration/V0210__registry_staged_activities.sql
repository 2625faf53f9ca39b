-- Why: names of activities enter the dictionary only with the release that brings them, not with one that is refused.
create unlogged table registry.staged_activity (
    release_id bigint not null,
    version    text not null,
    code       text collate "C" not null,
    name       text not null
);
grant truncate, maintain on registry.staged_activity to ${appRole};

-- Whoever judges by registry facts is told after each merge and withdrawal, even if a crash comes between.
alter table registry.release add announced boolean not null default false;
create index release_unannounced on registry.release (id) where recorded_by is not null and not announced;
