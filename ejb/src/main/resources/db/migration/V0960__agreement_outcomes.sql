-- Why: an agreement promises results, and the project it stands on the orders, subcontracts and money of the large enterprise that
-- began it. What came of both is told by documents: one person enters each, another accepts it; only what is accepted counts.
create table agreement.fulfilment (
    id              uuid primary key,
    number          bigint generated always as identity constraint fulfilment_number_taken unique,
    agreement_id    uuid not null constraint fulfilment_agreement_unknown references agreement.agreement,
    kind            text not null constraint fulfilment_kind_unknown check (kind in ('RESULT', 'ORDER', 'SUBCONTRACT', 'CO_FINANCING')),
    code            text,                                  -- of the indicator, of a result
    value           numeric not null,                      -- in the unit of the indicator; else roubles
    reached_on      date not null,                         -- as of which day the indicator stood there; day of the order or the money
    initiator       text collate "C",                      -- who ordered or paid
    other_side      text collate "C",                      -- from whom it was ordered, who got the money
    document_title  text not null,
    document_number text,
    document_date   date not null,
    document_key    text not null generated always as
                    (upper(regexp_replace(coalesce(document_number, ''), '[^0-9A-Za-zА-Яа-яЁё]', '', 'g'))) stored,
    state           text not null constraint fulfilment_state_unknown check (state in ('ENTERED', 'ACCEPTED', 'REJECTED')),
    entered_by      text not null,
    decided_by      text,
    reason          text,
    version         bigint not null default 1,
    recorded_by     bigint not null constraint fulfilment_change_unknown references platform.change,
    changed_by      bigint not null constraint fulfilment_last_change_unknown references platform.change,
    constraint fulfilment_of_nothing check (
        case kind when 'RESULT' then code is not null and initiator is null and other_side is null
                  else code is null and initiator is not null and other_side is not null end),
    constraint fulfilment_value_impossible check (kind <> 'RESULT' or (value >= 0 and scale(value) <= 6 and value < 1e15)),
    constraint agreement_sum_impossible check (kind = 'RESULT' or (value > 0 and scale(value) <= 2 and value < 1e13)),
    constraint fulfilment_with_outsider check (other_side <> initiator),
    constraint evidence_number_missing check (kind = 'RESULT' or document_key <> ''),
    constraint second_person_required check (decided_by <> entered_by),
    constraint fulfilment_undecided check ((state = 'ENTERED') = (decided_by is null)),
    constraint fulfilment_reason_missing check ((state = 'REJECTED') = (reason is not null))
);
create unique index fulfilment_accepted_twice on agreement.fulfilment (agreement_id, code, reached_on)
    where kind = 'RESULT' and state = 'ACCEPTED';
create unique index fulfilment_used_twice on agreement.fulfilment (initiator, other_side, document_key, document_date)
    where kind <> 'RESULT' and state <> 'REJECTED';
create index fulfilment_of_agreement on agreement.fulfilment (agreement_id, number);
grant update (state, decided_by, reason, version, changed_by) on agreement.fulfilment to ${appRole};

-- What is entered or accepted was promised: by the edition in force, or by the project the agreement stands on. Nothing is told of
-- days to come, and what was decided stays.
create function agreement.refuse_unsound_fulfilment() returns trigger
    language plpgsql as $$
declare
    one agreement.agreement;
begin
    if tg_op = 'UPDATE' and old.state <> 'ENTERED' then
        raise exception 'decided' using errcode = 'check_violation', constraint = 'transition_not_allowed';
    end if;
    if new.state = 'REJECTED' then
        return new;
    end if;
    if new.reached_on > platform.today() then
        raise exception 'to come' using errcode = 'check_violation', constraint = 'fulfilment_in_future';
    end if;
    select * into one from agreement.agreement g where g.id = new.agreement_id;
    if one.edition = 0 then
        raise exception 'not in force' using errcode = 'check_violation', constraint = 'fulfilment_early';
    end if;
    if new.kind = 'RESULT' then
        if not exists (select from agreement.target t where (t.agreement_id, t.edition, t.code) = (one.id, one.edition, new.code)) then
            raise exception 'not promised' using errcode = 'check_violation', constraint = 'fulfilment_not_promised', hint = new.code;
        end if;
    elsif not exists (select from project.edition e
                       where (e.project_id, e.number) = (one.project_id, one.project_edition)
                         and e.content -> 'initiator' ->> 'inn' = new.initiator) then
        raise exception 'no initiator' using errcode = 'check_violation', constraint = 'fulfilment_without_initiator';
    elsif not exists (select from project.participant p
                       where (p.project_id, p.edition) = (one.project_id, one.project_edition)
                         and agreement.holder(one.id, 'PARTICIPANT', p.inn, new.reached_on) = new.other_side) then
        raise exception 'outsider' using errcode = 'check_violation', constraint = 'fulfilment_with_outsider', hint = new.other_side;
    end if;
    return new;
end $$;
create trigger sound before insert or update on agreement.fulfilment
    for each row execute function agreement.refuse_unsound_fulfilment();
create trigger kept before delete on agreement.fulfilment for each row execute function agreement.refuse_deletion();
