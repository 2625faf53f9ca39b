-- Why: who was given which support, until when, and who was recognised as having broken its terms: our own records, and what
-- the tax service's register of recipients shows, month by month. Before support is given, both say whether it may be.
create schema support;
grant usage on schema support to ${appRole};
alter default privileges in schema support grant select, insert on tables to ${appRole};
alter default privileges in schema support grant usage on sequences to ${appRole};

-- The seven forms of the Concept. A register code is the tax service's; only the codes that were confirmed are here, the others
-- come with its directory and are found by name meanwhile.
create table support.form (
    code          text primary key,
    name_ru       text not null,
    name_en       text not null,
    register_code text constraint support_form_code_malformed check (register_code ~ '^\d{4}$'),
    register_name text,                                  -- as the tax service calls it; null: not reportable
    position      integer not null,
    basis         text not null,
    valid_from    date not null,
    valid_until   date,
    constraint period_empty check (valid_from < valid_until)
);
insert into support.form (code, name_ru, name_en, register_code, register_name, position, basis, valid_from)
select code, ru, en, register_code, register_name, place, 'Концепция кластерной политики, формы поддержки; 209-ФЗ, ст. 16', '2008-01-01'
  from (values
    (1, 'FINANCIAL', 'Финансовая', 'Financial', '0100', 'Финансовая поддержка'),
    (2, 'PROPERTY', 'Имущественная', 'Property', null, 'Имущественная поддержка'),
    (3, 'INFORMATION', 'Информационная', 'Information', null, 'Информационная поддержка'),
    (4, 'CONSULTING', 'Консультационная', 'Consulting', null, 'Консультационная поддержка'),
    (5, 'MARKETING', 'Маркетинговая', 'Marketing', null, null),
    (6, 'TRAINING', 'Подготовка кадров', 'Training', null, 'Образовательная поддержка'),
    (7, 'OTHER', 'Иная', 'Other', null, null)
  ) as f (place, code, ru, en, register_code, register_name);

create table support.unit (
    code          text primary key,
    name_ru       text not null,
    name_en       text not null,
    register_code text not null constraint support_unit_code_taken unique,
    position      integer not null
);
insert into support.unit (code, name_ru, name_en, register_code, position) values
    ('ROUBLE', '₽', '₽', '1', 1),
    ('SQUARE_METRE', 'м²', 'm²', '2', 2),
    ('HOUR', 'ч', 'h', '3', 3),
    ('PERCENT', '%', '%', '4', 4),
    ('PIECE', 'ед.', 'pcs.', '5', 5);

-- In what a support of the form is measured.
create table support.form_unit (
    form text not null references support.form,
    unit text not null references support.unit,
    primary key (form, unit)
);
insert into support.form_unit (form, unit) values
    ('FINANCIAL', 'ROUBLE'), ('FINANCIAL', 'PERCENT'),
    ('PROPERTY', 'SQUARE_METRE'), ('PROPERTY', 'ROUBLE'), ('PROPERTY', 'PIECE'),
    ('INFORMATION', 'PIECE'), ('INFORMATION', 'HOUR'),
    ('CONSULTING', 'HOUR'), ('CONSULTING', 'PIECE'),
    ('MARKETING', 'PIECE'), ('MARKETING', 'ROUBLE'),
    ('TRAINING', 'HOUR'), ('TRAINING', 'PIECE'),
    ('OTHER', 'ROUBLE'), ('OTHER', 'SQUARE_METRE'), ('OTHER', 'HOUR'), ('OTHER', 'PERCENT'), ('OTHER', 'PIECE');

