-- Why: organisations that form the support infrastructure: what they are, whether they are accredited by the requirements of
-- an act, which services they offer to whom and how much of them, and how much of that the sectors need. District centres of
-- the development centre take in applications; employees are bound to them. Facts are superseded, never overwritten.
create schema infrastructure;
grant usage on schema infrastructure to ${appRole};
alter default privileges in schema infrastructure grant select, insert on tables to ${appRole};
alter default privileges in schema infrastructure grant usage on sequences to ${appRole};

create table infrastructure.kind (
    code     text primary key,
    name_ru  text not null,
    name_en  text not null,
    position integer not null
);
insert into infrastructure.kind (code, name_ru, name_en, position) values
    ('DEVELOPMENT_CENTRE', 'Центр развития предпринимательства', 'Enterprise development centre', 1),
    ('DISTRICT_CENTRE', 'Окружной центр развития', 'District development centre', 2),
    ('TECHNOPARK', 'Технопарк', 'Technology park', 3),
    ('BUSINESS_INCUBATOR', 'Бизнес-инкубатор', 'Business incubator', 4),
    ('ENGINEERING_CENTRE', 'Инжиниринговый центр', 'Engineering centre', 5),
    ('TEST_LABORATORY', 'Центр сертификации и испытаний', 'Certification and test laboratory', 6),
    ('SHARED_EQUIPMENT', 'Центр коллективного пользования', 'Shared equipment centre', 7),
    ('TRAINING_CENTRE', 'Центр подготовки кадров', 'Training centre', 8),
    ('EXPORT_CENTRE', 'Центр поддержки экспорта', 'Export support centre', 9),
    ('LEASING_COMPANY', 'Лизинговая компания', 'Leasing company', 10),
    ('FUND', 'Фонд поддержки', 'Support fund', 11),
    ('OTHER', 'Иная организация', 'Other organisation', 12);

create table infrastructure.service (
    code     text primary key,
    name_ru  text not null,
    name_en  text not null,
    unit_ru  text not null,
    unit_en  text not null,
    position integer not null
);
insert into infrastructure.service (code, name_ru, name_en, unit_ru, unit_en, position) values
    ('PREMISES', 'Помещения', 'Premises', 'м²', 'm²', 1),
    ('EQUIPMENT', 'Время общего оборудования', 'Time of shared equipment', 'ч', 'h', 2),
    ('ENGINEERING', 'Инжиниринг и опытные образцы', 'Engineering and prototypes', 'работа', 'job', 3),
    ('TESTING', 'Испытания и сертификация', 'Tests and certification', 'испытание', 'test', 4),
    ('TRAINING', 'Подготовка кадров', 'Training', 'чел.', 'person', 5),
    ('CONSULTING', 'Консультации', 'Consulting', 'ч', 'h', 6),
    ('EXPORT', 'Сопровождение экспорта', 'Export support', 'контракт', 'contract', 7),
    ('MARKETING', 'Выставки и продвижение', 'Fairs and marketing', 'место', 'stand', 8),
    ('FINANCE', 'Лизинг, займы, гарантии', 'Leasing, loans, guarantees', 'договор', 'contract', 9);

