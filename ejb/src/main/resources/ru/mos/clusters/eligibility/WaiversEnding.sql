-- Of waivers in force or to come whose end is near, and nobody was told yet, somebody is told.
update eligibility.waiver_request r
   set warned_until = w.valid_until
  from eligibility.waiver w
  join cluster.cluster c on c.id = w.cluster_id
 where w.id = r.id
   and w.superseded_by is null
   and w.valid_until > :today
   and w.valid_until - cast(:days as integer) <= :today
   and r.warned_until is distinct from w.valid_until
   and (:all or w.cluster_id = any(:clusters))
returning r.id, w.cluster_id as cluster, c.code, r.rule, w.valid_until - 1 as last_day
