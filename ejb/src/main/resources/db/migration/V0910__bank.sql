-- Why: what was decided to pay leaves for the bank as instructions, and only a statement of the bank shows that money moved. So
-- instructions, statements and what in them belongs together are kept here, each once: a document that two statements show is one,
-- it executes one instruction, and an instruction is executed by one. The schema knows nothing of grants.
create schema bank;
grant usage on schema bank to ${appRole};
alter default privileges in schema bank grant select, insert on tables to ${appRole};

-- Our accounts; one of them pays on any day.
create table bank.account (
    id            uuid primary key,
    number        text not null constraint bank_account_malformed check (number ~ '^[0-9]{20}$'),
    bic           text not null constraint bic_malformed check (bic ~ '^[0-9]{9}$'),
    bank          text not null,
    correspondent text,
    holder        text not null,
    inn           text not null,
    kpp           text constraint kpp_malformed check (kpp ~ '^[0-9]{4}[0-9A-Z]{2}[0-9]{3}$'),
    oktmo         text constraint oktmo_malformed check (oktmo ~ '^([0-9]{8}|[0-9]{11})$'),
    pays          boolean not null,
    valid_from    date not null,
    valid_until   date,                                    -- exclusive; null while it is open
    version       bigint not null default 1,
    recorded_by   bigint not null constraint account_change_unknown references platform.change,
    changed_by    bigint not null constraint account_last_change_unknown references platform.change,
    constraint bank_account_period_empty check (valid_from < valid_until),
    constraint bank_account_overlaps exclude using gist (number with =, daterange(valid_from, valid_until) with &&),
    constraint paying_account_overlaps exclude using gist (daterange(valid_from, valid_until) with &&) where (pays)
);
grant update (valid_until, version, changed_by) on bank.account to ${appRole};

create table bank.numbering (
    year integer primary key,
    last integer not null constraint instruction_numbers_used_up check (last between 0 and 999999)
);
grant update on bank.numbering to ${appRole};

create table bank.instruction (
    id                  uuid primary key,
    number              integer not null,                  -- of the payment order, within the year of its day
    day                 date not null,
    year_of_day         integer not null generated always as (extract(year from day)::integer) stored,
    account_id          uuid not null constraint instruction_account_unknown references bank.account,
    payee_inn           text not null,
    payee_kpp           text,
    payee_name          text not null,
    payee_account       text not null,
    payee_bic           text not null,
    payee_bank          text not null,
    payee_correspondent text,
    amount              numeric(18, 2) not null constraint instruction_sum_impossible check (amount > 0 and amount < 1e13),
    purpose             text not null constraint instruction_purpose_long check (length(purpose) between 1 and 210),
    year                integer not null,
    kbk                 text not null constraint instruction_kbk_malformed check (kbk ~ '^[0-9A-ZА-Я]{20}$'),
    source_kind         text not null,
    source              text not null,
    state               text not null constraint instruction_state_unknown check (state in ('ISSUED', 'EXECUTED', 'REJECTED', 'WITHDRAWN')),
    repeats             uuid constraint instruction_repeated_twice unique constraint instruction_repeated_unknown references bank.instruction,
    concluded_on        date,
    reason              text,
    issued_by           text not null,
    version             bigint not null default 1,
    recorded_by         bigint not null constraint instruction_change_unknown references platform.change,
    changed_by          bigint not null constraint instruction_last_change_unknown references platform.change,
    constraint instruction_number_taken unique (year_of_day, number),
    constraint instruction_unconcluded check ((state = 'ISSUED') = (concluded_on is null)),
    constraint instruction_reason_missing check (state not in ('REJECTED', 'WITHDRAWN') or reason is not null)
);
create index instruction_source on bank.instruction (source_kind, source);
create index instruction_latest on bank.instruction (day desc, number desc);
-- However many wait over the same sum, a payment finds its own by number or by reference.
create index instruction_waiting on bank.instruction (account_id, amount, payee_account, (number::text)) where state = 'ISSUED';
create index instruction_reference on bank.instruction ((replace(id::text, '-', ''))) where state = 'ISSUED';
grant update (state, concluded_on, reason, version, changed_by) on bank.instruction to ${appRole};

create function bank.refuse_change_of_instruction() returns trigger
    language plpgsql as $$
