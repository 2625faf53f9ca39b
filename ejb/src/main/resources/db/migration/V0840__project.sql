-- Why: no money without a joint project. What a project says is one document that is written until it is frozen for a
-- submission; a frozen edition never changes. Who takes part, which clusters it concerns and who pays what in which stage is
-- kept beside each edition in rows, so that the database itself holds the sums to the kopeck.
create schema project;
grant usage on schema project to ${appRole};
alter default privileges in schema project grant select, insert on tables to ${appRole};
alter default privileges in schema project grant usage on sequences to ${appRole};

create table project.project (
    id          uuid primary key,
    number      bigint generated always as identity constraint project_number_taken unique,
    kind        text not null constraint project_kind_unknown check (kind in ('CLUSTER', 'INTER_CLUSTER', 'LARGE_ENTERPRISE')),
    lead        text collate "C" not null constraint project_lead_malformed check (lead ~ '^\d{10}$'),
    title       text not null,
    draft       jsonb not null,                            -- what it says now; an edition is a frozen copy
    edited_by   text not null,
    edition     integer not null default 0,                -- the latest frozen
    version     bigint not null default 1,
    recorded_by bigint not null constraint project_change_unknown references platform.change,
    changed_by  bigint not null constraint project_last_change_unknown references platform.change
);
create index project_by_change on project.project (recorded_by);
create index project_by_lead on project.project (lead);
grant update (title, draft, edited_by, edition, version, changed_by) on project.project to ${appRole};

create table project.edition (
    project_id  uuid not null constraint edition_project_unknown references project.project,
    number      integer not null,
    content     jsonb not null,
    digest      text not null,                             -- SHA-256 of the content
    recorded_by bigint not null constraint project_edition_change_unknown references platform.change,
    primary key (project_id, number)
);

create table project.participant (
    project_id uuid not null,
    edition    integer not null,
    inn        text collate "C" not null constraint participant_number_malformed check (inn ~ '^(\d{10}|\d{12})$'),
    cluster_id uuid constraint participant_cluster_unknown references cluster.cluster,    -- null: takes part from outside
    roles      text[] not null,
    receives   numeric(18, 2) not null default 0 constraint participant_receives_negative check (receives >= 0),
    primary key (project_id, edition, inn),
    constraint participant_edition_unknown foreign key (project_id, edition) references project.edition
);
create index participant_by_inn on project.participant (inn);

create table project.cluster (
    project_id uuid not null,
    edition    integer not null,
    cluster_id uuid not null constraint project_cluster_unknown references cluster.cluster,
    lead       boolean not null,
    primary key (project_id, edition, cluster_id),
    constraint project_cluster_edition_unknown foreign key (project_id, edition) references project.edition
);
create unique index project_leads_twice on project.cluster (project_id, edition) where lead;
create index project_of_cluster on project.cluster (cluster_id);

create table project.funding (
    project_id uuid not null,
    edition    integer not null,
    stage      integer not null constraint funding_stage_malformed check (stage > 0),
    source     text not null constraint funding_source_unknown check (source in
               ('CITY_BUDGET', 'OTHER_BUDGET', 'OWN', 'LOAN', 'INVESTOR', 'LARGE_ENTERPRISE', 'IN_KIND')),
    amount     numeric(18, 2) not null constraint funding_not_positive check (amount > 0),
    primary key (project_id, edition, stage, source),
    constraint funding_edition_unknown foreign key (project_id, edition) references project.edition
);

create function project.refuse_change_of_frozen() returns trigger
    language plpgsql as $$
begin
    raise exception 'what was frozen is not changed'
        using errcode = 'check_violation', constraint = 'project_frozen';
end $$;
create trigger frozen before update or delete on project.edition
    for each row execute function project.refuse_change_of_frozen();
create trigger frozen before update or delete on project.participant
    for each row execute function project.refuse_change_of_frozen();
create trigger frozen before update or delete on project.cluster
    for each row execute function project.refuse_change_of_frozen();
create trigger frozen before update or delete on project.funding
    for each row execute function project.refuse_change_of_frozen();
create trigger never_deleted before delete on project.project
    for each row execute function project.refuse_change_of_frozen();

-- A project stays with its kind and its lead organisation, and editions only follow each other.
create function project.refuse_other_project() returns trigger
    language plpgsql as $$
begin
    if (old.kind, old.lead, old.recorded_by) <> (new.kind, new.lead, new.recorded_by)
       or new.edition not in (old.edition, old.edition + 1)
       or new.edition <> coalesce((select max(e.number) from project.edition e where e.project_id = new.id), 0) then
        raise exception 'what was frozen is not changed'
            using errcode = 'check_violation', constraint = 'project_frozen';
    end if;
    return new;
end $$;
create trigger same before update on project.project
    for each row execute function project.refuse_other_project();

-- Rows beside an edition are written before the project takes the edition on, and never after.
create function project.refuse_late_row() returns trigger
    language plpgsql as $$
begin
    if new.edition <> (select p.edition + 1 from project.project p where p.id = new.project_id) then
        raise exception 'what was frozen is not changed'
            using errcode = 'check_violation', constraint = 'project_frozen';
    end if;
    return new;
end $$;
create trigger in_time before insert on project.participant
    for each row execute function project.refuse_late_row();
create trigger in_time before insert on project.cluster
    for each row execute function project.refuse_late_row();
create trigger in_time before insert on project.funding
    for each row execute function project.refuse_late_row();

-- At the end of the transaction an edition is the latest of its project and says what the project says, at least two take
-- part in it, and what they receive is what the city is asked for, to the kopeck.
create function project.refuse_unsound_edition() returns trigger
    language plpgsql as $$
begin
    if not exists (select from project.project p where p.id = new.project_id and p.edition = new.number) then
        raise exception 'an edition is taken on by its project'
            using errcode = 'check_violation', constraint = 'project_frozen';
    end if;
    if (select count(*) from project.participant r
         where (r.project_id, r.edition) = (new.project_id, new.number)) < 2 then
        raise exception 'a joint project has at least two participants'
            using errcode = 'check_violation', constraint = 'project_participants_too_few';
    end if;
    if not exists (select from project.cluster c
                    where (c.project_id, c.edition) = (new.project_id, new.number) and c.lead) then
        raise exception 'one cluster leads'
            using errcode = 'check_violation', constraint = 'project_lead_cluster_missing';
    end if;
    if (select coalesce(sum(r.receives), 0) from project.participant r
         where (r.project_id, r.edition) = (new.project_id, new.number))
       <> (select coalesce(sum(f.amount), 0) from project.funding f
            where (f.project_id, f.edition) = (new.project_id, new.number) and f.source = 'CITY_BUDGET') then
        raise exception 'what is distributed is what is asked for'
            using errcode = 'check_violation', constraint = 'project_distribution_differs';
    end if;
    return null;
end $$;
create constraint trigger sound after insert on project.edition
    deferrable initially deferred for each row execute function project.refuse_unsound_edition();
