-- Why: from the award on every kopeck of public money has a place: a double-entry ledger that only grows. What may be spent
-- moves from stage to stage (appropriation, limit, reserved, committed, due, paid, accepted), each stage an account of a year
-- and budget code that cannot be overdrawn; so limits hold whoever posts, and at every commit. The application can post only
-- through the functions here; it can neither write nor change a row itself.
create schema ledger;
grant usage on schema ledger to ${appRole};
alter default privileges in schema ledger grant select on tables to ${appRole};

alter table call.kbk_layout set schema ledger;

-- The stages of money and what else is kept count of. A shortage of an account is refused by the name given here.
create table ledger.stage (
    code        text primary key constraint stage_code_malformed check (code ~ '^[A-Z]+(-[A-Z]+)*$'),
    position    integer not null constraint stage_position_taken unique,
    name_ru     text not null,
    name_en     text not null,
    side        smallint not null constraint stage_side_unknown check (side in (-1, 0, 1)),   -- 1: never in credit; -1: never in debit
    within_year boolean not null,                          -- moves only in the year of its budget
    per_subject boolean not null,                          -- an account for each agreement or award
    shortage    text not null
);
insert into ledger.stage (code, position, name_ru, name_en, side, within_year, per_subject, shortage) values
    ('BUDGET', 10, 'Бюджетные ассигнования по закону', 'Appropriations by the budget law', -1, false, false, 'appropriation_exceeded'),
    ('APPROPRIATION', 20, 'Ассигнования, не доведённые лимитами', 'Appropriations without limits', 1, false, false, 'appropriation_exceeded'),
    ('LIMIT', 30, 'Свободные лимиты бюджетных обязательств', 'Free limits of commitments', 1, false, false, 'limit_exceeded'),
    ('RESERVED', 40, 'Зарезервировано решениями', 'Reserved by decisions', 1, false, true, 'reservation_exceeded'),
    ('COMMITTED', 50, 'Бюджетные обязательства', 'Commitments', 1, false, true, 'commitment_exceeded'),
    ('DUE', 60, 'Денежные обязательства', 'Amounts due', 1, true, true, 'obligation_exceeded'),
    ('PAID', 70, 'Выплачено, отчёт не принят', 'Paid, not yet accounted for', 1, false, true, 'refund_exceeded'),
    ('ACCEPTED', 80, 'Отчёт принят', 'Accounted for', 1, false, true, 'acceptance_exceeded'),
    ('LAPSED', 90, 'Лимиты и ассигнования, прекращённые с концом года', 'Lapsed with the year', 1, false, false, 'lapse_exceeded'),
    ('INCOME', 100, 'Возвраты прошлых лет в доход бюджета', 'Returns of past years, budget income', 1, false, false, 'income_exceeded');

-- What is done, and how the department's accountants book it; which accounts of the budget chart, by date.
create table ledger.operation (
    code    text primary key constraint operation_code_malformed check (code ~ '^[A-Z]+(_[A-Z]+)*$'),
    name_ru text not null,
    name_en text not null
);
insert into ledger.operation (code, name_ru, name_en) values
    ('APPROPRIATED', 'Доведены ассигнования', 'Appropriation received'),
    ('LIMITED', 'Доведены лимиты', 'Limit received'),
    ('RESERVED', 'Зарезервировано решением', 'Reserved by a decision'),
    ('RELEASED', 'Резерв снят', 'Reservation released'),
    ('COMMITTED', 'Принято бюджетное обязательство', 'Commitment taken on'),
    ('FELL_DUE', 'Принято денежное обязательство', 'Amount fell due'),
    ('PAID', 'Кассовый расход', 'Paid out'),
    ('ACCEPTED', 'Принят отчёт о расходах', 'Report accepted'),
    ('REFUNDED', 'Возврат этого года, восстановление лимита', 'Returned in the same year'),
    ('REFUNDED_LATER', 'Возврат прошлых лет', 'Return of a past year'),
    ('LAPSED', 'Прекращено с концом года', 'Lapsed with the year'),
    ('REVERSED', 'Исправление: обратная запись', 'Correction: reversing entry');