create table support.kind (
    form          text not null constraint support_kind_form_unknown references support.form,
    code          text not null constraint support_kind_code_malformed check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    name_ru       text not null,
    name_en       text not null,
    register_code text constraint support_kind_register_code_malformed check (register_code ~ '^\d{4}$'),
    basis         text not null,
    valid_from    date not null,
    valid_until   date,
    recorded_by   bigint constraint support_kind_change_unknown references platform.change,   -- null: came with the product
    constraint support_kind_exists primary key (form, code),
    constraint support_kind_register_code_taken unique (form, register_code),
    constraint period_empty check (valid_from < valid_until)
);
insert into support.kind (form, code, name_ru, name_en, register_code, basis, valid_from)
select form, code, ru, en, register_code, basis, '2008-01-01'
  from (values
    ('FINANCIAL', 'GRANT', 'Субсидия или грант', 'Subsidy or grant', '0103', 'Справочник видов поддержки ФНС, код 0103'),
    ('PROPERTY', 'PREMISES', 'Помещение в аренду или пользование', 'Lease or use of premises', null, 'Чтение ДМСП'),
    ('PROPERTY', 'EQUIPMENT', 'Оборудование в пользование', 'Use of equipment', null, 'Чтение ДМСП'),
    ('INFORMATION', 'INFORMATION', 'Информационная услуга', 'Information service', null, 'Чтение ДМСП'),
    ('CONSULTING', 'CONSULTATION', 'Консультация', 'Consultation', null, 'Чтение ДМСП'),
    ('MARKETING', 'EVENT', 'Мероприятие', 'Event', null, 'Чтение ДМСП'),
    ('MARKETING', 'STAND', 'Место на выставке', 'Stand at a fair', null, 'Чтение ДМСП'),
    ('TRAINING', 'COURSE', 'Курс обучения', 'Course', null, 'Чтение ДМСП'),
    ('OTHER', 'OTHER', 'По отдельному решению', 'By a decision of its own', null, 'Чтение ДМСП')
  ) as k (form, code, ru, en, register_code, basis);

-- A support that was given, as we hold it true. id names it; a row is what was known of it.
create table support.record (
    row_id          bigint generated always as identity primary key,
    id              uuid not null,
    register_number text collate "C",                    -- НомерПод, once the tax service has given it one
    provider_inn    text collate "C" not null,
    provider_name   text,
    inn             text collate "C" not null,
    name            text,
    form            text not null,
    kind            text not null,
    purpose         text not null,
    purpose_form    text not null,                       -- how purposes are compared
    decided_on      date not null,
    ends_on         date not null,                       -- last day of its term
    stopped_on      date,                                -- first day on which it is given no more
    size            numeric(18, 2) not null,
    unit            text not null,
    document_title  text not null,
    document_number text,
    document_date   date not null,
    stop_title      text,
    stop_number     text,
    stop_date       date,
    entered_by      bigint not null constraint support_entry_unknown references platform.change,     -- of all its rows
    recorded_by     bigint not null constraint support_record_change_unknown references platform.change,
    superseded_by   bigint constraint support_record_supersession_unknown references platform.change,
    constraint support_recipient_malformed check (inn ~ '^(\d{10}|\d{12})$'),
    constraint support_provider_malformed check (provider_inn ~ '^(\d{10}|\d{12})$'),
    constraint support_number_malformed check (register_number ~ '^\S{1,36}$'),
    constraint support_kind_unknown foreign key (form, kind) references support.kind,
    constraint support_unit_not_of_form foreign key (form, unit) references support.form_unit,
    constraint support_ends_early check (ends_on >= decided_on),
    constraint support_stop_outside_term check (stopped_on between decided_on and ends_on),
    constraint support_stop_without_document check ((stopped_on is null) = (stop_title is null)),
    constraint support_size_impossible check (size > 0),
    constraint support_overlaps
        exclude using gist (inn with =, provider_inn with =, form with =, kind with =, purpose_form with =,
                            daterange(decided_on, least(stopped_on, ends_on + 1)) with &&)
        where (superseded_by is null)
);
create unique index support_record_once on support.record (id) where superseded_by is null;
create unique index support_number_taken on support.record (register_number) where superseded_by is null;
create index support_record_of on support.record (inn);
create index support_record_by_day on support.record (decided_on, id) where superseded_by is null;
grant update (superseded_by) on support.record to ${appRole};

