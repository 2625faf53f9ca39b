-- Why: terms of calls run in working days, and what is a working day is decided anew for each year by a decree; so the
-- exceptions to Monday to Friday are data. A year that is not here is not known: nobody guesses it.
create schema call;
grant usage on schema call to ${appRole};
alter default privileges in schema call grant select, insert on tables to ${appRole};
alter default privileges in schema call grant usage on sequences to ${appRole};

create table call.calendar_year (
    year        integer primary key constraint calendar_year_impossible check (year between 1992 and 2199),
    basis       text not null,
    version     bigint not null default 1,
    recorded_by bigint constraint calendar_change_unknown references platform.change      -- null: came with the product
);
grant update (basis, version, recorded_by) on call.calendar_year to ${appRole};

create table call.calendar_day (
    day           date not null,
    year          integer not null constraint calendar_year_unknown references call.calendar_year,
    working       boolean not null,
    recorded_by   bigint constraint calendar_day_change_unknown references platform.change,
    superseded_by bigint constraint calendar_day_end_unknown references platform.change,
    constraint calendar_day_of_another_year check (extract(year from day) = year),
    constraint calendar_day_as_usual check (working = (extract(isodow from day) >= 6))
);
create unique index calendar_day_known on call.calendar_day (day) where superseded_by is null;
grant update (superseded_by) on call.calendar_day to ${appRole};

insert into call.calendar_year (year, basis) values
    (2011, 'ТК РФ, ст. 112; постановление Правительства РФ от 05.08.2010 № 600'),
    (2012, 'ТК РФ, ст. 112; постановления Правительства РФ от 20.07.2011 № 581 и от 15.03.2012 № 201'),
    (2024, 'ТК РФ, ст. 112; постановление Правительства РФ от 10.08.2023 № 1314'),
    (2025, 'ТК РФ, ст. 112; постановление Правительства РФ от 04.10.2024 № 1335'),
    (2026, 'ТК РФ, ст. 112; постановление Правительства РФ от 24.09.2025 № 1466');
insert into call.calendar_day (day, year, working)
select day, extract(year from day), extract(isodow from day) >= 6
  from unnest(array[
    '2011-01-03', '2011-01-04', '2011-01-05', '2011-01-06', '2011-01-07', '2011-01-10', '2011-02-23', '2011-03-05',
    '2011-03-07', '2011-03-08', '2011-05-02', '2011-05-09', '2011-06-13', '2011-11-04',
    '2012-01-02', '2012-01-03', '2012-01-04', '2012-01-05', '2012-01-06', '2012-01-09', '2012-02-23', '2012-03-08',
    '2012-03-09', '2012-03-11', '2012-04-28', '2012-04-30', '2012-05-01', '2012-05-05', '2012-05-07', '2012-05-08',
    '2012-05-09', '2012-05-12', '2012-06-09', '2012-06-11', '2012-06-12', '2012-11-05', '2012-12-29', '2012-12-31',
    '2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05', '2024-01-08', '2024-02-23', '2024-03-08',
    '2024-04-27', '2024-04-29', '2024-04-30', '2024-05-01', '2024-05-09', '2024-05-10', '2024-06-12', '2024-11-02',
    '2024-11-04', '2024-12-28', '2024-12-30', '2024-12-31',
    '2025-01-01', '2025-01-02', '2025-01-03', '2025-01-06', '2025-01-07', '2025-01-08', '2025-05-01', '2025-05-02',
    '2025-05-08', '2025-05-09', '2025-06-12', '2025-06-13', '2025-11-01', '2025-11-03', '2025-11-04', '2025-12-31',
    '2026-01-01', '2026-01-02', '2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08', '2026-01-09', '2026-02-23',
    '2026-03-09', '2026-05-01', '2026-05-11', '2026-06-12', '2026-11-04', '2026-12-31'
  ]::date[]) day;
