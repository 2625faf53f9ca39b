-- Why: whether an enterprise is an SME by the criteria of the law is worked out from figures, owners and legal form. The law
-- changed often, so every limit is a row with its days, its act and how sure we are of it; a lawyer's correction is another row.
create schema assessment;
grant usage on schema assessment to ${appRole};
alter default privileges in schema assessment grant select on tables to ${appRole};

create table assessment.act (
    code  text not null constraint sme_act_exists primary key,
    title text not null                                    -- in Russian, the language of the law
);
insert into assessment.act values
    ('209-FZ', 'Федеральный закон от 24.07.2007 № 209-ФЗ «О развитии малого и среднего предпринимательства в Российской Федерации»'),
    ('222-FZ', 'Федеральный закон № 209-ФЗ в редакции Федерального закона от 23.06.2016 № 222-ФЗ'),
    ('156-FZ', 'Федеральный закон № 209-ФЗ в редакции Федерального закона от 29.06.2015 № 156-ФЗ'),
    ('408-FZ', 'Федеральный закон № 209-ФЗ в редакции Федерального закона от 29.12.2015 № 408-ФЗ'),
    ('313-FZ', 'Федеральный закон № 209-ФЗ в редакции Федерального закона от 03.08.2018 № 313-ФЗ'),
    ('305-FZ', 'Федеральный закон № 209-ФЗ в редакции Федерального закона от 02.07.2021 № 305-ФЗ'),
    ('478-FZ', 'Федеральный закон от 04.08.2023 № 478-ФЗ «О развитии технологических компаний в Российской Федерации»'),
    ('217-FZ', 'Федеральный закон от 02.08.2009 № 217-ФЗ'),
    ('PP-556', 'Постановление Правительства Российской Федерации от 22.07.2008 № 556'),
    ('PP-101', 'Постановление Правительства Российской Федерации от 09.02.2013 № 101'),
    ('PP-702', 'Постановление Правительства Российской Федерации от 13.07.2015 № 702'),
    ('PP-265', 'Постановление Правительства Российской Федерации от 04.04.2016 № 265'),
    ('PP-1412', 'Постановление Правительства Российской Федерации от 22.11.2017 № 1412'),
    ('1338-PP', 'Постановление Правительства Москвы от 08.12.2009 № 1338-ПП'),
    ('READING', 'Чтение, принятое в системе; подлежит подтверждению юристом Департамента');

-- What every row of the law says besides its figure. FOUND: read in a public source; KNOWN_…: general knowledge, by confidence.
create table assessment.dated (
    valid_from    date not null,
    valid_until   date,                                    -- exclusive; null while it lasts
    act           text not null,
    paragraph     text not null,
    certainty     text not null,
    note          text,
    recorded_by   bigint,
    superseded_by bigint
);

