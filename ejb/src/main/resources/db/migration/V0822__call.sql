-- Why: no money without a programme, and none beyond what was announced. A programme plans its measures by years; a call
-- carries out a measure. What a call says is a draft until a second person publishes it, then an edition that never changes;
-- an amendment is a further edition. What is confirmed a year and budget code cannot be exceeded by awards, whoever makes
-- them at the same time.
create table call.kbk_layout (
    valid_from  date primary key,                          -- by the first day of the budget year
    valid_until date,                                      -- exclusive
    pattern     text not null,                             -- of the 20 places of a code of expenditure on subsidies
    parts       text not null,                             -- lengths of its parts, as people read them
    constraint kbk_layout_empty check (valid_from < valid_until)
);
insert into call.kbk_layout (valid_from, valid_until, pattern, parts) values
    ('2005-01-01', '2016-01-01', '[0-9]{3}(0[1-9]|1[0-4])[0-9]{2}[0-9]{7}[0-9]{3}[23][0-9]{2}', '3-2-2-7-3-3'),
    ('2016-01-01', null, '[0-9]{3}(0[1-9]|1[0-4])[0-9]{2}[0-9A-ZА-Я]{10}(6[1-3]|81)[0-9]', '3-2-2-10-3');

create table call.programme (
    code           text primary key constraint programme_code_malformed check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    name_ru        text not null,
    name_en        text not null,
    first_year     integer not null,
    last_year      integer not null,
    first_award_on date not null,                          -- no award is dated before
    version        bigint not null default 1,
    recorded_by    bigint not null constraint programme_change_unknown references platform.change,
    changed_by     bigint not null constraint programme_last_change_unknown references platform.change,
    constraint programme_years_disordered check (first_year between 1992 and last_year and last_year <= 2199),
    constraint programme_award_outside check (extract(year from first_award_on) between first_year and last_year)
);
grant update (name_ru, name_en, first_year, last_year, first_award_on, version, changed_by) on call.programme to ${appRole};

create table call.programme_act (
    programme     text not null constraint programme_act_of_unknown references call.programme,
    act           text not null constraint programme_act_unknown references eligibility.act,
    edition       date,
    recorded_by   bigint not null constraint programme_act_change_unknown references platform.change,
    superseded_by bigint constraint programme_act_end_unknown references platform.change
);
create unique index programme_act_twice on call.programme_act (programme, act) where superseded_by is null;
grant update (superseded_by) on call.programme_act to ${appRole};

create table call.measure (
    programme text not null constraint measure_programme_unknown references call.programme,
    code      text not null constraint measure_code_malformed check (code ~ '^[A-Z0-9][A-Z0-9_.]{0,39}$'),
    name_ru   text not null,
    name_en   text not null,
    position  integer not null,
    primary key (programme, code)
);
grant update (name_ru, name_en, position) on call.measure to ${appRole};

-- What the plan gives a measure in a year; a year without a line is a year in which the measure is not in the plan.
create table call.plan_line (
    programme     text not null,
    measure       text not null,
    year          integer not null,
    amount        numeric(18, 2) not null constraint plan_amount_not_positive check (amount > 0),
    recorded_by   bigint not null constraint plan_change_unknown references platform.change,
    superseded_by bigint constraint plan_end_unknown references platform.change,
    constraint plan_measure_unknown foreign key (programme, measure) references call.measure
);
create unique index plan_line_twice on call.plan_line (programme, measure, year) where superseded_by is null;
grant update (superseded_by) on call.plan_line to ${appRole};

create table call.call (
    id          uuid primary key,
    number      bigint generated always as identity constraint call_number_taken unique,
    programme   text not null,
    measure     text not null,
    state       text not null constraint call_state_unknown check
                (state in ('DRAFT', 'CHECKED', 'PUBLISHED', 'AMENDING', 'AMENDMENT_CHECKED', 'COMPLETED', 'CANCELLED', 'DISCARDED')),
    draft       jsonb,                                     -- what it is to say; null while nothing is being written
    because     text,                                      -- why it is amended, cancelled or given up
    edited_by   text not null,                             -- who wrote the draft last: publishes it not
    edition     integer not null default 0,                -- the latest published
    version     bigint not null default 1,
    recorded_by bigint not null constraint call_change_unknown references platform.change,
    changed_by  bigint not null constraint call_last_change_unknown references platform.change,
    constraint call_measure_unknown foreign key (programme, measure) references call.measure,
    constraint call_draft_whole check
        ((draft is not null) = (state in ('DRAFT', 'CHECKED', 'AMENDING', 'AMENDMENT_CHECKED', 'DISCARDED'))),
    constraint call_edition_whole check ((edition = 0) = (state in ('DRAFT', 'CHECKED', 'DISCARDED')))
);
create index call_by_change on call.call (recorded_by);
create index call_of_measure on call.call (programme, measure);
grant update (state, draft, because, edited_by, edition, version, changed_by) on call.call to ${appRole};

create table call.edition (
    call_id       uuid not null constraint edition_call_unknown references call.call,
    number        integer not null,
    terms         jsonb not null,
    assessment_to date not null,                           -- last day, by the production calendar as it stood
    decision_to   date not null,
    because       text,                                    -- of an amendment
    edited_by     text not null,
    published_by  text not null,
    recorded_by   bigint not null constraint call_edition_change_unknown references platform.change,
    primary key (call_id, number),
    constraint second_person_required check (published_by <> edited_by),
    constraint edition_because_missing check ((number = 1) = (because is null))
);

create table call.money (
    call_id uuid not null constraint money_call_unknown references call.call,
    year    integer not null,
    kbk     text not null,
    amount  numeric(18, 2) not null constraint money_negative check (amount >= 0),
    primary key (call_id, year, kbk)
);
grant update (amount) on call.money to ${appRole};

