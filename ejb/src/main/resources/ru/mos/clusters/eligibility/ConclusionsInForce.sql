-- What people have concluded about the clusters, in force on the date.
select k.cluster_id, k.id, k.part, k.outcome, k.statement, k.document_title, k.document_number, k.document_on,
       k.valid_from, k.valid_until, g.actor as given_by, coalesce(g.at, platform.now()) as given_at
  from eligibility.conclusions_on(:asOf, :knownOn) k
  join platform.change g on g.id = k.given_by
 where :all or k.cluster_id = any(:clusters)
