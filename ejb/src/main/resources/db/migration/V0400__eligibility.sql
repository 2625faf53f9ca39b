-- Why: the acts, rules and parameters by which clusters are judged, what people conclude, and the verdicts given. A row
-- that came with the product has no change; every other points to the change that recorded it and to the one that
-- superseded it, so that a verdict given once can be given again by the rules and facts known then.
create schema eligibility;
grant usage on schema eligibility to ${appRole};
alter default privileges in schema eligibility grant select, insert on tables to ${appRole};

create table eligibility.act (
    code  text not null constraint act_exists primary key,
    title text not null                                  -- in Russian, the language of the law
);

-- An edition of an act and its standing in a period: DRAFT, IN_FORCE or REPEALED.
create table eligibility.act_edition (
    act           text not null constraint act_unknown references eligibility.act,
    edition       date,                                  -- null where the act has none
    status        text not null constraint act_status_unknown check (status in ('DRAFT', 'IN_FORCE', 'REPEALED')),
    valid_from    date,                                  -- null: since ever
    valid_until   date,                                  -- exclusive; null while it lasts
    recorded_by   bigint constraint act_edition_change_unknown references platform.change,
    superseded_by bigint constraint act_edition_supersession_unknown references platform.change,
    constraint period_empty check (valid_from < valid_until),
    constraint act_status_overlaps
        exclude using gist (act with =, coalesce(edition, '-infinity') with =, daterange(valid_from, valid_until) with &&)
        where (superseded_by is null)
);

create table eligibility.rule_set (
    code       text not null,
    version    integer not null constraint rule_set_version_malformed check (version > 0),
    name_ru    text not null,
    name_en    text not null,
    valid_from date,                                     -- judges days from then on, until a later version does
    constraint rule_set_exists primary key (code, version)
);

-- The paragraph behind each condition.
create table eligibility.rule_citation (
    rule_set  text not null,
    version   integer not null,
    rule      text not null constraint rule_unknown check (rule in ('E1', 'E2', 'E3', 'E4', 'E5')),
    act       text not null constraint cited_act_unknown references eligibility.act,
    edition   date,
    paragraph text not null,
    constraint rule_citation_exists primary key (rule_set, version, rule),
    constraint cited_rule_set_unknown foreign key (rule_set, version) references eligibility.rule_set
);

create table eligibility.parameter (
    rule_set      text not null,
    version       integer not null,
    code          text not null constraint parameter_unknown check
                  (code in ('SME_SHARE', 'SME_REGIONS', 'SME_REGISTER', 'QUALIFIED_LEAST', 'QUALIFYING',
                            'PRODUCTION_CLASSES', 'FORMS_WITHOUT_MEMBERSHIP', 'ADMISSION_DOCUMENTS')),
    sector        text constraint parameter_sector_unknown references cluster.sector,  -- null: all without their own
    value         text not null,
    valid_from    date,                                  -- null: since ever
    valid_until   date,                                  -- exclusive; null while it lasts
    recorded_by   bigint constraint parameter_change_unknown references platform.change,
    superseded_by bigint constraint parameter_supersession_unknown references platform.change,
    constraint parameter_rule_set_unknown foreign key (rule_set, version) references eligibility.rule_set,
    constraint period_empty check (valid_from < valid_until),
    constraint parameter_overlaps
        exclude using gist (rule_set with =, version with =, code with =, coalesce(sector, '') with =,
                            daterange(valid_from, valid_until) with &&)
        where (superseded_by is null)
);

