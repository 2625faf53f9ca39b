-- Why: clusters are merged into a new one, or one joins another, by a document and once a second person has confirmed; who
-- became what is kept for good.

-- id names the merger; a row is what was known of it.
create table cluster.merger (
    row_id            bigint generated always as identity primary key,
    id                uuid not null,
    successor_id      uuid constraint merger_successor_unknown references cluster.cluster,   -- null: a new one, not opened yet
    new_name          text,                              -- what a new cluster is called; null where others join an existing one
    organisation_inn  text collate "C",
    organisation_name text,
    legal_form        text,
    curator           text constraint merger_curator_unknown references platform.app_user,
    day               date not null,                     -- first day on which only the successor exists
    document_title    text not null,
    document_number   text,
    document_date     date not null,
    state             text not null,
    refusal           text,
    proposed_by       bigint not null constraint merger_proposal_unknown references platform.change,  -- of all its rows
    recorded_by       bigint not null constraint merger_change_unknown references platform.change,
    superseded_by     bigint constraint merger_supersession_unknown references platform.change,
    constraint merger_state_unknown check (state in ('PROPOSED', 'CONFIRMED', 'REFUSED')),
    constraint merger_without_successor check (successor_id is not null or (new_name is not null and state <> 'CONFIRMED')),
    constraint merger_without_organisation check ((new_name is null) = (organisation_inn is null))
);
create unique index merger_once on cluster.merger (id) where superseded_by is null;
create index merger_by_day on cluster.merger (day, id) where superseded_by is null;
create index merger_by_successor on cluster.merger (successor_id) where superseded_by is null;
grant update (superseded_by) on cluster.merger to ${appRole};

-- The clusters that exist no more once the merger takes effect.
create table cluster.merged (
    merger_id  uuid not null,
    cluster_id uuid not null constraint merged_cluster_unknown references cluster.cluster,
    primary key (merger_id, cluster_id)
);
create index merged_of on cluster.merged (cluster_id);
