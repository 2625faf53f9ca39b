-- Why: six of the seven forms of support are no money: premises and equipment, information, consulting, marketing, training and what
-- is decided on its own. Each is asked for, approved within what an organisation of the infrastructure offers in a year, delivered
-- with its value by a document, and confirmed by whoever got it; only then it is a support on record.
create schema inkind;
grant usage on schema inkind to ${appRole};
alter default privileges in schema inkind grant select, insert on tables to ${appRole};
alter default privileges in schema inkind grant usage on sequences to ${appRole};

-- As which forms of support a service of the infrastructure is given. Money is paid by agreements, never here.
create table inkind.service_form (
    service text not null constraint infrastructure_service_unknown references infrastructure.service,
    form    text not null constraint support_kind_form_unknown references support.form,
    primary key (service, form),
    constraint in_kind_is_no_money check (form <> 'FINANCIAL')
);
insert into inkind.service_form (service, form) values
    ('PREMISES', 'PROPERTY'), ('EQUIPMENT', 'PROPERTY'), ('ENGINEERING', 'CONSULTING'), ('TESTING', 'CONSULTING'),
    ('TRAINING', 'TRAINING'), ('CONSULTING', 'CONSULTING'), ('CONSULTING', 'INFORMATION'), ('EXPORT', 'CONSULTING'),
    ('EXPORT', 'INFORMATION'), ('EXPORT', 'MARKETING'), ('MARKETING', 'MARKETING'), ('MARKETING', 'INFORMATION'),
    ('FINANCE', 'CONSULTING');
insert into inkind.service_form (service, form) select code, 'OTHER' from infrastructure.service;

-- In which unit of support the capacity of a service is measured: what is asked for in that unit takes as much of it. Of training it
-- takes as many as people; of everything else whoever approves says how much.
create table inkind.service_unit (
    service text primary key constraint infrastructure_service_unknown references infrastructure.service,
    unit    text not null constraint support_unit_unknown references support.unit
);
insert into inkind.service_unit (service, unit) values
    ('PREMISES', 'SQUARE_METRE'), ('EQUIPMENT', 'HOUR'), ('CONSULTING', 'HOUR');