begin
    if tg_op <> 'UPDATE' or old.state in ('REJECTED', 'WITHDRAWN')
       or (old.state = 'EXECUTED' and new.state <> 'ISSUED') or (old.state = 'ISSUED' and new.state = 'ISSUED') then
        raise exception 'an instruction that was concluded stays' using errcode = 'check_violation', constraint = 'instruction_stays';
    end if;
    return new;
end $$;
create trigger concluded before update or delete on bank.instruction
    for each row execute function bank.refuse_change_of_instruction();

-- Statements as they came. Their lines are kept whatever becomes of them; documents are what accepted ones show, each once.
create table bank.statement (
    id             uuid primary key,
    number         bigint generated always as identity constraint statement_number_taken unique,
    sha256         text not null constraint statement_taken_before unique,
    file_name      text not null,
    format         text not null constraint statement_format_known check (format in ('CLIENT_BANK_1C', 'CAMT_053')),
    format_version text not null,
    encoding       text not null,
    account_number text not null,
    account_id     uuid constraint statement_account_unknown references bank.account,
    from_day       date not null,
    until_day      date not null,                          -- its last day
    opening        numeric(18, 2),
    received       numeric(18, 2),
    paid           numeric(18, 2),
    closing        numeric(18, 2),
    documents      integer not null,
    turnover       numeric(20, 2) not null,
    state          text not null constraint statement_state_unknown check (state in ('ACCEPTED', 'FLAGGED', 'DISCARDED')),
    uploaded_by    text not null,
    concluded_by   text,                                   -- who accepted it although it was flagged, or discarded it
    reason         text,
    version        bigint not null default 1,
    recorded_by    bigint not null constraint statement_change_unknown references platform.change,
    changed_by     bigint not null constraint statement_last_change_unknown references platform.change,
    constraint statement_days_reversed check (from_day <= until_day),
    constraint statement_accepted_nowhere check (state <> 'ACCEPTED' or account_id is not null),
    constraint second_person_required check (state <> 'ACCEPTED' or concluded_by is null or concluded_by <> uploaded_by),
    constraint statement_reason_missing check ((concluded_by is null) = (reason is null))
);
create index statement_of_account on bank.statement (account_id, until_day) where state = 'ACCEPTED';
grant update (state, account_id, concluded_by, reason, version, changed_by) on bank.statement to ${appRole};

create table bank.statement_problem (
    statement_id uuid not null constraint statement_problem_statement_unknown references bank.statement,
    position     integer not null,
    code         text not null,
    arguments    text[] not null,
    flagging     boolean not null,
    primary key (statement_id, position)
);

create table bank.line (
    statement_id  uuid not null constraint line_statement_unknown references bank.statement deferrable initially deferred,
    position      integer not null,
    file_line     integer not null,
    incoming      boolean not null,
    number        text not null,
    day           date,
    booked_on     date not null,
    amount        numeric(18, 2) not null constraint line_sum_impossible check (amount > 0),
    other_inn     text not null,
    other_kpp     text not null,
    other_name    text not null,
    other_account text not null,
    other_bic     text not null,
    other_bank    text not null,
    purpose       text not null,
    reference     text not null,
    occurrence    integer not null,                        -- 1, 2… of documents that look the same within the statement
    key           text not null generated always as (md5(
                      incoming::text || '|' || (booked_on - date '2000-01-01')::text || '|' || ltrim(number, '0') || '|' || amount::text
                      || '|' || other_account)) stored,
    primary key (statement_id, position)
);

create table bank.document (
    id            uuid primary key,
    account_id    uuid not null constraint document_account_unknown references bank.account,
    statement_id  uuid not null constraint document_statement_unknown references bank.statement,   -- the first that showed it
    position      integer not null,
    incoming      boolean not null,
    number        text not null,
    day           date,
    booked_on     date not null,
    amount        numeric(18, 2) not null,
    other_inn     text not null,
    other_kpp     text not null,
    other_name    text not null,
    other_account text not null,
    other_bic     text not null,
    other_bank    text not null,
    purpose       text not null,
    reference     text not null,
    key           text not null,
    occurrence    integer not null,
    constraint document_counted_twice unique (account_id, key, occurrence),
    constraint document_line_unknown foreign key (statement_id, position) references bank.line
);
create index document_latest on bank.document (booked_on desc, id);
create index document_of_sum on bank.document (account_id, amount) where not incoming;

