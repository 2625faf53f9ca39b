-- The first event of a thing that waits, where it is due.
select d.id as delivery, d.change_id as change, d.type, d.subject_kind, d.subject, coalesce(t.action, 'WEBHOOK_TESTED') as action,
       coalesce(t.path, 'webhooks') as path, d.at, d.subject_version as version, d.attempts
  from (select *
          from webhook.delivery
         where subscription_id = :subscription
           and subject_kind = :kind
           and subject = :subject
           and state = 'WAITING'
         order by id
         limit 1) d
  left join webhook.event_type t on t.type = d.type
 where d.next_at <= (select platform.now())
