-- What the tax service publishes and what each publication says: releases, the records they show, and the names found in
-- them. Every fact points to the change that recorded it and to the one that superseded it; nothing else is overwritten.
create schema registry;
grant usage on schema registry to ${appRole};
alter default privileges in schema registry grant select, insert, update, delete on tables to ${appRole};
alter default privileges in schema registry grant usage on sequences to ${appRole};

-- How long a release decides, counting its own date. The latest row not after the release's date holds.
create table registry.deciding (
    valid_from date primary key,
    days       integer not null constraint deciding_days_positive check (days > 0)
);
insert into registry.deciding values ('2000-01-01', 45);

create table registry.release (
    id              bigint generated always as identity primary key,
    kind            text constraint release_kind_unknown check (kind in ('SME_REGISTER', 'HEADCOUNT', 'INCOME')),
    file_name       text not null,
    sha256          text not null,
    size            bigint not null,
    path            text not null,                        -- below the data directory
    coverage        text not null constraint release_coverage_unknown check (coverage in ('COMPLETE', 'EXTRACT')),
    confirm         boolean not null,                     -- a COMPLETE release may be much smaller than the one before
    state           text not null constraint release_state_unknown check
                    (state in ('QUEUED', 'RUNNING', 'COMPLETED', 'REFUSED', 'FAILED', 'STOPPED', 'WITHDRAWN')),
    state_on        date,                                 -- the date whose state it shows (ДатаСост)
    format_versions text[] not null default '{}',
    files_total     integer not null default 0,
    files           integer not null default 0,           -- of them read
    records         bigint not null default 0,            -- documents read: accepted and rejected
    rejected        bigint not null default 0,
    entered         bigint not null default 0,
    left_count      bigint not null default 0,
    changed         bigint not null default 0,
    unchanged       bigint not null default 0,
    refusal_code    text,
    refusal_args    text[] not null default '{}',
    uploaded_by     text not null,
    uploaded_at     timestamptz not null,
    started_at      timestamptz,
    finished_at     timestamptz,
    phase           text,                                 -- of a running import: INSPECT, READ, MERGE
    job_execution   bigint,
    node            text,                                 -- the server that runs it
    attempts        integer not null default 0,
    stop_requested  boolean not null default false,
    same_as         bigint constraint release_same_as_unknown references registry.release,   -- equal bytes: says nothing more
    recorded_by     bigint constraint release_recorded_by_unknown references platform.change,  -- set when it is merged
    withdrawal_requested_by text,
    withdrawal_requested_at timestamptz,
    withdrawal_reason       text,
    withdrawal_confirmed_by text,
    withdrawn_by    bigint constraint release_withdrawn_by_unknown references platform.change,
    -- total order of releases by date, then by number: what "before" and "after" mean among them
    ord             bigint generated always as ((state_on - date '2000-01-01')::bigint * 4294967296 + id) stored,
    constraint second_person_required check (withdrawal_confirmed_by <> withdrawal_requested_by)
);
create index release_by_sha256 on registry.release (sha256);
-- COMPLETE releases of the register, the "columns" over which registry.sme_run runs.
create unique index release_by_ord on registry.release (ord)
    where kind = 'SME_REGISTER' and coverage = 'COMPLETE' and recorded_by is not null and same_as is null;
create index release_open on registry.release (id) where state in ('QUEUED', 'RUNNING');

create table registry.release_file (
    release_id  bigint not null constraint release_file_release_unknown references registry.release,
    seq         integer not null,                         -- by name, so that the order inside an archive never matters
    name        text not null,
    size        bigint not null,
    version     text,                                     -- ВерсФорм
    declared    bigint,                                   -- КолДок
    records     bigint not null default 0,
    rejected    bigint not null default 0,
    blocks      integer not null default 0,               -- of documents, stored so far
    done        boolean not null default false,
    primary key (release_id, seq)
);

-- What was wrong or unusual in a release. A rejected document is told from a mere remark.
create table registry.problem (
    id          bigint generated always as identity primary key,
    release_id  bigint not null constraint problem_release_unknown references registry.release,
    file        text,
    document    text,                                     -- ИдДок
    line        integer,
    field       text,
    code        text not null,
    args        text[] not null default '{}',
    rejected    boolean not null,
    inn         text collate "C"                          -- of a rejected document: it is not absent, only unread
);
create index problem_by_release on registry.problem (release_id, id);
create index problem_by_inn on registry.problem (inn, release_id) where inn is not null;

-- Activities (ОКВЭД) by code and edition; only codes stand in the records.
create table registry.activity (
    version text not null,
    code    text collate "C" not null,
    name    text not null,
    primary key (version, code)
);

