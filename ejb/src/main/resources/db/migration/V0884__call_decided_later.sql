-- Why: what a sitting adopted stands until a later one decides on the same application anew; carried out after that, it would give
-- money that the commission had taken back. And who brought a motion or numbered the protocol took part, too, when the decision
-- is appealed against.
create function call.decided_later(motion uuid) returns boolean
    language sql stable as $$
    select exists (
        select from call.motion m
          join call.agenda_item i on i.id = m.item_id
          join call.agenda_item k on k.application_id = i.application_id
          join call.motion l on l.item_id = k.id
         where m.id = $1 and l.outcome = 'ADOPTED' and l.motion in ('AWARD', 'RESERVE', 'REFUSE') and l.recorded_by > m.recorded_by)
$$;

create or replace function call.refuse_unvoted_decision() returns trigger
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
       or voted.application_id <> new.application_id or call.decided_later(new.motion_id) then
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

create or replace view call.involvement as
select f.application_id, f.checked_by as login, 'CHECKED' as part from call.formal_check f
 union
select a.id, a.checked_by, 'CHECKED' from call.application a where a.checked_by is not null
 union
select i.application_id, b.given_by, 'VOTED'
  from call.ballot b
  join call.motion m on m.id = b.motion_id
  join call.agenda_item i on i.id = m.item_id
 union
select i.application_id, s.login, 'VOTED'
  from call.ballot b
  join call.motion m on m.id = b.motion_id
  join call.agenda_item i on i.id = m.item_id
  join call.seat s on s.id = b.seat_id
 where s.login is not null
 union
select i.application_id, p.signed_by, 'SIGNED'
  from call.protocol p
  join call.agenda_item i on i.sitting_id = p.sitting_id
 where p.signed_by is not null
 union
select g.application_id, c.actor, 'ASSESSED'
  from call.assignment g
  join call.assessment e on e.assignment_id = g.id
  join platform.change c on c.id = e.recorded_by
 where g.application_id is not null
 union
select g.application_id, g.expert, 'ASSESSED'
  from call.assignment g
 where g.application_id is not null and g.state = 'SCORED'
 union
select k.application_id, k.expert, 'CONFLICTED' from call.conflicted k
 union
select i.application_id, c.actor, 'MOVED'
  from call.motion m
  join call.agenda_item i on i.id = m.item_id
  join platform.change c on c.id = m.recorded_by
 union
select i.application_id, p.numbered_by, 'NUMBERED'
  from call.protocol p
  join call.agenda_item i on i.sitting_id = p.sitting_id
 where p.numbered_by is not null;
