-- What is still heard on the date of refusals, by the clusters' organisations, to let somebody join without a listed ground.
select r.cluster_id, r.months, count(*) as count, max(r.decided_on) as latest
  from cluster.refusals_heard(:asOf, :knownOn) r
 where :all or r.cluster_id = any(:clusters)
 group by r.cluster_id, r.months