-- Which document executed which instruction, and which receipt is for what. Taken back, a row stays and counts no more.
create table bank.match (
    id             uuid primary key,
    document_id    uuid not null constraint match_document_unknown references bank.document,
    instruction_id uuid not null constraint match_instruction_unknown references bank.instruction,
    automatic      boolean not null,
    matched_by     text not null,
    recorded_by    bigint not null constraint match_change_unknown references platform.change,
    undone_by      bigint constraint match_undoing_unknown references platform.change,
    reason         text,
    constraint match_reason_missing check ((undone_by is null) = (reason is null))
);
create unique index document_matched_twice on bank.match (document_id) where undone_by is null;
create unique index instruction_matched_twice on bank.match (instruction_id) where undone_by is null;
grant update (undone_by, reason) on bank.match to ${appRole};

create table bank.assignment (
    id          uuid primary key,
    document_id uuid not null constraint assignment_document_unknown references bank.document,
    source_kind text not null,
    source      text not null,
    assigned_by text not null,
    recorded_by bigint not null constraint assignment_change_unknown references platform.change,
    undone_by   bigint constraint assignment_undoing_unknown references platform.change,
    reason      text,
    constraint assignment_reason_missing check ((undone_by is null) = (reason is null))
);
create unique index receipt_assigned_twice on bank.assignment (document_id) where undone_by is null;
create index assignment_source on bank.assignment (source_kind, source);
grant update (undone_by, reason) on bank.assignment to ${appRole};

create function bank.refuse_false_match() returns trigger
    language plpgsql as $$
begin
    if not exists (select from bank.document d
                     join bank.instruction i on i.id = new.instruction_id
                    where d.id = new.document_id and not d.incoming and (d.account_id, d.amount) = (i.account_id, i.amount)) then
        raise exception 'not what was instructed' using errcode = 'check_violation', constraint = 'match_differs';
    end if;
    return new;
end $$;
create trigger sound before insert on bank.match
    for each row execute function bank.refuse_false_match();

create function bank.refuse_false_assignment() returns trigger
    language plpgsql as $$
begin
    if not exists (select from bank.document d where d.id = new.document_id and d.incoming) then
        raise exception 'not a receipt' using errcode = 'check_violation', constraint = 'assignment_of_payment';
    end if;
    return new;
end $$;
create trigger sound before insert on bank.assignment
    for each row execute function bank.refuse_false_assignment();

create function bank.refuse_unmatched_execution() returns trigger
    language plpgsql as $$
declare
    asked uuid := case tg_table_name when 'instruction' then new.id else (to_jsonb(new) ->> 'instruction_id')::uuid end;
begin
    if (select i.state = 'EXECUTED' from bank.instruction i where i.id = asked)
       <> exists (select from bank.match m where m.instruction_id = asked and m.undone_by is null) then
        raise exception 'executed by nothing' using errcode = 'check_violation', constraint = 'instruction_executed_otherwise';
    end if;
    return null;
end $$;
create constraint trigger matched after insert or update on bank.instruction
    deferrable initially deferred for each row execute function bank.refuse_unmatched_execution();
create constraint trigger matched after insert or update on bank.match
    deferrable initially deferred for each row execute function bank.refuse_unmatched_execution();

create function bank.refuse_change() returns trigger
    language plpgsql as $$
begin
    if tg_op <> 'UPDATE' or (to_jsonb(old) ->> 'undone_by') is not null then
        raise exception 'what the bank showed stays' using errcode = 'check_violation', constraint = 'bank_records_stay';
    end if;
    return new;
end $$;
create trigger kept before update or delete on bank.match for each row execute function bank.refuse_change();
create trigger kept before update or delete on bank.assignment for each row execute function bank.refuse_change();
create trigger kept before delete on bank.statement for each row execute function bank.refuse_change();

create function bank.refuse_change_of_statement() returns trigger
    language plpgsql as $$
begin
    if old.state <> 'FLAGGED' then
        raise exception 'decided before' using errcode = 'check_violation', constraint = 'bank_records_stay';
    end if;
    return new;
end $$;
create trigger decided before update on bank.statement
    for each row execute function bank.refuse_change_of_statement();
