-- Why: a project is measured by indicators that are the same for all projects of a direction, so that they can be compared;
-- whether more or less of one is better belongs to the indicator. How much may come in kind, and what an applicant must be
-- on the day, are laid down by acts and change by date.
create table project.indicator (
    code        text primary key constraint indicator_code_malformed check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    direction   text not null constraint indicator_direction_unknown check (direction in
                ('TERRITORY', 'SHARED_RESOURCES', 'PRODUCTION_SETUP', 'SUPPLY_SUBCONTRACTING', 'SCALE_UP', 'MARKETING',
                 'EFFICIENCY_QUALITY', 'STAFF', 'EXPANSION', 'MANAGEMENT', 'INVESTMENT', 'RISK', 'EXPORT', 'OTHER')),
    name_ru     text not null,
    name_en     text not null,
    unit_ru     text not null,
    unit_en     text not null,
    sense       text not null constraint indicator_sense_unknown check (sense in ('MORE', 'LESS')),
    position    integer not null,
    recorded_by bigint constraint indicator_change_unknown references platform.change   -- null: came with the product
);

insert into project.indicator (position, direction, code, name_ru, name_en, unit_ru, unit_en, sense)
select row_number() over (), * from (values
    ('TERRITORY', 'ON_SITE_SHARE', 'Доля участников на единой площадке', 'Share of participants on one site', '%', '%', 'MORE'),
    ('SHARED_RESOURCES', 'SHARED_EQUIPMENT_HOURS', 'Работа оборудования общего пользования', 'Use of shared equipment', 'ч/год', 'h/year', 'MORE'),
    ('SHARED_RESOURCES', 'LICENCES', 'Лицензии на общие разработки', 'Licences of shared inventions', 'ед.', 'pcs.', 'MORE'),
    ('PRODUCTION_SETUP', 'LINES_COMMISSIONED', 'Введённые производственные линии', 'Production lines commissioned', 'ед.', 'pcs.', 'MORE'),
    ('PRODUCTION_SETUP', 'SETUP_DAYS', 'Срок подготовки производства', 'Time to set up production', 'дн.', 'days', 'LESS'),
    ('SUPPLY_SUBCONTRACTING', 'INNER_CONTRACTS', 'Договоры между участниками кластера', 'Contracts among participants', '₽ в год', '₽ a year', 'MORE'),
    ('SCALE_UP', 'OUTPUT', 'Выпуск продукции', 'Output', '₽ в год', '₽ a year', 'MORE'),
    ('MARKETING', 'NEW_CUSTOMERS', 'Новые заказчики', 'New customers', 'ед.', 'pcs.', 'MORE'),
    ('EFFICIENCY_QUALITY', 'UNIT_COST', 'Себестоимость единицы продукции', 'Cost per unit', '₽', '₽', 'LESS'),
    ('EFFICIENCY_QUALITY', 'DEFECTS', 'Доля брака', 'Share of defects', '%', '%', 'LESS'),
    ('EFFICIENCY_QUALITY', 'CERTIFICATES', 'Сертификаты системы качества', 'Quality certificates', 'ед.', 'pcs.', 'MORE'),
    ('STAFF', 'TRAINED', 'Обученные работники', 'People trained', 'чел.', 'people', 'MORE'),
    ('STAFF', 'HIRED', 'Новые рабочие места', 'New jobs', 'ед.', 'pcs.', 'MORE'),
    ('EXPANSION', 'NEW_MEMBERS', 'Новые участники кластера', 'New participants of the cluster', 'ед.', 'pcs.', 'MORE'),
    ('MANAGEMENT', 'STANDARDS', 'Внедрённые стандарты управления', 'Standards of management introduced', 'ед.', 'pcs.', 'MORE'),
    ('INVESTMENT', 'OFF_BUDGET_PER_ROUBLE', 'Внебюджетные средства на рубль бюджета', 'Money from outside per rouble of the budget', '₽', '₽', 'MORE'),
    ('RISK', 'INSURED_CONTRACTS', 'Застрахованные договоры', 'Contracts insured', 'ед.', 'pcs.', 'MORE'),
    ('RISK', 'LATE_DELIVERIES', 'Поставки с опозданием', 'Late deliveries', '%', '%', 'LESS'),
    ('EXPORT', 'EXPORT_REVENUE', 'Экспортная выручка', 'Export revenue', '₽ в год', '₽ a year', 'MORE'),
    ('OTHER', 'OTHER_RESULT', 'Результат иного направления', 'Result of another direction', 'ед.', 'pcs.', 'MORE')
  ) as i (direction, code, name_ru, name_en, unit_ru, unit_en, sense);

-- Largest part of the whole that may come in kind.
create table project.in_kind_limit (
    valid_from  date not null primary key,
    valid_until date,
    numerator   bigint not null,
    denominator bigint not null,
    basis       text not null,
    constraint in_kind_limit_impossible check (denominator > 0 and numerator between 0 and denominator),
    constraint period_empty check (valid_from < valid_until)
);
insert into project.in_kind_limit (valid_from, numerator, denominator, basis) values
    ('2008-01-01', 1, 5, 'Чтение ДМСП к Концепции кластерной политики, принцип поэтапного планирования');

-- What an applicant must be on the day, by the act in force then.
create table project.applicant_condition (
    code        text not null constraint applicant_condition_unknown check (code in
                ('TAX_DEBT', 'BUDGET_DEBT', 'INSOLVENCY', 'OFFSHORE', 'LISTED', 'FOREIGN_AGENT', 'SAME_MONEY', 'DISQUALIFIED')),
    valid_from  date not null,
    valid_until date,
    position    integer not null,
    act         text not null,
    edition     date,
    paragraph   text not null,
    primary key (code, valid_from),
    constraint period_empty check (valid_from < valid_until)
);
insert into project.applicant_condition (code, valid_from, valid_until, position, act, edition, paragraph)
select c.code, a.valid_from, a.valid_until, c.position, a.act, a.edition, a.paragraph
  from (values ('TAX_DEBT', 1), ('BUDGET_DEBT', 2), ('INSOLVENCY', 3), ('OFFSHORE', 4), ('LISTED', 5), ('FOREIGN_AGENT', 6),
               ('SAME_MONEY', 7), ('DISQUALIFIED', 8)) as c (code, position)
 cross join (values
    (date '2008-01-01', date '2024-01-01', 'Постановление Правительства Москвы от 09.09.2008 № 818-ПП', cast(null as date),
     'Положение о порядке предоставления субсидий, условия'),
    (date '2024-01-01', cast(null as date), 'Постановление Правительства РФ от 25.10.2023 № 1782', cast(null as date),
     'Общие требования, условия для участников отбора')) as a (valid_from, valid_until, act, edition, paragraph)
 where a.valid_from >= date '2024-01-01' or c.code not in ('LISTED', 'FOREIGN_AGENT');