-- One row: the subject (inn, kind) was shown with exactly this content in every COMPLETE release in force whose ord is
-- from first_ord up to, not including, gone_ord (null: none in force says otherwise yet). first_ord is a release that shows
-- it, gone_ord one that does not (or shows another content). Rows of one subject never overlap.
-- extract: a sighting in one EXTRACT, at first_ord only; it says nothing about any other date.
-- Live rows: superseded_by is null. As known at an instant: recorded_by's at is not after it, superseded_by's is (or null).
create table registry.sme_run (
    id              bigint generated always as identity primary key,
    inn             text collate "C" not null,
    kind            smallint not null,                    -- 1 legal entity, 2 entrepreneur, 3 head of a farm
    extract         boolean not null,
    first_ord       bigint not null,
    gone_ord        bigint,
    hash            uuid not null,                        -- of the canonical content
    category        smallint not null,                    -- 1 micro, 2 small, 3 medium
    since           date not null,                        -- ДатаВклМСП
    newly_created   boolean,
    social          boolean,                              -- social enterprise
    headcount       integer,                              -- ССЧР: of the year before last until June, else of last year
    region          text,
    main_version    text,                                 -- edition of the classifier
    main_code       text collate "C",
    reported_main   text collate "C",                     -- СвОКВЭДотч
    ogrn            text collate "C",
    name            text not null,                        -- of persons: last, first, middle name
    short_name      text,
    last_name       text,
    first_name      text,
    middle_name     text,
    place           text,
    activities      text[],                               -- additional, sorted, as code or edition:code if it differs
    reported        text[],                               -- additional by reporting, likewise
    products        jsonb,
    licences        jsonb,
    programmes      jsonb,
    contracts       jsonb,
    release_id      bigint not null,                      -- the release, file and document it was first read from
    file_seq        integer not null,
    document        text,
    recorded_by     bigint not null,                      -- → platform.change
    superseded_by   bigint,                               -- → platform.change
    constraint sme_run_kind_unknown check (kind in (1, 2, 3)),
    constraint sme_run_category_unknown check (category in (1, 2, 3)),
    constraint sme_run_empty check (first_ord < gone_ord)
) with (toast_tuple_target = 4080);
create unique index sme_run_once on registry.sme_run (inn, kind, first_ord) where superseded_by is null;
create index sme_run_superseded on registry.sme_run (inn) where superseded_by is not null;
create index sme_run_first on registry.sme_run (first_ord) where superseded_by is null;
create index sme_run_gone on registry.sme_run (gone_ord) where superseded_by is null and gone_ord is not null;

-- Average headcount of a year as a headcount release says; the latest document in force counts.
create table registry.headcount (
    inn           text collate "C" not null,
    year          smallint not null,
    value         integer not null constraint headcount_negative check (value >= 0),
    document_on   date not null,                          -- ДатаДок
    document      text,
    name          text not null,
    release_id    bigint not null,
    file_seq      integer not null,
    recorded_by   bigint not null,
    superseded_by bigint
);
create unique index headcount_once on registry.headcount (inn, year, release_id) where superseded_by is null;
create index headcount_release on registry.headcount (release_id);
create index headcount_superseded on registry.headcount (inn) where superseded_by is not null;

-- Income and expense of a year, likewise.
create table registry.income (
    inn           text collate "C" not null,
    year          smallint not null,
    income        numeric(18, 2) not null,
    expense       numeric(18, 2) not null,
    document_on   date not null,
    document      text,
    name          text not null,
    release_id    bigint not null,
    file_seq      integer not null,
    recorded_by   bigint not null,
    superseded_by bigint
);
create unique index income_once on registry.income (inn, year, release_id) where superseded_by is null;
create index income_release on registry.income (release_id);
create index income_superseded on registry.income (inn) where superseded_by is not null;

-- Whom we know by number, as the latest source presents them; derived, for search. An entity stays known when the
-- release that brought it is withdrawn, but is then presented by what remains.
create table registry.entity (
    inn           text collate "C" primary key,
    kind          smallint not null,
    ogrn          text collate "C",
    name          text not null,
    short_name    text,
    search_name   text collate "C" not null,              -- registry.search_form(name and short name)
    region        text,
    main_version  text,
    main_code     text collate "C",
    category      smallint,
    ord           bigint not null                         -- of the release whose words these are; 0: none in force
);
create index entity_by_ogrn on registry.entity (ogrn) where ogrn is not null;
create index entity_by_name on registry.entity (search_name, inn);
create index entity_by_words on registry.entity using gin (search_name gin_trgm_ops);

-- How names are compared: lower case, ё as е, no quotation marks; never longer than an index bears.
create function registry.search_form(name text) returns text
    language sql immutable strict parallel safe
    return left(translate(lower(name), 'ё«»"„“”''', 'е'), 600);

-- Records on their way into a release: filled by COPY, emptied by the merge and by a crash of the database.
create unlogged table registry.staged_sme (
    release_id    bigint not null,
    file_seq      integer not null,
    position      integer not null,
    line          integer not null,
    document      text,
    inn           text collate "C" not null,
    kind          smallint not null,
    hash          uuid not null,
    category      smallint not null,
    since         date not null,
    newly_created boolean,
    social        boolean,
    headcount     integer,
    region        text,
    main_version  text,
    main_code     text collate "C",
    reported_main text collate "C",
    ogrn          text collate "C",
    name          text not null,
    short_name    text,
    last_name     text,
    first_name    text,
    middle_name   text,
    place         text,
    activities    text[],
    reported      text[],
    products      jsonb,
    licences      jsonb,
    programmes    jsonb,
    contracts     jsonb
);
create unlogged table registry.staged_figure (
    release_id    bigint not null,
    file_seq      integer not null,
    position      integer not null,
    line          integer not null,
    document      text,
    inn           text collate "C" not null,
    name          text not null,
    document_on   date not null,
    headcount     integer,
    income        numeric(18, 2),
    expense       numeric(18, 2)
);
grant truncate, maintain on registry.staged_sme, registry.staged_figure to ${appRole};