create table inkind.request (
    id               uuid primary key,
    number           bigint generated always as identity constraint in_kind_number_taken unique,
    inn              text collate "C" not null constraint in_kind_recipient_malformed check (inn ~ '^(\d{10}|\d{12})$'),
    name             text,
    cluster_id       uuid constraint in_kind_cluster_unknown references cluster.cluster,
    sector           text not null constraint in_kind_sector_unknown references cluster.sector,
    offer_id         uuid not null,                        -- of infrastructure.offer, all its rows
    organisation_id  uuid not null constraint in_kind_organisation_unknown references infrastructure.organisation,
    service          text not null,
    form             text not null,
    kind             text not null,
    unit             text not null,
    quantity         numeric(14, 2) not null,              -- in the unit of the form
    capacity         numeric(14, 2),                       -- what it takes of the offer, in the unit of the service; null: to be said
    persons          integer,
    purpose          text not null,
    purpose_form     text not null,                        -- how purposes are compared
    starts_on        date not null,
    ends_on          date not null,                        -- last day
    document_title   text,                                 -- by which somebody asked in its name; null: it asked itself
    document_number  text,
    document_date    date,
    state            text not null constraint in_kind_state_unknown check (state in
                     ('ASKED', 'APPROVED', 'SCHEDULED', 'DELIVERED', 'CONFIRMED', 'DISPUTED', 'REFUSED', 'WITHDRAWN', 'CANCELLED')),
    asked_by         text not null,
    asked_on         date not null,
    approved_by      text,
    approved_on      date,
    reason           text,                                 -- of a refusal, withdrawal, cancellation or dispute
    doubts           text[] not null default '{}',         -- findings of the check that a person decided to be no hindrance
    doubt_reason     text,
    doubt_title      text,
    doubt_number     text,
    doubt_date       date,
    doubt_by         text,
    planned_from     date,                                 -- when it is given
    planned_through  date,
    agreement_title  text,                                 -- on lease or use, of property
    agreement_number text,
    agreement_date   date,
    version          bigint not null default 1,
    recorded_by      bigint not null constraint in_kind_change_unknown references platform.change,
    changed_by       bigint not null constraint in_kind_last_change_unknown references platform.change,
    constraint in_kind_service_not_of_form foreign key (service, form) references inkind.service_form,
    constraint support_kind_unknown foreign key (form, kind) references support.kind,
    constraint support_unit_not_of_form foreign key (form, unit) references support.form_unit,
    constraint in_kind_quantity_impossible check (quantity > 0 and capacity > 0),
    constraint in_kind_capacity_missing check (approved_on is null or capacity is not null),
    constraint in_kind_persons_impossible check (persons > 0),
    constraint in_kind_persons_missing check (form <> 'TRAINING' or persons is not null),
    constraint period_empty check (starts_on <= ends_on),
    constraint in_kind_unapproved check
        ((state in ('ASKED', 'REFUSED', 'WITHDRAWN')) = (approved_on is null) and (approved_on is null) = (approved_by is null)),
    constraint in_kind_unscheduled check
        (planned_from <= planned_through and (planned_from is null) = (planned_through is null) and (state <> 'SCHEDULED' or planned_from is not null)),
    constraint schedule_outside_reservation check (planned_from >= starts_on and planned_through <= ends_on),
    constraint in_kind_reason_missing check (state not in ('REFUSED', 'WITHDRAWN', 'CANCELLED', 'DISPUTED') or reason is not null),
    constraint in_kind_doubt_without_document check (doubts = '{}' or
        (doubt_reason is not null and doubt_title is not null and doubt_date is not null and doubt_by is not null)),
    constraint in_kind_property_without_agreement check (form <> 'PROPERTY' or state not in ('SCHEDULED', 'DELIVERED', 'CONFIRMED')
        or (agreement_title is not null and agreement_number is not null and agreement_date is not null))
);
-- The register of recipients shows a support when it is confirmed; until then this keeps an equal one from being approved beside it.
create unique index in_kind_equal_runs on inkind.request (inn, form, kind, purpose_form)
    where state in ('APPROVED', 'SCHEDULED', 'DELIVERED', 'DISPUTED');
create index in_kind_request_of on inkind.request (inn, number);
create index in_kind_request_to on inkind.request (organisation_id, state, number);
create index in_kind_request_by_state on inkind.request (state, number);
grant update (state, capacity, approved_by, approved_on, reason, doubts, doubt_reason, doubt_title, doubt_number, doubt_date, doubt_by,
              planned_from, planned_through, agreement_title, agreement_number, agreement_date, version, changed_by) on inkind.request to ${appRole};

-- What an offer holds in a calendar year: the part of a full year's capacity that falls to the days on which it is offered.
create function inkind.capacity_in(offer uuid, year integer) returns numeric
    language sql stable as $$
    select coalesce(sum(round(o.capacity * (upper(d.days) - lower(d.days)) / (make_date(year + 1, 1, 1) - make_date(year, 1, 1)), 2)), 0)
      from infrastructure.offer o
     cross join lateral (select daterange(o.valid_from, o.valid_until)
                              * daterange(make_date(year, 1, 1), make_date(year + 1, 1, 1)) as days) d
     where o.id = offer and o.superseded_by is null and not isempty(d.days)
$$;

create table inkind.reservation (
    request_id uuid not null constraint reservation_request_unknown references inkind.request,
    offer_id   uuid not null,
    year       integer not null,
    amount     numeric(14, 2) not null constraint reservation_not_positive check (amount > 0),
    freed_by   bigint constraint reservation_freeing_unknown references platform.change,
    primary key (request_id, year)
);
create index reservation_of_offer on inkind.reservation (offer_id, year) where freed_by is null;
grant update (amount, freed_by) on inkind.reservation to ${appRole};

