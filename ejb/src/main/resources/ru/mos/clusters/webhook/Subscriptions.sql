-- Subscriptions with what waits for them and what was given up; one of them, or those after a number.
select s.id, s.number, s.name, s.url, s.inn, s.state, s.gone,
       array(select w.type from webhook.wanted w where w.subscription_id = s.id order by w.type) as types,
       case when s.former_until > platform.now() then s.former_until end as former_secret_until,
       a.succeeded_at, w.backlog, w.waiting_since, d.dead, s.version
  from webhook.subscription s
  join webhook.sender a on a.subscription_id = s.id
 cross join lateral (select count(*) as backlog, min(d.at) as waiting_since
                       from webhook.delivery d where d.subscription_id = s.id and d.state = 'WAITING') w
 cross join lateral (select count(*) as dead
                       from webhook.delivery d where d.subscription_id = s.id and d.state = 'DEAD') d
 where (cast(:id as uuid) is null or s.id = cast(:id as uuid))
   and s.number > :after
 order by s.number
 limit :most
