-- Why: clusters, the organisations that unite them, who was a member when, their curators and papers. Every row that says
-- something points to the change that recorded it and to the one that superseded it; nothing is overwritten or deleted, so
-- that a verdict given once can be given again as things were known then.
create schema cluster;
grant usage on schema cluster to ${appRole};
alter default privileges in schema cluster grant select, insert on tables to ${appRole};

create table cluster.sector (
    code        text not null constraint sector_exists primary key,
    name_ru     text not null,
    name_en     text not null,
    prefix      text not null constraint sector_prefix_taken unique,     -- of the codes of its clusters: IT-1
    position    integer not null,                                        -- order in which people read them
    valid_from  date not null,
    valid_until date,
    recorded_by bigint constraint sector_change_unknown references platform.change,      -- null: came with the product
    constraint sector_code_malformed check (code ~ '^[A-Z][A-Z0-9_]{1,29}$'),
    constraint sector_prefix_malformed check (prefix ~ '^[A-Z][A-Z0-9]{0,19}$'),
    constraint period_empty check (valid_from < valid_until)
);

-- The last number given to a cluster of the sector: only ever grows, so that no number is given twice.
create table cluster.numbering (
    sector      text primary key constraint numbering_sector_unknown references cluster.sector,
    last_number integer not null constraint numbering_negative check (last_number >= 0)
);
grant update (last_number) on cluster.numbering to ${appRole};

-- Which activities suggest the sector: a hint and a warning, never a condition.
create table cluster.sector_activity (
    sector      text not null constraint sector_unknown references cluster.sector,
    classifier  text not null,                           -- OKVED1: before 2017, OKVED2: since
    code        text collate "C" not null,               -- with all below it: 62 speaks of 62.01 too
    tier        text not null,
    valid_from  date not null,
    valid_until date,
    constraint sector_activity_exists primary key (sector, classifier, code, valid_from),
    constraint activity_classifier_unknown check (classifier in ('OKVED1', 'OKVED2')),
    constraint activity_tier_unknown check (tier in ('CORE', 'RELATED')),
    constraint activity_code_malformed check (code ~ '^\d{2}(\.\d{1,2}(\.\d{1,2})?)?$'),
    constraint period_empty check (valid_from < valid_until)
);

create table cluster.cluster (
    id          uuid primary key,
    sector      text not null constraint sector_unknown references cluster.sector,
    number      integer not null constraint cluster_number_malformed check (number > 0),
    code        text not null constraint cluster_number_taken unique,
    version     bigint not null,                         -- of the cluster with all that hangs on it
    recorded_by bigint not null constraint cluster_change_unknown references platform.change
);
create index cluster_by_sector on cluster.cluster (sector, number);
grant update (version) on cluster.cluster to ${appRole};

-- What the cluster is called and while it exists: one row in force.
create table cluster.particulars (
    id             uuid primary key,
    cluster_id     uuid not null constraint particulars_cluster_unknown references cluster.cluster,
    name           text not null,
    closing_reason text,
    valid_from     date not null,
    valid_until    date,                                 -- exclusive; null while it exists
    recorded_by    bigint not null constraint particulars_change_unknown references platform.change,
    superseded_by  bigint constraint particulars_supersession_unknown references platform.change,
    constraint period_empty check (valid_from < valid_until),
    constraint closing_reason_missing check ((valid_until is null) = (closing_reason is null))
);
create unique index particulars_once on cluster.particulars (cluster_id) where superseded_by is null;
create index particulars_of on cluster.particulars (cluster_id);
grant update (superseded_by) on cluster.particulars to ${appRole};