-- Highest average number of employees of a category; with activities and a least share of them in the income, a higher limit
-- for those alone.
create table assessment.headcount_limit (
    category   text not null constraint headcount_limit_category_unknown check (category in ('MICRO', 'SMALL', 'MEDIUM')),
    most       integer not null constraint headcount_limit_negative check (most >= 0),
    classifier text,
    classes    text[],                                     -- first digits of the activity's code
    least_share numeric(5, 2) constraint headcount_limit_share_impossible check (least_share between 0 and 100),
    like assessment.dated including all,
    constraint headcount_limit_act_unknown foreign key (act) references assessment.act,
    constraint headcount_limit_recording_unknown foreign key (recorded_by) references platform.change,
    constraint headcount_limit_supersession_unknown foreign key (superseded_by) references platform.change,
    constraint period_empty check (valid_from < valid_until)
);
insert into assessment.headcount_limit
       (category, most, classifier, classes, least_share, valid_from, valid_until, act, paragraph, certainty, note) values
    ('MICRO', 15, null, null, null, '2008-01-01', '2016-06-23', '209-FZ', 'статья 4, часть 1, пункт 2', 'KNOWN_HIGH', null),
    ('SMALL', 100, null, null, null, '2008-01-01', '2016-06-23', '209-FZ', 'статья 4, часть 1, пункт 2', 'KNOWN_HIGH', null),
    ('MEDIUM', 250, null, null, null, '2008-01-01', '2016-06-23', '209-FZ', 'статья 4, часть 1, пункт 2', 'KNOWN_HIGH', null),
    ('MICRO', 15, null, null, null, '2016-06-23', null, '222-FZ', 'статья 4, часть 1.1, пункт 2', 'FOUND', null),
    ('SMALL', 100, null, null, null, '2016-06-23', null, '222-FZ', 'статья 4, часть 1.1, пункт 2', 'FOUND', null),
    ('MEDIUM', 250, null, null, null, '2016-06-23', null, '222-FZ', 'статья 4, часть 1.1, пункт 2', 'FOUND', null),
    ('MEDIUM', 1000, '2014', array['13', '14', '15'], 70, '2017-12-02', null, 'PP-1412', 'пункт 1', 'KNOWN_MEDIUM',
     'Предел 1000 найден; день вступления и доля 70 % требуют подтверждения'),
    ('MEDIUM', 1500, '2014', array['56'], 70, '2021-07-02', null, '305-FZ', 'статья 4, часть 1.1, пункт 2', 'KNOWN_MEDIUM',
     'Предел 1500 найден; день вступления (07.2021 или 2022) и доля 70 % требуют подтверждения');

-- Highest turnover of a category for a calendar year, roubles, without VAT.
create table assessment.turnover_limit (
    category text not null constraint turnover_limit_category_unknown check (category in ('MICRO', 'SMALL', 'MEDIUM')),
    most     numeric(20, 2) not null constraint turnover_limit_negative check (most >= 0),
    like assessment.dated including all,
    constraint turnover_limit_act_unknown foreign key (act) references assessment.act,
    constraint turnover_limit_recording_unknown foreign key (recorded_by) references platform.change,
    constraint turnover_limit_supersession_unknown foreign key (superseded_by) references platform.change,
    constraint period_empty check (valid_from < valid_until)
);
insert into assessment.turnover_limit (category, most, valid_from, valid_until, act, paragraph, certainty, note)
select c.category, c.millions * l.times * 1000000.00, l.valid_from, l.valid_until, l.act, 'пункт 1', l.certainty, l.note
  from (values ('MICRO', 60), ('SMALL', 400), ('MEDIUM', 1000)) c (category, millions)
 cross join (values
    (1, date '2008-01-01', date '2013-01-01', 'PP-556', 'FOUND', cast(null as text)),
    (1, '2013-01-01', '2015-07-25', 'PP-101', 'FOUND', null),
    (2, '2015-07-25', '2016-08-01', 'PP-702', 'KNOWN_MEDIUM', 'Пределы найдены; день вступления в силу требует подтверждения'),
    (2, '2016-08-01', null, 'PP-265', 'FOUND', null)) l (times, valid_from, valid_until, act, certainty, note);

