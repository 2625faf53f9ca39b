-- Why: money that was paid may have to come back: spent on something else, not accounted for, or for results that were missed.
-- What is demanded, paid back, set off and written off stands beside the payments it comes from, and the ledger says the same.
create schema recovery;
grant usage on schema recovery to ${appRole};
alter default privileges in schema recovery grant select, insert on tables to ${appRole};
alter default privileges in schema recovery grant usage on sequences to ${appRole};

-- Demands are kept count of beside the way of the money: what is demanded, what of it came back and what was given up.
insert into ledger.stage (code, position, name_ru, name_en, side, within_year, per_subject, shortage) values
    ('CLAIMED', 110, 'Предъявлено к возврату', 'Demanded back', -1, false, true, 'recovery_exceeded'),
    ('RECOVERABLE', 120, 'Ожидается к возврату', 'Still to be paid back', 1, false, true, 'recovery_exceeded'),
    ('RECOVERED', 130, 'Возвращено по требованиям', 'Paid back on demand', 1, false, true, 'recovery_exceeded'),
    ('FORGONE', 140, 'Списано по требованиям', 'Written off', 1, false, true, 'recovery_exceeded');
insert into ledger.operation (code, name_ru, name_en) values
    ('DEMANDED', 'Предъявлено требование о возврате', 'Demanded back'),
    ('RECOVERED', 'Требование исполнено', 'Demand met'),
    ('WRITTEN_OFF', 'Требование списано', 'Demand written off');

insert into ledger.budget_account (operation, valid_from, valid_until, debit, credit, source) values
    ('DEMANDED', '2011-01-01', null, '209.36', '401.10', 'Инструкция по бюджетному учёту, приказ Минфина 162н, доходы от компенсации затрат'),
    ('WRITTEN_OFF', '2011-01-01', null, '401.10', '209.36', 'Инструкция по бюджетному учёту, приказ Минфина 162н, доходы от компенсации затрат');
create index account_of_subject on ledger.account (subject, stage) where subject <> '';

create table recovery.parameter (
    code       text not null constraint recovery_parameter_unknown check (code in ('PENALTY_COEFFICIENT', 'TERM_DAYS')),
    valid_from date not null,
    value      numeric(18, 4) not null constraint recovery_parameter_negative check (value >= 0),
    source     text not null,
    primary key (code, valid_from)
);
insert into recovery.parameter (code, valid_from, value, source) values
    ('PENALTY_COEFFICIENT', '2010-01-01', 0.1, 'Значение по умолчанию: коэффициент k формулы штрафа за недостигнутые результаты'),
    ('TERM_DAYS', '2010-01-01', 30, 'Значение по умолчанию: календарные дни на исполнение требования о возврате');

create function recovery.parameter_on(wanted text, day date) returns numeric
    language sql stable as $$
    select p.value from recovery.parameter p where p.code = wanted and p.valid_from <= day order by p.valid_from desc limit 1
$$;

create table recovery.breach (
    id              uuid primary key,
    number          bigint generated always as identity constraint breach_number_taken unique,
    agreement_id    uuid not null constraint breach_agreement_unknown references agreement.agreement,
    kind            text not null constraint breach_kind_unknown check (kind in
                    ('MISUSE', 'FALSE_DATA', 'CONDITION_BREACHED', 'UNACCOUNTED', 'RESULT_MISSED')),
    position        integer,                               -- the instalment concerned; null: the agreement as a whole
    description     text not null,
    document_title  text not null,                         -- of the check that found it
    document_number text,
    document_date   date not null,
    state           text not null constraint breach_state_unknown check (state in ('FOUND', 'CONFIRMED', 'DISMISSED')),
    found_on        date not null,
    found_by        text not null,
    decided_on      date,
    decided_by      text,
    reason          text,
    version         bigint not null default 1,
    recorded_by     bigint not null constraint breach_change_unknown references platform.change,
    changed_by      bigint not null constraint breach_last_change_unknown references platform.change,
    constraint second_person_required check (decided_by <> found_by),
    constraint breach_undecided check ((state = 'FOUND') = (decided_by is null) and (decided_by is null) = (decided_on is null)),
    constraint breach_reason_missing check (state <> 'DISMISSED' or reason is not null)
);
create index breach_of_agreement on recovery.breach (agreement_id, number);
grant update (state, decided_on, decided_by, reason, version, changed_by) on recovery.breach to ${appRole};

-- Results that were missed, as promised and as reached.
create table recovery.missed_result (
    breach_id uuid not null constraint missed_result_breach_unknown references recovery.breach,
    code      text not null,
    plan      numeric not null constraint missed_result_plan_zero check (plan > 0),
    fact      numeric not null constraint missed_result_fact_negative check (fact >= 0),
    less      boolean not null,                            -- less is better
    primary key (breach_id, code)
);

