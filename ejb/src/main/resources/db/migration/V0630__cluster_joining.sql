-- Why: an enterprise applies to join a cluster, the cluster organisation admits or refuses it with a ground, within a term;
-- how fairly that is done is measured, and refusals without a listed ground are heard in the fifth condition.

-- On what grounds joining may be refused: those for all clusters, and those of a cluster's own documents.
create table cluster.refusal_ground (
    id              uuid primary key,
    code            text not null constraint ground_code_malformed check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    cluster_id      uuid constraint ground_cluster_unknown references cluster.cluster,       -- null: for all
    name_ru         text not null,
    name_en         text not null,
    document_title  text,
    document_number text,
    document_date   date,
    clause          text,
    valid_from      date not null,
    valid_until     date,                                -- exclusive; null while it holds
    recorded_by     bigint constraint ground_change_unknown references platform.change,      -- null: came with the product
    superseded_by   bigint constraint ground_supersession_unknown references platform.change,
    constraint period_empty check (valid_from < valid_until),
    constraint ground_without_document check
        (cluster_id is null or (document_title is not null and document_date is not null and clause is not null)),
    constraint ground_exists
        exclude using gist (coalesce(cast(cluster_id as text), '') with =, code with =,
                            daterange(valid_from, valid_until) with &&)
        where (superseded_by is null)
);
grant update (superseded_by) on cluster.refusal_ground to ${appRole};
insert into cluster.refusal_ground (id, code, name_ru, name_en, valid_from) values
    (gen_random_uuid(), 'OTHER_SECTOR', 'Деятельность не относится к отрасли кластера',
     'What the enterprise does is not of the sector of the cluster', '2010-01-01'),
    (gen_random_uuid(), 'DOCUMENTS_INCOMPLETE', 'Представлены не все документы, которые требует положение о членстве',
     'Not all documents that the rules of membership require were handed in', '2010-01-01'),
    (gen_random_uuid(), 'UNTRUE_STATEMENTS', 'Представлены недостоверные сведения', 'Untrue statements were made',
     '2010-01-01'),
    (gen_random_uuid(), 'AFFILIATED', 'Предприятие аффилировано с участником кластера',
     'The enterprise is affiliated with a participant of the cluster', '2010-01-01'),
    (gen_random_uuid(), 'IN_LIQUIDATION', 'Предприятие ликвидируется или признано банкротом',
     'The enterprise is being wound up or is bankrupt', '2010-01-01');

-- id names the application; a row is what was known of it.
create table cluster.application (
    row_id          bigint generated always as identity primary key,
    id              uuid not null,
    cluster_id      uuid not null constraint application_cluster_unknown references cluster.cluster,
    inn             text collate "C" not null,
    name            text,                                -- as entered; the registry's is shown where there is none
    roles           text[] not null,
    member_of_organisation boolean not null,
    submitted_on    date not null,
    document_title  text not null,
    document_number text,
    document_date   date not null,
    answer_due      date not null,                       -- last day of the term
    state           text not null,
    decided_on      date,                                -- day of the decision, or of the withdrawal
    admitted_from   date,
    ground_id       uuid constraint application_ground_unknown references cluster.refusal_ground,
    reason          text,
    decision_title  text,
    decision_number text,
    decision_date   date,
    submitted_by    bigint not null constraint application_submission_unknown references platform.change,  -- of all its rows
    recorded_by     bigint not null constraint application_change_unknown references platform.change,
    superseded_by   bigint constraint application_supersession_unknown references platform.change,
    constraint applicant_number_malformed check (inn ~ '^(\d{10}|\d{12})$'),
    constraint application_without_role check (cardinality(roles) > 0),
    constraint application_state_unknown check (state in ('SUBMITTED', 'ADMITTED', 'REFUSED', 'WITHDRAWN')),
    constraint application_decided_early check (decided_on >= submitted_on),
    constraint application_undecided check
        ((state = 'SUBMITTED') = (decided_on is null) and (state = 'ADMITTED') = (admitted_from is not null)),
    constraint application_ground_misplaced check (ground_id is null or state = 'REFUSED')
);
create unique index application_once on cluster.application (id) where superseded_by is null;
create unique index application_open_already on cluster.application (cluster_id, inn)
    where superseded_by is null and state = 'SUBMITTED';
create index application_of on cluster.application (cluster_id);
create index application_by_inn on cluster.application (inn);
create index application_by_day on cluster.application (submitted_on, id) where superseded_by is null;
create index application_by_due on cluster.application (answer_due) where superseded_by is null and state = 'SUBMITTED';
grant update (superseded_by) on cluster.application to ${appRole};

-- The row of the latest day not after the one asked about holds; a sector's own goes before the one for all.
create table cluster.joining_parameter (
    id            bigint generated always as identity primary key,
    code          text not null constraint joining_parameter_unknown check
                  (code in ('ANSWER_DAYS', 'REFUSAL_MONTHS', 'CRITICAL_MASS')),
    sector        text constraint joining_parameter_sector_unknown references cluster.sector,
    value         integer not null,
    valid_from    date not null,
    recorded_by   bigint constraint joining_parameter_change_unknown references platform.change,
    superseded_by bigint constraint joining_parameter_supersession_unknown references platform.change,
    constraint joining_parameter_out_of_range check
        (case code when 'ANSWER_DAYS' then value between 1 and 365
                   when 'REFUSAL_MONTHS' then value between 0 and 120
                   else value between 1 and 100000 end)
);
create unique index joining_parameter_once on cluster.joining_parameter (code, coalesce(sector, ''), valid_from)
    where superseded_by is null;
grant update (superseded_by) on cluster.joining_parameter to ${appRole};
insert into cluster.joining_parameter (code, value, valid_from) values
    ('ANSWER_DAYS', 30, '2000-01-01'), ('REFUSAL_MONTHS', 12, '2000-01-01'), ('CRITICAL_MASS', 8, '2000-01-01');
