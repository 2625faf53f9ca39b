-- Why: appropriations and limits come with notices of the finance body, as do their increases, decreases and movements between
-- codes. One person enters a notice, another posts it; a wrong one is reversed by a further entry.
create table ledger.notice (
    id             uuid primary key,
    number         bigint generated always as identity constraint notice_number_taken unique,
    kind           text not null constraint notice_kind_unknown check (kind in ('APPROPRIATION', 'LIMIT')),
    effective_on   date not null,
    document_title text not null,
    document_number text,
    document_date  date not null,
    state          text not null constraint notice_state_unknown check (state in ('DRAFT', 'POSTED', 'DISCARDED', 'REVERSED')),
    entered_by     text not null,
    posted_by      text,
    reason         text,
    version        bigint not null default 1,
    recorded_by    bigint not null constraint notice_change_unknown references platform.change,
    changed_by     bigint not null constraint notice_last_change_unknown references platform.change,
    constraint second_person_required check (posted_by <> entered_by),
    constraint notice_unposted check ((state in ('POSTED', 'REVERSED')) = (posted_by is not null))
);
create table ledger.notice_line (
    notice_id uuid not null constraint notice_line_notice_unknown references ledger.notice,
    position  integer not null,
    year      integer not null,
    kbk       text not null constraint account_kbk_not_of_year check (ledger.fits(kbk, year)),
    amount    numeric(18, 2) not null constraint posting_sum_impossible check (amount <> 0 and abs(amount) < 1e13),
    primary key (notice_id, position),
    constraint notice_line_twice unique (notice_id, year, kbk)
);
grant insert on ledger.notice, ledger.notice_line to ${appRole};
grant update (state, posted_by, reason, version, changed_by) on ledger.notice to ${appRole};
grant usage on all sequences in schema ledger to ${appRole};

create function ledger.refuse_change_of_notice() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state in ('DISCARDED', 'REVERSED')
       or (old.kind, old.effective_on, old.document_title, old.document_number, old.document_date, old.entered_by)
          is distinct from (new.kind, new.effective_on, new.document_title, new.document_number, new.document_date, new.entered_by)
       or (old.state = 'POSTED' and new.state <> 'REVERSED') then
        raise exception 'a notice is not changed' using errcode = 'check_violation', constraint = 'books_stay';
    end if;
    return new;
end $$;
create trigger entered before update or delete on ledger.notice
    for each row execute function ledger.refuse_change_of_notice();
create trigger entered before update or delete on ledger.notice_line
    for each statement execute function ledger.refuse_change_of_books();

-- What is posted of a notice is what its lines say, and nothing is in force of one that is not posted.
create function ledger.refuse_unposted_notice() returns trigger
    language plpgsql as $$
begin
    if (select coalesce(sum(p.amount), 0)
          from ledger.entry e
          join ledger.posting p on p.entry_id = e.id
          join ledger.account a on a.id = p.account_id and a.stage = new.kind
         where (e.source_kind, e.source) = ('NOTICE', new.id::text))
       <> (select case when new.state = 'POSTED' then sum(l.amount) else 0 end from ledger.notice_line l where l.notice_id = new.id) then
        raise exception 'posted otherwise' using errcode = 'check_violation', constraint = 'notice_posted_otherwise';
    end if;
    return null;
end $$;
create constraint trigger posted after update on ledger.notice
    deferrable initially deferred for each row execute function ledger.refuse_unposted_notice();
