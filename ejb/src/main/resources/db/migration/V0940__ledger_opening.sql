-- Why: agreements that ran before the ledger was kept go on in it. What stood in each stage by then is taken on from a workbook that
-- one person prepares and another posts, as a whole; an agreement is taken on once for each year and budget code.
insert into ledger.operation (code, name_ru, name_en) values
    ('OPENED', 'Принят входящий остаток', 'Opening balance taken on');
-- It has no pair of accounts of the budget chart: the accounting program has opening balances of its own.

-- Agreements known by their paper only, each with the subject under which the ledger keeps it.
create table ledger.opening_agreement (
    id        bigint generated always as identity primary key,
    number    text not null constraint opening_number_long check (length(number) between 1 and 200),
    signed_on date not null,
    inn       text not null,
    subject   text not null generated always as ('O-' || id) stored constraint opening_subject_taken unique
);
create unique index opening_agreement_known on ledger.opening_agreement (upper(number), signed_on, inn);

create table ledger.opening (
    id           uuid primary key,
    number       bigint generated always as identity constraint opening_number_taken unique,
    effective_on date not null,
    document_id  uuid not null constraint opening_document_unknown references platform.document,
    state        text not null constraint opening_state_unknown check (state in ('PREPARED', 'POSTED', 'CANCELLED')),
    prepared_by  text not null,
    posted_by    text,
    reason       text,
    version      bigint not null default 1,
    recorded_by  bigint not null constraint opening_change_unknown references platform.change,
    changed_by   bigint not null constraint opening_last_change_unknown references platform.change,
    constraint second_person_required check (posted_by <> prepared_by),
    constraint opening_unposted check ((state = 'POSTED') = (posted_by is not null))
);
create table ledger.opening_row (
    opening_id    uuid not null constraint opening_row_opening_unknown references ledger.opening,
    position      integer not null,
    line          integer not null,                        -- of its sheet in the workbook
    agreement_id  bigint constraint opening_row_agreement_unknown references ledger.opening_agreement,   -- null: the budget line itself
    year          integer not null,
    kbk           text not null constraint account_kbk_not_of_year check (ledger.fits(kbk, year)),
    appropriation numeric(18, 2) not null,
    free          numeric(18, 2) not null,
    reserved      numeric(18, 2) not null,
    committed     numeric(18, 2) not null,
    due           numeric(18, 2) not null,
    paid          numeric(18, 2) not null,
    accepted      numeric(18, 2) not null,
    total         numeric(18, 2) not null generated always as (appropriation + free + reserved + committed + due + paid + accepted) stored,
    live          boolean not null default true,           -- until its opening is cancelled
    primary key (opening_id, position),
    constraint opening_sum_impossible check (least(appropriation, free, reserved, committed, due, paid, accepted) >= 0),
    constraint opening_total_impossible check (total < 1e13),
    constraint opening_row_empty check (total > 0),
    constraint opening_sum_misplaced check (
        case when agreement_id is null then reserved + committed + due + paid + accepted else appropriation + free end = 0)
);
create unique index opening_taken on ledger.opening_row (coalesce(agreement_id, 0), year, kbk) where live;

grant insert on ledger.opening_agreement, ledger.opening, ledger.opening_row to ${appRole};
grant update (state, posted_by, reason, version, changed_by) on ledger.opening to ${appRole};
grant update (live) on ledger.opening_row to ${appRole};
grant usage on all sequences in schema ledger to ${appRole};

create function ledger.refuse_change_of_opening() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state <> 'PREPARED'
       or (old.effective_on, old.document_id, old.prepared_by) is distinct from (new.effective_on, new.document_id, new.prepared_by) then
        raise exception 'opening balances are not changed' using errcode = 'check_violation', constraint = 'books_stay';
    end if;
    return new;
end $$;
create trigger prepared before update or delete on ledger.opening
    for each row execute function ledger.refuse_change_of_opening();
create trigger known before update or delete on ledger.opening_agreement
    for each statement execute function ledger.refuse_change_of_books();

-- A row of what was cancelled sets free what it stood for; nothing else about it ever changes.
create function ledger.refuse_change_of_opening_row() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'DELETE' or new.live
       or (old.opening_id, old.position, old.line, old.agreement_id, old.year, old.kbk, old.appropriation, old.free, old.reserved,
           old.committed, old.due, old.paid, old.accepted)
          is distinct from (new.opening_id, new.position, new.line, new.agreement_id, new.year, new.kbk, new.appropriation, new.free,
                            new.reserved, new.committed, new.due, new.paid, new.accepted)
       or not exists (select from ledger.opening o where o.id = new.opening_id and o.state = 'CANCELLED') then
        raise exception 'opening balances are not changed' using errcode = 'check_violation', constraint = 'books_stay';
    end if;
    return new;
end $$;
create trigger prepared before update or delete on ledger.opening_row
    for each row execute function ledger.refuse_change_of_opening_row();

-- What is posted of opening balances is what their rows say, account by account; nothing is posted of what is cancelled, nor is any
-- row of it live.
create function ledger.refuse_opening_posted_otherwise() returns trigger
    language plpgsql as $$
begin
    if exists (select from (select s.stage, r.year, r.kbk, coalesce(case when s.stage <> 'BUDGET' then a.subject end, '') as subject,
                                   sum(s.amount) as amount
                              from ledger.opening_row r
                              left join ledger.opening_agreement a on a.id = r.agreement_id
                             cross join lateral (
                                   values ('BUDGET', -r.total), ('APPROPRIATION', r.appropriation), ('LIMIT', r.free), ('RESERVED', r.reserved),
                                          ('COMMITTED', r.committed), ('DUE', r.due), ('PAID', r.paid), ('ACCEPTED', r.accepted)) s (stage, amount)
                             where r.opening_id = new.id and new.state = 'POSTED' and s.amount <> 0
                             group by 1, 2, 3, 4) stated
                 full join (select a.stage, a.year, a.kbk, a.subject, sum(p.amount) as amount
                              from ledger.entry e
                              join ledger.posting p on p.entry_id = e.id
                              join ledger.account a on a.id = p.account_id
                             where (e.source_kind, e.source, e.operation, e.effective_on) = ('OPENING', new.id::text, 'OPENED', new.effective_on)
                             group by 1, 2, 3, 4) made using (stage, year, kbk, subject)
                where stated.amount is distinct from made.amount)
       or exists (select from ledger.opening_row r where r.opening_id = new.id and r.live = (new.state = 'CANCELLED')) then
        raise exception 'posted otherwise' using errcode = 'check_violation', constraint = 'opening_posted_otherwise';
    end if;
    return null;
end $$;
create constraint trigger posted after update on ledger.opening
    deferrable initially deferred for each row execute function ledger.refuse_opening_posted_otherwise();