-- A person's answer to what only a person can say. id names the conclusion; a row is what was known of it.
create table eligibility.conclusion (
    row_id          bigint generated always as identity primary key,
    id              uuid not null,
    cluster_id      uuid not null constraint conclusion_cluster_unknown references cluster.cluster,
    rule            text not null constraint concluded_rule_unknown check (rule in ('E1', 'E2', 'E3', 'E4', 'E5')),
    part            text not null,                       -- GOALS, or DECLARATION:7700000016
    outcome         text not null constraint conclusion_outcome_unknown check (outcome in ('MET', 'NOT_MET')),
    statement       text not null,
    document_title  text not null,
    document_number text,
    document_on     date not null,
    valid_from      date not null,
    valid_until     date,                                -- exclusive; null while it lasts
    given_by        bigint not null constraint conclusion_giving_unknown references platform.change,  -- of all its rows
    recorded_by     bigint not null constraint conclusion_change_unknown references platform.change,
    superseded_by   bigint constraint conclusion_supersession_unknown references platform.change,
    constraint period_empty check (valid_from < valid_until)
);
create unique index conclusion_once on eligibility.conclusion (id) where superseded_by is null;
create index conclusion_of on eligibility.conclusion (cluster_id);
grant update (superseded_by) on eligibility.conclusion to ${appRole};

-- Verdicts given: whole, in no language.
create table eligibility.verdict (
    id               uuid primary key,
    cluster_id       uuid not null constraint verdict_cluster_unknown references cluster.cluster,
    as_of            date not null,
    known_on         timestamptz not null,
    rule_set         text not null,
    rule_set_version integer not null,
    trace_version    text not null,
    outcome          text not null constraint verdict_outcome_unknown check
                     (outcome in ('ELIGIBLE', 'NOT_ELIGIBLE', 'UNKNOWN', 'MANUAL')),
    findings         text[] not null,                    -- outcomes of the conditions in their order
    digest           text not null,
    trace            jsonb not null,
    given_by         bigint not null constraint verdict_change_unknown references platform.change,
    constraint verdict_rule_set_unknown foreign key (rule_set, rule_set_version) references eligibility.rule_set
);
create index verdict_of on eligibility.verdict (cluster_id, given_by);

-- Where each cluster stands today: derived from its verdicts, for lists and to notice a change.
create table eligibility.standing (
    cluster_id uuid primary key constraint standing_cluster_unknown references cluster.cluster,
    outcome    text not null,
    findings   text[] not null,
    verdict_id uuid not null constraint standing_verdict_unknown references eligibility.verdict,
    as_of      date not null,                            -- of the latest evaluation
    known_on   timestamptz not null                      -- up to which changes were seen then
);
create index standing_by_outcome on eligibility.standing (outcome);
grant update on eligibility.standing to ${appRole};

insert into eligibility.act values
    ('CONCEPT_2010', 'Концепция кластерной политики города Москвы в сфере малого и среднего предпринимательства (проект)');
insert into eligibility.act_edition (act, status) values ('CONCEPT_2010', 'DRAFT');
insert into eligibility.rule_set (code, version, name_ru, name_en) values
    ('CONCEPT_2010', 1, 'Условия для заявителей по проекту Концепции кластерной политики',
     'Conditions for applicants by the draft Concept of cluster policy');
insert into eligibility.rule_citation (rule_set, version, rule, act, paragraph)
select 'CONCEPT_2010', 1, 'E' || n, 'CONCEPT_2010', 'Заявители совместных (кластерных) проектов, условие ' || n
  from generate_series(1, 5) n;
insert into eligibility.parameter (rule_set, version, code, value, valid_from, valid_until)
select 'CONCEPT_2010', 1, code, value, valid_from, valid_until
  from (values ('SME_SHARE', '2/3', cast(null as date), cast(null as date)),
               ('SME_REGIONS', '77', null, null),
               ('SME_REGISTER', 'CITY_REGISTER', null, '2016-08-01'),
               ('SME_REGISTER', 'TAX_SERVICE_REGISTER', '2016-08-01', null),
               ('QUALIFIED_LEAST', '3', null, null),
               ('QUALIFYING', 'INNOVATIVE_OR_PRODUCING_EXPORTER', null, null),
               ('PRODUCTION_CLASSES', '2014:10-33,2001:15-37', null, null),
               ('FORMS_WITHOUT_MEMBERSHIP', 'AUTONOMOUS_NON_PROFIT,FOUNDATION,INSTITUTION,UNITARY_ENTERPRISE', null, null),
               ('ADMISSION_DOCUMENTS', 'CHARTER,MEMBERSHIP_RULES,PROTOCOL', null, null)
       ) as shipped (code, value, valid_from, valid_until);