create table recovery.recovery_order (
    id           uuid primary key,
    number       bigint generated always as identity constraint recovery_order_number_taken unique,
    agreement_id uuid not null constraint recovery_order_agreement_unknown references agreement.agreement,
    breach_id    uuid not null constraint recovery_order_breach_unknown references recovery.breach,
    kind         text not null constraint recovery_order_kind_unknown check (kind in ('RETURN', 'PENALTY')),
    payer        text collate "C" not null constraint recovery_order_payer_malformed check (payer ~ '^(\d{10}|\d{12})$'),
    amount       numeric(18, 2) not null constraint recovery_order_not_positive check (amount > 0),
    basis        text not null,                            -- how the sum came about
    year         integer not null,                         -- of the budget, under which the ledger keeps it
    kbk          text not null,
    state        text not null constraint recovery_order_state_unknown check (state in
                 ('DRAFT', 'ISSUED', 'SETTLED', 'WITHDRAWN', 'WRITTEN_OFF')),
    drawn_by     text not null,
    issued_by    text,
    issued_on    date,
    ended_by     text,
    ended_on     date,
    reason       text,
    document     text,                                     -- by which it was written off or its term changed
    version      bigint not null default 1,
    recorded_by  bigint not null constraint recovery_order_change_unknown references platform.change,
    changed_by   bigint not null constraint recovery_order_last_change_unknown references platform.change,
    constraint second_person_required check (issued_by <> drawn_by),
    constraint recovery_order_unissued check ((issued_by is null) = (issued_on is null) and (state in ('DRAFT', 'WITHDRAWN') or issued_on is not null)),
    constraint recovery_order_document_missing check (state <> 'WRITTEN_OFF' or (document is not null and reason is not null and ended_by is not null))
);
create index recovery_order_of_agreement on recovery.recovery_order (agreement_id, number);
create index recovery_order_of_breach on recovery.recovery_order (breach_id);
create unique index recovery_penalty_twice on recovery.recovery_order (breach_id) where kind = 'PENALTY' and state <> 'WITHDRAWN';
grant update (state, issued_by, issued_on, ended_by, ended_on, reason, document, version, changed_by) on recovery.recovery_order to ${appRole};

-- Of which payments how much is to be returned.
create table recovery.order_part (
    order_id   uuid not null constraint order_part_order_unknown references recovery.recovery_order,
    payment_id uuid not null constraint order_part_payment_unknown references agreement.payment,
    amount     numeric(18, 2) not null constraint order_part_not_positive check (amount > 0),
    primary key (order_id, payment_id)
);
create index order_part_of_payment on recovery.order_part (payment_id);

-- By when how much; paid off by instalments where it is allowed.
create table recovery.term (
    order_id uuid not null constraint term_order_unknown references recovery.recovery_order,
    due_on   date not null,
    amount   numeric(18, 2) not null constraint term_not_positive check (amount > 0),
    primary key (order_id, due_on)
);
grant delete on recovery.term to ${appRole};

-- How it was met. What is set off counts when the payment that it is kept back from has been executed.
create table recovery.repayment (
    id          uuid primary key,
    number      bigint generated always as identity constraint repayment_number_taken unique,
    order_id    uuid not null constraint repayment_order_unknown references recovery.recovery_order,
    way         text not null constraint repayment_way_unknown check (way in ('RECEIPT', 'SET_OFF')),
    amount      numeric(18, 2) not null constraint repayment_not_positive check (amount > 0),
    state       text not null constraint repayment_state_unknown check (state in ('PENDING', 'DONE', 'UNDONE')),
    made_on     date,
    document_id uuid,                                      -- of the bank
    payment_id  uuid constraint repayment_payment_unknown references agreement.payment,
    reason      text,
    recorded_by bigint not null constraint repayment_change_unknown references platform.change,
    changed_by  bigint not null constraint repayment_last_change_unknown references platform.change,
    constraint repayment_source_missing check (case way when 'RECEIPT' then document_id is not null and payment_id is null
                                                        else payment_id is not null and document_id is null end),
    constraint repayment_undated check (state <> 'DONE' or made_on is not null),
    constraint repayment_never_pending check (way = 'SET_OFF' or state <> 'PENDING')
);
create unique index repayment_of_document_twice on recovery.repayment (document_id) where state <> 'UNDONE';
create unique index repayment_of_payment_twice on recovery.repayment (payment_id) where state <> 'UNDONE';
create index repayment_of_order on recovery.repayment (order_id);
grant update (state, made_on, reason, changed_by) on recovery.repayment to ${appRole};

