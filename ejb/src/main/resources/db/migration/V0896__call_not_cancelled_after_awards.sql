-- Why: who was awarded money by a call is owed it; a call that is called off after that would owe money of nothing. It is completed
-- when its decisions are over.
create function call.refuse_cancel_after_award() returns trigger
    language plpgsql as $$
begin
    if exists (select from call.award a where a.call_id = new.id) then
        raise exception 'money was awarded by this call' using errcode = 'check_violation', constraint = 'call_awarded';
    end if;
    return new;
end $$;
create trigger nothing_awarded before update of state on call.call
    for each row when (new.state = 'CANCELLED' and old.state <> 'CANCELLED') execute function call.refuse_cancel_after_award();
