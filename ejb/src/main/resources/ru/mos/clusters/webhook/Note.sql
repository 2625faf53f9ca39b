-- What came of a try is noted by the sender that holds the lease, which is renewed by it; by nobody else.
with mine as (
    update webhook.sender
       set until = clock_timestamp() + interval '60 seconds',
           succeeded_at = case when :state = 'DELIVERED' then platform.now() else succeeded_at end
     where subscription_id = :subscription
       and holder = :holder
    returning subscription_id
)
update webhook.delivery d
   set state = :state,
       attempts = d.attempts + 1,
       tried_at = platform.now(),
       next_at = platform.now() + make_interval(secs => :pause),
       status = cast(:status as integer),
       answer = :answer
  from mine
 where d.id = :id
   and d.subscription_id = mine.subscription_id