create table ledger.budget_account (
    operation   text not null constraint budget_account_operation_unknown references ledger.operation,
    valid_from  date not null,
    valid_until date,                                      -- exclusive
    debit       text not null constraint budget_account_debit_malformed check (debit ~ '^[0-9]{3}\.[0-9]{2}$'),
    credit      text not null constraint budget_account_credit_malformed check (credit ~ '^[0-9]{3}\.[0-9]{2}$'),
    source      text not null,
    primary key (operation, valid_from),
    constraint budget_account_period_empty check (valid_from < valid_until),
    constraint budget_account_overlaps
        exclude using gist (operation with =, daterange(valid_from, valid_until) with &&)
);
insert into ledger.budget_account (operation, valid_from, valid_until, debit, credit, source) values
    ('APPROPRIATED', '2011-01-01', null, '503.15', '503.13', 'Инструкция по бюджетному учёту, приказ Минфина 162н, раздел санкционирования'),
    ('LIMITED', '2011-01-01', null, '501.15', '501.13', 'Инструкция по бюджетному учёту, приказ Минфина 162н, раздел санкционирования'),
    ('RESERVED', '2011-01-01', null, '501.13', '502.17', 'Инструкция по бюджетному учёту, приказ Минфина 162н, принимаемые обязательства'),
    ('RELEASED', '2011-01-01', null, '502.17', '501.13', 'Инструкция по бюджетному учёту, приказ Минфина 162н, принимаемые обязательства'),
    ('COMMITTED', '2011-01-01', null, '502.17', '502.11', 'Инструкция по бюджетному учёту, приказ Минфина 162н, принятые обязательства'),
    ('FELL_DUE', '2011-01-01', null, '502.11', '502.12', 'Инструкция по бюджетному учёту, приказ Минфина 162н, принятые денежные обязательства'),
    ('PAID', '2011-01-01', '2019-01-01', '206.42', '304.05', 'Инструкция по бюджетному учёту, приказ Минфина 162н, КОСГУ 242'),
    ('PAID', '2019-01-01', null, '206.46', '304.05', 'Инструкция по бюджетному учёту, приказ Минфина 162н, КОСГУ 246'),
    ('ACCEPTED', '2011-01-01', '2019-01-01', '302.42', '206.42', 'Инструкция по бюджетному учёту, приказ Минфина 162н, КОСГУ 242'),
    ('ACCEPTED', '2019-01-01', null, '302.46', '206.46', 'Инструкция по бюджетному учёту, приказ Минфина 162н, КОСГУ 246'),
    ('REFUNDED', '2011-01-01', '2019-01-01', '304.05', '206.42', 'Инструкция по бюджетному учёту, приказ Минфина 162н, восстановление кассового расхода'),
    ('REFUNDED', '2019-01-01', null, '304.05', '206.46', 'Инструкция по бюджетному учёту, приказ Минфина 162н, восстановление кассового расхода'),
    ('REFUNDED_LATER', '2011-01-01', null, '210.02', '209.36', 'Инструкция по бюджетному учёту, приказ Минфина 162н, доходы бюджета от возврата');

create table ledger.account (
    id      bigint generated always as identity primary key,
    stage   text not null constraint account_stage_unknown references ledger.stage,
    year    integer not null constraint account_year_impossible check (year between 2005 and 2100),
    kbk     text not null constraint account_kbk_malformed check (kbk ~ '^[0-9A-ZА-Я]{20}$'),
    subject text not null constraint account_subject_malformed check (subject ~ '^([A-Z][A-Za-z0-9]*(-[A-Za-z0-9]+)*)?$'),
    code    text not null generated always as (stage || '-' || year || '-' || kbk || case subject when '' then '' else '-' || subject end) stored,
    side    smallint not null,                             -- of its stage, so that the sum is kept in one row
    within_year boolean not null,
    lines   bigint not null default 0,                     -- how many postings there are
    debit   numeric(18, 2) not null default 0,
    credit  numeric(18, 2) not null default 0,
    balance numeric(18, 2) not null generated always as (debit - credit) stored,
    seal    bytea not null default '\x',                   -- of its last posting
    constraint account_exists unique (stage, year, kbk, subject),
    constraint account_code_taken unique (code),
    constraint account_overdrawn check (side * (debit - credit) >= 0)
) with (fillfactor = 70);                                  -- balances change in place, no index is touched

