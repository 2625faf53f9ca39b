-- Of each thing the first event that waits, where it is due; the oldest first. Later ones of a thing wait behind it.
select d.id as delivery, d.change_id as change, d.type, d.subject_kind, d.subject, coalesce(t.action, 'WEBHOOK_TESTED') as action,
       coalesce(t.path, 'webhooks') as path, d.at, d.subject_version as version, d.attempts
  from webhook.delivery d
  join webhook.subscription s on s.id = d.subscription_id and s.state = 'ACTIVE'
  left join webhook.event_type t on t.type = d.type
 where d.subscription_id = :subscription
   and d.state = 'WAITING'
   and d.next_at <= (select platform.now())
   and not exists (select from webhook.delivery e
                    where e.subscription_id = d.subscription_id
                      and e.subject_kind = d.subject_kind
                      and e.subject = d.subject
                      and e.state = 'WAITING'
                      and e.id < d.id)
 order by d.id
 limit :most