-- Single readings of the law that change with the date.
create table assessment.provision (
    code  text not null constraint sme_provision_unknown check
          (code in ('HEADCOUNT_MEASURE', 'TURNOVER_MEASURE', 'STICKY_YEARS', 'NEWLY_CREATED', 'REGISTER', 'DECIDES')),
    value text not null,
    like assessment.dated including all,
    constraint sme_provision_act_unknown foreign key (act) references assessment.act,
    constraint sme_provision_recording_unknown foreign key (recorded_by) references platform.change,
    constraint sme_provision_supersession_unknown foreign key (superseded_by) references platform.change,
    constraint period_empty check (valid_from < valid_until)
);
insert into assessment.provision (code, value, valid_from, valid_until, act, paragraph, certainty, note) values
    ('HEADCOUNT_MEASURE', 'HEADCOUNT_ALL', '2008-01-01', '2016-01-01', '209-FZ', 'статья 4, часть 6', 'KNOWN_HIGH',
     'Средняя численность: с совместителями и работниками по договорам'),
    ('HEADCOUNT_MEASURE', 'HEADCOUNT', '2016-01-01', null, '408-FZ', 'статья 4, часть 1.1, пункт 2', 'KNOWN_HIGH',
     'Среднесписочная численность'),
    ('TURNOVER_MEASURE', 'REVENUE', '2008-01-01', '2016-08-01', '209-FZ', 'статья 4, часть 1, пункт 3', 'FOUND',
     'Выручка от реализации без НДС'),
    ('TURNOVER_MEASURE', 'INCOME', '2016-08-01', null, '408-FZ', 'статья 4, часть 1.1, пункт 3', 'FOUND',
     'Доход по налоговому учёту по всем видам деятельности и режимам'),
    ('STICKY_YEARS', '2', '2008-01-01', '2015-06-30', '209-FZ', 'статья 4, часть 4', 'KNOWN_HIGH', null),
    ('STICKY_YEARS', '3', '2015-06-30', null, '156-FZ', 'статья 4, часть 4', 'FOUND', null),
    ('NEWLY_CREATED', 'BY_PERIOD', '2008-01-01', '2016-08-01', '209-FZ', 'статья 4, часть 5', 'KNOWN_HIGH',
     'По показателям за период со дня регистрации'),
    ('NEWLY_CREATED', 'MICRO', '2016-08-01', null, '408-FZ', 'статья 4, часть 3', 'KNOWN_MEDIUM',
     'Вновь созданные до первого отчётного года относятся к микропредприятиям; требует подтверждения'),
    ('REGISTER', 'CITY_REGISTER', '2009-12-08', '2016-08-01', '1338-PP', 'положение о реестре', 'FOUND', null),
    ('REGISTER', 'TAX_SERVICE_REGISTER', '2016-08-01', null, '408-FZ', 'статья 4.1', 'FOUND', null),
    ('DECIDES', 'CRITERIA', '2008-01-01', '2018-12-01', '209-FZ', 'статья 4', 'FOUND', null),
    ('DECIDES', 'REGISTER', '2018-12-01', null, '313-FZ', 'статья 3, пункт 1', 'FOUND',
     'Субъект МСП — тот, сведения о котором внесены в реестр');