-- The legal entity that unites the participants.
create table cluster.organisation (
    id            uuid primary key,
    cluster_id    uuid not null constraint organisation_cluster_unknown references cluster.cluster,
    inn           text collate "C" not null,
    name          text,
    legal_form    text,
    valid_from    date not null,
    valid_until   date,
    recorded_by   bigint not null constraint organisation_change_unknown references platform.change,
    superseded_by bigint constraint organisation_supersession_unknown references platform.change,
    constraint organisation_not_legal_entity check (inn ~ '^\d{10}$'),
    constraint period_empty check (valid_from < valid_until),
    constraint organisation_overlaps
        exclude using gist (cluster_id with =, daterange(valid_from, valid_until) with &&)
        where (superseded_by is null)
);
create index organisation_of on cluster.organisation (cluster_id);
create index organisation_by_inn on cluster.organisation (inn);
grant update (superseded_by) on cluster.organisation to ${appRole};

-- Who at ГЦКР looks after the cluster.
create table cluster.curatorship (
    id            uuid primary key,
    cluster_id    uuid not null constraint curatorship_cluster_unknown references cluster.cluster,
    login         text not null constraint curator_unknown references platform.app_user,
    valid_from    date not null,
    valid_until   date,
    recorded_by   bigint not null constraint curatorship_change_unknown references platform.change,
    superseded_by bigint constraint curatorship_supersession_unknown references platform.change,
    constraint period_empty check (valid_from < valid_until),
    constraint curatorship_overlaps
        exclude using gist (cluster_id with =, daterange(valid_from, valid_until) with &&)
        where (superseded_by is null)
);
create index curatorship_of on cluster.curatorship (cluster_id);
create index curatorship_by_login on cluster.curatorship (login) where superseded_by is null;
grant update (superseded_by) on cluster.curatorship to ${appRole};

create table cluster.membership (
    id            uuid primary key,
    cluster_id    uuid not null constraint membership_cluster_unknown references cluster.cluster,
    inn           text collate "C" not null,             -- right check digits suffice: no source need know it (contract)
    name          text,                                  -- as entered; the registry's is shown where there is none
    roles         text[] not null,
    member_of_organisation boolean not null,             -- false: a partner outside of it
    valid_from    date not null,
    valid_until   date,                                  -- exclusive; null while it lasts
    recorded_by   bigint not null constraint membership_change_unknown references platform.change,
    superseded_by bigint constraint membership_supersession_unknown references platform.change,
    constraint member_number_malformed check (inn ~ '^(\d{10}|\d{12})$'),
    constraint membership_without_role check (cardinality(roles) > 0),
    constraint membership_role_unknown check (roles <@ array['SME_LEADER', 'INNOVATIVE_SME', 'MATERIAL_SUPPLIER',
        'MANUFACTURER', 'RELATED_SUPPORTING', 'CONSULTING', 'OTHER', 'LARGE_ENTERPRISE_SERIAL', 'LARGE_ENTERPRISE',
        'UNIVERSITY', 'DESIGN_BUREAU', 'RESEARCH_INSTITUTE', 'BANK_FINANCE', 'OUTSOURCING_SME', 'SUBCONTRACTING_SME']),
    constraint period_empty check (valid_from < valid_until),
    constraint membership_overlaps
        exclude using gist (cluster_id with =, inn with =, daterange(valid_from, valid_until) with &&)
        where (superseded_by is null)
);
create index membership_of on cluster.membership (cluster_id);
create index membership_by_inn on cluster.membership (inn);
grant update (superseded_by) on cluster.membership to ${appRole};

-- A paper of the cluster: its reference, and the file where there is one.
create table cluster.document (
    id            uuid primary key,
    document_id   uuid not null,                         -- the same for all rows that speak of one paper
    cluster_id    uuid not null constraint document_cluster_unknown references cluster.cluster,
    kind          text not null,
    title         text not null,
    number        text,
    issued_on     date not null,
    file_id       uuid constraint document_file_unknown references platform.document,
    valid_from    date not null,                         -- in force
    valid_until   date,
    recorded_by   bigint not null constraint document_change_unknown references platform.change,
    superseded_by bigint constraint document_supersession_unknown references platform.change,
    constraint document_kind_unknown check (kind in ('CHARTER', 'MEMBERSHIP_RULES', 'PROTOCOL', 'OTHER')),
    constraint period_empty check (valid_from < valid_until)
);
create unique index document_once on cluster.document (document_id) where superseded_by is null;
create index document_of on cluster.document (cluster_id);
grant update (superseded_by) on cluster.document to ${appRole};

