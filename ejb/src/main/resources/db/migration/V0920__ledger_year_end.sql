-- Why: limits end with their year (Budget Code, article 242): what is left of it lapses on its last day, and what is still owed is
-- registered again under the limits of the next year. One person prepares that, another carries it out, once and as a whole.
create table ledger.year_end (
    id           uuid primary key,
    number       bigint generated always as identity constraint year_end_number_taken unique,
    year         integer not null constraint account_year_impossible check (year between 2005 and 2099),
    state        text not null constraint year_end_state_unknown check (state in ('DRAFT', 'CARRIED_OUT', 'DISCARDED')),
    prepared_by  text not null,
    confirmed_by text,
    registered_on date,                                    -- day in the next year from which it counts there
    reason       text,
    version      bigint not null default 1,
    recorded_by  bigint not null constraint year_end_change_unknown references platform.change,
    changed_by   bigint not null constraint year_end_last_change_unknown references platform.change,
    constraint second_person_required check (confirmed_by <> prepared_by),
    constraint year_end_unconfirmed check ((state = 'CARRIED_OUT') = (confirmed_by is not null))
);
create unique index year_end_made on ledger.year_end (year) where state <> 'DISCARDED';
create table ledger.year_end_line (
    year_end_id uuid not null constraint year_end_line_year_end_unknown references ledger.year_end,
    position    integer not null,
    subject     text not null,
    stage       text not null constraint carry_stage_impossible check (stage in ('RESERVED', 'COMMITTED')),
    kbk         text not null,
    to_kbk      text not null,
    amount      numeric(18, 2) not null constraint carry_sum_impossible check (amount > 0 and amount < 1e13),
    primary key (year_end_id, position),
    constraint carry_twice unique (year_end_id, stage, kbk, subject)
);
grant insert on ledger.year_end, ledger.year_end_line to ${appRole};
grant update (state, confirmed_by, registered_on, reason, version, changed_by) on ledger.year_end to ${appRole};
grant usage on all sequences in schema ledger to ${appRole};

create function ledger.refuse_change_of_year_end() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state <> 'DRAFT' or (old.year, old.prepared_by) is distinct from (new.year, new.prepared_by) then
        raise exception 'a year end is not changed' using errcode = 'check_violation', constraint = 'books_stay';
    end if;
    return new;
end $$;
create trigger prepared before update or delete on ledger.year_end
    for each row execute function ledger.refuse_change_of_year_end();
create trigger prepared before update or delete on ledger.year_end_line
    for each statement execute function ledger.refuse_change_of_books();

-- Who ends a year lets nobody post until that is done: what is left is what lapses.
create function ledger.alone() returns void
    language sql as $$ select pg_advisory_xact_lock(20101124) $$;

-- What ended stays ended: nothing is given, taken on or returned into the limits of a year that was carried out.
alter table ledger.account
    add column ended boolean not null default false,
    add constraint account_of_ended_year check (not ended or debit = credit);
create function ledger.refuse_account_of_ended_year() returns trigger
    language plpgsql as $$
begin
    if new.stage in ('APPROPRIATION', 'LIMIT', 'RESERVED', 'COMMITTED', 'DUE')
       and exists (select from ledger.year_end y where y.year = new.year and y.state = 'CARRIED_OUT') then
        raise exception 'that year has ended' using errcode = 'check_violation', constraint = 'account_of_ended_year';
    end if;
    return new;
end $$;
create trigger opened before insert on ledger.account
    for each row execute function ledger.refuse_account_of_ended_year();

-- A year that was carried out is over, nothing is left of it, no more is registered again than lapsed, and all of that was posted.
create function ledger.refuse_year_not_ended() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    left_over text;
    beyond    record;