-- From which payments it was returned, out of which account of the ledger; later: in a later year, the limit stays closed.
create table recovery.repaid_part (
    repayment_id uuid not null constraint repaid_part_repayment_unknown references recovery.repayment,
    payment_id   uuid not null constraint repaid_part_payment_unknown references agreement.payment,
    amount       numeric(18, 2) not null constraint repaid_part_not_positive check (amount > 0),
    primary key (repayment_id, payment_id)
);
create index repaid_part_of_payment on recovery.repaid_part (payment_id);
grant delete on recovery.repaid_part to ${appRole};

create function recovery.refuse_change() returns trigger
    language plpgsql as $$
begin
    raise exception 'kept' using errcode = 'check_violation', constraint = 'recovery_papers_stay';
end $$;
create trigger kept before delete on recovery.breach for each row execute function recovery.refuse_change();
create trigger kept before update or delete on recovery.missed_result for each row execute function recovery.refuse_change();
create trigger kept before delete on recovery.recovery_order for each row execute function recovery.refuse_change();
create trigger kept before update or delete on recovery.order_part for each row execute function recovery.refuse_change();
create trigger kept before delete on recovery.repayment for each row execute function recovery.refuse_change();

-- What is over stays as it is; a demand that was met is open again only where the payment back turns out wrong.
create function recovery.refuse_change_of_ended() returns trigger
    language plpgsql as $$
begin
    if tg_table_name = 'breach' and old.state <> 'FOUND' then
        raise exception 'decided' using errcode = 'check_violation', constraint = 'breach_decided';
    end if;
    if tg_table_name = 'recovery_order' then
        if old.state in ('WITHDRAWN', 'WRITTEN_OFF') or (old.state = 'SETTLED' and new.state <> 'ISSUED') then
            raise exception 'over' using errcode = 'check_violation', constraint = 'recovery_order_over';
        end if;
    end if;
    return new;
end $$;
create trigger over before update on recovery.breach for each row execute function recovery.refuse_change_of_ended();
create trigger over before update on recovery.recovery_order for each row execute function recovery.refuse_change_of_ended();

create function recovery.refuse_unfounded_order() returns trigger
    language plpgsql as $$
begin
    if not exists (select from recovery.breach b where (b.id, b.agreement_id, b.state) = (new.breach_id, new.agreement_id, 'CONFIRMED')) then
        raise exception 'no breach' using errcode = 'check_violation', constraint = 'recovery_without_breach';
    end if;
    return new;
end $$;
create trigger founded before insert on recovery.recovery_order for each row execute function recovery.refuse_unfounded_order();

-- A kopeck is demanded back once, and only of what was paid.
create function recovery.refuse_demand_beyond_paid() returns trigger
    language plpgsql as $$
begin
    perform from agreement.payment p where p.id = new.payment_id for no key update;   -- who demands of it meanwhile waits
    if (select coalesce(sum(o.amount), 0)
          from recovery.order_part o
          join recovery.recovery_order r on r.id = o.order_id and r.state <> 'WITHDRAWN'
         where o.payment_id = new.payment_id)
       > (select case p.state when 'EXECUTED' then p.amount else 0 end from agreement.payment p where p.id = new.payment_id) then
        raise exception 'beyond' using errcode = 'check_violation', constraint = 'recovery_beyond_paid';
    end if;
    return null;
end $$;
create trigger within after insert on recovery.order_part for each row execute function recovery.refuse_demand_beyond_paid();

-- At the end of the transaction a demand is the sum of its parts and of its terms, is met by no more than it comes to, and is
-- settled exactly when it is met.
create function recovery.refuse_unsound_order() returns trigger
    language plpgsql as $$
declare
    wanted uuid := coalesce(to_jsonb(new), to_jsonb(old)) ->> case tg_table_name when 'recovery_order' then 'id' else 'order_id' end;
    one recovery.recovery_order;
    met numeric;
    done numeric;
begin
    select * into one from recovery.recovery_order r where r.id = wanted for no key update;   -- who meets it meanwhile waits
    if one.kind = 'RETURN' and one.amount <> (select coalesce(sum(p.amount), 0) from recovery.order_part p where p.order_id = one.id) then
        raise exception 'parts' using errcode = 'check_violation', constraint = 'recovery_parts_differ';
    end if;
    if one.state <> 'DRAFT' and one.issued_on is not null
       and one.amount <> (select coalesce(sum(t.amount), 0) from recovery.term t where t.order_id = one.id) then
        raise exception 'terms' using errcode = 'check_violation', constraint = 'recovery_terms_differ';
    end if;
    select coalesce(sum(r.amount) filter (where r.state <> 'UNDONE'), 0), coalesce(sum(r.amount) filter (where r.state = 'DONE'), 0)
      into met, done
      from recovery.repayment r where r.order_id = one.id;
    if met > one.amount or (met > 0 and one.state not in ('ISSUED', 'SETTLED', 'WRITTEN_OFF')) then
        raise exception 'beyond' using errcode = 'check_violation', constraint = 'repayment_beyond_order';
    end if;
    if (one.state = 'SETTLED') <> (done = one.amount) then
        raise exception 'settled' using errcode = 'check_violation', constraint = 'recovery_settled_otherwise';
    end if;
    return null;