-- That a recipient was recognised as having broken the terms of its support.
create table support.violation (
    row_id          bigint generated always as identity primary key,
    id              uuid not null,
    inn             text collate "C" not null,
    record_id       uuid,                                -- of whose terms; null: of one that we do not keep
    kind            text not null constraint violation_kind_unknown check (kind in ('MISUSE', 'FALSE_DATA', 'OTHER')),
    recognised_on   date not null,
    correction_due  date,                                -- last day of the term for mending it; null: none was given
    corrected_on    date,
    description     text not null,
    document_title  text not null,
    document_number text,
    document_date   date not null,
    correction_title  text,
    correction_number text,
    correction_date   date,
    entered_by      bigint not null constraint violation_entry_unknown references platform.change,
    recorded_by     bigint not null constraint violation_change_unknown references platform.change,
    superseded_by   bigint constraint violation_supersession_unknown references platform.change,
    constraint violator_malformed check (inn ~ '^(\d{10}|\d{12})$'),
    constraint correction_term_early check (correction_due >= recognised_on),
    constraint corrected_early check (corrected_on >= recognised_on),
    constraint correction_without_document check ((corrected_on is null) = (correction_title is null))
);
create unique index violation_once on support.violation (id) where superseded_by is null;
create unique index violation_exists on support.violation
    (inn, coalesce(record_id, '00000000-0000-0000-0000-000000000000'), kind, recognised_on) where superseded_by is null;
create index violation_of on support.violation (inn);
create index violation_by_day on support.violation (recognised_on, id) where superseded_by is null;
grant update (superseded_by) on support.violation to ${appRole};

-- Figures and readings of the law. The row of the latest day not after the one asked about holds.
create table support.parameter (
    row_id        bigint generated always as identity primary key,
    code          text not null constraint support_parameter_unknown check
                  (code in ('BAN_SERIOUS_MONTHS', 'BAN_OTHER_MONTHS', 'BAN_CORRECTED_MONTHS', 'BAN_JUDGED_BY', 'RELEASE_DAYS')),
    value         text not null,
    valid_from    date not null,
    basis         text not null,
    recorded_by   bigint constraint support_parameter_change_unknown references platform.change,
    superseded_by bigint constraint support_parameter_supersession_unknown references platform.change,
    constraint support_parameter_impossible check
        (case code when 'BAN_JUDGED_BY' then value in ('APPLICATION', 'RECOGNITION') else value ~ '^\d{1,3}$' end)
);
create unique index support_parameter_once on support.parameter (code, valid_from) where superseded_by is null;
grant update (superseded_by) on support.parameter to ${appRole};
insert into support.parameter (code, value, valid_from, basis) values
    ('BAN_SERIOUS_MONTHS', '36', '2008-01-01', '209-ФЗ, ст. 14, ч. 5, п. 4'),
    ('BAN_OTHER_MONTHS', '36', '2008-01-01', '209-ФЗ, ст. 14, ч. 5, п. 4'),
    ('BAN_OTHER_MONTHS', '12', '2022-12-26', '209-ФЗ, ст. 14, ч. 5, п. 4 в редакции 197-ФЗ от 28.06.2022'),
    ('BAN_CORRECTED_MONTHS', '36', '2008-01-01', '209-ФЗ, ст. 14, ч. 5, п. 4'),
    ('BAN_CORRECTED_MONTHS', '0', '2022-12-26', '209-ФЗ, ст. 14, ч. 5, п. 4 в редакции 197-ФЗ от 28.06.2022'),
    ('BAN_JUDGED_BY', 'APPLICATION', '2008-01-01',
     'Чтение ДМСП: срок берётся по редакции на день обращения, в том числе для нарушений, признанных до неё'),
    ('RELEASE_DAYS', '45', '2008-01-01', 'Чтение ДМСП: набор ФНС выходит раз в месяц, 15-го числа');

-- By which paragraph support is refused, and how the act read then.
create table support.legal_basis (
    rule       text not null constraint support_rule_unknown check (rule in ('REPEATED_SUPPORT', 'VIOLATION_BAN')),
    act        text not null,
    edition    date not null,
    paragraph  text not null,
    valid_from date not null,
    primary key (rule, valid_from)
);
insert into support.legal_basis (rule, act, edition, paragraph, valid_from)
select rule, '209-ФЗ от 24.07.2007', edition, paragraph, starts
  from (values ('REPEATED_SUPPORT', 'ст. 14, ч. 5, п. 3'), ('VIOLATION_BAN', 'ст. 14, ч. 5, п. 4')) as r (rule, paragraph),
       (values (date '2007-07-24', date '2008-01-01'), (date '2022-06-28', date '2022-12-26')) as e (edition, starts);
