-- Why: who assessed an application does not decide on it, and who is too close to it does not vote. Where no assessments are
-- kept there is nothing to add.
do $$
begin
    if to_regclass('call.assignment') is not null and to_regclass('call.conflicted') is not null then
        execute $view$
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
        $view$;
    end if;
end $$;
