-- Subscriptions for which something is to be sent now and nobody is sending. What waits behind an earlier event of its thing is
-- not due, else a failing one would call a sender every few seconds.
select s.id
  from webhook.subscription s
  join webhook.sender a on a.subscription_id = s.id
 where s.state = 'ACTIVE'
   and (a.holder is null or a.until < clock_timestamp())
   and exists (select from webhook.delivery d
                where d.subscription_id = s.id
                  and d.state = 'WAITING'
                  and d.next_at <= (select platform.now())
                  and not exists (select from webhook.delivery e
                                   where e.subscription_id = d.subscription_id
                                     and e.subject_kind = d.subject_kind
                                     and e.subject = d.subject
                                     and e.state = 'WAITING'
                                     and e.id < d.id))