create function inkind.refuse_beyond_capacity() returns trigger
    language plpgsql as $$
declare
    asked inkind.request;
    free numeric;
begin
    -- whoever reserves of the same offer or shortens it waits here, and then counts what was done meanwhile
    perform pg_advisory_xact_lock(hashtextextended(new.offer_id::text, 0));
    select inkind.capacity_in(new.offer_id, new.year) - coalesce(sum(r.amount), 0) into free
      from inkind.reservation r
     where r.offer_id = new.offer_id and r.year = new.year and r.freed_by is null;
    if new.amount > free then
        raise exception 'beyond capacity' using errcode = 'check_violation', constraint = 'capacity_exceeded',
              hint = new.amount || '|' || greatest(free, 0) || '|' || new.year;
    end if;
    -- an area is held throughout: on no day more than there is, whatever the year is on the whole
    select * into asked from inkind.request r where r.id = new.request_id;
    if asked.unit = 'SQUARE_METRE' then
        select (select o.capacity from infrastructure.offer o where o.id = new.offer_id and o.superseded_by is null) - coalesce(max(h.held), 0)
          into free
          from (select sum(q.capacity) as held
                  from (select asked.starts_on as day
                         union
                        select s.starts_on from inkind.request s
                         where s.offer_id = new.offer_id and s.starts_on between asked.starts_on and asked.ends_on) d
                  join inkind.request q on q.offer_id = new.offer_id and q.unit = 'SQUARE_METRE' and q.id <> asked.id
                   and d.day between q.starts_on and q.ends_on
                   and exists (select from inkind.reservation v where v.request_id = q.id and v.freed_by is null)
                 group by d.day) h;
        if asked.capacity > free then
            raise exception 'beyond capacity' using errcode = 'check_violation', constraint = 'capacity_exceeded',
                  hint = asked.capacity || '|' || greatest(free, 0) || '|' || new.year;
        end if;
    end if;
    return new;
end $$;
create trigger within_capacity before insert on inkind.reservation
    for each row execute function inkind.refuse_beyond_capacity();

-- An offer does not end before what was approved of it.
create function inkind.refuse_end_before_support() returns trigger
    language plpgsql as $$
declare
    running record;
begin
    perform pg_advisory_xact_lock(hashtextextended(new.id::text, 0));
    select r.number, r.ends_on into running
      from inkind.request r
     where r.offer_id = new.id and r.state in ('APPROVED', 'SCHEDULED', 'DELIVERED', 'DISPUTED')
       and not exists (select from infrastructure.offer o
                        where o.id = new.id and o.superseded_by is null
                          and daterange(o.valid_from, o.valid_until) @> daterange(r.starts_on, r.ends_on, '[]'))
     order by r.number
     limit 1;
    if found then
        raise exception 'support is open' using errcode = 'check_violation', constraint = 'offer_reserved',
              hint = running.number || '|' || to_char(running.ends_on, 'DD.MM.YYYY');
    end if;
    return null;
end $$;
create constraint trigger lasts_for_support after insert or update on infrastructure.offer
    deferrable initially deferred for each row execute function inkind.refuse_end_before_support();

-- Premises and equipment, each with its calendar.
create table inkind.object (
    id              uuid primary key,
    number          bigint generated always as identity constraint in_kind_object_number_taken unique,
    organisation_id uuid not null constraint in_kind_object_organisation_unknown references infrastructure.organisation,
    kind            text not null constraint in_kind_object_kind_unknown check (kind in ('PREMISES', 'EQUIPMENT')),
    name            text not null,
    place           text,
    area            numeric(14, 2),                        -- square metres, of premises
    recorded_by     bigint not null constraint in_kind_object_change_unknown references platform.change,
    constraint in_kind_object_area_missing check ((kind = 'PREMISES') = (area is not null)),
    constraint in_kind_quantity_impossible check (area > 0)
);
create unique index in_kind_object_exists on inkind.object (organisation_id, kind, lower(name), coalesce(lower(place), ''));