-- Who can be an SME, and by which part of the ownership condition: NONE of it, the SHARES, or only one of the ALTERNATIVES.
create table assessment.legal_form (
    form      text not null,
    condition text not null constraint sme_form_condition_unknown check (condition in ('NONE', 'SHARES', 'ALTERNATIVES')),
    counted   text constraint sme_form_counted_unknown check (counted in ('SHARE', 'VOTES')),
    like assessment.dated including all,
    constraint sme_form_act_unknown foreign key (act) references assessment.act,
    constraint sme_form_recording_unknown foreign key (recorded_by) references platform.change,
    constraint sme_form_supersession_unknown foreign key (superseded_by) references platform.change,
    constraint period_empty check (valid_from < valid_until)
);
insert into assessment.legal_form (form, condition, counted, valid_from, valid_until, act, paragraph, certainty, note) values
    ('LIMITED_LIABILITY_COMPANY', 'SHARES', 'SHARE', '2008-01-01', '2016-08-01', '209-FZ', 'статья 4, часть 1', 'FOUND', null),
    ('JOINT_STOCK_COMPANY', 'SHARES', 'SHARE', '2008-01-01', '2016-08-01', '209-FZ', 'статья 4, часть 1', 'FOUND', null),
    ('BUSINESS_PARTNERSHIP', 'SHARES', 'SHARE', '2008-01-01', '2016-08-01', '209-FZ', 'статья 4, часть 1', 'FOUND', null),
    ('ECONOMIC_PARTNERSHIP', 'SHARES', 'SHARE', '2012-07-01', '2016-08-01', '209-FZ', 'статья 4, часть 1', 'KNOWN_MEDIUM',
     'Коммерческая организация; форма существует с 01.07.2012'),
    ('PRODUCTION_COOPERATIVE', 'NONE', null, '2008-01-01', null, '209-FZ', 'статья 4, часть 1', 'FOUND', null),
    ('AGRICULTURAL_CONSUMER_COOPERATIVE', 'NONE', null, '2008-01-01', null, '209-FZ', 'статья 4, часть 1', 'FOUND', null),
    ('CONSUMER_COOPERATIVE', 'NONE', null, '2008-01-01', '2016-08-01', '209-FZ', 'статья 4, часть 1', 'FOUND',
     'С 01.08.2016 остались сельскохозяйственные; требует подтверждения'),
    ('FARM', 'NONE', null, '2008-01-01', null, '209-FZ', 'статья 4, часть 1', 'FOUND', null),
    ('ENTREPRENEUR', 'NONE', null, '2008-01-01', null, '209-FZ', 'статья 4, часть 1', 'FOUND', null),
    ('LIMITED_LIABILITY_COMPANY', 'SHARES', 'SHARE', '2016-08-01', '2018-12-01', '408-FZ', 'статья 4, часть 1.1, пункт 1', 'FOUND', null),
    ('JOINT_STOCK_COMPANY', 'ALTERNATIVES', null, '2016-08-01', '2018-12-01', '408-FZ', 'статья 4, часть 1.1, пункт 1', 'FOUND',
     'Условие о долях написано только для обществ с ограниченной ответственностью'),
    ('ECONOMIC_PARTNERSHIP', 'ALTERNATIVES', null, '2016-08-01', '2018-12-01', '408-FZ', 'статья 4, часть 1.1, пункт 1', 'KNOWN_LOW',
     'Условие о долях написано только для обществ с ограниченной ответственностью'),
    ('LIMITED_LIABILITY_COMPANY', 'SHARES', 'SHARE', '2018-12-01', null, '313-FZ', 'статья 4, часть 1.1, пункт 1, подпункт «а»', 'FOUND', null),
    ('JOINT_STOCK_COMPANY', 'SHARES', 'VOTES', '2018-12-01', null, '313-FZ', 'статья 4, часть 1.1, пункт 1, подпункт «а»', 'FOUND',
     'Считаются голосующие акции'),
    ('BUSINESS_PARTNERSHIP', 'SHARES', 'SHARE', '2018-12-01', null, '313-FZ', 'статья 4, часть 1.1, пункт 1, подпункт «а»', 'FOUND', null),
    ('ECONOMIC_PARTNERSHIP', 'SHARES', 'SHARE', '2018-12-01', null, '313-FZ', 'статья 4, часть 1.1, пункт 1, подпункт «а»', 'KNOWN_MEDIUM', null);

