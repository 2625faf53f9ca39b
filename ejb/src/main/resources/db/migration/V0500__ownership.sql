-- Why: who owns and directs whom, as sources show it: whole pictures of one subject on a day (extracts of EGRUL and EGRIP),
-- and single statements with a period of their own (entered by hand with a document, or from BODS). What holds on a day is
-- worked out from these when it is asked; nothing derived is stored. Every fact points to the change that recorded it and to
-- the one that superseded it.
create schema ownership;
grant usage on schema ownership to ${appRole};
alter default privileges in schema ownership grant select, insert on tables to ${appRole};
alter default privileges in schema ownership grant usage on sequences to ${appRole};

create table ownership.import (
    id              bigint generated always as identity primary key,
    format          text constraint import_format_unknown check (format in ('EGRUL', 'BODS')),
    file_name       text not null,
    sha256          text not null,
    size            bigint not null,
    state           text not null constraint import_state_unknown check
                    (state in ('QUEUED', 'RUNNING', 'COMPLETED', 'REFUSED', 'FAILED', 'STOPPED', 'WITHDRAWN')),
    files_total     integer not null default 0,
    files           integer not null default 0,           -- of them read
    records         bigint not null default 0,            -- extracts or statements read: accepted and rejected
    rejected        bigint not null default 0,
    unchanged       bigint not null default 0,            -- of them known before, word for word
    entities        bigint not null default 0,            -- legal entities, persons and links that were new
    persons         bigint not null default 0,
    edges           bigint not null default 0,
    refusal_code    text,
    refusal_args    text[] not null default '{}',
    uploaded_by     text not null,
    uploaded_at     timestamptz not null,
    started_at      timestamptz,
    finished_at     timestamptz,
    node            text,
    attempts        integer not null default 0,
    stop_requested  boolean not null default false,
    announced       boolean not null default false,       -- those who judge by ownership know
    same_as         bigint constraint import_same_as_unknown references ownership.import,
    recorded_by     bigint constraint import_change_unknown references platform.change,
    withdrawal_requested_by text,
    withdrawal_requested_at timestamptz,
    withdrawal_reason       text,
    withdrawal_confirmed_by text,
    withdrawn_by    bigint constraint import_withdrawal_unknown references platform.change,
    constraint second_person_required check (withdrawal_confirmed_by <> withdrawal_requested_by)
);
create index import_by_sha256 on ownership.import (sha256);
create index import_open on ownership.import (id) where state in ('QUEUED', 'RUNNING');
grant update on ownership.import to ${appRole};

-- What was wrong or unusual in an import.
create table ownership.import_problem (
    id          bigint generated always as identity primary key,
    import_id   bigint not null constraint import_problem_import_unknown references ownership.import,
    file        text,
    document    text,
    line        integer,
    field       text,
    code        text not null,
    args        text[] not null default '{}',
    rejected    boolean not null
);
create index import_problem_of on ownership.import_problem (import_id, id);
grant delete on ownership.import_problem to ${appRole};

-- Whom sources name. A party is one identity of one source or of all: with a taxpayer number it is the same everywhere, a
-- person without one is told apart by who names it, for equal names alone are never equal persons.
create table ownership.party (
    id          bigint generated always as identity primary key,
    key         text collate "C" not null constraint party_exists unique,  -- inn:… ogrn:… bods:… person:… or within its subject
    kind        text not null constraint party_kind_unknown check
                (kind in ('LEGAL_ENTITY', 'PERSON', 'FOREIGN_ENTITY', 'PUBLIC_BODY', 'FUND', 'OTHER')),
    inn         text collate "C",
    ogrn        text collate "C",
    record      text collate "C",                        -- recordId of BODS
    name        text not null,
    match_name  text collate "C",                         -- of persons: how names are compared
    country     text,
    born        date
);
create index party_by_inn on ownership.party (inn) where inn is not null;
create index party_by_ogrn on ownership.party (ogrn) where ogrn is not null;
create index party_by_record on ownership.party (record) where record is not null;
create index party_by_match_name on ownership.party (match_name) where kind = 'PERSON';
grant update (inn, ogrn, name, match_name, kind) on ownership.party to ${appRole};

-- Two parties are one, or are not, as a person has found or as two numbers of one legal entity show.
create table ownership.identity (
    row_id        bigint generated always as identity primary key,
    one           bigint not null constraint identity_party_unknown references ownership.party,
    other         bigint not null constraint identity_other_unknown references ownership.party,
    same          boolean not null,
    reason        text not null,
    recorded_by   bigint not null constraint identity_change_unknown references platform.change,
    superseded_by bigint constraint identity_supersession_unknown references platform.change,
    constraint identity_order check (one < other)
);
create unique index identity_once on ownership.identity (one, other) where superseded_by is null;
create index identity_of_other on ownership.identity (other);
grant update (superseded_by) on ownership.identity to ${appRole};

-- The complete picture of one subject in one extract.
create table ownership.extract (
    id                   bigint generated always as identity primary key,
    import_id            bigint not null,
    party_id             bigint not null,
    shown_on             date not null,                  -- ДатаВып
    content              uuid not null,                  -- hash of what the extract says
    file                 text,
    document             text,
    line                 integer,
    name                 text not null,
    short_name           text,
    legal_form           text,                           -- КодОПФ
    joint_stock          boolean not null,
    ceased_on            date,
    successor_id         bigint,
    capital              numeric(20, 2),
    treasury_numerator   numeric,                        -- СвДоляООО: the company's own share
    treasury_denominator numeric,
    owners_withheld      boolean not null,               -- ОгрДосСв
    address              text,
    region               text,
    municipality         text,
    recorded_by          bigint not null,
    superseded_by        bigint,
    constraint treasury_out_of_bounds check (treasury_numerator between 0 and treasury_denominator)
);
create unique index extract_once on ownership.extract (party_id, shown_on, content) where superseded_by is null;
create index extract_of on ownership.extract (party_id, shown_on);
create index extract_of_import on ownership.extract (import_id);
grant update (superseded_by) on ownership.extract to ${appRole};