create table ledger.entry (
    id           bigint generated always as identity primary key,
    key          text not null constraint entry_key_taken unique constraint entry_key_long check (length(key) between 1 and 200),
    operation    text not null constraint entry_operation_unknown references ledger.operation,
    effective_on date not null,
    recorded_at  timestamptz not null,
    actor        text not null,
    memo         text not null constraint entry_memo_long check (length(memo) <= 1000),
    source_kind  text,                                     -- the document behind it
    source       text,
    reverses     bigint constraint entry_reversed_twice unique constraint entry_reversed_unknown references ledger.entry,
    digest       bytea not null,                           -- of what was asked for: a key stands for one request
    constraint entry_source_incomplete check ((source_kind is null) = (source is null)),
    constraint entry_reversal_unnamed check ((reverses is not null) = (operation = 'REVERSED'))
);
create index entry_effective on ledger.entry (effective_on, id);
create index entry_source on ledger.entry (source_kind, source) where source is not null;

create table ledger.posting (
    account_id bigint not null constraint posting_account_unknown references ledger.account,
    line       bigint not null,                            -- 1, 2, 3… of its account, without a gap
    entry_id   bigint not null constraint posting_entry_unknown references ledger.entry,
    amount     numeric(18, 2) not null constraint posting_zero check (amount <> 0),            -- debit positive, credit negative
    balance    numeric(18, 2) not null,                    -- of the account after it
    seal       bytea not null,                             -- over it, its entry, and the seal of the line before it
    primary key (account_id, line)
);
create index posting_of_entry on ledger.posting (entry_id);

-- Months that are closed: nothing is posted into them any more, so the sums of each account are kept once.
create table ledger.closing (
    through   date primary key constraint closing_not_a_month_end check (extract(day from through + 1) = 1),
    closed_at timestamptz not null,
    closed_by text not null
);
create table ledger.closed_balance (
    through    date not null constraint closed_balance_closing_unknown references ledger.closing,
    account_id bigint not null constraint closed_balance_account_unknown references ledger.account,
    debit      numeric(18, 2) not null,
    credit     numeric(18, 2) not null,
    primary key (through, account_id)
);

create function ledger.refuse_change_of_books() returns trigger
    language plpgsql as $$
begin
    raise exception 'the books are never changed' using errcode = 'check_violation', constraint = 'books_stay';
end $$;
create trigger written before update or delete or truncate on ledger.entry
    for each statement execute function ledger.refuse_change_of_books();
create trigger written before update or delete or truncate on ledger.posting
    for each statement execute function ledger.refuse_change_of_books();
create trigger written before update or delete or truncate on ledger.closing
    for each statement execute function ledger.refuse_change_of_books();
create trigger written before update or delete or truncate on ledger.closed_balance
    for each statement execute function ledger.refuse_change_of_books();
create trigger never_deleted before delete or truncate on ledger.account
    for each statement execute function ledger.refuse_change_of_books();

create function ledger.refuse_unbalanced_entry() returns trigger
    language plpgsql as $$
begin
    if (select sum(amount) from ledger.posting where entry_id = new.entry_id) <> 0 then
        raise exception 'debit and credit differ' using errcode = 'check_violation', constraint = 'entry_unbalanced';
    end if;
    return null;
end $$;
create constraint trigger balanced after insert on ledger.posting
    deferrable initially deferred for each row execute function ledger.refuse_unbalanced_entry();

-- A posting is sealed over itself, its entry and the seal of the line before it: none can be changed or taken out unseen.
create function ledger.sealed(before bytea, account bigint, line bigint, amount numeric, balance numeric, e ledger.entry) returns bytea
    language sql stable
    return sha256(before || convert_to(
        concat_ws('|', account, line, amount, balance, e.id, e.key, e.operation, e.effective_on - date '2000-01-01',
                  extract(epoch from e.recorded_at), e.actor, e.memo, e.source_kind, e.source, e.reverses, encode(e.digest, 'hex')), 'UTF8'));

-- Everybody who posts holds this shared to the end of their transaction; who closes a month or asks what is known now takes
-- it alone for a moment, and so sees all that bears an earlier instant.
create function ledger.settled_now() returns timestamptz
    language plpgsql security definer set search_path = pg_catalog, ledger as $$
declare
    instant timestamptz;
begin
    perform pg_advisory_lock(20101124);
    instant := platform.now();
    perform pg_advisory_unlock(20101124);
    return instant;
end $$;

