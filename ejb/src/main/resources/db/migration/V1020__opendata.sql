-- Why: what may be public is published in the standards of the field: written into files and checked by one person's order, given out
-- by another's. Files and what was found in them never change; what is published stays under its number until it is withdrawn.
-- Nothing leaves with a fault in it, nor with what looks like a person that nobody answered for.
create schema opendata;
grant usage on schema opendata to ${appRole};
alter default privileges in schema opendata grant select, insert on tables to ${appRole};

-- What publications say of their publisher, and how small a number may not be told.
create table opendata.setting (
    code       text not null constraint opendata_setting_unknown check (code in
               ('PUBLISHER_NAME', 'PUBLISHER_ID', 'PUBLISHER_INN', 'PUBLISHER_PHONE', 'PUBLISHER_MAIL', 'GRANT_PREFIX', 'LICENCE_NAME',
                'LICENCE_URL', 'ADDRESS', 'SMALL_CELL')),
    valid_from date not null,
    value      text not null,
    source     text not null,
    primary key (code, valid_from),
    constraint opendata_small_cell_malformed check (code <> 'SMALL_CELL' or value ~ '^[1-9][0-9]?$')
);
insert into opendata.setting (code, valid_from, value, source) values
    ('PUBLISHER_NAME', '2010-01-01', 'Департамент предпринимательства и инновационного развития города Москвы', 'Значение по умолчанию'),
    ('PUBLISHER_ID', '2010-01-01', 'RU-CLUSTERS-MOSCOW-DEPARTMENT', 'Значение по умолчанию: условный код; при наличии ИНН задаётся как RU-INN-…'),
    ('PUBLISHER_INN', '2010-01-01', '', 'Значение по умолчанию: не указан; с ним начинаются идентификаторы наборов'),
    ('PUBLISHER_PHONE', '2010-01-01', '', 'Значение по умолчанию: не указан'),
    ('PUBLISHER_MAIL', '2010-01-01', '', 'Значение по умолчанию: не указан'),
    ('GRANT_PREFIX', '2010-01-01', '360G-clustersmoscow', 'Значение по умолчанию: условный, до регистрации издателя в 360Giving'),
    ('LICENCE_NAME', '2010-01-01', 'Creative Commons Attribution 4.0 International (CC BY 4.0)', 'Значение по умолчанию: открытая лицензия с указанием источника'),
    ('LICENCE_URL', '2010-01-01', 'https://creativecommons.org/licenses/by/4.0/', 'Значение по умолчанию: открытая лицензия с указанием источника'),
    ('ADDRESS', '2010-01-01', '', 'Значение по умолчанию: адрес системы в интернете не задан, ссылки паспортов относительные'),
    ('SMALL_CELL', '2010-01-01', '5', 'Значение по умолчанию: о меньшем числе лиц не сообщается');

create function opendata.setting_on(wanted text, day date) returns text
    language sql stable as $$
    select s.value from opendata.setting s where s.code = wanted and s.valid_from <= day order by s.valid_from desc limit 1
$$;

create table opendata.publication (
    id              uuid primary key,
    number          bigint generated always as identity constraint publication_number_taken unique,
    as_of           date not null,
    state           text not null constraint publication_state_unknown check (state in ('PREPARED', 'FAULTY', 'PUBLISHED', 'WITHDRAWN', 'DISCARDED')),
    prepared_by     text not null,
    published_by    text,
    published_at    timestamptz,
    acknowledgement text,                                  -- why what looks like a person may be published
    reason          text,                                  -- of the last step that needed one
    faults          bigint not null constraint publication_faults_negative check (faults >= 0),
    persons         bigint not null constraint publication_persons_negative check (persons >= 0),
    awarded         numeric(20, 2) not null,               -- by the grants published, in roubles
    disbursed       numeric(20, 2) not null,
    left_out_awarded   numeric(20, 2) not null,            -- by the grants to entrepreneurs, which are only summed up
    left_out_disbursed numeric(20, 2) not null,
    licence_name    text not null,
    licence_url     text not null,
    version         bigint not null default 1,
    recorded_by     bigint not null constraint publication_change_unknown references platform.change,
    changed_by      bigint not null constraint publication_last_change_unknown references platform.change,
    constraint second_person_required check (published_by <> prepared_by),
    constraint publication_faulty check (faults = 0 or state in ('FAULTY', 'DISCARDED')),
    constraint publication_persons_unanswered check (persons = 0 or acknowledgement is not null or state not in ('PUBLISHED', 'WITHDRAWN')),
    constraint publication_unpublished check ((state in ('PUBLISHED', 'WITHDRAWN')) = (published_by is not null and published_at is not null))
);
create index publication_in_force on opendata.publication (number) where state = 'PUBLISHED';
grant update (state, published_by, published_at, acknowledgement, reason, version, changed_by) on opendata.publication to ${appRole};

create table opendata.file (
    publication_id uuid not null constraint publication_file_publication_unknown references opendata.publication,
    name           text not null constraint publication_file_name_malformed check (name ~ '^[a-z0-9-]+(/[a-z0-9-]+)?(\.[a-z0-9-]+)+$'),
    position       integer not null,
    media_type     text not null,
    sha256         text not null constraint publication_file_digest_malformed check (sha256 ~ '^[0-9a-f]{64}$'),
    size           bigint not null constraint publication_file_empty check (size > 0),
    records        bigint,                                 -- null where it holds none
    primary key (publication_id, name)
);

-- What is wrong with a file, or looks like a person in it, and where.
create table opendata.finding (
    publication_id uuid not null constraint publication_finding_publication_unknown references opendata.publication,
    position       integer not null,
    kind           text not null constraint publication_finding_kind_unknown check (kind in
                   ('REQUIRED', 'NOT_LISTED', 'FORMAT', 'TYPE', 'RULE', 'NOT_ORDERED', 'LEDGER_DIFFERS', 'NAME', 'NUMBER', 'PHONE', 'MAIL')),
    file           text not null,
    pointer        text not null,
    excerpt        text not null,
    agreement_id   uuid constraint publication_finding_agreement_unknown references agreement.agreement,  -- whose title it is in
    primary key (publication_id, position)
);

create function opendata.refuse_change_of_published() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state in ('WITHDRAWN', 'DISCARDED')
       or (old.state = 'FAULTY' and new.state <> 'DISCARDED') or (old.state = 'PUBLISHED' and new.state <> 'WITHDRAWN') then
        raise exception 'publications stay' using errcode = 'check_violation', constraint = 'publication_stays';
    end if;
    return new;
end $$;
create trigger kept before update or delete on opendata.publication
    for each row execute function opendata.refuse_change_of_published();

-- What a project is called in public where its own title names somebody.
create table opendata.public_title (
    row_id        bigint generated always as identity primary key,
    agreement_id  uuid not null constraint public_title_agreement_unknown references agreement.agreement,
    title         text not null constraint public_title_long check (length(title) between 1 and 300),
    given_by      text not null,
    recorded_by   bigint not null constraint public_title_change_unknown references platform.change,
    superseded_by bigint constraint public_title_supersession_unknown references platform.change
);
create unique index public_title_once on opendata.public_title (agreement_id) where superseded_by is null;
grant update (superseded_by) on opendata.public_title to ${appRole};
grant usage on all sequences in schema opendata to ${appRole};
