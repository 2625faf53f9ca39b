-- Why: what no file holds is entered by hand and confirmed by a second person; the same tables of the registry are searched
-- by region, activity and category; the names of private persons are not kept for ever.

create index entity_by_region on registry.entity (region);
create index entity_by_activity on registry.entity (main_code);
create index sme_run_by_size on registry.sme_run (category, inn) where superseded_by is null and category <> 1;

-- From which month on a record of the register shows the headcount of the last year; before it, of the year before last.
-- The latest row not after the release's date holds. Source: the passport of the data set (domain.md §2.6).
create table registry.headcount_calendar (
    valid_from date primary key,
    month      integer not null constraint headcount_calendar_month_impossible check (month between 1 and 12)
);
insert into registry.headcount_calendar values ('2016-08-01', 8), ('2021-01-01', 7);

create function registry.headcount_year(shown_on date) returns integer
    language sql stable
    return extract(year from shown_on)::integer
           - case when extract(month from shown_on) >= coalesce((select c.month
                                                                   from registry.headcount_calendar c
                                                                  where c.valid_from <= shown_on
                                                                  order by c.valid_from desc
                                                                  limit 1), 8) then 1 else 2 end;

-- How many years after its last appearance the name of a private person is kept (152-ФЗ art. 5); today's row holds.
create table registry.name_retention (
    valid_from date primary key,
    years      integer not null constraint name_retention_years_positive check (years > 0)
);
insert into registry.name_retention values ('2000-01-01', 5);

-- A fact from a document, entered by one person and in force when another confirms it. id names the fact; a row is what
-- was known of it. recorded_by: the change that put the row in force; superseded_by: the one that ended or replaced it.
create table registry.manual_fact (
    row_id          bigint generated always as identity primary key,
    id              uuid not null,
    inn             text collate "C" not null,              -- right check digits suffice: no source need know it
    fact            text not null constraint manual_fact_kind_unknown check
                    (fact in ('CITY_REGISTER', 'LEGAL_FORM', 'LEGAL_STATUS', 'INNOVATIVE', 'PRODUCTION',
                              'EXPORT_ORIENTED', 'HEADCOUNT', 'INCOME')),
    value           text not null,
    valid_from      date not null,
    valid_until     date,                                   -- exclusive; null while it lasts
    name            text,                                   -- of the subject as the document gives it
    document_title  text not null,
    document_number text not null,
    document_on     date not null,
    document_id     uuid constraint manual_fact_document_unknown references platform.document,
    entered_by      text not null,
    entered_in      bigint not null references platform.change,
    decided_by      text,
    refusal         text,
    recorded_by     bigint references platform.change,
    superseded_by   bigint references platform.change,
    state           text not null generated always as (case when refusal is not null then 'REFUSED'
                                                            when recorded_by is null then 'PENDING'
                                                            when superseded_by is not null then 'SUPERSEDED'
                                                            else 'IN_FORCE' end) stored,
    constraint second_person_required check (recorded_by is null or decided_by <> entered_by),
    constraint manual_fact_undecided check ((recorded_by is null and refusal is null) = (decided_by is null)),
    constraint manual_fact_period_empty check (valid_from < valid_until),
    constraint manual_fact_overlaps
        exclude using gist (inn with =, fact with =, daterange(valid_from, valid_until) with &&)
        where (recorded_by is not null and superseded_by is null)
);
create unique index manual_fact_once on registry.manual_fact (id) where superseded_by is null;
create index manual_fact_by_inn on registry.manual_fact (inn);
create index manual_fact_pending on registry.manual_fact (row_id) where recorded_by is null and refusal is null;
revoke delete on registry.manual_fact from ${appRole};