-- Whether a budget code is laid out as its year wants it.
create function ledger.fits(kbk text, year integer) returns boolean
    language sql stable as $$
    select exists (select from ledger.kbk_layout l
                    where make_date($2, 1, 1) >= l.valid_from and (l.valid_until is null or make_date($2, 1, 1) < l.valid_until)
                      and $1 ~ ('^' || l.pattern || '$'))
$$;

-- Accounts are opened as they are met, in one order, so that two who open the same do not wait for each other for good.
create function ledger.open_accounts(stages text[], years integer[], kbks text[], subjects text[]) returns void
    language plpgsql as $$
declare
    wrong text;
begin
    select case when s.code is null then 'account_stage_unknown'
                when s.per_subject <> (l.subject <> '') then 'account_subject_misplaced'
                when not ledger.fits(l.kbk, l.year) then 'account_kbk_not_of_year' end
      into wrong
      from unnest(stages, years, kbks, subjects) as l (stage, year, kbk, subject)
      left join ledger.stage s on s.code = l.stage
     where not exists (select from ledger.account a where (a.stage, a.year, a.kbk, a.subject) = (l.stage, l.year, l.kbk, l.subject))
     order by 1
     limit 1;
    if wrong is not null then
        raise exception 'no such account' using errcode = 'check_violation', constraint = wrong;
    end if;
    if found then
        insert into ledger.account (stage, year, kbk, subject, side, within_year)
        select distinct on (l.stage, l.year, l.kbk, l.subject) l.stage, l.year, l.kbk, l.subject, s.side, s.within_year
          from unnest(stages, years, kbks, subjects) as l (stage, year, kbk, subject)
          join ledger.stage s on s.code = l.stage
         order by l.stage, l.year, l.kbk, l.subject
            on conflict on constraint account_exists do nothing;
    end if;
end $$;

-- Entries made before under these keys; null where there is none. A key stands for one request only.
create function ledger.posted(keys text[], digests bytea[]) returns bigint[]
    language plpgsql as $$
declare
    ids   bigint[];
    alike boolean;
begin
    select array_agg(e.id order by k.n), bool_and(e.digest = k.digest) and count(*) = cardinality(keys)
      into ids, alike
      from unnest(keys, digests) with ordinality as k (key, digest, n)
      join ledger.entry e on e.key = k.key;
    if ids is not null and not alike then
        raise exception 'another request' using errcode = 'check_violation', constraint = 'entry_key_reused';
    end if;
    return ids;
end $$;

-- Posts entries, all or none, and answers their ids. Each is named by a key: asked for again, it is answered with the entry
-- made then. Legs say by number to which entry they belong, debit positive; accounts are locked in the order of their ids, and
-- none is overdrawn at any leg. Row by row, with plans made once: for sets out of arrays the planner would read all entries.
create function ledger.post(day date, by text, keys text[], operations text[], memos text[], source_kinds text[], sources text[],
                            reversed bigint[], entries integer[], stages text[], years integer[], kbks text[], subjects text[],
                            amounts numeric[])
    returns bigint[]
    language plpgsql security definer set search_path = pg_catalog set plan_cache_mode = force_generic_plan as $$
declare
    accounts bigint[];                                     -- of each leg
    asked    text[];
    sums     numeric[];
    digests  bytea[];
    ids      bigint[];
    made     ledger.entry[];
    one      ledger.entry;
    instant  timestamptz;
    closed   date;
    leg      record;
    at       bigint := 0;                                  -- the account whose lines are being written, and how it stands
    next     bigint;
    total    numeric(18, 2);
    debits   numeric(18, 2);
    credits  numeric(18, 2);
    last     bytea;