-- Highest sum of the shares of several kinds of holders; the limit itself is within the law.
create table assessment.ownership_limit (
    code             text not null,
    holders          text[] not null,
    most_numerator   integer not null,
    most_denominator integer not null,
    like assessment.dated including all,
    constraint ownership_limit_impossible check (most_denominator > 0 and most_numerator between 0 and most_denominator),
    constraint ownership_limit_act_unknown foreign key (act) references assessment.act,
    constraint ownership_limit_recording_unknown foreign key (recorded_by) references platform.change,
    constraint ownership_limit_supersession_unknown foreign key (superseded_by) references platform.change,
    constraint period_empty check (valid_from < valid_until)
);
insert into assessment.ownership_limit
       (code, holders, most_numerator, most_denominator, valid_from, valid_until, act, paragraph, certainty, note) values
    ('PUBLIC_AND_FOREIGN', array['PUBLIC_BODY', 'FUND_OR_NGO', 'FOREIGN_ENTITY', 'FOREIGN_CITIZEN'], 25, 100,
     '2008-01-01', '2013-01-01', '209-FZ', 'статья 4, часть 1, пункт 1', 'KNOWN_MEDIUM',
     'До какого дня считались иностранные граждане, требует подтверждения'),
    ('PUBLIC_AND_FOREIGN', array['PUBLIC_BODY', 'FUND_OR_NGO', 'FOREIGN_ENTITY'], 25, 100,
     '2013-01-01', '2015-06-30', '209-FZ', 'статья 4, часть 1, пункт 1', 'KNOWN_HIGH', null),
    ('NON_SME', array['NON_SME_ENTITY'], 25, 100, '2008-01-01', '2015-06-30', '209-FZ', 'статья 4, часть 1, пункт 1', 'KNOWN_HIGH', null),
    ('PUBLIC', array['PUBLIC_BODY', 'FUND_OR_NGO'], 25, 100, '2015-06-30', '2016-08-01', '156-FZ', 'статья 4, часть 1, пункт 1', 'KNOWN_MEDIUM', null),
    ('FOREIGN', array['FOREIGN_ENTITY'], 49, 100, '2015-06-30', '2016-08-01', '156-FZ', 'статья 4, часть 1, пункт 1', 'KNOWN_MEDIUM',
     'Каждая сумма сама по себе'),
    ('NON_SME', array['NON_SME_ENTITY'], 49, 100, '2015-06-30', '2016-08-01', '156-FZ', 'статья 4, часть 1, пункт 1', 'KNOWN_MEDIUM',
     'Каждая сумма сама по себе'),
    ('PUBLIC', array['PUBLIC_BODY', 'FUND_OR_NGO'], 25, 100, '2016-08-01', '2018-12-01', '408-FZ', 'статья 4, часть 1.1, пункт 1, подпункт «а»', 'FOUND', null),
    ('FOREIGN_AND_NON_SME', array['FOREIGN_ENTITY', 'NON_SME_ENTITY'], 49, 100, '2016-08-01', '2018-12-01', '408-FZ',
     'статья 4, часть 1.1, пункт 1, подпункт «а»', 'FOUND', null),
    ('PUBLIC', array['PUBLIC_BODY', 'FUND_OR_NGO'], 25, 100, '2018-12-01', null, '313-FZ', 'статья 4, часть 1.1, пункт 1, подпункт «а»', 'FOUND', null),
    ('FOREIGN_AND_NON_SME', array['FOREIGN_ENTITY', 'NON_SME_ENTITY'], 49, 100, '2018-12-01', null, '313-FZ',
     'статья 4, часть 1.1, пункт 1, подпункт «а»', 'FOUND', null);

-- Flags with a source and dates that stand for the ownership condition (holder null), or free one kind of holder from it.
create table assessment.alternative (
    fact   text not null,
    holder text,
    like assessment.dated including all,
    constraint sme_alternative_act_unknown foreign key (act) references assessment.act,
    constraint sme_alternative_recording_unknown foreign key (recorded_by) references platform.change,
    constraint sme_alternative_supersession_unknown foreign key (superseded_by) references platform.change,
    constraint period_empty check (valid_from < valid_until)
);
insert into assessment.alternative (fact, holder, valid_from, valid_until, act, paragraph, certainty, note) values
    ('UNIVERSITY_IP', null, '2009-08-15', null, '217-FZ', 'подпункт «в»', 'KNOWN_HIGH', 'День, с которого исключение внесено в статью 4, требует подтверждения'),
    ('SKOLKOVO', null, '2015-06-30', null, '156-FZ', 'подпункт «г»', 'KNOWN_HIGH', 'День вступления требует подтверждения'),
    ('STATE_INNOVATION_FOUNDERS', null, '2015-06-30', null, '156-FZ', 'подпункт «д»', 'KNOWN_HIGH', 'День вступления требует подтверждения'),
    ('HIGH_TECH_SHARES', null, '2016-08-01', null, '408-FZ', 'подпункт «б»', 'KNOWN_HIGH', null),
    ('SMALL_TECHNOLOGY_COMPANY', null, '2023-11-02', null, '478-FZ', 'статус малой технологической компании', 'KNOWN_LOW', 'Требует подтверждения'),
    ('FOREIGN_OWNERS_WITHIN_LIMITS', 'FOREIGN_ENTITY', '2018-12-01', null, '313-FZ', 'статья 4, часть 1.1, пункт 1, подпункт «а»', 'FOUND',
     'Доход и численность иностранного участника в пределах среднего предприятия, участник не из офшорной зоны; заключение аудитора. Перечень офшорных зон с 01.07.2023 — приказ 86н');

