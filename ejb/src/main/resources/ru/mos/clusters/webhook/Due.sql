-- Subscriptions for which something is to be sent now and nobody is sending.
select s.id
  from webhook.subscription s
  join webhook.sender a on a.subscription_id = s.id
 where s.state = 'ACTIVE'
   and (a.holder is null or a.until < clock_timestamp())
   and exists (select from webhook.delivery d
                where d.subscription_id = s.id
                  and d.state = 'WAITING'
                  and d.next_at <= (select platform.now()))
