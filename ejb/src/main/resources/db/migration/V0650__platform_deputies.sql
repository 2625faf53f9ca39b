-- Why: somebody stands in for another for a time by an order: with the other's roles, but as the person they are.

create table platform.deputy_order (
    row_id          bigint generated always as identity primary key,
    id              uuid not null,
    deputy          text not null constraint deputy_unknown references platform.app_user,
    deputised       text not null constraint deputised_unknown references platform.app_user,
    valid_from      date not null,
    valid_until     date not null,                       -- exclusive; an order names its last day
    document_title  text not null,
    document_number text,
    document_date   date not null,
    entered_by      bigint not null constraint deputy_order_entry_unknown references platform.change,  -- of all its rows
    recorded_by     bigint not null constraint deputy_order_change_unknown references platform.change,
    superseded_by   bigint constraint deputy_order_supersession_unknown references platform.change,
    constraint period_empty check (valid_from < valid_until),
    constraint deputy_of_oneself check (deputy <> deputised),
    constraint deputy_overlaps
        exclude using gist (deputy with =, deputised with =, daterange(valid_from, valid_until) with &&)
        where (superseded_by is null)
);
create unique index deputy_order_once on platform.deputy_order (id) where superseded_by is null;
revoke update, delete on platform.deputy_order from ${appRole};
grant update (superseded_by) on platform.deputy_order to ${appRole};

-- Who stands in for whom today. Where either cannot log in any more, nobody does.
create view platform.deputising as
select d.id, d.deputy, d.deputised
  from platform.deputy_order d
  join platform.app_user p on p.login = d.deputised and p.active
  join platform.app_user q on q.login = d.deputy and q.active
 where d.superseded_by is null
   and d.valid_from <= platform.today()
   and platform.today() < d.valid_until;

-- The roles by which the server and the application judge: one's own, and today those of whom one stands in for. A role got
-- so is not passed on, and a program's never.
create view platform.role_in_force as
select r.login, r.role
  from platform.user_role r
 union
select d.deputy, r.role
  from platform.deputising d
  join platform.user_role r on r.login = d.deputised
 where r.role <> 'service';

-- What lets somebody in ends when it changes: also where an order begins or ends, or the other's rights change.
create function platform.rights_version(who text) returns bigint
    language sql volatile
    return (select case when d.others is null then u.auth_version
                        else hashtextextended(u.auth_version || ' ' || d.others, 0) end
              from platform.app_user u
             cross join lateral (select string_agg(x.id || ' ' || p.auth_version, ' ' order by x.id) as others
                                   from platform.deputising x
                                   join platform.app_user p on p.login = x.deputised
                                  where x.deputy = u.login) d
             where u.login = who);

-- For whom the actor stood in; part of the seal where there is somebody, so that older seals stay as they are.
alter table platform.change add column deputising text;
create or replace function platform.change_text(c platform.change) returns text
  language sql immutable
  return concat_ws('|', c.id, extract(epoch from c.at), c.actor, c.address, c.action, c.subject_kind, c.subject,
                   c.before, c.after, c.deputising);
