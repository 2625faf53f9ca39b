-- Events of a subscription, the latest first.
select d.id, d.change_id as event, d.type, coalesce(t.action, 'WEBHOOK_TESTED') as action, d.subject_kind, d.subject, d.at, d.state, d.attempts,
       case when d.state = 'WAITING' then d.next_at end as next_at, d.tried_at, d.status, d.answer
  from webhook.delivery d
  left join webhook.event_type t on t.type = d.type
 where d.subscription_id = :subscription
   and (cast(:state as text) is null or d.state = cast(:state as text))
   and d.id < :before
 order by d.id desc
 limit :most