-- Legal forms by the classifier (ОК 028-2012, by its first digits) and by how a full name plainly begins.
create table assessment.form_code (
    beginning text not null constraint sme_form_code_exists primary key,
    form      text not null
);
insert into assessment.form_code values
    ('110', 'BUSINESS_PARTNERSHIP'), ('122', 'JOINT_STOCK_COMPANY'), ('123', 'LIMITED_LIABILITY_COMPANY'), ('124', 'LIMITED_LIABILITY_COMPANY'),
    ('130', 'ECONOMIC_PARTNERSHIP'), ('14', 'PRODUCTION_COOPERATIVE'), ('153', 'FARM'), ('201', 'CONSUMER_COOPERATIVE'),
    ('20108', 'AGRICULTURAL_CONSUMER_COOPERATIVE'), ('20109', 'AGRICULTURAL_CONSUMER_COOPERATIVE'),
    ('20110', 'AGRICULTURAL_CONSUMER_COOPERATIVE'), ('20111', 'AGRICULTURAL_CONSUMER_COOPERATIVE'),
    ('20112', 'AGRICULTURAL_CONSUMER_COOPERATIVE'), ('20115', 'AGRICULTURAL_CONSUMER_COOPERATIVE'),
    ('202', 'PUBLIC_ORGANISATION'), ('206', 'ASSOCIATION'), ('207', 'NON_PROFIT'), ('209', 'NON_PROFIT'), ('211', 'NON_PROFIT'),
    ('300', 'NON_PROFIT'), ('401', 'NON_PROFIT'), ('501', 'ENTREPRENEUR'), ('50101', 'FARM'), ('65', 'UNITARY_ENTERPRISE'),
    ('704', 'FOUNDATION'), ('714', 'NON_PROFIT'), ('715', 'RELIGIOUS_ORGANISATION'), ('716', 'NON_PROFIT'), ('750', 'INSTITUTION'),
    ('751', 'INSTITUTION'), ('752', 'INSTITUTION'), ('754', 'INSTITUTION'), ('755', 'INSTITUTION');