begin
    perform pg_advisory_xact_lock_shared(20101124);
    loop
        select array_agg(l.id order by l.n) into accounts
          from (select a.id, l.n
                  from unnest(stages, years, kbks, subjects) with ordinality as l (stage, year, kbk, subject, n)
                  join ledger.account a on (a.stage, a.year, a.kbk, a.subject) = (l.stage, l.year, l.kbk, l.subject)
                 order by a.id, l.n
                   for no key update of a) l;
        exit when cardinality(accounts) = cardinality(entries);
        perform ledger.open_accounts(stages, years, kbks, subjects);
    end loop;

    for k in 1 .. cardinality(keys) loop
        asked[k] := concat_ws('|', day - date '2000-01-01', operations[k], memos[k], source_kinds[k], sources[k], reversed[k]);
    end loop;
    for i in 1 .. cardinality(entries) loop
        if amounts[i] is null or amounts[i] = 0 or amounts[i] <> round(amounts[i], 2) or abs(amounts[i]) >= 1e13 then
            raise exception 'no such sum' using errcode = 'check_violation', constraint = 'posting_sum_impossible';
        end if;
        sums[entries[i]] := coalesce(sums[entries[i]], 0) + amounts[i];
        asked[entries[i]] := concat_ws('|', asked[entries[i]], accounts[i], round(amounts[i], 2));
    end loop;
    for k in 1 .. cardinality(keys) loop
        if sums[k] is distinct from 0 then
            raise exception 'debit and credit differ' using errcode = 'check_violation', constraint = 'entry_unbalanced';
        end if;
        digests[k] := sha256(convert_to(asked[k], 'UTF8'));
    end loop;
    if exists (select from ledger.entry e where e.key = any (keys)) then
        return ledger.posted(keys, digests);
    end if;

    instant := platform.now();
    select max(c.through) into closed from ledger.closing c;
    if day <= closed then
        raise exception 'that month is closed' using errcode = 'check_violation', constraint = 'entry_in_closed_month', hint = closed;
    end if;
    if day > (instant at time zone 'Europe/Moscow')::date then
        raise exception 'later than today' using errcode = 'check_violation', constraint = 'entry_in_future';
    end if;

    for k in 1 .. cardinality(keys) loop
        insert into ledger.entry (key, operation, effective_on, recorded_at, actor, memo, source_kind, source, reverses, digest)
        values (keys[k], operations[k], day, instant, by, memos[k], source_kinds[k], sources[k], reversed[k], digests[k])
            on conflict on constraint entry_key_taken do nothing
        returning * into one;
        if one.id is null then
            return ledger.posted(keys, digests);           -- somebody else was faster with the same
        end if;
        made[k] := one;
        ids[k] := one.id;
    end loop;

    for leg in
        select a.id, a.code, a.side, a.year, a.within_year, a.lines, a.balance, a.debit, a.credit, a.seal, s.shortage, l.entry, l.amount
          from unnest(accounts, entries, amounts) with ordinality as l (account, entry, amount, n)
          join ledger.account a on a.id = l.account
          join ledger.stage s on s.code = a.stage
         order by a.id, l.n
    loop
        if leg.id <> at then
            update ledger.account a set lines = next, debit = debits, credit = credits, seal = last where a.id = at;
            at := leg.id;
            next := leg.lines;
            total := leg.balance;
            debits := leg.debit;
            credits := leg.credit;
            last := leg.seal;
        end if;
        if leg.within_year and leg.year <> extract(year from day) then
            raise exception 'not of this year' using errcode = 'check_violation', constraint = 'entry_outside_year', hint = leg.year;
        end if;
        if leg.side * (total + leg.amount) < 0 then
            raise exception 'more than there is' using errcode = 'check_violation', constraint = leg.shortage,
                hint = concat_ws('|', leg.code, abs(total), abs(leg.amount)::numeric(18, 2));
        end if;
        next := next + 1;
        total := total + leg.amount;
        debits := debits + greatest(leg.amount, 0);
        credits := credits + greatest(-leg.amount, 0);
        last := ledger.sealed(last, leg.id, next, leg.amount::numeric(18, 2), total, made[leg.entry]);
        insert into ledger.posting (account_id, line, entry_id, amount, balance, seal)
        values (leg.id, next, ids[leg.entry], leg.amount, total, last);
    end loop;
    update ledger.account a set lines = next, debit = debits, credit = credits, seal = last where a.id = at;
    return ids;
end $$;

-- The same entry with debit and credit exchanged; both stay to be seen.
create function ledger.reverse(entry bigint, day date, by text, named text, why text) returns bigint
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    ids bigint[];
begin
    if exists (select from ledger.entry e where e.reverses = reverse.entry and e.key <> named) then
        raise exception 'reversed' using errcode = 'check_violation', constraint = 'entry_reversed_twice';
    end if;
    select ledger.post(day, by, array[named], array['REVERSED'], array[why], array[e.source_kind], array[e.source], array[e.id], p.ones,
                       p.stages, p.years, p.kbks, p.subjects, p.amounts)
      into ids
      from ledger.entry e
     cross join lateral (
           select array_agg(1 order by o.amount, a.id) as ones, array_agg(a.stage order by o.amount, a.id) as stages,
                  array_agg(a.year order by o.amount, a.id) as years, array_agg(a.kbk order by o.amount, a.id) as kbks,
                  array_agg(a.subject order by o.amount, a.id) as subjects, array_agg(-o.amount order by o.amount, a.id) as amounts
             from ledger.posting o
             join ledger.account a on a.id = o.account_id
            where o.entry_id = e.id) p
     where e.id = reverse.entry;
    return ids[1];