create table inkind.booking (
    id         uuid primary key,
    object_id  uuid not null constraint in_kind_object_unknown references inkind.object,
    request_id uuid not null constraint booking_request_unknown references inkind.request,
    starts_on  date not null,
    ends_on    date not null,                              -- last day
    freed_by   bigint constraint booking_freeing_unknown references platform.change,
    recorded_by bigint not null constraint booking_change_unknown references platform.change,
    constraint period_empty check (starts_on <= ends_on),
    constraint booking_overlaps
        exclude using gist (object_id with =, daterange(starts_on, ends_on, '[]') with &&) where (freed_by is null)
);
create unique index booking_once on inkind.booking (request_id) where freed_by is null;
grant update (freed_by) on inkind.booking to ${appRole};

create table inkind.delivery (
    id              uuid primary key,
    request_id      uuid not null constraint delivery_request_unknown references inkind.request,
    quantity        numeric(14, 2) not null constraint in_kind_quantity_impossible check (quantity > 0),
    persons         integer constraint in_kind_persons_impossible check (persons > 0),
    starts_on       date not null,
    ends_on         date not null,
    value           numeric(18, 2) not null constraint delivery_value_impossible check (value > 0),       -- roubles
    document_title  text,
    document_number text,
    document_date   date,
    entered_by      text not null,
    entered_on      date not null,
    recorded_by     bigint not null constraint delivery_change_unknown references platform.change,
    superseded_by   bigint constraint delivery_supersession_unknown references platform.change,
    constraint period_empty check (starts_on <= ends_on),
    constraint value_without_document check (document_title is not null and document_date is not null)
);
create unique index delivery_once on inkind.delivery (request_id) where superseded_by is null;
grant update (superseded_by) on inkind.delivery to ${appRole};

create function inkind.refuse_beyond_reserved() returns trigger
    language plpgsql as $$
declare
    asked inkind.request;
begin
    select * into asked from inkind.request r where r.id = new.request_id;
    if new.quantity > asked.quantity then
        raise exception 'beyond reserved' using errcode = 'check_violation', constraint = 'delivered_beyond_reserved',
              hint = new.quantity || '|' || asked.quantity;
    end if;
    if new.persons > asked.persons then
        raise exception 'beyond reserved' using errcode = 'check_violation', constraint = 'delivered_beyond_reserved',
              hint = new.persons || '|' || asked.persons;
    end if;
    if new.starts_on < asked.starts_on or new.ends_on > asked.ends_on then
        raise exception 'outside reservation' using errcode = 'check_violation', constraint = 'delivery_outside_reservation',
              hint = asked.starts_on || '|' || asked.ends_on;
    end if;
    -- only a lease is given for days to come
    if asked.form <> 'PROPERTY' and new.ends_on > new.entered_on then
        raise exception 'in future' using errcode = 'check_violation', constraint = 'delivery_in_future', hint = new.entered_on::text;
    end if;
    return new;
end $$;
create trigger within_reserved before insert on inkind.delivery
    for each row execute function inkind.refuse_beyond_reserved();

-- That the recipient got it, and how it was; with it the support is on record.
create table inkind.confirmation (
    request_id   uuid not null constraint confirmation_request_unknown references inkind.request,
    quality      integer not null,
    timeliness   integer not null,
    comment      text,
    confirmed_by text not null,
    confirmed_on date not null,
    record_id    uuid not null,                            -- of support.record, all its rows
    recorded_by  bigint not null constraint confirmation_change_unknown references platform.change,
    constraint in_kind_confirmed_already primary key (request_id),
    constraint mark_out_of_range check (quality between 1 and 5 and timeliness between 1 and 5)
);