-- The organisation unites others: it is never one of them. No constraint sees two tables, so this trigger says it; writers
-- of one cluster wait for each other, so that neither can miss the other's row.
create function cluster.refuse_organisation_as_member() returns trigger language plpgsql as
$$
begin
    if exists (select
                 from cluster.organisation o
                 join cluster.membership m on m.cluster_id = o.cluster_id and m.inn = o.inn
                where o.cluster_id = new.cluster_id and o.superseded_by is null and m.superseded_by is null
                  and daterange(o.valid_from, o.valid_until) && daterange(m.valid_from, m.valid_until)) then
        raise exception 'the organisation of a cluster is not its member'
            using errcode = 'check_violation', constraint = 'organisation_is_not_a_member';
    end if;
    return null;
end
$$;
create trigger organisation_is_not_a_member after insert on cluster.membership
    for each row execute function cluster.refuse_organisation_as_member();
create trigger organisation_is_not_a_member after insert on cluster.organisation
    for each row execute function cluster.refuse_organisation_as_member();

insert into cluster.sector (code, name_ru, name_en, prefix, position, valid_from) values
    ('IT', 'Информационные технологии', 'Information technology', 'IT', 1, '2010-01-01'),
    ('MEDTECH', 'Медицинская техника', 'Medical technology', 'MEDTECH', 2, '2010-01-01'),
    ('BIOPHARMA', 'Биофармацевтика', 'Biopharmaceuticals', 'BIOPHARMA', 3, '2010-01-01'),
    ('COMMUNICATIONS', 'Коммуникационное оборудование', 'Communication equipment', 'COMMUNICATIONS', 4, '2010-01-01'),
    ('INSTRUMENTS', 'Измерительные приборы и технологии', 'Measuring instruments and technologies', 'INSTRUMENTS', 5,
     '2010-01-01');
insert into cluster.numbering (sector, last_number) select code, 0 from cluster.sector;

insert into cluster.sector_activity (sector, classifier, code, tier, valid_from, valid_until)
select sector, 'OKVED2', code, tier, date '2017-01-01', cast(null as date)
  from (values ('IT', 'CORE', '62'), ('IT', 'CORE', '63.11'), ('IT', 'CORE', '58.2'), ('IT', 'RELATED', '63.12'),
               ('IT', 'RELATED', '26.20'), ('IT', 'RELATED', '61'),
               ('MEDTECH', 'CORE', '32.50'), ('MEDTECH', 'CORE', '26.60'), ('MEDTECH', 'RELATED', '33.13'),
               ('MEDTECH', 'RELATED', '72.19'),
               ('BIOPHARMA', 'CORE', '21'), ('BIOPHARMA', 'CORE', '72.11'), ('BIOPHARMA', 'RELATED', '20.59'),
               ('BIOPHARMA', 'RELATED', '71.20'), ('BIOPHARMA', 'RELATED', '72.19'),
               ('COMMUNICATIONS', 'CORE', '26.30'), ('COMMUNICATIONS', 'RELATED', '26.11'),
               ('COMMUNICATIONS', 'RELATED', '26.12'), ('COMMUNICATIONS', 'RELATED', '61'),
               ('COMMUNICATIONS', 'RELATED', '27.3'),
               ('INSTRUMENTS', 'CORE', '26.51'), ('INSTRUMENTS', 'RELATED', '26.7'),
               ('INSTRUMENTS', 'RELATED', '71.20'), ('INSTRUMENTS', 'RELATED', '33.13')) as now (sector, tier, code)
 union all
select sector, 'OKVED1', code, 'CORE', date '2003-01-01', date '2017-01-01'
  from (values ('IT', '72'), ('MEDTECH', '33.1'), ('BIOPHARMA', '24.4'), ('COMMUNICATIONS', '32.2'),
               ('INSTRUMENTS', '33.2')) as before (sector, code);
