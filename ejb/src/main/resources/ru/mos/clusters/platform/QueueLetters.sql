-- One letter for each who has an address and something near, on or past its term.
insert into platform.letter (id, login, day, recipient, overdue, due, soon)
select gen_random_uuid(), u.login, platform.today(), u.email,
       count(*) filter (where t.due < platform.today()),
       count(*) filter (where t.due = platform.today()),
       count(*) filter (where t.due > platform.today())
  from platform.app_user u
  join platform.task t on t.closed_by is null
   and t.due <= platform.today() + cast(:days as integer)
   and t.except_login is distinct from u.login
   and (t.login = u.login
        or t.login in (select d.deputised from platform.deputising d where d.deputy = u.login)
        or (t.login is null and t.role in (select r.role from platform.role_in_force r where r.login = u.login)))
 where u.active and u.email is not null
 group by u.login, u.email
on conflict (login, day) do nothing
