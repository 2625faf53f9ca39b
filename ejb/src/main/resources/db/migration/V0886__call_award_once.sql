-- Why: what the commission voted for in spring is carried out in autumn: until then the year may have ended, the same project may
-- have been supported by another call, a member's interest may have come to light; and a call that is completed pays nobody whose
-- appeal is upheld after it.
create unique index award_of_project_twice on call.application (project_id) where state = 'AWARDED';

create function call.refuse_award_of_past_year() returns trigger
    language plpgsql as $$
begin
    if new.year < extract(year from new.awarded_on) then
        raise exception 'that year is over' using errcode = 'check_violation', constraint = 'award_of_past_year';
    end if;
    return new;
end $$;
create trigger not_late before insert on call.award
    for each row execute function call.refuse_award_of_past_year();

-- Whether something of a call is still to be decided, carried out, or may be appealed against on a day.
create function call.is_undecided(id uuid, day date) returns boolean
    language sql stable as $$
    select exists (select from call.application a
                    where a.call_id = $1 and a.state in ('SUBMITTED', 'RETURNED', 'CORRECTION_SIGNED', 'ADMITTED', 'ASSESSED'))
        or exists (select from call.appeal l join call.application a on a.id = l.application_id
                    where a.call_id = $1 and l.state = 'LODGED')
        or exists (select from call.decision d join call.application a on a.id = d.application_id
                    where d.call_id = $1 and d.motion = 'REFUSE' and a.state = 'REFUSED' and d.appeal_to >= $2)
        or exists (select from call.sitting s
                     join call.protocol p on p.sitting_id = s.id and p.state <> 'DROPPED'
                     join call.agenda_item i on i.sitting_id = s.id
                     join call.motion m on m.item_id = i.id
                     join call.application a on a.id = i.application_id
                    where s.call_id = $1 and m.outcome = 'ADOPTED' and m.motion in ('AWARD', 'REFUSE') and a.state = 'RESERVED'
                      and not exists (select from call.decision d where d.motion_id = m.id) and not call.decided_later(m.id))
$$;

create function call.refuse_early_completion() returns trigger
    language plpgsql as $$
begin
    if call.is_undecided(new.id, platform.today()) then
        raise exception 'not all is decided' using errcode = 'check_violation', constraint = 'call_decisions_open';
    end if;
    return new;
end $$;
create trigger all_decided before update of state on call.call
    for each row when (new.state = 'COMPLETED' and old.state <> 'COMPLETED') execute function call.refuse_early_completion();

-- An interest that became known after the sitting was opened keeps from voting as one that was known before.
create function call.refuse_vote_with_conflict() returns trigger
    language plpgsql as $$
begin
    if exists (select from call.motion m
                 join call.agenda_item i on i.id = m.item_id
                 join call.conflicted k on k.application_id = i.application_id
                where m.id = new.motion_id and k.expert = (select s.login from call.seat s where s.id = new.seat_id)) then
        raise exception 'a conflict is known' using errcode = 'check_violation', constraint = 'vote_with_conflict';
    end if;
    return new;
end $$;
create trigger unconflicted before insert on call.ballot
    for each row execute function call.refuse_vote_with_conflict();
