-- Why: the tax service publishes its register of recipients of support whole, once a month. Each publication is kept as it is;
-- what it shows belongs to its import, and with it is known from a change on and, once withdrawn, until another.
create table support.import (
    id              bigint generated always as identity primary key,
    file_name       text not null,
    sha256          text not null,
    size            bigint not null,
    coverage        text not null constraint support_coverage_unknown check (coverage in ('COMPLETE', 'EXTRACT')),
    confirm         boolean not null,                     -- a COMPLETE one may be much smaller than the one before
    state           text not null constraint support_import_state_unknown check
                    (state in ('QUEUED', 'RUNNING', 'COMPLETED', 'REFUSED', 'FAILED', 'STOPPED', 'WITHDRAWN')),
    state_on        date,                                 -- the day whose state it shows (ДатаСост)
    format_versions text[] not null default '{}',
    files_total     integer not null default 0,
    files           integer not null default 0,           -- of them read
    records         bigint not null default 0,            -- documents read: accepted and rejected
    rejected        bigint not null default 0,
    supports        bigint not null default 0,
    violations      bigint not null default 0,
    refusal_code    text,
    refusal_args    text[] not null default '{}',
    uploaded_by     text not null,
    uploaded_at     timestamptz not null,
    started_at      timestamptz,
    finished_at     timestamptz,
    attempts        integer not null default 0,
    stop_requested  boolean not null default false,
    same_as         bigint constraint support_import_same_as_unknown references support.import,
    recorded_by     bigint constraint support_import_change_unknown references platform.change,
    withdrawal_requested_by text,
    withdrawal_requested_at timestamptz,
    withdrawal_reason       text,
    withdrawal_confirmed_by text,
    withdrawn_by    bigint constraint support_import_withdrawal_unknown references platform.change,
    constraint second_person_required check (withdrawal_confirmed_by <> withdrawal_requested_by)
);
create index support_import_by_sha256 on support.import (sha256);
create index support_import_open on support.import (id) where state in ('QUEUED', 'RUNNING');
create index support_import_by_day on support.import (state_on) where recorded_by is not null;
grant update on support.import to ${appRole};

-- What was wrong or unusual in an import.
create table support.import_problem (
    id          bigint generated always as identity primary key,
    import_id   bigint not null constraint support_problem_import_unknown references support.import,
    file        text,
    document    text,
    line        integer,
    field       text,
    code        text not null,
    args        text[] not null default '{}',
    rejected    boolean not null,
    inn         text collate "C"                          -- of a rejected document: it is not absent, only unread
);
create index support_problem_of on support.import_problem (import_id, id);
create index support_problem_by_inn on support.import_problem (inn) where inn is not null;
grant delete on support.import_problem to ${appRole};

-- A support that an import shows. Of private persons neither names nor sizes are kept: the check needs none.
create table support.shown (
    import_id       bigint not null,
    position        bigint not null,
    inn             text collate "C" not null,
    subject_kind    text,                                 -- ВидПП: 1 legal entity, 2 entrepreneur, 3 self-employed
    name            text,
    register_number text collate "C",
    provider_inn    text collate "C",
    provider_name   text,
    form_code       text,
    form_name       text,
    kind_code       text,
    kind_name       text,
    decided_on      date,                                 -- a date that cannot be read is null, and a person has to look
    ends_on         date,
    stopped_on      date,
    size            numeric(18, 2),
    unit_code       text,
    primary key (import_id, position)
);
create index shown_support_of on support.shown (inn, import_id);

-- A violation that an import shows with a support; often no more than that there was one.
create table support.shown_violation (
    import_id       bigint not null,
    position        bigint not null,                      -- of the support
    place           integer not null,
    kind            text not null constraint shown_violation_kind_unknown check
                    (kind in ('MISUSE_OR_FALSE_DATA', 'OTHER', 'UNTOLD')),
    recognised_on   date,
    correction_due  date,
    corrected_on    date,
    primary key (import_id, position, place)
);