end $$;
create constraint trigger sound after insert or update on recovery.recovery_order
    deferrable initially deferred for each row execute function recovery.refuse_unsound_order();
create constraint trigger sound after insert or update on recovery.repayment
    deferrable initially deferred for each row execute function recovery.refuse_unsound_order();
create constraint trigger sound after insert or update or delete on recovery.term
    deferrable initially deferred for each row execute function recovery.refuse_unsound_order();

-- What came back of a payment is what repayments say, and what the ledger says they returned; of a demand to return all of it is.
create function recovery.refuse_return_beside_ledger() returns trigger
    language plpgsql as $$
declare
    wanted uuid := coalesce(to_jsonb(new), to_jsonb(old)) ->> case tg_table_name when 'repayment' then 'id' else 'repayment_id' end;
    parts numeric := (select coalesce(sum(p.amount), 0) from recovery.repaid_part p where p.repayment_id = wanted);
begin
    if parts <> (select coalesce(-sum(o.amount), 0)
                   from ledger.entry e
                   join ledger.posting o on o.entry_id = e.id
                   join ledger.account a on a.id = o.account_id
                  where (e.source_kind, e.source) = ('REPAYMENT', wanted::text) and a.stage in ('PAID', 'ACCEPTED')) then
        raise exception 'books say otherwise' using errcode = 'check_violation', constraint = 'return_beside_ledger';
    end if;
    if exists (select from recovery.repayment y
                 join recovery.recovery_order r on r.id = y.order_id
                where y.id = wanted and parts <> case when r.kind = 'RETURN' and y.state = 'DONE' then y.amount else 0 end) then
        raise exception 'parts differ' using errcode = 'check_violation', constraint = 'return_parts_differ';
    end if;
    return null;
end $$;
create constraint trigger booked after insert or update on recovery.repayment
    deferrable initially deferred for each row execute function recovery.refuse_return_beside_ledger();
create constraint trigger booked after insert or delete on recovery.repaid_part
    deferrable initially deferred for each row execute function recovery.refuse_return_beside_ledger();

create function recovery.refuse_other_return() returns trigger
    language plpgsql as $$
declare
    wanted uuid := coalesce(to_jsonb(new), to_jsonb(old)) ->> case tg_table_name when 'payment' then 'id' else 'payment_id' end;
begin
    if exists (select from agreement.payment p
                where p.id = wanted
                  and (p.returned <> (select coalesce(sum(r.amount), 0) from recovery.repaid_part r where r.payment_id = p.id)
                       or p.held_back <> (select coalesce(sum(r.amount), 0) from recovery.repayment r
                                           where r.payment_id = p.id and r.state <> 'UNDONE'))) then
        raise exception 'returned otherwise' using errcode = 'check_violation', constraint = 'payment_returned_otherwise';
    end if;
    return null;
end $$;
create constraint trigger returned after insert or update on agreement.payment
    deferrable initially deferred for each row execute function recovery.refuse_other_return();
create constraint trigger returned after insert or update on recovery.repayment
    deferrable initially deferred for each row execute function recovery.refuse_other_return();
create constraint trigger returned after insert or delete on recovery.repaid_part
    deferrable initially deferred for each row execute function recovery.refuse_other_return();

-- A payment that was demanded back was paid: nobody says otherwise while the demand stands.
create function recovery.refuse_undoing_of_demanded() returns trigger
    language plpgsql as $$
begin
    if old.state = 'EXECUTED' and new.state <> 'EXECUTED'
       and exists (select from recovery.order_part o
                     join recovery.recovery_order r on r.id = o.order_id
                    where o.payment_id = new.id and r.state <> 'WITHDRAWN') then
        raise exception 'demanded' using errcode = 'check_violation', constraint = 'payment_demanded';
    end if;
    return new;
end $$;
create trigger demanded before update on agreement.payment for each row execute function recovery.refuse_undoing_of_demanded();

-- Nothing is over while money is to come back.
create function recovery.refuse_end_of_agreement() returns trigger
    language plpgsql as $$
begin
    if new.state = 'COMPLETED' and old.state <> 'COMPLETED'
       and exists (select from recovery.recovery_order r where r.agreement_id = new.id and r.state in ('DRAFT', 'ISSUED')) then
        raise exception 'open' using errcode = 'check_violation', constraint = 'agreement_recovery_open';
    end if;
    return new;
end $$;
create trigger recovered before update on agreement.agreement for each row execute function recovery.refuse_end_of_agreement();