begin
    if platform.today() <= make_date(new.year, 12, 31) then
        raise exception 'that year is not over' using errcode = 'check_violation', constraint = 'year_end_early', hint = new.year;
    end if;
    select a.code into left_over
      from ledger.account a
     where a.year = new.year and a.stage in ('APPROPRIATION', 'LIMIT', 'RESERVED', 'COMMITTED', 'DUE') and a.balance <> 0
     order by a.id limit 1;
    if left_over is not null then
        raise exception 'something is left' using errcode = 'check_violation', constraint = 'year_end_incomplete', hint = left_over;
    end if;
    select l.subject, l.kbk, l.amount, coalesce(t.lapsed, 0) as lapsed into beyond
      from ledger.year_end_line l
      left join lateral (
           select -sum(p.amount) as lapsed
             from ledger.entry e
             join ledger.posting p on p.entry_id = e.id
             join ledger.account a on a.id = p.account_id
            where (e.source_kind, e.source, e.operation) = ('YEAR_END', new.id::text, 'LAPSED') and (a.year, a.kbk, a.subject) = (new.year, l.kbk, l.subject)
              and case l.stage when 'RESERVED' then a.stage = 'RESERVED' else a.stage in ('COMMITTED', 'DUE') end) t on true
     where l.year_end_id = new.id and l.amount > coalesce(t.lapsed, 0)
     order by l.position limit 1;
    if found then
        raise exception 'more than lapsed' using errcode = 'check_violation', constraint = 'carry_exceeded',
            hint = concat_ws('|', beyond.subject, beyond.kbk, beyond.lapsed::numeric(18, 2), beyond.amount);
    end if;
    if exists (select from (select l.stage, l.to_kbk as kbk, l.subject, sum(l.amount) as amount
                              from ledger.year_end_line l where l.year_end_id = new.id group by 1, 2, 3) due
                 full join (select a.stage, a.kbk, a.subject, sum(p.amount) as amount
                              from ledger.entry e
                              join ledger.posting p on p.entry_id = e.id
                              join ledger.account a on a.id = p.account_id
                             where (e.source_kind, e.source) = ('YEAR_END', new.id::text) and a.year = new.year + 1 and a.subject <> ''
                             group by 1, 2, 3 having sum(p.amount) <> 0) made using (stage, kbk, subject)
                where due.amount is distinct from made.amount) then
        raise exception 'posted otherwise' using errcode = 'check_violation', constraint = 'year_end_posted_otherwise';
    end if;
    update ledger.account a set ended = true
     where a.year = new.year and a.stage in ('APPROPRIATION', 'LIMIT', 'RESERVED', 'COMMITTED', 'DUE') and not a.ended;
    return null;
end $$;
create constraint trigger ended after update on ledger.year_end
    deferrable initially deferred for each row when (new.state = 'CARRIED_OUT') execute function ledger.refuse_year_not_ended();

-- The first day from which free limits of a year suffice for good for what is to be registered under each code; null where they
-- do not. So no limit is overdrawn on any day, however the books are looked at.
create function ledger.limits_suffice_from(of_year integer, kbks text[], amounts numeric[]) returns date
    language sql stable as $$
    with needed as (
        select n.kbk, sum(n.amount) as amount from unnest(kbks, amounts) as n (kbk, amount) group by n.kbk
    ), standing as (
        select a.kbk, e.effective_on as day, sum(sum(p.amount)) over (partition by a.kbk order by e.effective_on) as free
          from ledger.account a
          join ledger.posting p on p.account_id = a.id
          join ledger.entry e on e.id = p.entry_id
         where a.stage = 'LIMIT' and a.year = of_year and a.kbk in (select kbk from needed)
         group by a.kbk, e.effective_on
    ), first as (
        select n.kbk, (select min(s.day) from standing s
                        where s.kbk = n.kbk
                          and s.day > coalesce((select max(t.day) from standing t where t.kbk = n.kbk and t.free < n.amount), '-infinity')) as day
          from needed n
    )
    select case when bool_and(day is not null) then max(day) end from first
$$;

revoke execute on function ledger.alone, ledger.limits_suffice_from from public;
grant execute on function ledger.alone, ledger.limits_suffice_from to ${appRole};