-- What an act requires of an organisation (of one kind, or of all) to be accredited.
create table infrastructure.requirement (
    id          uuid primary key,
    kind        text constraint infrastructure_kind_unknown references infrastructure.kind,
    text_ru     text not null,
    text_en     text not null,
    act         text not null,
    paragraph   text not null,
    position    integer not null,
    valid_from  date not null,
    valid_until date,
    recorded_by bigint constraint requirement_change_unknown references platform.change,    -- null: came with the product
    constraint period_empty check (valid_from < valid_until)
);
-- Readings of the requirements annexed to 724-ПП, to be confirmed by the department's lawyers against its text.
insert into infrastructure.requirement (id, kind, text_ru, text_en, act, paragraph, position, valid_from)
select gen_random_uuid(), kind, ru, en, '724-ПП от 04.08.2009', 'приложение «Требования к организациям, образующим инфраструктуру поддержки» (чтение ДМСП)',
       place, date '2009-08-04'
  from (values
    (1, cast(null as text), 'Зарегистрирована и действует в городе Москве', 'Registered and active in the city of Moscow'),
    (2, null, 'Поддержка предпринимателей — предмет деятельности по уставу', 'The charter names support of enterprises as its activity'),
    (3, null, 'Есть помещение, оборудование и работники для услуг', 'It has premises, equipment and staff for its services'),
    (4, null, 'Нет долгов по налогам и процедуры банкротства', 'No tax debts and no insolvency proceedings'),
    (5, 'TECHNOPARK', 'Площади для малых предприятий — не меньше заявленных', 'Its area for small enterprises is what it declares'),
    (6, 'TEST_LABORATORY', 'Действующая аккредитация испытательной лаборатории', 'Its accreditation as a test laboratory is in force'),
    (7, 'TRAINING_CENTRE', 'Действующая лицензия на образовательную деятельность', 'Its licence for education is in force')
  ) as r (place, kind, ru, en);

create table infrastructure.organisation (
    id          uuid primary key,
    number      integer not null constraint infrastructure_number_taken unique,
    code        text not null constraint infrastructure_code_taken unique,
    inn         text collate "C" not null,
    version     bigint not null,
    recorded_by bigint not null constraint infrastructure_change_unknown references platform.change,
    constraint infrastructure_not_legal_entity check (inn ~ '^\d{10}$')
);
grant update (version) on infrastructure.organisation to ${appRole};

create table infrastructure.particulars (
    id              uuid primary key,
    organisation_id uuid not null constraint particulars_organisation_unknown references infrastructure.organisation,
    kind            text not null constraint infrastructure_kind_unknown references infrastructure.kind,
    name            text not null,
    address         text,
    area            text,                                -- administrative district
    parent_id       uuid constraint infrastructure_parent_unknown references infrastructure.organisation,
    closing_reason  text,
    valid_from      date not null,
    valid_until     date,
    recorded_by     bigint not null constraint particulars_change_unknown references platform.change,
    superseded_by   bigint constraint particulars_supersession_unknown references platform.change,
    constraint period_empty check (valid_from < valid_until),
    constraint infrastructure_parent_itself check (parent_id <> organisation_id),
    constraint infrastructure_centre_without_parent check (kind <> 'DISTRICT_CENTRE' or parent_id is not null),
    constraint infrastructure_centre_without_address check (kind <> 'DISTRICT_CENTRE' or address is not null),
    constraint infrastructure_particulars_overlap
        exclude using gist (organisation_id with =, daterange(valid_from, valid_until) with &&)
        where (superseded_by is null)
);
create index particulars_of on infrastructure.particulars (organisation_id);
grant update (superseded_by) on infrastructure.particulars to ${appRole};

create table infrastructure.accreditation (
    row_id           bigint generated always as identity primary key,
    id               uuid not null,                      -- the same for all rows that speak of one accreditation
    organisation_id  uuid not null constraint accreditation_organisation_unknown references infrastructure.organisation,
    state            text not null constraint accreditation_state_unknown check (state in ('PROPOSED', 'GIVEN', 'REFUSED')),
    valid_from       date not null,
    valid_until      date not null,                      -- exclusive
    proposed_by      text not null,
    decided_by       text,
    reason           text,                               -- of a refusal or an early end
    recorded_by      bigint not null constraint accreditation_change_unknown references platform.change,
    superseded_by    bigint constraint accreditation_supersession_unknown references platform.change,
    constraint period_empty check (valid_from < valid_until),
    constraint second_person_required check (state <> 'GIVEN' or decided_by <> proposed_by),
    constraint accreditation_overlaps
        exclude using gist (organisation_id with =, daterange(valid_from, valid_until) with &&)
        where (superseded_by is null and state <> 'REFUSED')
);
create index accreditation_of on infrastructure.accreditation (organisation_id);
create index accreditation_rows on infrastructure.accreditation (id);
grant update (superseded_by) on infrastructure.accreditation to ${appRole};