create table assessment.form_name (
    beginning text not null constraint sme_form_name_exists primary key,   -- upper case, Е for Ё; whole words
    form      text not null
);
insert into assessment.form_name values
    ('ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ', 'LIMITED_LIABILITY_COMPANY'), ('ООО', 'LIMITED_LIABILITY_COMPANY'),
    ('АКЦИОНЕРНОЕ ОБЩЕСТВО', 'JOINT_STOCK_COMPANY'), ('ОТКРЫТОЕ АКЦИОНЕРНОЕ ОБЩЕСТВО', 'JOINT_STOCK_COMPANY'),
    ('ЗАКРЫТОЕ АКЦИОНЕРНОЕ ОБЩЕСТВО', 'JOINT_STOCK_COMPANY'), ('ПУБЛИЧНОЕ АКЦИОНЕРНОЕ ОБЩЕСТВО', 'JOINT_STOCK_COMPANY'),
    ('НЕПУБЛИЧНОЕ АКЦИОНЕРНОЕ ОБЩЕСТВО', 'JOINT_STOCK_COMPANY'), ('АО', 'JOINT_STOCK_COMPANY'), ('ОАО', 'JOINT_STOCK_COMPANY'),
    ('ЗАО', 'JOINT_STOCK_COMPANY'), ('ПАО', 'JOINT_STOCK_COMPANY'), ('НАО', 'JOINT_STOCK_COMPANY'),
    ('ПОЛНОЕ ТОВАРИЩЕСТВО', 'BUSINESS_PARTNERSHIP'), ('ТОВАРИЩЕСТВО НА ВЕРЕ', 'BUSINESS_PARTNERSHIP'),
    ('ХОЗЯЙСТВЕННОЕ ПАРТНЕРСТВО', 'ECONOMIC_PARTNERSHIP'), ('ПРОИЗВОДСТВЕННЫЙ КООПЕРАТИВ', 'PRODUCTION_COOPERATIVE'),
    ('СЕЛЬСКОХОЗЯЙСТВЕННЫЙ ПРОИЗВОДСТВЕННЫЙ КООПЕРАТИВ', 'PRODUCTION_COOPERATIVE'), ('АРТЕЛЬ', 'PRODUCTION_COOPERATIVE'),
    ('СЕЛЬСКОХОЗЯЙСТВЕННЫЙ ПОТРЕБИТЕЛЬСКИЙ КООПЕРАТИВ', 'AGRICULTURAL_CONSUMER_COOPERATIVE'),
    ('ПОТРЕБИТЕЛЬСКИЙ КООПЕРАТИВ', 'CONSUMER_COOPERATIVE'), ('КРЕСТЬЯНСКОЕ', 'FARM'), ('АССОЦИАЦИЯ', 'ASSOCIATION'), ('СОЮЗ', 'ASSOCIATION'),
    ('НЕКОММЕРЧЕСКОЕ ПАРТНЕРСТВО', 'ASSOCIATION'), ('ОБЩЕСТВЕННАЯ ОРГАНИЗАЦИЯ', 'PUBLIC_ORGANISATION'),
    ('АВТОНОМНАЯ НЕКОММЕРЧЕСКАЯ ОРГАНИЗАЦИЯ', 'NON_PROFIT'), ('АНО', 'NON_PROFIT'), ('ФОНД', 'FOUNDATION'),
    ('БЛАГОТВОРИТЕЛЬНЫЙ ФОНД', 'FOUNDATION'), ('УЧРЕЖДЕНИЕ', 'INSTITUTION'), ('ФГУП', 'UNITARY_ENTERPRISE'), ('ГУП', 'UNITARY_ENTERPRISE'),
    ('МУП', 'UNITARY_ENTERPRISE'), ('ФЕДЕРАЛЬНОЕ ГОСУДАРСТВЕННОЕ УНИТАРНОЕ ПРЕДПРИЯТИЕ', 'UNITARY_ENTERPRISE'),
    ('ГОСУДАРСТВЕННОЕ УНИТАРНОЕ ПРЕДПРИЯТИЕ', 'UNITARY_ENTERPRISE'), ('МУНИЦИПАЛЬНОЕ УНИТАРНОЕ ПРЕДПРИЯТИЕ', 'UNITARY_ENTERPRISE');

-- What a document can say of a subject for these criteria, for years before the open data.
alter table registry.manual_fact drop constraint manual_fact_kind_unknown;
alter table registry.manual_fact add constraint manual_fact_kind_unknown check
    (fact in ('CITY_REGISTER', 'LEGAL_FORM', 'LEGAL_STATUS', 'INNOVATIVE', 'PRODUCTION', 'EXPORT_ORIENTED', 'HEADCOUNT', 'INCOME',
              'HEADCOUNT_ALL', 'REVENUE', 'MAIN_ACTIVITY_SHARE', 'HIGH_TECH_SHARES', 'UNIVERSITY_IP', 'SKOLKOVO',
              'STATE_INNOVATION_FOUNDERS', 'SMALL_TECHNOLOGY_COMPANY', 'FOREIGN_OWNERS_WITHIN_LIMITS'));
drop table assessment.dated;
