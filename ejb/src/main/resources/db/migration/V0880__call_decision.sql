-- Why: what the commission voted for binds when it is carried out: the money is taken from what was confirmed, the applicant
-- is told why, and can appeal to somebody who took no part. A decision never changes; after an appeal a new one follows it.
create table call.decision (
    id             uuid primary key,
    number         bigint generated always as identity constraint decision_number_taken unique,
    application_id uuid not null constraint decision_application_unknown references call.application,
    call_id        uuid not null constraint decision_call_unknown references call.call,
    motion_id      uuid not null constraint decision_made_twice unique constraint decision_motion_unknown references call.motion,
    protocol_id    uuid not null constraint decision_protocol_unknown references call.protocol,
    motion         text not null constraint decision_kind_unknown check (motion in ('AWARD', 'RESERVE', 'REFUSE')),
    award_id       uuid constraint decision_award_unknown references call.award,
    decided_on     date not null,
    appeal_to      date not null,                          -- last day for an appeal, by the calendar as it stood
    earlier        uuid constraint decision_earlier_unknown references call.decision,
    carried_out_by text not null,
    recorded_by    bigint not null constraint decision_change_unknown references platform.change,
    constraint decision_award_missing check ((motion = 'AWARD') = (award_id is not null))
);
create index decision_of_application on call.decision (application_id);
create index decision_of_call on call.decision (call_id, number);

create table call.appeal (
    id             uuid primary key,
    number         bigint generated always as identity constraint appeal_number_taken unique,
    application_id uuid not null constraint appeal_application_unknown references call.application,
    decision_id    uuid constraint appeal_decision_unknown references call.decision,   -- null: against the formal check
    state          text not null constraint appeal_state_unknown check (state in ('LODGED', 'UPHELD', 'DISMISSED', 'WITHDRAWN')),
    text           text not null,
    lodged_on      date not null,
    lodged_by      text not null,
    until          date not null,                          -- last day on which it could be lodged
    reason         text,
    decided_by     text,
    version        bigint not null default 1,
    recorded_by    bigint not null constraint appeal_change_unknown references platform.change,
    changed_by     bigint not null constraint appeal_last_change_unknown references platform.change,
    constraint appeal_late check (lodged_on <= until),
    constraint appeal_reason_missing check ((state in ('UPHELD', 'DISMISSED')) = (decided_by is not null and reason is not null))
);
create unique index appeal_twice on call.appeal (application_id, coalesce(decision_id, application_id)) where state <> 'WITHDRAWN';
grant update (state, reason, decided_by, version, changed_by) on call.appeal to ${appRole};

create function call.refuse_change_of_decision() returns trigger
    language plpgsql as $$
begin
    raise exception 'a decision is not changed' using errcode = 'check_violation', constraint = 'decision_stays';
end $$;
create trigger decided before update or delete on call.decision
    for each row execute function call.refuse_change_of_decision();
create trigger lodged before delete on call.appeal
    for each row execute function call.refuse_change_of_decision();

-- Only what the commission adopted, in a protocol that is signed, is carried out; and no more than was asked for.
create function call.refuse_unvoted_decision() returns trigger
    language plpgsql as $$
declare
    voted record;
begin
    select m.motion, m.outcome, m.amount, m.year, m.kbk, i.application_id, i.asked, p.state into voted
      from call.motion m
      join call.agenda_item i on i.id = m.item_id
      join call.protocol p on p.sitting_id = i.sitting_id and p.id = new.protocol_id
     where m.id = new.motion_id;
    if voted.outcome is distinct from 'ADOPTED' or voted.state <> 'SIGNED' or voted.motion <> new.motion
       or voted.application_id <> new.application_id then
        raise exception 'not voted for' using errcode = 'check_violation', constraint = 'decision_not_voted';
    end if;
    if voted.amount > voted.asked then
        raise exception 'more than asked' using errcode = 'check_violation', constraint = 'decision_beyond_asked';
    end if;
    if new.award_id is not null and not exists (
        select from call.award a
         where a.id = new.award_id and (a.call_id, a.year, a.kbk, a.amount) = (new.call_id, voted.year, voted.kbk, voted.amount)) then
        raise exception 'another award' using errcode = 'check_violation', constraint = 'decision_not_voted';
    end if;
    return new;
end $$;
create trigger voted before insert on call.decision
    for each row execute function call.refuse_unvoted_decision();

-- An appeal is decided once, by a person who took no part.
create function call.refuse_partial_appeal() returns trigger
    language plpgsql as $$
begin
    if old.state <> 'LODGED' or (old.application_id, old.text, old.lodged_on, old.lodged_by, old.until)
                             <> (new.application_id, new.text, new.lodged_on, new.lodged_by, new.until) then
        raise exception 'decided' using errcode = 'check_violation', constraint = 'appeal_decided';
    end if;
    if new.decided_by is not null and exists (
        select from call.involvement v where v.application_id = new.application_id and v.login = new.decided_by
        union all
        select from call.decision d where d.application_id = new.application_id and d.carried_out_by = new.decided_by) then
        raise exception 'took part' using errcode = 'check_violation', constraint = 'appeal_decided_by_part';
    end if;
    return new;
end $$;
create trigger impartial before update on call.appeal
    for each row execute function call.refuse_partial_appeal();