-- A relation that an extract shows: owner holds or directs the extract's subject.
create table ownership.shown (
    extract_id        bigint not null,
    position          integer not null,
    kind              text not null constraint shown_kind_unknown check
                      (kind in ('SHAREHOLDING', 'EXECUTIVE', 'BOARD', 'MANAGING_COMPANY', 'FAMILY')),
    owner_id          bigint not null,
    share_numerator   numeric,
    share_denominator numeric,
    votes_numerator   numeric,
    votes_denominator numeric,
    valid_from        date,                              -- ГРНДата
    valid_until       date,
    grn               text,
    withheld          boolean not null,
    doubtful          boolean not null,
    encumbrance       text,
    line              integer,
    primary key (extract_id, position),
    constraint share_out_of_bounds check (share_numerator between 0 and share_denominator),
    constraint votes_out_of_bounds check (votes_numerator between 0 and votes_denominator)
);
create index shown_of_owner on ownership.shown (owner_id, extract_id);

-- A statement with a period of its own.
create table ownership.stake (
    row_id            bigint generated always as identity primary key,
    id                uuid not null,
    owner_id          bigint not null constraint stake_owner_unknown references ownership.party,
    subject_id        bigint not null constraint stake_subject_unknown references ownership.party,
    kind              text not null constraint stake_kind_unknown check
                      (kind in ('SHAREHOLDING', 'EXECUTIVE', 'BOARD', 'MANAGING_COMPANY', 'FAMILY')),
    share_numerator   numeric,
    share_denominator numeric,
    votes_numerator   numeric,
    votes_denominator numeric,
    valid_from        date,                              -- null: since before anything is known
    valid_until       date,                              -- exclusive; null while it lasts
    document_title    text,
    document_number   text,
    document_on       date,
    import_id         bigint constraint stake_import_unknown references ownership.import,
    statement         text,                              -- statementId of BODS
    record            text collate "C",                  -- recordId of its relationship
    recorded_by       bigint not null constraint stake_change_unknown references platform.change,
    superseded_by     bigint constraint stake_supersession_unknown references platform.change,
    constraint period_empty check (valid_from < valid_until),
    constraint share_out_of_bounds check (share_numerator between 0 and share_denominator),
    constraint votes_out_of_bounds check (votes_numerator between 0 and votes_denominator),
    constraint stake_without_source check (document_title is not null or statement is not null),
    constraint stake_share_impossible check (kind = 'SHAREHOLDING' or share_numerator is null),
    constraint stake_overlaps
        exclude using gist (owner_id with =, subject_id with =, kind with =, daterange(valid_from, valid_until) with &&)
        where (superseded_by is null and statement is null)
);
create unique index stake_once on ownership.stake (id) where superseded_by is null;
create index stake_of_subject on ownership.stake (subject_id);
create index stake_of_owner on ownership.stake (owner_id);
create index stake_of_record on ownership.stake (record) where record is not null;
create index stake_of_import on ownership.stake (import_id);
grant update (superseded_by) on ownership.stake to ${appRole};

-- Figures of the law and readings of it, dated. The latest row not after the day holds.
create table ownership.parameter (
    code       text not null,
    value      text not null,
    valid_from date not null,
    basis      text not null,                            -- act and paragraph, or whose reading it is
    primary key (code, valid_from)
);
insert into ownership.parameter (code, valid_from, value, basis) values
    ('EXTRACT_DAYS', '2000-01-01', '180', 'Срок доверия к выписке: чтение ДМСП'),
    ('HOLDING_ABOVE', '2000-01-01', '1/5', 'Закон РСФСР 948-1, ст. 4'),
    ('CONTROL_ABOVE', '2000-01-01', '1/2', '135-ФЗ, ст. 9, ч. 1, п. 1'),
    ('INTERDEPENDENT_ABOVE', '2000-01-01', '1/4', 'НК РФ, ст. 105.1, п. 2'),
    ('COMMON_HOLDER_ABOVE', '2000-01-01', '1/4', 'НК РФ, ст. 105.1, п. 2'),
    ('COMMON_HOLDER', '2000-01-01', 'OFF', 'Чтение ДМСП: закон 948-1 общего инвестора не называет'),
    ('COMMON_EXECUTIVE', '2000-01-01', 'ON', '135-ФЗ, ст. 9, ч. 1, п. 2 и 8'),
    ('COMMON_BOARD_MEMBER', '2000-01-01', 'OFF', 'Чтение ДМСП: закон требует более половины состава'),
    ('PUBLIC_BODIES_CONNECT', '2000-01-01', 'OFF', 'Чтение ДМСП: органы власти не связывают предприятия'),
    ('DEPTH', '2000-01-01', '20', 'Предел поиска'),
    ('WORK_LIMIT', '2000-01-01', '20000', 'Предел поиска: больше лиц не рассматривается'),
    ('DECLARATION_FILLS_GAPS', '2000-01-01', 'ON', 'Чтение ДМСП: декларация участника закрывает то, чего не показывает ни один источник');

-- Whether a row is known, as of now (known_on null) or at an instant; a row without a change came with the product.
create function platform.is_known(recorded_by bigint, superseded_by bigint, known_on timestamptz) returns boolean
    language sql stable
    return case when known_on is null then superseded_by is null
                else (recorded_by is null
                      or exists (select from platform.change c where c.id = recorded_by and c.at <= known_on))
                     and not exists (select from platform.change c where c.id = superseded_by and c.at <= known_on) end;