-- Whether a requirement was met when it was proposed, and by which paper.
create table infrastructure.requirement_check (
    accreditation_id uuid not null,
    requirement_id   uuid not null constraint requirement_unknown references infrastructure.requirement,
    met              boolean not null,
    document_title   text,
    document_number  text,
    document_on      date,
    primary key (accreditation_id, requirement_id),
    constraint requirement_without_document check (not met or document_title is not null and document_on is not null)
);

-- What it offers in a year, to one sector or to any.
create table infrastructure.offer (
    row_id          bigint generated always as identity primary key,
    id              uuid not null,
    organisation_id uuid not null constraint offer_organisation_unknown references infrastructure.organisation,
    service         text not null constraint infrastructure_service_unknown references infrastructure.service,
    sector          text constraint infrastructure_sector_unknown references cluster.sector,                -- null: any
    capacity        numeric(14, 2) not null constraint capacity_not_positive check (capacity > 0),   -- a full year's
    valid_from      date not null,
    valid_until     date,
    recorded_by     bigint not null constraint offer_change_unknown references platform.change,
    superseded_by   bigint constraint offer_supersession_unknown references platform.change,
    constraint period_empty check (valid_from < valid_until),
    constraint offer_overlaps
        exclude using gist (organisation_id with =, service with =, coalesce(sector, '') with =,
                            daterange(valid_from, valid_until) with &&)
        where (superseded_by is null)
);
create index offer_of on infrastructure.offer (organisation_id);
grant update (superseded_by) on infrastructure.offer to ${appRole};

-- Who works at an intake place.
create table infrastructure.officer (
    row_id          bigint generated always as identity primary key,
    organisation_id uuid not null constraint officer_organisation_unknown references infrastructure.organisation,
    login           text not null constraint officer_unknown references platform.app_user,
    valid_from      date not null,
    valid_until     date,
    recorded_by     bigint not null constraint officer_change_unknown references platform.change,
    superseded_by   bigint constraint officer_supersession_unknown references platform.change,
    constraint period_empty check (valid_from < valid_until),
    constraint officer_overlaps
        exclude using gist (login with =, daterange(valid_from, valid_until) with &&)
        where (superseded_by is null)
);
create index officer_of on infrastructure.officer (organisation_id);
grant update (superseded_by) on infrastructure.officer to ${appRole};

-- What a sector needs of a service in a year, as the department enters it.
create table infrastructure.need (
    row_id        bigint generated always as identity primary key,
    sector        text not null constraint infrastructure_sector_unknown references cluster.sector,
    service       text not null constraint infrastructure_service_unknown references infrastructure.service,
    year          integer not null constraint need_year_out_of_range check (year between 2010 and 2100),
    amount        numeric(14, 2) not null constraint need_negative check (amount >= 0),
    basis         text not null,
    recorded_by   bigint not null constraint need_change_unknown references platform.change,
    superseded_by bigint constraint need_supersession_unknown references platform.change
);
create unique index need_once on infrastructure.need (sector, service, year) where superseded_by is null;
grant update (superseded_by) on infrastructure.need to ${appRole};

-- Figures that the department may set. The latest row not after the day holds.
create table infrastructure.parameter (
    code       text not null,
    value      text not null,
    valid_from date not null,
    basis      text not null,
    primary key (code, valid_from)
);
insert into infrastructure.parameter (code, value, valid_from, basis) values
    ('EXPIRY_NOTICE_DAYS', '60', '2009-08-04', 'Чтение ДМСП: за столько дней до конца аккредитации открывается задача');