end $$;

create function ledger.close_month(last date, by text) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    before date;
begin
    perform pg_advisory_xact_lock(20101124);
    select max(c.through) into before from ledger.closing c;
    if last >= platform.today() then
        raise exception 'not over' using errcode = 'check_violation', constraint = 'closing_early';
    end if;
    if last <= before then
        raise exception 'closed' using errcode = 'check_violation', constraint = 'closing_made', hint = before;
    end if;
    insert into ledger.closing (through, closed_at, closed_by) values (last, platform.now(), by);
    insert into ledger.closed_balance (through, account_id, debit, credit)
    select last, b.account_id, b.debit, b.credit from ledger.balances(last, platform.now(), before) b;
end $$;

-- Turnovers of each account up to a day, as known at an instant; from the sums of a closed month on, where one serves.
create function ledger.balances(day date, known timestamptz, base date) returns table (account_id bigint, debit numeric, credit numeric)
    language sql stable as $$
    select t.account_id, sum(t.debit), sum(t.credit)
      from (select b.account_id, b.debit, b.credit from ledger.closed_balance b where b.through = base
            union all
            select p.account_id, greatest(p.amount, 0.00), greatest(-p.amount, 0.00)
              from ledger.entry e
              join ledger.posting p on p.entry_id = e.id
             where e.effective_on > coalesce(base, date '-infinity') and e.effective_on <= day and e.recorded_at <= known) t
     group by t.account_id
$$;

create function ledger.balances(day date, known timestamptz) returns table (account_id bigint, debit numeric, credit numeric)
    language sql stable as $$
    select b.* from ledger.balances(day, known, (select max(c.through) from ledger.closing c where c.through <= day and c.closed_at <= known)) b
$$;

-- Every place where the books are not what was written: a changed posting or entry, a missing line, a sum that does not follow.
create function ledger.faults() returns table (account text, line bigint, entry bigint, fault text)
    language sql stable as $$
    with chained as (
        select p.account_id, p.line, p.entry_id, p.seal, p.balance,
               row_number() over w as due_line, sum(p.amount) over w as due_balance,
               ledger.sealed(coalesce(lag(p.seal) over w, '\x'), p.account_id, p.line, p.amount, p.balance, e) as due_seal
          from ledger.posting p
          left join ledger.entry e on e.id = p.entry_id
        window w as (partition by p.account_id order by p.line)
    )
    select a.code, c.line, c.entry_id,
           case when c.line <> c.due_line then 'LINE_MISSING' when c.balance <> c.due_balance then 'BALANCE_WRONG' else 'CHANGED' end
      from chained c
      left join ledger.account a on a.id = c.account_id
     where c.line <> c.due_line or c.balance <> c.due_balance or c.seal is distinct from c.due_seal
    union all
    select a.code, t.lines, null, 'ACCOUNT_WRONG'
      from ledger.account a
      left join (select p.account_id, count(*) as lines, sum(greatest(p.amount, 0)) as debit, sum(greatest(-p.amount, 0)) as credit
                   from ledger.posting p group by 1) t on t.account_id = a.id
     where (a.lines, a.debit, a.credit) is distinct from (coalesce(t.lines, 0), coalesce(t.debit, 0), coalesce(t.credit, 0))
        or a.seal is distinct from coalesce((select p.seal from ledger.posting p where p.account_id = a.id order by p.line desc limit 1), '\x')
    union all
    select null, null, e.id, 'UNBALANCED'
      from ledger.entry e
      left join ledger.posting p on p.entry_id = e.id
     group by e.id
    having sum(p.amount) is distinct from 0
$$;

revoke execute on all functions in schema ledger from public;
grant execute on function ledger.post, ledger.reverse, ledger.close_month, ledger.settled_now, ledger.fits, ledger.faults, ledger.sealed,
    ledger.balances(date, timestamptz), ledger.balances(date, timestamptz, date) to ${appRole};