create table call.award (
    id         uuid primary key,
    call_id    uuid not null,
    year       integer not null,
    kbk        text not null,
    amount     numeric(18, 2) not null constraint award_not_positive check (amount > 0),
    awarded_on date not null,
    decided_by bigint not null constraint award_change_unknown references platform.change,
    constraint award_money_unknown foreign key (call_id, year, kbk) references call.money
);
create index award_of_money on call.award (call_id, year, kbk);

create function call.refuse_change_of_published() returns trigger
    language plpgsql as $$
begin
    raise exception 'what was published is not changed'
        using errcode = 'check_violation', constraint = 'call_published';
end $$;
create trigger published before update or delete on call.edition
    for each row execute function call.refuse_change_of_published();
create trigger awarded before update or delete on call.award
    for each row execute function call.refuse_change_of_published();
create trigger never_deleted before delete on call.call
    for each row execute function call.refuse_change_of_published();
create trigger money_stays before delete on call.money
    for each row execute function call.refuse_change_of_published();

-- An end is an end, a call stays with its measure, and editions only follow each other.
create function call.refuse_change_of_ended() returns trigger
    language plpgsql as $$
begin
    if old.state in ('COMPLETED', 'CANCELLED', 'DISCARDED')
       or (old.programme, old.measure, old.recorded_by) <> (new.programme, new.measure, new.recorded_by)
       or new.edition not in (old.edition, old.edition + 1)
       or new.edition <> coalesce((select max(e.number) from call.edition e where e.call_id = new.id), 0) then
        raise exception 'what was published is not changed'
            using errcode = 'check_violation', constraint = 'call_published';
    end if;
    return new;
end $$;
create trigger ended before update on call.call
    for each row execute function call.refuse_change_of_ended();

-- Only what was checked is published, and exactly that.
create function call.refuse_unchecked_edition() returns trigger
    language plpgsql as $$
begin
    if not exists (select from call.call c
                    where c.id = new.call_id
                      and c.state in ('CHECKED', 'AMENDMENT_CHECKED')
                      and c.edition + 1 = new.number
                      and c.draft = new.terms
                      and c.edited_by = new.edited_by) then
        raise exception 'only a checked call is published'
            using errcode = 'check_violation', constraint = 'call_published';
    end if;
    return new;
end $$;
create trigger checked before insert on call.edition
    for each row execute function call.refuse_unchecked_edition();

-- What is confirmed is what the latest edition says; a line that an amendment took out is confirmed with nothing.
create function call.refuse_unpublished_money() returns trigger
    language plpgsql as $$
begin
    if new.amount is distinct from (
        select coalesce(sum((line ->> 'amount')::numeric), 0)
          from call.call c
          join call.edition e on (e.call_id, e.number) = (c.id, c.edition)
         cross join lateral jsonb_array_elements(e.terms -> 'money') line
         where c.id = new.call_id and (line ->> 'year')::integer = new.year and line ->> 'kbk' = new.kbk) then
        raise exception 'confirmed money is what a published call says'
            using errcode = 'check_violation', constraint = 'call_published';
    end if;
    return null;
end $$;
create constraint trigger published_money after insert or update on call.money
    deferrable initially deferred for each row execute function call.refuse_unpublished_money();

create function call.refuse_early_award() returns trigger
    language plpgsql as $$
begin
    if new.awarded_on < (select p.first_award_on
                           from call.call c join call.programme p on p.code = c.programme where c.id = new.call_id) then
        raise exception 'an award before the first day of awards of the programme'
            using errcode = 'check_violation', constraint = 'award_before_first_day';
    end if;
    if (select c.state from call.call c where c.id = new.call_id for share) in ('COMPLETED', 'CANCELLED') then
        raise exception 'an award of a call that has ended'
            using errcode = 'check_violation', constraint = 'award_of_ended_call';
    end if;
    return new;
end $$;
create trigger not_early before insert on call.award
    for each row execute function call.refuse_early_award();

create function call.refuse_later_first_award() returns trigger
    language plpgsql as $$
begin
    if exists (select from call.award a join call.call c on c.id = a.call_id
                where c.programme = new.code and a.awarded_on < new.first_award_on) then
        raise exception 'awards were given before that day'
            using errcode = 'check_violation', constraint = 'award_before_first_day';
    end if;
    return new;
end $$;
create trigger awards_not_early before update of first_award_on on call.programme
    for each row execute function call.refuse_later_first_award();

-- The sum is taken under a lock of the confirmed line, at the end of the transaction: of several at once each sees what
-- those before it have committed. A snapshot older than the lock would not, so other isolations are refused.
create function call.refuse_award_beyond_money() returns trigger
    language plpgsql as $$
declare
    confirmed numeric(18, 2);
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'awards are given in transactions that are read committed';
    end if;
    select m.amount into confirmed
      from call.money m
     where (m.call_id, m.year, m.kbk) = (new.call_id, new.year, new.kbk)
       for no key update;                                  -- a stronger lock would wait for the foreign keys of the others
    if (select coalesce(sum(a.amount), 0) from call.award a
         where (a.call_id, a.year, a.kbk) = (new.call_id, new.year, new.kbk)) > confirmed then
        raise exception 'awards exceed the confirmed money'
            using errcode = 'check_violation', constraint = 'call_money_exceeded';
    end if;
    return null;
end $$;
create constraint trigger within_money after insert on call.award
    deferrable initially deferred for each row execute function call.refuse_award_beyond_money();
create constraint trigger awarded_within after update on call.money
    deferrable initially deferred for each row execute function call.refuse_award_beyond_money();
